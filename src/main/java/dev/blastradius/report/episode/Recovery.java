package dev.blastradius.report.episode;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.metrics.RecoveryWatch;
import org.jspecify.annotations.Nullable;

/**
 * Whether and when one replication came back, by the rule of {@link RecoveryWatch}, told from what was recorded of it step by step.
 *
 * @param usual goodput before the first fault, a share
 * @param after from the end of the last fault until it had come back, in seconds; NaN: it had not by the run's end
 * @param atTheEnd goodput of the run's last minute, a share; NaN where no request ended in it
 */
record Recovery(double usual, double after, double atTheEnd) {

    private static final double NANOS = 1e9;

    /**
     * The recovery of a replication; null where it cannot be told: no fault, one that does not end a minute before the run does, or nothing that
     * ended before it.
     */
    static @Nullable Recovery of(Recorded recorded) {
        Counts before = Counts.of(recorded.chronicle(), recorded.before());
        boolean isSeen = recorded.lastFault() <= recorded.duration() - RecoveryWatch.STAYING_SECONDS;
        if (!isSeen || before.ended() == 0 || recorded.warmup() >= recorded.firstFault()) {
            return null;
        }
        RecoveryWatch watch = new RecoveryWatch(
                Math.round(recorded.warmup() * NANOS),
                Math.round(recorded.firstFault() * NANOS),
                Math.round(recorded.lastFault() * NANOS),
                Math.round(recorded.duration() * NANOS),
                before.goodput());
        for (int step = 0; step < recorded.chronicle().recorded(); step++) {
            feed(watch, recorded.chronicle(), step);
        }
        watch.finish();
        Stretch last = new Stretch(
                "the last minute",
                recorded.floor(recorded.duration() - RecoveryWatch.STAYING_SECONDS),
                recorded.chronicle().recorded());
        return new Recovery(
                before.goodput(),
                watch.seconds(),
                Counts.of(recorded.chronicle(), last).goodput());
    }

    /** The goodput that counts as recovered. */
    double enough() {
        return RecoveryWatch.SHARE_OF_BEFORE * usual;
    }

    boolean isRecovered() {
        return !Double.isNaN(after);
    }

    /** The requests that ended in a step, as if they had ended evenly in it, the good ones evenly among them. */
    private static void feed(RecoveryWatch watch, Chronicle chronicle, int step) {
        double good = 0;
        double ended = 0;
        for (int client = 0; client < chronicle.clients().size(); client++) {
            good += chronicle.get(ClientSeries.GOODPUT, client, step);
            ended += chronicle.get(ClientSeries.OK, client, step)
                    + chronicle.get(ClientSeries.DEGRADED, client, step)
                    + chronicle.get(ClientSeries.DEFERRED, client, step)
                    + chronicle.get(ClientSeries.FAILED, client, step)
                    + chronicle.get(ClientSeries.ABANDONED, client, step);
        }
        double width = chronicle.stepSeconds() * NANOS;
        long all = Math.round(ended);
        for (long request = 0; request < all; request++) {
            boolean isGood = Math.floor((request + 1) * good / all) > Math.floor(request * good / all);
            watch.ended((long) (step * width + width * (request + 0.5) / all), isGood);
        }
    }
}
