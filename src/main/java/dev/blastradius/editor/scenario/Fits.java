package dev.blastradius.editor.scenario;

import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Whether faults can befall what they aim at, by the rules of the model file itself. */
public final class Fits {

    /** What a new fault does: the first of these that its target can suffer. */
    private static final List<Map<String, Object>> USUAL =
            List.of(Map.of("unavailable", true), Map.of("trafficFactor", 3.0));

    private static final String TRIED = "tried";

    private Fits() {}

    /**
     * Why faults cannot be part of a scenario, or would do nothing there, in a sentence without a full stop; empty where they can.
     *
     * @param pipeline what they would befall
     */
    public static String obstacle(Pipeline pipeline, List<Fault> faults) {
        Map<String, Scenario> alone = new LinkedHashMap<>();
        alone.put(TRIED, new Scenario(null, null, faults));
        JsonPath here = JsonPath.ROOT.key("scenarios").key(TRIED);
        return ModelReader.check(pipeline.withScenarios(alone)).stream()
                .filter(problem -> problem.where().isWithin(here))
                .findFirst()
                .map(problem -> words(List.of(problem)))
                .orElse("");
    }

    /** The first of some problems as a sentence without a full stop; empty where there is none. */
    public static String words(List<Problem> problems) {
        return problems.stream()
                .findFirst()
                .map(problem -> problem.expected().isEmpty()
                        ? problem.what()
                        : problem.what() + "; expected: " + problem.expected())
                .orElse("");
    }

    /** What a fault that is newly drawn on a target does: it is down, or, where that cannot be, has three times the traffic. */
    static Map<String, Object> usual(Pipeline pipeline, Target target) {
        return USUAL.stream()
                .filter(effects -> obstacle(
                                pipeline, List.of(new Fault(target, Duration.ZERO, null, null, null, effects)))
                        .isEmpty())
                .findFirst()
                .orElse(USUAL.get(0));
    }
}
