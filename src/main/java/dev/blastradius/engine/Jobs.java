package dev.blastradius.engine;

import java.util.Arrays;

/**
 * All work under way, as arrays with one slot for each job: a client's request, or one attempt's work at a component. Slots are
 * reused; {@link #stamp} changes with each reuse, so that an event or a reference to a job that is gone can be told.
 */
final class Jobs {

    /** Nothing: no job, no call, no cause. */
    static final int NONE = -1;

    /** A slot that nobody uses. */
    static final byte FREE = 0;
    /** A client's request, waiting for its answer. */
    static final byte REQUEST = 1;
    /** On its way through the network. */
    static final byte TRAVELLING = 2;
    /** In a queue. */
    static final byte WAITING = 3;
    /** Doing its own work on a server. */
    static final byte SERVING = 4;
    /** Waiting for its calls. */
    static final byte CALLING = 5;
    /** Swallowed: it will never be answered. */
    static final byte HUNG = 6;
    /** Ready to go on, at a component that stands still. */
    static final byte FROZEN = 7;
    /** Ended; its answer is about to be delivered. */
    static final byte ENDED = 8;
    /** A request that failed: its user sends it again after a while. */
    static final byte RETURNING = 9;
    /** A request whose user has the acknowledgement: its outcome waits for what queues hold of it. */
    static final byte ACKNOWLEDGED = 10;
    /** A queue's item that was not delivered: it comes back after a while. */
    static final byte RETURNS = 11;

    /** It holds a server. */
    static final byte HOLDS_SERVER = 1;
    /** It belongs to a request that is measured. */
    static final byte MEASURED = 2;
    /** It was given a server at some time. */
    static final byte SERVED = 4;
    /** It is doing its own work, or stands still in the midst of it. */
    static final byte WORKING = 8;
    /** Its answer is bound to break off. */
    static final byte CUT = 16;
    /** Something in its answer is wrong, and nobody noticed. */
    static final byte WRONG = 32;
    /** It is an item: work that a queue has accepted, and that nobody waits for. */
    static final byte ITEM = 64;
    /** Of a request: its outcome depends on items. Of an item: its request's outcome depends on it. */
    static final byte DEFERRED = -128;

    byte[] state = new byte[0];
    byte[] flags = new byte[0];
    int[] stamp = new int[0];
    /** The component that works on it. */
    int[] component = new int[0];
    /** The replica that works on it. */
    int[] instance = new int[0];
    /** The call that waits for it; NONE when nobody does. For a request: its user's number. */
    int[] caller = new int[0];
    /** The request's client, by its number among the clients. */
    int[] client = new int[0];

    int[] depth = new int[0];
    /** When it arrived, in nanoseconds. */
    long[] arrival = new long[0];

    long[] key = new long[0];
    /** When whoever waits for it gives up, in nanoseconds, as far as it was told; Long.MAX_VALUE: never. */
    long[] deadline = new long[0];
    /** The next of the jobs of the same attempt. */
    int[] nextLeg = new int[0];

    double[] inputTokens = new double[0];
    double[] outputTokens = new double[0];
    /** Billed for it and for the answers that it used, in US dollars. */
    double[] billed = new double[0];
    /** Of a model's own work: when its first and its last token come, less the time for which its component had stood still before. */
    long[] firstToken = new long[0];

    long[] lastToken = new long[0];
    /** The step whose calls are under way. */
    int[] step = new int[0];
    /** Calls of the step that have not ended. */
    int[] outstanding = new int[0];

    int[] firstCall = new int[0];
    /** The component that degraded its answer; NONE: nothing did. */
    int[] degradedBy = new int[0];
    /** How long its component had been frozen in all when its present work began. */
    long[] frozenSeen = new long[0];
    /**
     * Of a waiting job: its number in the line. Of a frozen job: when its work would have ended. Of one that was rate-limited: how long it is
     * asked to wait, in nanoseconds. Of an acknowledged request: how long its user waited for that.
     */
    long[] due = new long[0];
    /**
     * Of a job that has ended: its outcome. Of one on its way whose caller has given up: why. Of one that is frozen: how it goes on.
     */
    int[] outcome = new int[0];

    int[] causeComponent = new int[0];
    int[] causeOutcome = new int[0];
    /** Of a request: which of its user's attempts it is, from 1. */
    int[] userAttempt = new int[0];
    /** Of a request: its number among its client's, or among its user's where traffic is closed; NONE: a fault added it. */
    long[] number = new long[0];
    /** Of a request: when its user made the first attempt, in nanoseconds. */
    long[] firstSent = new long[0];
    /** Of an item: its request's slot and that slot's stamp; NONE where it came from work that nobody waited for. */
    int[] root = new int[0];

