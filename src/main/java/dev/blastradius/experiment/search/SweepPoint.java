package dev.blastradius.experiment.search;

import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.StudyResult.ArmResult;
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
 * @param recovered the replications that recovered; null where not every fault ends a minute before the run does
 * @param timeToRecover seconds, over those that recovered; no mean where none did
 * @param costPerThousandRequests US dollars
 * @param withoutFaults the goodput where nothing fails: a pipeline that is overloaded already has little to lose, and little to recover
 */
public record SweepPoint(
        List<Double> values,
        int replications,
        Interval goodput,
        Interval failed,
        Interval affected,
        @Nullable Proportion recovered,
        Interval timeToRecover,
        Interval costPerThousandRequests,
        Interval withoutFaults) {

    /** What is kept of a trial's runs: of its outage, or of the run without one where nothing fails. */
    public static SweepPoint of(List<Double> values, ArmResult arm) {
        RunResult run = arm.outages().isEmpty() ? arm.twin() : arm.outages().get(0);
        BlastRadius radius = run.blastRadius();
        return new SweepPoint(
                List.copyOf(values),
                run.evidence().replications(),
                run.totals().goodput(),
                run.totals().failed(),
                run.totals().affected(),
                radius == null ? null : radius.recovered(),
                radius == null ? Interval.NONE : radius.timeToRecover(),
                run.cost().perThousandRequests(),
                arm.twin().totals().goodput());
    }

    /** How the pipeline stands the outage here; null where that cannot be judged. */
    public @Nullable Region region() {
        return Region.of(recovered);
    }
}
