package dev.blastradius.experiment;

import dev.blastradius.experiment.inference.ShareDistribution;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a result rests on.
 *
 * @param replications how many were added up: as many as asked for, unless a stopping rule ended the run or it was cancelled
 * @param analysed measured requests, in all replications
 * @param discarded requests of the warm-up, in all replications
 * @param goodput the goodput of each replication, all clients together
 * @param precision what the stopping rule reached; null: there was none
 * @param warmup whether the warm-up is long enough, told from the run without faults
 */
public record Evidence(
        int replications,
        long analysed,
        long discarded,
        ShareDistribution goodput,
        @Nullable Precision precision,
        WarmupCheck warmup) {

    /** Nothing is known. */
    public static final Evidence NONE = new Evidence(0, 0, 0, ShareDistribution.EMPTY, null, WarmupCheck.NONE);

    /** Seconds after which the run without faults had settled, by MSER-5; NaN where it cannot be told. */
    public double settledAfter() {
        return warmup.settledAfter();
    }

    /** The two groups into which the replications fall; null where they do not. */
    public @Nullable Collapse collapse() {
        return Collapse.of(goodput);
    }

    /** What was analysed and how precise it is: {@code "Analysed 812,000 requests in 37 replications, …"}. */
    public String sentence() {
        String text = "Analysed " + Amounts.counted(analysed, "request") + " in "
                + Amounts.counted(replications, "replication") + ", discarded "
                + String.format(Locale.ROOT, "%,d", discarded)
                + " of the warm-up";
        return precision == null ? text + "." : text + "; " + precision.words() + ".";
    }

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

        private String words() {
            if (Double.isNaN(reached)) {
                return "precision not known: ±" + Amounts.points(asked) + " percentage points asked";
            }
            return "precision " + (isReached() ? "reached" : "not reached") + ": ±" + Amounts.points(reached)
                    + " percentage points of " + Amounts.points(asked) + " asked";
        }
    }
}
