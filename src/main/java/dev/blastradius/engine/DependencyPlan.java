package dev.blastradius.engine;

import dev.blastradius.policy.BackoffDelays;
import dev.blastradius.sim.Sampler;
import org.jspecify.annotations.Nullable;

/**
 * A dependency made ready to run.
 *
 * @param key its random key, from its {@code "from->to"}
 * @param from the caller's number
 * @param to the callee's number
 * @param probability that it is called at all
 * @param fewestCalls how often it is called, at least
 * @param mostCalls how often it is called, at most
 * @param optional whether its failure only degrades
 * @param tokens overrides the request's tokens
 * @param network what the network adds to each attempt, in seconds; null: nothing
 * @param timeoutNanos for each attempt; -1: none
 * @param deadlineNanos over all attempts; -1: none
 * @param maxAttempts 1: no retry
 * @param retryOn a bit for each outcome's ordinal that is retried
 * @param backoff the waits before retries
 * @param honourRetryAfter whether a retry waits as long as a {@code rateLimited} answer asks for
 * @param fallbacks the numbers of the dependencies that stand in for it, in their order
 */
record DependencyPlan(
        long key,
        int from,
        int to,
        double probability,
        int fewestCalls,
        int mostCalls,
        boolean optional,
        TokenDraw tokens,
        @Nullable Sampler network,
        long timeoutNanos,
        long deadlineNanos,
        int maxAttempts,
        int retryOn,
        BackoffDelays backoff,
        boolean honourRetryAfter,
        Fallbacks fallbacks) {

    /** Dependencies in the order in which they are tried. */
    static final class Fallbacks {
        private final int[] dependencies;

        Fallbacks(int[] dependencies) {
            this.dependencies = dependencies;
        }

        int size() {
            return dependencies.length;
        }

        int get(int turn) {
            return dependencies[turn];
        }
    }
}
