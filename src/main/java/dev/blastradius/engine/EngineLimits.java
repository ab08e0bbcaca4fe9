package dev.blastradius.engine;

/** Bounds that keep a model gone wild from eating the machine. */
public final class EngineLimits {

    /** Jobs under way at the same time: about 4 GB of memory. */
    static final int MOST_JOBS = 1 << 25;

    /** Calls within calls: deeper than any real pipeline; reached only by a cycle that keeps calling itself. */
    static final int DEEPEST_CALL = 10_000;

    /** Events at one and the same moment: more means that time no longer passes. */
    static final long MOST_EVENTS_AT_ONE_MOMENT = 50_000_000;

    /** So deep may replies nest in Java before one goes through the event list instead, at the same moment. */
    static final int DEEPEST_NESTING = 64;

    /** The longest work, wait or way: some three years. */
    private static final double LONGEST_NANOS = 1e17;

    private EngineLimits() {}

    /** A time in whole nanoseconds, however long a heavy tail makes it. */
    static long nanos(double seconds) {
        return (long) (Math.min(seconds * 1e9, LONGEST_NANOS) + 0.5);
    }

    /** A run that cannot go on because of what its model asks for; the message says so to the user. */
    public static final class Exceeded extends RuntimeException {

        private static final long serialVersionUID = 1;

        Exceeded(String message) {
            super(message);
        }
    }
}