    int[] rootStamp = new int[0];
    /** Of a request: how many items its outcome still depends on. Of an item: how often a consumer has taken it. */
    int[] tally = new int[0];
    /** Neighbours in a queue or in the list of frozen jobs. */
    int[] next = new int[0];

    int[] previous = new int[0];

    private int free = NONE;
    private int used;
    private int live;

    /** Takes a slot. Its fields are those of its last user, but for state, flags and what {@code reset} sets. */
    int take() {
        if (free == NONE) {
            grow();
        }
        int job = free;
        free = next[job];
        live++;
        flags[job] = 0;
        billed[job] = 0;
        deadline[job] = Long.MAX_VALUE;
        nextLeg[job] = NONE;
        step[job] = -1;
        outstanding[job] = 0;
        firstCall[job] = NONE;
        degradedBy[job] = NONE;
        causeComponent[job] = NONE;
        tally[job] = 0;
        next[job] = NONE;
        previous[job] = NONE;
        return job;
    }

    /** Gives a slot back. */
    void release(int job) {
        stamp[job]++;
        state[job] = FREE;
        next[job] = free;
        free = job;
        live--;
    }

    boolean is(int job, byte flag) {
        return (flags[job] & flag) != 0;
    }

    boolean isMeasured(int job) {
        return (flags[job] & MEASURED) != 0;
    }

    /** Whether it makes calls, and goes on to do so. */
    boolean isCalling(int job) {
        return state[job] == CALLING || state[job] == REQUEST;
    }

    /** Whether it is an attempt's work that has reached its component, and that somebody still wants the answer of. */
    boolean isUnfinished(int job) {
        return switch (state[job]) {
            case WAITING, SERVING, CALLING, HUNG, FROZEN -> caller[job] != NONE;
            default -> false;
        };
    }

    /** Slots in use. */
    int live() {
        return live;
    }

    /** Slots there are, used or not. */
    int capacity() {
        return used;
    }

    private void grow() {
        int old = state.length;
        int size = Math.max(64, old * 2);
        if (size > EngineLimits.MOST_JOBS) {
            throw new EngineLimits.Exceeded("more than " + EngineLimits.MOST_JOBS / 2
                    + " requests and attempts are under way at the same time: a queue grows without bounds");
        }
        state = Arrays.copyOf(state, size);
        flags = Arrays.copyOf(flags, size);
        stamp = Arrays.copyOf(stamp, size);
        component = Arrays.copyOf(component, size);
        instance = Arrays.copyOf(instance, size);
        caller = Arrays.copyOf(caller, size);
        client = Arrays.copyOf(client, size);
        depth = Arrays.copyOf(depth, size);
        arrival = Arrays.copyOf(arrival, size);
        key = Arrays.copyOf(key, size);
        deadline = Arrays.copyOf(deadline, size);
        nextLeg = Arrays.copyOf(nextLeg, size);
        inputTokens = Arrays.copyOf(inputTokens, size);
        outputTokens = Arrays.copyOf(outputTokens, size);
        billed = Arrays.copyOf(billed, size);
        firstToken = Arrays.copyOf(firstToken, size);
        lastToken = Arrays.copyOf(lastToken, size);
        step = Arrays.copyOf(step, size);
        outstanding = Arrays.copyOf(outstanding, size);
        firstCall = Arrays.copyOf(firstCall, size);
        degradedBy = Arrays.copyOf(degradedBy, size);
        frozenSeen = Arrays.copyOf(frozenSeen, size);
        due = Arrays.copyOf(due, size);
        outcome = Arrays.copyOf(outcome, size);
        causeComponent = Arrays.copyOf(causeComponent, size);
        causeOutcome = Arrays.copyOf(causeOutcome, size);
        userAttempt = Arrays.copyOf(userAttempt, size);
        number = Arrays.copyOf(number, size);
        firstSent = Arrays.copyOf(firstSent, size);
        root = Arrays.copyOf(root, size);
        rootStamp = Arrays.copyOf(rootStamp, size);
        tally = Arrays.copyOf(tally, size);
        next = Arrays.copyOf(next, size);
        previous = Arrays.copyOf(previous, size);
        for (int job = size - 1; job >= old; job--) {
            next[job] = free;
            free = job;
        }
        used = size;
    }
}
