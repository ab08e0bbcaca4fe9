package dev.blastradius.io.vary;

import dev.blastradius.fault.Composition;
import dev.blastradius.fault.Effect;
import dev.blastradius.fault.Effects;
import dev.blastradius.io.BlastFormat;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.Problems;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The numbers of a model that are worth varying: the load, what its faults do and for how long, and what its clients, components and dependencies
 * say themselves. Only what the file says is listed.
 */
public final class Candidates {

    private static final List<List<String>> OF_COMPONENTS = List.of(
            List.of("traffic", "requestsPerSecond"),
            List.of("traffic", "users"),
            List.of("patience"),
            List.of("concurrency"),
            List.of("instances"),
            List.of("queue", "capacity"),
            List.of("queue", "maxWait"),
            List.of("hitRate"),
            List.of("errorRate"),
            List.of("consumers"),
            List.of("rateLimit", "requestsPerMinute"),
            List.of("rateLimit", "inputTokensPerMinute"),
            List.of("rateLimit", "outputTokensPerMinute"));

    private static final List<List<String>> OF_DEPENDENCIES = List.of(
            List.of("timeout"),
            List.of("deadline"),
            List.of("retry", "maxAttempts"),
            List.of("retry", "backoff", "initial"),
            List.of("retry", "budget", "ratio"),
            List.of("circuitBreaker", "failureRateThreshold"),
            List.of("circuitBreaker", "waitInOpen"),
            List.of("bulkhead", "maxConcurrent"),
            List.of("rateLimiter", "requestsPerSecond"),
            List.of("hedge", "after"));

    /** A few attempts more than anybody should make. */
    private static final double MOST_ATTEMPTS = 8;

    private static final double TIMES = 4;
    private static final double FEW = 4;

    /** Of the time that a run has left when a fault begins, the share that the fault may take: recovery needs the rest. */
    private static final double LONGEST_FAULT = 0.8;

    private final Pipeline pipeline;
    private final Object tree;
    private final List<Candidate> candidates = new ArrayList<>();

    private Candidates(Pipeline pipeline) {
        this.pipeline = pipeline;
        this.tree = BlastFormat.TYPE.pipeline().write(pipeline);
    }

    /** Those of a pipeline without errors: the load first, then by scenario, component and dependency in the file's order. */
    public static List<Candidate> of(Pipeline pipeline) {
        Candidates all = new Candidates(pipeline);
        all.load();
        pipeline.scenariosOrNone().forEach((id, scenario) -> {
            for (int i = 0; i < scenario.faults().size(); i++) {
                all.fault(id, i, scenario.faults().get(i));
            }
        });
        pipeline.components().keySet().forEach(id -> all.family("components", id, OF_COMPONENTS));
        pipeline.arrows().keySet().forEach(key -> all.family("dependencies", key, OF_DEPENDENCIES));
        return List.copyOf(all.candidates);
    }

    private void load() {
        boolean recorded = pipeline.components().values().stream()
                .anyMatch(each -> each instanceof Client client && client.traffic() instanceof Traffic.Recorded);
        if (!recorded) {
            add(Dial.LOAD, 1 / TIMES, TIMES, null);
        }
    }

    private void fault(String scenario, int index, Fault fault) {
        JsonPath place =
                JsonPath.ROOT.key("scenarios").key(scenario).key("faults").index(index);
        for (Effect<?> effect : Effects.ALL) {
            Object value = fault.effects().get(effect.key());
            if (value != null && effect.composition() != Composition.ANY) {
                effect(place.key(effect.key()), effect.composition(), Effects.number(value), scenario);
            }
        }
        if (fault.lasting() != null) {
            double end = Experiment.DURATION.in(pipeline.settings()).seconds();
            double present = fault.lasting().seconds();
            double longest = LONGEST_FAULT * (end - fault.at().seconds());
            double to = Math.max(present, Math.min(TIMES * present, longest));
            add(place.key(Fault.FOR.key()), present / TIMES, to, scenario);
        }
    }

    private void effect(JsonPath place, Composition composition, double value, String scenario) {
        switch (composition) {
            case INDEPENDENT -> add(place, 0, 1, scenario);
            case FACTOR -> add(place, value < 1 ? 0 : 1, value < 1 ? 1 : Math.max(FEW, TIMES * value), scenario);
            case SUM -> add(place, 0, TIMES * value, scenario);
            case ANY -> throw new IllegalArgumentException("either there or not: " + place);
        }
    }

    private void family(String family, String id, List<List<String>> keys) {
        for (List<String> path : keys) {
            JsonPath place = JsonPath.ROOT.key(family).key(id);
            Object value = TypeWalk.at(TypeWalk.at(tree, family), id);
            for (String key : path) {
                place = place.key(key);
                value = TypeWalk.at(value, key);
            }
            if (value instanceof Number || value instanceof String) {
                usual(place);
            }
        }
    }

    /** A range around a present value by what kind of value it is. */
    private void usual(JsonPath place) {
        Dial dial = Dials.find(pipeline, PathText.of(place), new Problems());
        Double present = dial == null ? null : dial.present();
        if (dial == null || present == null) {
            return;
        }
        if (NumberType.SHARE.equals(dial.type())) {
            add(place, 0, 1, null);
        } else if (dial.type() instanceof IntegerType whole) {
            boolean attempts = place.step().equals("maxAttempts");
            double to = attempts ? Math.max(present, MOST_ATTEMPTS) : TIMES * Math.max(present, FEW);
            double from = Math.max((double) whole.min(), Math.ceil(present / TIMES));
            add(place, from, Math.min((double) whole.max(), to), null);
        } else if (dial.type() instanceof NumberType number) {
            double from = number.allows(present / TIMES) ? present / TIMES : present;
            add(place, from, number.allows(TIMES * present) ? TIMES * present : present, null);
        } else {
            add(place, present / TIMES, TIMES * present, null);
        }
    }

    private void add(JsonPath place, double from, double to, @Nullable String scenario) {
        Dial dial = Dials.find(pipeline, PathText.of(place), new Problems());
        if (dial != null && to > from) {
            candidates.add(new Candidate(dial, dial.rounded(from), dial.rounded(to), scenario));
        }
    }
}
