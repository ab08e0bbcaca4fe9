package dev.blastradius.experiment;

import dev.blastradius.experiment.inference.ShareDistribution;
import org.jspecify.annotations.Nullable;

/**
 * What a result rests on.
 *
 * @param replications how many were added up: as many as asked for, unless a stopping rule ended the run or it was cancelled
 * @param analysed measured requests, in all replications
 * @param discarded requests of the warm-up, in all replications
 * @param goodput the goodput of each replication, all clients together
 * @param precision what the stopping rule reached; null: there was none
 * @param settledAfter seconds after which the run without faults had settled, by MSER-5; NaN where it cannot be told
 */
public record Evidence(
        int replications,
        long analysed,
        long discarded,
        ShareDistribution goodput,
        @Nullable Precision precision,
        double settledAfter) {

    /** Nothing is known. */
    public static final Evidence NONE = new Evidence(0, 0, 0, ShareDistribution.EMPTY, null, Double.NaN);

    /**
     * What a stopping rule reached.
     *
     * @param asked the half width that was asked of the goodput's interval, a share
     * @param reached the widest half width of any client's goodput; NaN with fewer than two replications
     */
    public record Precision(double asked, double reached) {

        /** Whether it is narrow enough. */
        public boolean isReached() {
            return reached <= asked;
        }
    }
}
