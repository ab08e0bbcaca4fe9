package dev.blastradius.report.episode;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ClientSeries;

/**
 * Requests that ended in some steps.
 *
 * @param arrived that arrived in them
 * @param ended that ended in them, in whatever way
 * @param good goodput: answered well, in time and not wrongly
 * @param degraded answered with less than was asked for, and accepted
 * @param failed that failed
 * @param abandoned whose user gave up
 * @param late answered over the SLO's latency
 * @param wrong answered wrongly without anybody noticing
 */
record Counts(
        double arrived,
        double ended,
        double good,
        double degraded,
        double failed,
        double abandoned,
        double late,
        double wrong) {

    static final Counts NONE = new Counts(0, 0, 0, 0, 0, 0, 0, 0);

    /** A client's. */
    static Counts of(Chronicle chronicle, int client, Stretch stretch) {
        double ok = sum(chronicle, ClientSeries.OK, client, stretch);
        double degraded = sum(chronicle, ClientSeries.DEGRADED, client, stretch);
        double deferred = sum(chronicle, ClientSeries.DEFERRED, client, stretch);
        double failed = sum(chronicle, ClientSeries.FAILED, client, stretch);
        double abandoned = sum(chronicle, ClientSeries.ABANDONED, client, stretch);
        return new Counts(
                sum(chronicle, ClientSeries.ARRIVED, client, stretch),
                ok + degraded + deferred + failed + abandoned,
                sum(chronicle, ClientSeries.GOODPUT, client, stretch),
                degraded,
                failed,
                abandoned,
                sum(chronicle, ClientSeries.LATE, client, stretch),
                sum(chronicle, ClientSeries.WRONG, client, stretch));
    }

    /** Those of all clients together. */
    static Counts of(Chronicle chronicle, Stretch stretch) {
        Counts all = NONE;
        for (int client = 0; client < chronicle.clients().size(); client++) {
            all = all.and(of(chronicle, client, stretch));
        }
        return all;
    }

    private static double sum(Chronicle chronicle, ClientSeries series, int client, Stretch stretch) {
        double sum = 0;
        for (int step = stretch.from(); step < stretch.to(); step++) {
            sum += chronicle.get(series, client, step);
        }
        return sum;
    }

    private Counts and(Counts more) {
        return new Counts(
                arrived + more.arrived,
                ended + more.ended,
                good + more.good,
                degraded + more.degraded,
                failed + more.failed,
                abandoned + more.abandoned,
                late + more.late,
                wrong + more.wrong);
    }

    /** Requests that ended, and not as goodput. */
    double bad() {
        return ended - good;
    }

    /** The share of goodput, 0 to 1; NaN where none ended. */
    double goodput() {
        return ended == 0 ? Double.NaN : good / ended;
    }

    /** A number of them as a share of those that ended; NaN where none did. */
    double share(double number) {
        return ended == 0 ? Double.NaN : number / ended;
    }
}
