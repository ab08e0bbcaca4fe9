package dev.blastradius.engine;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Recorded arrivals that a model names and that have not been read. A run that meets any is refused: one without them would look as if
 * nobody had come.
 */
public final class UnreadRecordings {

    private UnreadRecordings() {}

    /** What stands in the way of a run, each with its place in the model; empty where nothing does. */
    public static List<Problem> problems(RunSpec spec) {
        List<Problem> problems = new ArrayList<>(ofPipeline(spec.pipeline(), spec));
        Set<Problem> known = new LinkedHashSet<>(problems);
        JsonPath runbook =
                JsonPath.ROOT.key("strategies").key(spec.strategyId()).key("runbook");
        for (RunSpec.Phase phase : spec.phases()) {
            for (Problem problem : ofPipeline(phase.pipeline(), spec)) {
                if (known.add(problem)) {
                    JsonPath patch = runbook.index(phase.step()).key("patch");
                    problems.add(problem.under(patch.append(problem.where())));
                }
            }
        }
        return List.copyOf(problems);
    }

    private static List<Problem> ofPipeline(Pipeline pipeline, RunSpec spec) {
        List<Problem> problems = new ArrayList<>();
        JsonPath components = JsonPath.ROOT.key("components");
        pipeline.components().forEach((id, component) -> {
            checkRecording(spec, component, components.key(id), problems);
        });
        return problems;
    }

    private static void checkRecording(RunSpec spec, Component component, JsonPath where, List<Problem> problems) {
        if (component instanceof Client client
                && client.traffic() instanceof Traffic.Recorded recorded
                && !spec.recordings().containsKey(recorded.file())) {
            problems.add(Problem.error(
                    where.key("traffic").key("file"),
                    "the recorded arrivals have not been read",
                    "a CSV file beside the saved model, which is then opened anew",
                    recorded.file()));
        }
    }
}
