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
    /** The first of the running attempt's jobs, linked by {@link Jobs#nextLeg}; NONE between attempts, or where all were lost on the way. */
    int[] attemptJob = new int[0];
    /** Whether an attempt is under way, at the gates or sent, and not only waited for. */
    boolean[] trying = new boolean[0];
    /** Whether the running attempt has passed the gates and was sent. */
    boolean[] sent = new boolean[0];
    /** The guard of the present target: of that dependency and of the caller's replica. */
    int[] guard = new int[0];
    /** The slots of the guard that the attempt has passed; where it waits, that of the gate at which it does. */
    int[] passed = new int[0];
    /** When the attempt asked its first gate, in nanoseconds. */
    long[] askedAt = new long[0];
    /** How often the plan had changed when it did. */
    int[] change = new int[0];
    /** Whether the attempt takes one of the places that its guard counts. */
    boolean[] place = new boolean[0];
    /** Whether it waits in line for one. */
    boolean[] inLine = new boolean[0];
    /** Neighbours in that line. */
    int[] lineNext = new int[0];

    int[] linePrevious = new int[0];
    /** Requests of the attempt that were sent and not answered. */
    int[] legs = new int[0];
    /** How many of the attempt's requests were hedges. */
    int[] extras = new int[0];
    /** When the next hedge is due, in nanoseconds. */
    long[] hedgeDue = new long[0];
    /** Whether a hedge is due and waits until the caller's component, which stands still, goes on. */
    boolean[] hedgeHeld = new boolean[0];
    /** Whether the last retry followed a time-out. */
    boolean[] afterTimeout = new boolean[0];
    /** When the call has to have ended, in nanoseconds; Long.MAX_VALUE: whenever. */
    long[] deadline = new long[0];
    /** Which of a gateway's targets the call has been aimed at: a bit for each, by its place among them. */
    long[] tried = new long[0];
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
        sent[call] = false;
        place[call] = false;
        inLine[call] = false;
        tried[call] = 0;
        held[call] = false;
        hedgeHeld[call] = false;
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
        sent = Arrays.copyOf(sent, size);
        guard = Arrays.copyOf(guard, size);
        passed = Arrays.copyOf(passed, size);
        askedAt = Arrays.copyOf(askedAt, size);
        change = Arrays.copyOf(change, size);
        place = Arrays.copyOf(place, size);
        inLine = Arrays.copyOf(inLine, size);
        lineNext = Arrays.copyOf(lineNext, size);
        linePrevious = Arrays.copyOf(linePrevious, size);
        legs = Arrays.copyOf(legs, size);
        extras = Arrays.copyOf(extras, size);
        hedgeDue = Arrays.copyOf(hedgeDue, size);
        hedgeHeld = Arrays.copyOf(hedgeHeld, size);
        afterTimeout = Arrays.copyOf(afterTimeout, size);
        deadline = Arrays.copyOf(deadline, size);
        tried = Arrays.copyOf(tried, size);
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
