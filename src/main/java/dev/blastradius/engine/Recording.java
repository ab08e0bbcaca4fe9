package dev.blastradius.engine;

import org.jspecify.annotations.Nullable;

/** Recorded arrivals, read from a file; immutable. */
public final class Recording {

    private final long[] arrivalNanos;
    private final int @Nullable [] inputTokens;
    private final int @Nullable [] outputTokens;

    /**
     * Recorded arrivals; the arrays are copied.
     *
     * @param arrivalNanos arrival times in nanoseconds from the start of the run, 0 or more, never falling
     * @param inputTokens of each request, as long as {@code arrivalNanos}; null: drawn from the client's distribution
     * @param outputTokens of each request, likewise
     */
    public Recording(long[] arrivalNanos, int @Nullable [] inputTokens, int @Nullable [] outputTokens) {
        this.arrivalNanos = arrivalNanos.clone();
        this.inputTokens = inputTokens == null ? null : inputTokens.clone();
        this.outputTokens = outputTokens == null ? null : outputTokens.clone();
    }

    /** How many arrivals. */
    public int size() {
        return arrivalNanos.length;
    }

    /** When a request arrives, in nanoseconds. */
    public long arrivalNanos(int index) {
        return arrivalNanos[index];
    }

    /** A request's input tokens; -1 where the recording does not say. */
    public int inputTokens(int index) {
        return inputTokens == null ? -1 : inputTokens[index];
    }

    /** A request's output tokens; -1 where the recording does not say. */
    public int outputTokens(int index) {
        return outputTokens == null ? -1 : outputTokens[index];
    }
}
