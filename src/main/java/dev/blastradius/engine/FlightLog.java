package dev.blastradius.engine;

/**
 * The newest of what has moved along a replication's arrows: a ring of attempts sent, answered and refused. Written by the replication,
 * and emptied by whoever shows it between two of its steps; what is not fetched in time is forgotten.
 */
public final class FlightLog {

    /** What has moved. */
    public enum Kind {
        /** An attempt was sent by the caller. */
        SENT,
        /** The caller has its answer. */
        ANSWERED,
        /** The attempt has failed. */
        FAILED,
        /** The caller has waited long enough. */
        TIMED_OUT,
        /** A policy of the caller did not let the attempt through. */
        REFUSED;

        static Kind ofFailure(boolean sent, boolean timedOut) {
            return !sent ? REFUSED : timedOut ? TIMED_OUT : FAILED;
        }
    }

    /** Receives what has moved. */
    @FunctionalInterface
    public interface Receiver {

        /**
         * Something has moved.
         *
         * @param nanos when, in nanoseconds
         * @param dependency along which dependency, by its number
         */
        void moved(long nanos, int dependency, Kind kind);
    }

    /** Some tenths of a second of a hundred thousand requests a second: far more than can be seen. */
    private static final int CAPACITY = 1 << 15;

    private static final int MASK = CAPACITY - 1;
    private static final Kind[] KINDS = Kind.values();
    private static final int KIND_BITS = 3;

    private final long[] times = new long[CAPACITY];
    private final int[] what = new int[CAPACITY];
    private long written;
    private long fetched;

    void add(long now, int dependency, Kind kind) {
        int at = (int) (written++ & MASK);
        times[at] = now;
        what[at] = dependency << KIND_BITS | kind.ordinal();
    }

    /** Hands out what was written since the last time, as far as it is still there, the oldest first. Tells how much was written. */
    public long drain(Receiver receiver) {
        long count = written - fetched;
        for (long i = Math.max(fetched, written - CAPACITY); i < written; i++) {
            int at = (int) (i & MASK);
            receiver.moved(times[at], what[at] >>> KIND_BITS, KINDS[what[at] & ((1 << KIND_BITS) - 1)]);
        }
        fetched = written;
        return count;
    }
}
