package dev.blastradius.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.policy.BreakerGate.State;
import dev.blastradius.policy.CircuitBreaker.SlidingWindow;
import dev.blastradius.sim.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for gates whatever happens to them: random policies and random attempts, one for each seed. */
class GatePropertiesTest {

    private static final int SEEDS = 200;
    private static final int ATTEMPTS = 2_000;
    private static final long MILLISECOND = 1_000_000;

    static IntStream seeds() {
        return IntStream.range(0, SEEDS);
    }

    private static RandomStream stream(int seed, String what) {
        return new RandomStream().start(RandomStream.mix(RandomStream.key(what), seed));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void aRateLimiterNeverLetsMoreThanItsBurstThroughInACycle(int seed) {
        RandomStream random = stream(seed, "rate limiter");
        int burst = 1 + random.below(20);
        double rate = 1 + random.below(100);
        long maxWait = random.below(5) * 400L * MILLISECOND;
        Gate gate = new RateLimiter(rate, (double) burst, Duration.ofNanos(maxWait)).gate();
        long cycle = Math.round(burst / rate * 1e9);
        Map<Long, Integer> perCycle = new TreeMap<>();
        long now = 0;
        for (int i = 0; i < ATTEMPTS; i++) {
            now += Math.round(random.exponential() / rate / 2 * 1e9);
            boolean refuses = gate.refuses(now);
            long answer = gate.admit(now, 0, random);
            assertEquals(refuses, answer == Gate.REFUSED, "seed " + seed);
            if (answer != Gate.REFUSED) {
                assertTrue(answer <= maxWait, "seed " + seed);
                perCycle.merge((now + answer) / cycle, 1, Integer::sum);
            }
        }
        perCycle.forEach((number, through) -> assertTrue(through <= burst, "seed " + seed + ", cycle " + number));
        assertTrue(perCycle.containsValue(burst), "it was never used to the full: seed " + seed);
    }

    /** What a breaker does is a chain of closed to open, open to half-open, half-open to either, at times that never go back. */
    @ParameterizedTest
    @MethodSource("seeds")
    void aBreakerLetsNothingThroughWhileItIsOpenAndNoMoreThanItsProbesWhenHalfOpen(int seed) {
        RandomStream random = stream(seed, "breaker");
        long wait = (1 + random.below(30)) * 100L * MILLISECOND;
        int permitted = 1 + random.below(10);
        long patience = random.below(2) * 700L * MILLISECOND;
        var policy = new CircuitBreaker(
                random.below(2) == 0
                        ? new SlidingWindow.Count(1L + random.below(20))
                        : new SlidingWindow.Time(1L + random.below(5)),
                1L + random.below(20),
                0.1 + 0.9 * random.uniform(),
                Duration.ofNanos(300 * MILLISECOND),
                0.5,
                Duration.ofNanos(wait),
                null,
                null,
                (long) permitted,
                Duration.ofNanos(patience));
        List<Long> changes = new ArrayList<>(List.of(0L));
        List<State> states = new ArrayList<>(List.of(State.CLOSED));
        BreakerGate gate = policy.gate(false, (at, from, to) -> {
            assertEquals(states.get(states.size() - 1), from, "seed " + seed);
            assertNotEquals(from, to);
            assertTrue(at >= changes.get(changes.size() - 1), "seed " + seed);
            assertTrue(from != State.OPEN || at > changes.get(changes.size() - 1) + wait, "seed " + seed);
            changes.add(at);
            states.add(to);
        });
        long now = 0;
        int probes = 0;
        for (int i = 0; i < ATTEMPTS; i++) {
            now += Math.round(random.exponential() * 100 * MILLISECOND);
            int before = states.size();
            boolean refuses = gate.refuses(now);
            boolean admitted = gate.admit(now, 0, random) == Gate.ADMITTED;
            assertEquals(refuses, !admitted, "seed " + seed);
            State state = states.get(states.size() - 1);
            assertTrue(state != State.OPEN || !admitted, "seed " + seed);
            probes = state != State.HALF_OPEN || states.size() > before ? 0 : probes;
            probes += admitted ? 1 : 0;
            assertTrue(state != State.HALF_OPEN || probes <= permitted, "seed " + seed);
            if (admitted && random.below(4) > 0) {
                long nanos = Math.round(random.exponential() * 200 * MILLISECOND);
                gate.ended(now, nanos, random.below(3) == 0 ? CallOutcome.ERROR : CallOutcome.OK);
            }
        }
        assertEquals(states.get(states.size() - 1), gate.state(now));
    }

    /** The n-th of requests that all fail is sent with probability 1/n, so of a thousand 1 + 1/2 + … + 1/1000 = 7.485 are. */
    @Test
    void aThrottleSendsTheHarmonicSumOfWhatAlwaysFails() {
        int requests = 1_000;
        double mean = 0;
        double variance = 0;
        for (int n = 1; n <= requests; n++) {
            mean += 1.0 / n;
            variance += 1.0 / n * (1 - 1.0 / n);
        }
        int sent = 0;
        for (int seed = 0; seed < SEEDS; seed++) {
            Gate gate = new Throttle(2.0, Duration.of("2m")).gate();
            RandomStream random = stream(seed, "throttle");
            for (int i = 0; i < requests; i++) {
                long now = i * MILLISECOND;
                if (gate.admit(now, 0, random) == Gate.ADMITTED) {
                    gate.ended(now, 0, CallOutcome.REJECTED);
                    sent++;
                }
            }
        }
        assertEquals(mean, sent / (double) SEEDS, 3 * Math.sqrt(variance / SEEDS));
    }
}
