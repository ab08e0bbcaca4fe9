package dev.blastradius.engine;

import java.util.Arrays;

/**
 * All calls under way, as arrays with one slot for each: a job wants something from a dependency, and makes attempts until it
 * has it or gives up. Slots are reused.
 *
 * <p>Two stamps tell whether a timer still means something: {@link #attemptStamp} changes when an attempt begins or ends,
 * {@link #stamp} when the call moves on to another dependency or ends.
 */
final class CallPool {

    int[] stamp = new int[0];
    int[] attemptStamp = new int[0];
    /** The job that calls; NONE for a free slot. */
    int[] job = new int[0];
    /** The dependency as drawn. */
    int[] primary = new int[0];
    /** The dependency that is tried now: the primary or one of its fallbacks. */
    int[] target = new int[0];
    /** How many of the fallbacks have been tried. */
    int[] turn = new int[0];
    /** Attempts on the present target, the running one counted. */
    int[] attempt = new int[0];
    /** The running attempt's job; NONE between attempts, or where it was lost on the way. */
    int[] attemptJob = new int[0];
    /** Whether an attempt is under way, and not only waited for. */
    boolean[] trying = new boolean[0];
    /** Whether an attempt is due and waits until its caller's component, which stands still, goes on. */
    boolean[] held = new boolean[0];
    /** Which repetition this is, from 0. */
    int[] repetition = new int[0];
    /** How many there are to be. */
    int[] repetitions = new int[0];
    /** The random key of this repetition on the present target. */
    long[] key = new long[0];
    /** The wait before the last retry, in nanoseconds. */
    long[] previousBackoff = new long[0];
    /** The last failed attempt's cause. */
    int[] causeComponent = new int[0];

    int[] causeOutcome = new int[0];
    /** Neighbours in the list of a job's calls. */
    int[] next = new int[0];

    int[] previous = new int[0];

    private int free = Jobs.NONE;
    private int live;

    /** Takes a slot. */
    int take() {
        if (free == Jobs.NONE) {
            grow();
        }
        int call = free;
        free = next[call];
        live++;
        attemptJob[call] = Jobs.NONE;
        trying[call] = false;
        held[call] = false;
        turn[call] = 0;
        repetition[call] = 0;
        next[call] = Jobs.NONE;
        previous[call] = Jobs.NONE;
        return call;
    }

    /** Gives a slot back. */
    void release(int call) {
        stamp[call]++;
        attemptStamp[call]++;
        job[call] = Jobs.NONE;
        next[call] = free;
        free = call;
        live--;
    }

    /** Slots in use. */
    int live() {
        return live;
    }

    /** Slots there are, used or not. */
    int capacity() {
        return job.length;
    }

    private void grow() {
        int old = job.length;
        int size = Math.max(64, old * 2);
        stamp = Arrays.copyOf(stamp, size);
        attemptStamp = Arrays.copyOf(attemptStamp, size);
        job = Arrays.copyOf(job, size);
        primary = Arrays.copyOf(primary, size);
        target = Arrays.copyOf(target, size);
        turn = Arrays.copyOf(turn, size);
        attempt = Arrays.copyOf(attempt, size);
        attemptJob = Arrays.copyOf(attemptJob, size);
        trying = Arrays.copyOf(trying, size);
        held = Arrays.copyOf(held, size);
        repetition = Arrays.copyOf(repetition, size);
        repetitions = Arrays.copyOf(repetitions, size);
        key = Arrays.copyOf(key, size);
        previousBackoff = Arrays.copyOf(previousBackoff, size);
        causeComponent = Arrays.copyOf(causeComponent, size);
        causeOutcome = Arrays.copyOf(causeOutcome, size);
        next = Arrays.copyOf(next, size);
        previous = Arrays.copyOf(previous, size);
        for (int call = size - 1; call >= old; call--) {
            job[call] = Jobs.NONE;
            next[call] = free;
            free = call;
        }
    }
}
