package dev.blastradius.testing;

import dev.blastradius.fault.Effects;
import dev.blastradius.fault.Reach;
import dev.blastradius.io.BlastFormat;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random valid models, made from the descriptors, so that a new parameter is in them from its first day. The same seed gives
 * the same model.
 */
public final class RandomModels {

    private final Random random;
    private final RandomTrees trees;

    private RandomModels(long seed) {
        random = new Random(seed);
        trees = new RandomTrees(random);
    }

    /** A model as a tree, valid in every respect; there may be warnings. */
    public static Map<String, Object> tree(long seed) {
        return new RandomModels(seed).model();
    }

    /** A valid pipeline. */
    public static Pipeline pipeline(long seed) {
        Problems problems = new Problems();
        Pipeline pipeline = BlastFormat.TYPE.pipeline().read(tree(seed), JsonPath.ROOT, problems);
        if (pipeline == null || problems.hasErrors()) {
            throw new IllegalStateException("seed " + seed + ": " + problems.all());
        }
        return pipeline;
    }

    private Map<String, Object> model() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("format", Pipeline.FORMAT);
        model.put("name", "Model " + random.nextInt(1_000));
        Map<String, Object> components = components();
        Map<String, Object> dependencies = dependencies(components);
        model.put("components", components);
        model.put("dependencies", dependencies);
        model.put("scenarios", scenarios(components));
        model.put("strategies", strategies(dependencies));
        if (random.nextBoolean()) {
            Map<String, Object> experiment = new LinkedHashMap<>();
            experiment.put("duration", (10 + random.nextInt(50)) + "m");
            experiment.put("seed", random.nextLong());
            model.put("experiment", experiment);
        }
        Map<String, Object> view = new LinkedHashMap<>();
        components.keySet().forEach(id -> view.put(id, List.of((long) random.nextInt(900), random.nextDouble() * 600)));
        model.put("view", view);
        return model;
    }

    /** Clients first and answers last, so that calls can all go forwards. */
    private Map<String, Object> components() {
        Map<String, Object> components = new LinkedHashMap<>();
        int count = 2 + random.nextInt(8);
        components.put("client-0", component("client"));
        for (int i = 1; i < count; i++) {
            List<String> kinds = Kinds.ALL.stream()
                    .map(kind -> kind.key())
                    .filter(kind -> !kind.equals("static") && !kind.equals("client"))
                    .toList();
            String kind = kinds.get(random.nextInt(kinds.size()));
            components.put(kind + "-" + i, component(kind));
        }
        components.put("canned", component("static"));
        return components;
    }

    private Map<String, Object> component(String kind) {
        return trees.variant(Kinds.TYPE, kind);
    }

    private Map<String, Object> dependencies(Map<String, Object> components) {
        List<String> ids = new ArrayList<>(components.keySet());
        Map<String, Object> dependencies = new LinkedHashMap<>();
        for (int to = 1; to < ids.size(); to++) {
            int from = random.nextInt(to);
            String key = Pipeline.key(ids.get(from), ids.get(to));
            dependencies.put(key, dependency(null));
            if (random.nextInt(4) == 0 && to + 1 < ids.size()) {
                dependencies.putIfAbsent(Pipeline.key(ids.get(from), ids.get(to + 1)), dependency(key));
            }
        }
        return dependencies;
    }

    private Map<String, Object> dependency(String replaced) {
        Map<String, Object> dependency = trees.object(BlastFormat.TYPE.dependency());
        dependency.remove("fallbackFor");
        if (replaced != null) {
            dependency.put("fallbackFor", replaced);
        }
        return dependency;
    }

    private Map<String, Object> scenarios(Map<String, Object> components) {
        List<String> stations = components.keySet().stream()
                .filter(id -> !id.startsWith("client") && !id.equals("canned"))
                .toList();
        Map<String, Object> scenarios = new LinkedHashMap<>();
        for (int i = 0; i < random.nextInt(4); i++) {
            Map<String, Object> fault = trees.object(BlastFormat.TYPE.fault());
            fault.put("target", stations.get(random.nextInt(stations.size())));
            Effects.ALL.stream()
                    .filter(effect -> effect.reach() != Reach.STATIONS && effect.reach() != Reach.STATIONS_AND_NETWORK)
                    .forEach(effect -> fault.remove(effect.key()));
            Map<String, Object> scenario = new LinkedHashMap<>();
            scenario.put("label", trees.prose());
            scenario.put("faults", List.of(fault));
            scenarios.put("scenario-" + i, scenario);
        }
        return scenarios;
    }

    private Map<String, Object> strategies(Map<String, Object> dependencies) {
        Map<String, Object> strategies = new LinkedHashMap<>();
        for (String key : dependencies.keySet()) {
            if (random.nextInt(3) == 0) {
                Map<String, Object> change = new LinkedHashMap<>();
                change.put("timeout", (1 + random.nextInt(90)) + "s");
                change.put("deadline", null);
                Map<String, Object> patch = Map.of("dependencies", Map.of(key, change));
                strategies.put("strategy-" + strategies.size(), Map.of("patch", patch));
            }
        }
        return strategies;
    }
}
