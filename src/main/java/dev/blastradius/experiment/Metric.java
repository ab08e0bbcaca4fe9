package dev.blastradius.experiment;

import dev.blastradius.experiment.inference.Interval;
import java.util.Objects;
import java.util.function.Function;

/** What strategies are compared by: one number for each replication, all clients together. */
public enum Metric {
    GOODPUT("goodput", true, result -> result.totals().goodput()),
    FAILED("failed", false, result -> result.totals().failed()),
    AFFECTED("affected", false, result -> result.totals().affected()),
    LATENCY_P99("latencyP99", false, result -> result.totals().latencyP99()),
    COST("costPerThousandRequests", false, result -> result.cost().perThousandRequests()),
    TIME_TO_RECOVER(
            "timeToRecover",
            false,
            result -> Objects.requireNonNull(result.blastRadius()).timeToRecover());

    private final String key;
    private final boolean moreIsBetter;
    private final Function<RunResult, Interval> interval;

    Metric(String key, boolean moreIsBetter, Function<RunResult, Interval> interval) {
        this.key = key;
        this.moreIsBetter = moreIsBetter;
        this.interval = interval;
    }

    /** Its name in results. */
    public String key() {
        return key;
    }

    /** Whether a higher value is the better one. */
    public boolean isMoreBetter() {
        return moreIsBetter;
    }

    /** Whether it is a share, 0 to 1. */
    public boolean isShare() {
        return this == GOODPUT || this == FAILED || this == AFFECTED;
    }

    /** Its mean over the replications of a run, with its interval. */
    public Interval of(RunResult result) {
        return interval.apply(result);
    }
}
