package dev.blastradius.testing;

import dev.blastradius.io.BlastFormat;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Valid models as large as wished, for measuring how quick the program stays: clients first, services, gateways, caches and
 * queues in layers behind them, models, stores and tools last. The same numbers give the same model.
 */
public final class LargeModels {

    private static final int SEED = 20_260_101;
    private static final int HEIGHT = 25;
    private static final List<String> INNER =
            List.of("service", "service", "service", "gateway", "cache", "service", "queue", "service", "tool");
    private static final List<String> OUTER = List.of("model", "store", "tool", "model", "static", "human", "model");

    private final Random random = new Random(SEED);
    private final List<List<String>> layers = new ArrayList<>();
    private final Map<String, Object> components = new LinkedHashMap<>();
    private final Map<String, Object> dependencies = new LinkedHashMap<>();
    private final Map<String, List<String>> called = new LinkedHashMap<>();

    private LargeModels() {}

    /**
     * A valid pipeline without positions.
     *
     * @param componentCount 4 or more
     * @param arrowCount how many dependencies, fallbacks included: at least one for each component, at most a few times as many
     */
    public static Pipeline pipeline(int componentCount, int arrowCount) {
        LargeModels made = new LargeModels();
        made.makeComponents(componentCount);
        made.makeArrows(arrowCount);
        Problems problems = new Problems();
        Pipeline pipeline = BlastFormat.TYPE.pipeline().read(made.tree(), JsonPath.ROOT, problems);
        if (pipeline == null || problems.hasErrors()) {
            throw new IllegalStateException(problems.all().toString());
        }
        return pipeline;
    }

    private Map<String, Object> tree() {
        Map<String, Object> model = new LinkedHashMap<>();
        model.put("format", Pipeline.FORMAT);
        model.put("name", components.size() + " components, " + dependencies.size() + " arrows");
        model.put("components", components);
        model.put("dependencies", dependencies);
        return model;
    }

    private void makeComponents(int count) {
        int depth = Math.max(3, (int) Math.round(count / (double) HEIGHT));
        for (int i = 0; i < depth; i++) {
            layers.add(new ArrayList<>());
        }
        for (int i = 0; i < count; i++) {
            int layer = i * depth / count;
            List<String> members = layers.get(layer);
            String kind = layer == 0 ? "client" : pick(layer == depth - 1 ? OUTER : INNER, members.size() + layer);
            String id = kind + "-" + layer + "-" + members.size();
            members.add(id);
            components.put(id, component(kind, layer, members.size()));
        }
    }

    private static String pick(List<String> kinds, int number) {
        return kinds.get(number % kinds.size());
    }

    private Map<String, Object> component(String kind, int layer, int number) {
        Map<String, Object> component = new LinkedHashMap<>();
        component.put("kind", kind);
        component.put(
                "label", "The " + kind + " " + (char) ('A' + layer) + number + (number % 5 == 0 ? ", in Europe" : ""));
        switch (kind) {
            case "client" -> {
                component.put("traffic", Map.of("arrivals", "poisson", "requestsPerSecond", (Object)
                        (long) (1 + random.nextInt(40))));
                component.put("outputTokens", 200L);
            }
            case "cache" -> {
                component.put("hitRate", 0.25);
                component.put("latency", "3ms");
            }
            case "queue" -> component.put("consumers", 8L);
            case "static" -> component.put("quality", 0.2);
            case "model" -> {
                component.put("concurrency", 300L);
                Map<String, Object> latency = new LinkedHashMap<>();
                latency.put("type", "llm");
                latency.put("timeToFirstToken", lognormal("800ms", "2500ms"));
                latency.put("tokensPerSecond", 40L);
                component.put("latency", latency);
            }
            default -> {
                component.put("concurrency", (long) (10 + random.nextInt(400)));
                component.put("latency", lognormal("20ms", "80ms"));
            }
        }
        return component;
    }

    private static Map<String, Object> lognormal(String median, String p99) {
        Map<String, Object> latency = new LinkedHashMap<>();
        latency.put("type", "lognormal");
        latency.put("median", median);
        latency.put("p99", p99);
        return latency;
    }

    /** Everything is called by something and calls something; then whoever calls something calls more, every sixth time in place of what it calls. */
    private void makeArrows(int count) {
        for (int layer = 1; layer < layers.size(); layer++) {
            for (int i = 0; i < layers.get(layer).size(); i++) {
                call(
                        near(layer - 1, i / (double) layers.get(layer).size()),
                        layers.get(layer).get(i),
                        false);
            }
        }
        for (int layer = 0; layer < layers.size() - 1; layer++) {
            for (int i = 0; i < layers.get(layer).size(); i++) {
                if (!called.containsKey(layers.get(layer).get(i))) {
                    call(
                            layers.get(layer).get(i),
                            near(layer + 1, i / (double) layers.get(layer).size()),
                            false);
                }
            }
        }
        for (int tries = 0; dependencies.size() < count && tries < 100 * count; tries++) {
            int layer = random.nextInt(layers.size() - 1);
            int place = random.nextInt(layers.get(layer).size());
            int further = Math.min(layers.size() - 1, layer + 1 + (random.nextInt(5) == 0 ? 1 + random.nextInt(2) : 0));
            String from = layers.get(layer).get(place);
            call(from, near(further, place / (double) layers.get(layer).size()), dependencies.size() % 6 == 0);
        }
    }

    /** Somebody in a layer at about a share of its height. */
    private String near(int layer, double share) {
        List<String> members = layers.get(layer);
        long at = Math.round(share * members.size() + 2.5 * random.nextGaussian());
        return members.get((int) Math.max(0, Math.min(members.size() - 1, at)));
    }

    private void call(String from, String to, boolean inPlaceOfAnother) {
        List<String> before = called.computeIfAbsent(from, any -> new ArrayList<>());
        boolean instead = inPlaceOfAnother && !before.isEmpty();
        String key = from + "->" + to;
        if (dependencies.containsKey(key) || instead && from.startsWith("client")) {
            return;
        }
        Map<String, Object> dependency = new LinkedHashMap<>();
        if (instead) {
            dependency.put("fallbackFor", from + "->" + before.get(0));
            dependency.put("order", 1L + fallbacksOf(before.get(0), from));
        } else {
            before.add(to);
        }
        if (random.nextInt(3) == 0) {
            dependency.put("timeout", "20s");
        }
        if (!instead && random.nextInt(6) == 0) {
            dependency.put("retry", Map.of("maxAttempts", (Object) 3L));
        }
        dependencies.put(key, dependency);
    }

    private long fallbacksOf(String to, String from) {
        String key = from + "->" + to;
        return dependencies.values().stream()
                .filter(each -> each instanceof Map<?, ?> map && key.equals(map.get("fallbackFor")))
                .count();
    }
}
