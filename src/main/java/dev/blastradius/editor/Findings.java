package dev.blastradius.editor;

import dev.blastradius.editor.patch.PatchPlaces;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is wrong with a model while it is edited, at the places where the user sees it. */
final class Findings {

    private @Nullable Pipeline checked;
    private List<Problem> known = List.of();

    /**
     * The errors that an edit would bring.
     *
     * @param strategy what is seen
     */
    List<Problem> fresh(Pipeline before, Pipeline after, String strategy) {
        if (before.equals(after)) {
            return List.of();
        }
        List<Problem> had = of(before);
        List<Problem> has = ModelReader.check(after);
        List<Problem> fresh = has.stream()
                .filter(problem -> problem.isError() && !had.contains(problem))
                .map(problem -> PatchPlaces.seen(problem, strategy))
                .toList();
        if (fresh.isEmpty()) {
            checked = after;
            known = has;
        }
        return fresh;
    }

    /**
     * What is odd about what is seen. Of what is odd about components and dependencies as drawn, a strategy shows what it has not
     * mended.
     *
     * @param strategy what is seen
     * @param seen what the strategy makes of the model
     */
    List<Problem> warnings(Pipeline drawn, String strategy, Pipeline seen) {
        List<Problem> warnings =
                of(drawn).stream().filter(problem -> !problem.isError()).toList();
        if (strategy.equals(Strategy.AS_DRAWN)) {
            return warnings;
        }
        List<Problem> shown = new ArrayList<>();
        Set<Problem> still = warnings.stream().anyMatch(PatchPlaces::isPart)
                ? Set.copyOf(ModelReader.check(PatchPlaces.withoutStrategies(seen)))
                : Set.of();
        for (Problem warning : warnings) {
            if (!PatchPlaces.isPart(warning) || still.contains(warning)) {
                shown.add(PatchPlaces.seen(warning, strategy));
            }
        }
        return List.copyOf(shown);
    }

    private List<Problem> of(Pipeline pipeline) {
        if (!pipeline.equals(checked)) {
            known = ModelReader.check(pipeline);
            checked = pipeline;
        }
        return known;
    }
}
