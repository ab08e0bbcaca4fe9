package dev.blastradius.policy;

import dev.blastradius.policy.CircuitBreaker.SlidingWindow;
import java.util.Arrays;

/**
 * The calls that a circuit breaker's rates are taken over. Failures and slow calls are counted apart; a call can be both. Whether a
 * rate reaches a threshold is decided on exact counts, so that one in ten reaches 0.1.
 */
abstract class CallWindow {

    private int calls;
    private int failures;
    private int slowCalls;

    /** An empty window. */
    static CallWindow of(SlidingWindow policy) {
        return policy instanceof SlidingWindow.Time time
                ? ofSeconds(time.size().intValue())
                : ofCalls(((SlidingWindow.Count) policy).size().intValue());
    }

    /** The last {@code size} calls. */
    static CallWindow ofCalls(int size) {
        return new Count(size);
    }

    /** The calls of this whole second and the {@code seconds} - 1 before it, seconds being counted from the run's beginning. */
    static CallWindow ofSeconds(int seconds) {
        return new Time(seconds);
    }

    /** Counts a call that has ended now. */
    abstract void add(long now, boolean failed, boolean slow);

    /** Forgets everything. */
    void clear() {
        calls = 0;
        failures = 0;
        slowCalls = 0;
    }

    /** So many calls it takes to decide anything, where {@code minimum} are asked for: no more than there can ever be. */
    int needed(int minimum) {
        return minimum;
    }

    final int calls() {
        return calls;
    }

    /** Whether so large a share of the calls, of which there is at least one, has failed. */
    final boolean failureRateReaches(double share) {
        return (double) failures / calls >= share;
    }

    /** Whether so large a share of the calls, of which there is at least one, was slow. */
    final boolean slowCallRateReaches(double share) {
        return (double) slowCalls / calls >= share;
    }

    /** Counts calls in, or out again where the numbers are below 0. */
    final void count(int moreCalls, int moreFailures, int moreSlowCalls) {
        calls += moreCalls;
        failures += moreFailures;
        slowCalls += moreSlowCalls;
    }

    private static final class Count extends CallWindow {

        private static final int FAILED = 1;
        private static final int SLOW = 2;

        private static final int FIRST_ROOM = 128;

        private final int size;
        /** With room for all calls of the window, or for fewer while there were not so many. */
        private byte[] ring;

        private int next;

        Count(int size) {
            this.size = size;
            ring = new byte[Math.min(size, FIRST_ROOM)];
        }

        @Override
        void add(long now, boolean failed, boolean slow) {
            if (calls() == size) {
                count(-1, -(ring[next] & FAILED), -(ring[next] / SLOW));
            }
            if (next == ring.length) {
                ring = Arrays.copyOf(ring, Math.min(size, 2 * next));
            }
            ring[next] = (byte) ((failed ? FAILED : 0) + (slow ? SLOW : 0));
            count(1, failed ? 1 : 0, slow ? 1 : 0);
            next = next + 1 == size ? 0 : next + 1;
        }

        @Override
        int needed(int minimum) {
            return Math.min(minimum, size);
        }

        @Override
        void clear() {
            super.clear();
            next = 0;
        }
    }

    private static final class Time extends CallWindow {

        private static final long SECOND = 1_000_000_000L;

        private final int[] calls;
        private final int[] failures;
        private final int[] slowCalls;
        private long second;

        Time(int seconds) {
            calls = new int[seconds];
            failures = new int[seconds];
            slowCalls = new int[seconds];
        }

        @Override
        void add(long now, boolean failed, boolean slow) {
            slideTo(now / SECOND);
            int slot = (int) (second % calls.length);
            calls[slot]++;
            failures[slot] += failed ? 1 : 0;
            slowCalls[slot] += slow ? 1 : 0;
            count(1, failed ? 1 : 0, slow ? 1 : 0);
        }

        private void slideTo(long target) {
            if (target - second >= calls.length) {
                clear();
                second = target;
            }
            while (second < target) {
                second++;
                int oldest = (int) (second % calls.length);
                count(-calls[oldest], -failures[oldest], -slowCalls[oldest]);
                calls[oldest] = 0;
                failures[oldest] = 0;
                slowCalls[oldest] = 0;
            }
        }

        @Override
        void clear() {
            super.clear();
            Arrays.fill(calls, 0);
            Arrays.fill(failures, 0);
            Arrays.fill(slowCalls, 0);
        }
    }
}
