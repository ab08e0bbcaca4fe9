package dev.blastradius.engine;

import dev.blastradius.policy.BreakerGate.State;
import dev.blastradius.policy.BreakerGate.StateChange;
import java.util.Arrays;

/** What the circuit breakers on one dependency did in [warmup, duration) of one replication: one for each replica of the caller. */
public final class BreakerMeasures {

    private final long from;
    private final long to;
    private Watched[] watched = new Watched[0];
    private long opened;
    private long openNanos;

    BreakerMeasures(Span span) {
        from = span.warmup();
        to = span.duration();
    }

    /** A further breaker, or those that stand at its place one after the other, which tells what it does to what this returns. */
    StateChange watch() {
        Watched one = new Watched();
        watched = Arrays.copyOf(watched, watched.length + 1);
        watched[watched.length - 1] = one;
        return one;
    }

    void finish() {
        for (Watched one : watched) {
            one.changed(to, State.OPEN, State.CLOSED);
        }
    }

    /** How many breakers there are; 0: the dependency has none. */
    public int count() {
        return watched.length;
    }

    /** How often they opened. */
    public long opened() {
        return opened;
    }

    /** The share of the measured time that a breaker was open, the mean of all; 0 where there is none. */
    public double openShare() {
        return watched.length == 0 || to <= from ? 0 : openNanos / ((double) (to - from) * watched.length);
    }

    /** A breaker may tell of a change when it is next asked, with the moment at which it was: each keeps its own clock. */
    private final class Watched implements StateChange {

        private static final long NOT_OPEN = -1;

        private long openSince = NOT_OPEN;

        @Override
        public void changed(long at, State before, State after) {
            if (openSince != NOT_OPEN) {
                openNanos += Math.max(0, Math.min(at, to) - Math.max(openSince, from));
                openSince = NOT_OPEN;
            }
            if (after == State.OPEN) {
                openSince = at;
                opened += at >= from && at < to ? 1 : 0;
            }
        }
    }
}
