package dev.blastradius.editor;

import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.Problem;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Breaking something on purpose: a new scenario in which one component, or one arrow, fails for half of the measured time. */
public final class Breaking {

    /** A usual way to fail, with the number that people mean by it. */
    public enum Way {
        DOWN("unavailable", true, "is down", "Refuses everything at once"),
        HANGS("hangRate", 1.0, "hangs", "Never answers"),
        ERRORS("errorRate", 0.5, "fails half the time", "Answers half of the requests with an error"),
        SLOW("latencyFactor", 5.0, "is five times slower", "Takes five times as long"),
        WRONG(
                "wrongRate",
                0.2,
                "is wrong one time in five",
                "Gives a bad answer that nobody notices, one time in five"),
        QUOTA("quotaFactor", 0.2, "has a fifth of its quota", "Allows a fifth of what its rate limit says"),
        FREEZE("freeze", true, "stands still", "Starts nothing, and running work stops"),
        TRAFFIC("trafficFactor", 3.0, "sends three times as much", "Three times as many requests");

        private final String key;
        private final Object value;
        private final String title;
        private final String meaning;

        Way(String key, Object value, String title, String meaning) {
            this.key = key;
            this.value = value;
            this.title = title;
            this.meaning = meaning;
        }

        /** What becomes of the thing, to be read after its name: {@code "is down"}. */
        public String title() {
            return title;
        }

        /** What a fault does that is so: one effect by its key. */
        public Map<String, Object> effects() {
            return Map.of(key, value);
        }

        /** What that means, in a sentence without a full stop. */
        public String meaning() {
            return meaning;
        }
    }

    static final double BEGINS = 0.25;
    static final double LASTS = 0.5;
    private static final double MINUTE = 60;

    private Breaking() {}

    /** An id for a scenario in which a target fails in a way, such as {@code "opus-down"}; no other scenario has it. */
    public static String freeId(Pipeline pipeline, String target, Way way) {
        String stem = target.replace("->", "-to-") + "-" + way.name().toLowerCase(java.util.Locale.ROOT);
        String id = stem;
        for (int i = 2; pipeline.scenariosOrNone().containsKey(id); i++) {
            id = stem + "-" + i;
        }
        return id;
    }

    /**
     * With one more scenario, of one fault.
     *
     * @param id the scenario's
     * @param target a component's id or a dependency's key
     */
    public static Pipeline withScenario(Pipeline it, String id, String target, Way way) {
        Experiment settings = it.settings();
        double warmup = Experiment.WARMUP.in(settings).seconds();
        double measured = Math.max(0, Experiment.DURATION.in(settings).seconds() - warmup);
        Fault fault = new Fault(
                Fault.Target.id(target),
                rounded(warmup + measured * BEGINS),
                rounded(measured * LASTS),
                null,
                null,
                way.effects());
        String label = name(it, target) + " " + way.title;
        Map<String, Scenario> scenarios = new LinkedHashMap<>(it.scenariosOrNone());
        scenarios.put(id, new Scenario(label, null, List.of(fault)));
        return it.withScenarios(Collections.unmodifiableMap(scenarios));
    }

    private static String name(Pipeline pipeline, String target) {
        return target.contains("->") ? Captions.title(pipeline, target) : Captions.name(pipeline, target);
    }

    /** Whole minutes where there are some, else whole seconds: a file that people read needs no more. */
    static Duration rounded(double seconds) {
        double step = seconds >= 4 * MINUTE ? MINUTE : 1;
        double whole = Math.max(1, Math.rint(seconds / step));
        return Duration.of(step == MINUTE ? (long) whole + "m" : (long) whole + "s");
    }

    /** Why a target cannot fail in a way; empty where it can. */
    public static String obstacle(Pipeline pipeline, String target, Way way) {
        List<Problem> before = ModelReader.check(pipeline);
        String id = freeId(pipeline, target, way);
        return ModelReader.check(withScenario(pipeline, id, target, way)).stream()
                .filter(problem -> problem.isError() && !before.contains(problem))
                .findFirst()
                .map(problem -> problem.expected().isEmpty() ? problem.what() : "Only for " + problem.expected())
                .orElse("");
    }
}
