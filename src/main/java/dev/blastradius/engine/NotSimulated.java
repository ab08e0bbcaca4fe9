package dev.blastradius.engine;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Cache;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Gateway;
import dev.blastradius.model.component.Human;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.ModelApi;
import dev.blastradius.model.component.Service;
import dev.blastradius.model.component.StaticAnswer;
import dev.blastradius.model.component.Store;
import dev.blastradius.model.component.Tool;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.component.WorkQueue;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * What the model format can say and the engine cannot do yet. A run that meets any of it is refused, so that no result looks as if
 * it had been heeded.
 */
public final class NotSimulated {

    private static final List<Kind<? extends Component>> KINDS = List.of(
            Client.KIND,
            Service.KIND,
            Gateway.KIND,
            ModelApi.KIND,
            Store.KIND,
            Cache.KIND,
            Tool.KIND,
            WorkQueue.KIND,
            Human.KIND,
            StaticAnswer.KIND);

    private NotSimulated() {}

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
            checkComponent(component, components.key(id), problems);
            checkRecording(spec, component, components.key(id), problems);
        });
        return problems;
    }

    private static void checkComponent(Component component, JsonPath where, List<Problem> problems) {
        if (!KINDS.contains(component.kind())) {
            refuse(problems, where.key("kind"), "the kind \"" + component.kind().key() + "\"");
        }
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

    private static void refuse(List<Problem> problems, JsonPath where, String what) {
        problems.add(Problem.error(where, what + " is not simulated yet", "a model without it", null));
    }
}
