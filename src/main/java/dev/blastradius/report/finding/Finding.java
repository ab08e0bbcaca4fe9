package dev.blastradius.report.finding;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.search.SweepResult;
import dev.blastradius.experiment.search.TippingPoint;
import dev.blastradius.io.vary.VariedRuns;
import dev.blastradius.model.Fault;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a command found out. */
public sealed interface Finding {

    /** Where it comes from. */
    Origin origin();

    /**
     * One scenario, or none, under one strategy.
     *
     * @param spec what was run
     * @param result what it gave; its blast radius may be missing
     * @param episode one replication of it, recorded; null: none was
     */
    record OfRun(
            Origin origin,
            RunSpec spec,
            RunResult result,
            @Nullable Episode episode) implements Finding {}

    /**
     * Strategies side by side.
     *
     * @param arms what was compared, bounds that are no strategies included
     * @param study what it gave
     * @param baseline the strategy that the others are set against
     * @param looking looks closely at some of the runs, those of {@link Episodes#of}
     */
    record OfComparison(Origin origin, List<Arm> arms, StudyResult study, String baseline, Looking looking)
            implements Finding {
        public OfComparison {
            arms = List.copyOf(arms);
        }
    }

    /**
     * What fails by who loses by it.
     *
     * @param base the pipeline as a strategy builds it
     * @param fault what befell each component, one after another; its target is not looked at
     */
    record OfMatrix(Origin origin, RunSpec base, DamageMatrix matrix, Fault fault) implements Finding {}

    /**
     * Where the pipeline ceases to recover.
     *
     * @param runs what was varied
     * @param settings how each value was run, to begin with
     */
    record OfTippingPoint(Origin origin, VariedRuns runs, RunSettings settings, TippingPoint tippingPoint)
            implements Finding {}

    /**
     * A grid of one or two parameters.
     *
     * @param runs what was varied
     * @param settings how each point was run
     */
    record OfSweep(Origin origin, VariedRuns runs, RunSettings settings, SweepResult sweep) implements Finding {}
}
