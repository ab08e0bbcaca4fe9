package dev.blastradius.experiment.search;

import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one point of a grid gave, all clients together.
 *
 * @param values of the parameters, in the sweep's order
 * @param replications how many it rests on
 * @param goodput share of measured requests, a mean over replications
 * @param failed share that failed or were abandoned
 * @param affected share whose fate differs from the same request's without faults; no mean where nothing fails
 * @param recovered the replications that recovered; null where no fault ends within the run
 * @param timeToRecover seconds, over those that recovered; no mean where none did
 * @param costPerThousandRequests US dollars
 */
public record SweepPoint(
        List<Double> values,
        int replications,
        Interval goodput,
        Interval failed,
        Interval affected,
        @Nullable Proportion recovered,
        Interval timeToRecover,
        Interval costPerThousandRequests) {

    /** What is kept of a run. */
    public static SweepPoint of(List<Double> values, RunResult run) {
        BlastRadius radius = run.blastRadius();
        return new SweepPoint(
                List.copyOf(values),
                run.evidence().replications(),
                run.totals().goodput(),
                run.totals().failed(),
                run.totals().affected(),
                radius == null ? null : radius.recovered(),
                radius == null ? Interval.NONE : radius.timeToRecover(),
                run.cost().perThousandRequests());
    }

    /** How the pipeline stands the outage here; null where that cannot be judged. */
    public @Nullable Region region() {
        return Region.of(recovered);
    }
}
