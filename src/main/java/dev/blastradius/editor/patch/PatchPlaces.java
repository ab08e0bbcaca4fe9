package dev.blastradius.editor.patch;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayDeque;
import java.util.Deque;

/** Places in a strategy's patch, and the places in the pipeline that it builds. */
public final class PatchPlaces {

    private static final JsonPath COMPONENTS = JsonPath.ROOT.key(StrategyEdits.COMPONENTS);
    private static final JsonPath DEPENDENCIES = JsonPath.ROOT.key(StrategyEdits.DEPENDENCIES);

    private PatchPlaces() {}

    /** A problem at its place in what is seen: one of the chosen strategy's patch is one of the pipeline that the patch builds. */
    public static Problem seen(Problem problem, String strategy) {
        JsonPath patch = JsonPath.ROOT.key("strategies").key(strategy).key("patch");
        return problem.where().isWithin(patch) ? problem.under(below(problem.where(), patch)) : problem;
    }

    private static JsonPath below(JsonPath place, JsonPath above) {
        Deque<Object> steps = new ArrayDeque<>();
        JsonPath here = place;
        for (int up = place.depth() - above.depth(); up > 0 && here.parent() != null; up--) {
            steps.push(here.step());
            here = here.parent();
        }
        JsonPath below = JsonPath.ROOT;
        for (Object step : steps) {
            below = step instanceof Integer index ? below.index(index) : below.key((String) step);
        }
        return below;
    }

    /** Whether a problem is about a component or a dependency as drawn. */
    public static boolean isPart(Problem problem) {
        return problem.where().isWithin(COMPONENTS) || problem.where().isWithin(DEPENDENCIES);
    }

    /** The components and dependencies of a model, to be examined as if they were drawn. */
    public static Pipeline withoutStrategies(Pipeline pipeline) {
        return pipeline.withStrategies(null);
    }
}
