package dev.blastradius.experiment;

import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.metrics.TimeSeries;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a scenario's faults did: a run beside its twin without them, on the same random streams, each request compared with itself.
 *
 * @param all of the requests of all clients
 * @param clients of each client's requests
 * @param timeToRecover seconds from the end of the last fault to the first moment from which the goodput of the trailing 30 s stays at
 *     or above 95 % of its mean before the first fault for 60 s; over the replications that recovered
 * @param recovered the replications in which there is such a moment; null where not every fault ends a minute before the run does
 * @param loadAmplification attempts on all dependencies for a measured request / the same in the twin; NaN where the twin made none
 * @param answerable share of measured requests that some path of this pipeline could have answered in time, whatever the policies did:
 *     the clairvoyant bound on its goodput; {@link Interval#NONE} where it was not looked at
 * @param series in time, by client
 */
public record BlastRadius(
        Damage all,
        Map<String, Damage> clients,
        Interval timeToRecover,
        @Nullable Proportion recovered,
        Interval loadAmplification,
        Interval answerable,
        Map<String, DamageSeries> series) {

    /**
     * Shares of measured requests, each a mean over replications. "More" is net: those that the fault made so less those that
     * it kept from being so; it can be below 0. A request that the twin does not have (of a surge, or a user's next attempt) is compared
     * with a good answer.
     *
     * @param affected whose outcome, or being late or wrong, differs from the same request's in the twin
     * @param lostGoodput goodput in the twin, and not so with the faults; net
     * @param failed failed more
     * @param abandoned abandoned more
     * @param degraded degraded more
     * @param late late more
     * @param wrong silently wrong more
     * @param withoutTwin how many requests the twin does not have, in all replications
     * @param missing how many measured requests of the twin were never sent, in all replications
     */
    public record Damage(
            Interval affected,
            Interval lostGoodput,
            Interval failed,
            Interval abandoned,
            Interval degraded,
            Interval late,
            Interval wrong,
            long withoutTwin,
            long missing) {}

    /**
     * A client's requests by the time of their arrival, a second: means over the replications.
     *
     * @param affected whose outcome, or being late or wrong, differs
     * @param failed that failed or were abandoned, and were not in the twin
     * @param degraded that are degraded, and were not in the twin
     * @param late that are late, and were not in the twin
     * @param wrong that are wrong, and were not in the twin
     */
    public record DamageSeries(
            TimeSeries affected, TimeSeries failed, TimeSeries degraded, TimeSeries late, TimeSeries wrong) {}
}
