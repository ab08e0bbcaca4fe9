package dev.blastradius.policy;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.sim.RandomStream;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for retry budgets whatever happens to them: random terms and random calls, one for each seed. */
class BudgetPropertiesTest {

    private static final int SEEDS = 200;
    private static final int CALLS = 2_000;
    private static final int ATTEMPTS = 1_000_000;
    private static final double ROUNDING = 1e-6;

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    private static RandomStream stream(int seed, String what) {
        return new RandomStream().start(RandomStream.mix(RandomStream.key(what), seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aTokenBucketNeverPaysOutMoreThanItHasGot(int seed) {
        RandomStream random = stream(seed, "bucket");
        double capacity = random.below(50);
        double cost = random.uniform() * 10;
        double timeoutCost = random.uniform() * 10;
        Double deposit = random.below(2) == 0 ? null : (Double) random.uniform();
        Budget budget = new RetryBudget.TokenBucket(capacity, cost, timeoutCost, null, deposit).open();
        double tokens = capacity;
        for (int i = 0; i < CALLS; i++) {
            budget.firstTry(i);
            tokens = Math.min(capacity, tokens + (deposit == null ? 0 : deposit));
            boolean afterTimeout = random.below(2) == 0;
            double price = afterTimeout ? timeoutCost : cost;
            int retries = 0;
            while (random.below(3) > 0) {
                budget.failed(i);
                boolean paid = budget.mayRetry(i, afterTimeout);
                assertTrue(
                        paid ? tokens > price - ROUNDING * CALLS : tokens < price + ROUNDING * CALLS, "seed " + seed);
                tokens -= paid ? price : 0;
                retries += paid ? 1 : 0;
            }
            budget.succeeded(i, retries, afterTimeout);
            double back = retries > 0 ? price : 1;
            tokens = Math.min(capacity, tokens + (deposit == null ? back : 0));
        }
    }

    /** In any stretch of time: what its calls earn, the reserve of each window that it touches, and no more. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aRatioBudgetKeepsRetriesToItsShareOfCalls(int seed) {
        RandomStream random = stream(seed, "ratio");
        double ratio = random.uniform();
        double minimum = random.below(5);
        long window = 10_000_000_000L;
        Budget budget = new RetryBudget.Ratio(ratio, minimum, Duration.ofNanos(window)).open();
        long now = 0;
        int retries = 0;
        for (int calls = 1; calls <= CALLS; calls++) {
            now += Math.round(random.exponential() * 5e8);
            budget.firstTry(now);
            while (random.below(3) > 0 && budget.mayRetry(now, false)) {
                retries++;
            }
            double windows = 1 + now / (0.9 * window);
            assertTrue(retries <= ratio * calls + minimum * 10 * windows + ROUNDING * calls, "seed " + seed);
        }
        assertTrue(retries > ratio * CALLS / 2, "it was hardly used: seed " + seed);
    }

    /**
     * gRPC proposal A6 with a ratio of 0.1: as many tokens go as come where one attempt in eleven fails (0.0909). Below that retries
     * are allowed, above it they are not; the more tokens, the sharper the edge.
     */
    @ParameterizedTest
    @CsvSource({"1000,0.0859,0.999,1", "1000,0.0959,0,0.001", "10,0.0409,0.99,1", "10,0.1109,0,0.1", "10,0.1509,0,0.01"
    })
    void throttlingStopsRetriesInTheLongRunAboveOneFailureInEleven(
            double maxTokens, double failureRate, double least, double most) {
        Budget budget = new RetryBudget.Throttling(maxTokens, 0.1).open();
        RandomStream random = stream(1, "throttling");
        int failures = 0;
        int allowed = 0;
        for (int i = 0; i < ATTEMPTS; i++) {
            if (random.uniform() < failureRate) {
                budget.failed(i);
                boolean retried = budget.mayRetry(i, false);
                if (i >= ATTEMPTS / 2) {
                    failures++;
                    allowed += retried ? 1 : 0;
                }
            } else {
                budget.succeeded(i, 0, false);
            }
        }
        double share = allowed / (double) failures;
        assertTrue(share >= least && share <= most, "allowed " + share);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aBudgetOfWhichNothingIsLeftPaysForNoRetryAndOneThatPaysHasSomethingLeft(int seed) {
        RandomStream random = stream(seed, "left");
        for (Budget budget : new Budget[] {
            new RetryBudget.TokenBucket(1.0 + random.below(20), 3.0, 3.0, null, null).open(),
            new RetryBudget.Ratio(0.1, 0.5, Duration.of("10s")).open(),
            new RetryBudget.Throttling(4.0 + random.below(10), 0.3).open()
        }) {
            for (int i = 0; i < 500; i++) {
                long now = i * 40_000_000L;
                budget.firstTry(now);
                if (random.below(3) == 0) {
                    budget.failed(now);
                    double left = budget.left(now);
                    assertTrue(left >= 0 && left <= 1, "seed " + seed + ": " + left);
                    boolean paid = budget.mayRetry(now, false);
                    assertTrue(paid == left > 0, "seed " + seed + ": " + left + " left, paid " + paid);
                } else {
                    budget.succeeded(now, 0, false);
                }
            }
        }
    }
}
