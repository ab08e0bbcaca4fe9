package dev.blastradius.engine;

import dev.blastradius.policy.BackoffDelays;
import dev.blastradius.policy.GatePolicy;
import dev.blastradius.policy.RetryBudget;
import dev.blastradius.sim.Sampler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dependency made ready to run.
 *
 * @param key its random key, from its {@code "from->to"}
 * @param from the caller's number
 * @param to the callee's number
 * @param firstGuard the number of its first {@link Guards guard}: one for each replica of the caller
 * @param probability that it is called at all
 * @param fewestCalls how often it is called, at least
 * @param mostCalls how often it is called, at most
 * @param optional whether its failure only degrades
 * @param tokens overrides the request's tokens
 * @param network what the network adds to each attempt, in seconds; null: nothing
 * @param timeoutNanos for each attempt; -1: none
 * @param deadlineNanos over all attempts; -1: none
 * @param retrying what is tried again, and when
 * @param gates the policies that let attempts through, the outermost first; null where it has none of that sort
 * @param hedging what goes out beside a late attempt
 * @param standby what keeps a fallback from being there at once
 * @param fallbacks the numbers of the dependencies that stand in for it, in their order
 */
record DependencyPlan(
        long key,
        int from,
        int to,
        int firstGuard,
        double probability,
        int fewestCalls,
        int mostCalls,
        boolean optional,
        TokenDraw tokens,
        @Nullable Sampler network,
        long timeoutNanos,
        long deadlineNanos,
        Retrying retrying,
        List<@Nullable GatePolicy> gates,
        Hedging hedging,
        Standby standby,
        Fallbacks fallbacks) {

    /**
     * Retries.
     *
     * @param maxAttempts 1: no retry
     * @param on a bit for each outcome's ordinal that is retried
     * @param backoff the waits before retries
     * @param honoursRetryAfter whether a retry waits as long as a {@code rateLimited} answer asks for
     * @param longestRetryAfter the most that it waits because of such an answer, in nanoseconds
     * @param givesUpOver whether it gives up where more is asked for, and does not wait by its own backoff
     * @param budget what bounds all of a replica's retries together; null: nothing
     */
    record Retrying(
            int maxAttempts,
            int on,
            BackoffDelays backoff,
            boolean honoursRetryAfter,
            long longestRetryAfter,
            boolean givesUpOver,
            @Nullable RetryBudget budget) {

        static final Retrying NONE = new Retrying(1, 0, BackoffDelays.NONE, false, 0, false, null);

        boolean retries(int outcome) {
            return (on >> outcome & 1) != 0;
        }
    }

    /**
     * Hedges.
     *
     * @param afterNanos how late an answer must be
     * @param mostExtra 0: no hedge
     */
    record Hedging(long afterNanos, int mostExtra) {
        static final Hedging NONE = new Hedging(0, 0);
    }

    /**
     * How ready a fallback is.
     *
     * @param readiness the probability that it works at all
     * @param coldStart how long after its first use it is there, in seconds; null: at once
     */
    record Standby(double readiness, @Nullable Sampler coldStart) {
        static final Standby READY = new Standby(1, null);

        boolean isReady() {
            return readiness >= 1 && coldStart == null;
        }
    }

    /** Dependencies in the order in which they are tried. */
    static final class Fallbacks {
        private final int[] dependencies;

        Fallbacks(int[] dependencies) {
            this.dependencies = dependencies;
        }

        int size() {
            return dependencies.length;
        }

        /** Whether a dependency is one of the first so many. */
        boolean isAmongFirst(int dependency, int count) {
            for (int turn = 0; turn < count; turn++) {
                if (dependencies[turn] == dependency) {
                    return true;
                }
            }
            return false;
        }

        int get(int turn) {
            return dependencies[turn];
        }
    }
}
