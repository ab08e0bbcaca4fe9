package dev.blastradius.ui.results;

import dev.blastradius.engine.EngineLimits;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Why the model, not the program, keeps a run from being made or from ending. */
public final class RunProblems {

    private RunProblems() {}

    /**
     * Why a model cannot be built as a strategy wants it, under a scenario; empty where it can.
     *
     * @param scenario null: no fault
     */
    public static List<Problem> unfit(Pipeline pipeline, @Nullable String scenario, String strategy) {
        List<Problem> problems = new ArrayList<>();
        if (scenario != null && !pipeline.scenariosOrNone().containsKey(scenario)) {
            String known = String.join(", ", pipeline.scenariosOrNone().keySet());
            problems.add(Problem.error(JsonPath.ROOT.key("scenarios"), "there is no such scenario", known, scenario));
        }
        Strategies.apply(pipeline, strategy).problems().stream()
                .filter(Problem::isError)
                .forEach(problems::add);
        return problems;
    }

    /** A model that asks for more than the machine has. */
    public static Problem of(EngineLimits.Exceeded limit) {
        return Problem.error(JsonPath.ROOT, String.valueOf(limit.getMessage()), "", null);
    }

    /** A model that needs more memory than there is. */
    public static Problem of(OutOfMemoryError full) {
        return Problem.error(JsonPath.ROOT, "there is not enough memory: " + full.getMessage(), "", null)
                .mend("give Java more (java -Xmx4g -jar ...), or shorten the experiment's duration");
    }
}
