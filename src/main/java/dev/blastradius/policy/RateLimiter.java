package dev.blastradius.policy;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.sim.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how often a caller calls, as Resilience4j's AtomicRateLimiter does: time is cut into cycles of burst/requestsPerSecond
 * from the run's beginning, each with {@code burst} permits; a call that finds none takes one of a coming cycle's, if that begins
 * soon enough. What a cycle does not use is lost.
 *
 * @param requestsPerSecond the sustained rate
 * @param burst calls that may come at once
 * @param maxWait how long a call waits for its turn
 */
public record RateLimiter(
        Double requestsPerSecond,
        @Nullable Double burst,
        @Nullable Duration maxWait) implements GatePolicy, CheckedPolicy {

    public static final String KEY = "rateLimiter";

    public static final Parameter<RateLimiter, Double> REQUESTS_PER_SECOND = Parameter.of(
                    "requestsPerSecond",
                    NumberType.positive(1e9, "requests a second"),
                    RateLimiter::requestsPerSecond,
                    "The sustained rate")
            .mandatory()
            .from("Resilience4j: AtomicRateLimiter, fixed cycles of burst/requestsPerSecond");
    public static final Parameter<RateLimiter, Double> BURST = Parameter.<RateLimiter, Double>of(
                    "burst", NumberType.from(1, 1e9, "requests"), RateLimiter::burst, "Calls that may come at once")
            .absentMeans("a second's worth")
            .from("Resilience4j: RateLimiterConfig.limitForPeriod");
    public static final Parameter<RateLimiter, Duration> MAX_WAIT = Parameter.of(
                    "maxWait", new DurationType(true), RateLimiter::maxWait, "How long a call waits for its turn")
            .byDefault(Duration.ZERO)
            .ownChoice();

    public static final ObjectType<RateLimiter> TYPE = ObjectType.of(
            "rate limiter", "Bounds how often a caller calls", RateLimiter.class, REQUESTS_PER_SECOND, BURST, MAX_WAIT);

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String caption() {
        return "limiter";
    }

    @Override
    public void check(Dependency dependency, JsonPath arrow, Problems problems) {
        PoliciesFit.checkWait(this, MAX_WAIT, dependency, arrow.key(KEY), problems);
    }

    @Override
    public Gate gate() {
        double rate = REQUESTS_PER_SECOND.in(this);
        long permits = (long) Math.max(1, burst == null ? rate : burst);
        double cycleNanos = Math.max(1, Math.min(permits / rate * 1e9, Duration.MAX_NANOS));
        return new Cycles(permits, Math.round(cycleNanos), MAX_WAIT.in(this).nanos());
    }

    /**
     * The cycles. A call that cannot have a permit in time is refused at once, as {@code reservePermission} does;
     * {@code acquirePermission} would let it wait in vain first. A permit that was taken and not used is not given back.
     */
    private static final class Cycles implements Gate {

        private final long permitsPerCycle;
        private final long cycleNanos;
        private final long maxWaitNanos;
        private long cycle;
        /** Below 0: so many of the coming cycles' permits are taken. */
        private long permits;

        Cycles(long permitsPerCycle, long cycleNanos, long maxWaitNanos) {
            this.permitsPerCycle = permitsPerCycle;
            this.cycleNanos = cycleNanos;
            this.maxWaitNanos = maxWaitNanos;
            this.permits = permitsPerCycle;
        }

        @Override
        public long admit(long now, int underWay, RandomStream stream) {
            moveTo(now / cycleNanos);
            long wait = waitForPermit(now);
            if (wait >= 0) {
                permits--;
            }
            return wait;
        }

        @Override
        public boolean refuses(long now) {
            moveTo(now / cycleNanos);
            return waitForPermit(now) < 0;
        }

        @Override
        public void ended(long now, long nanos, CallOutcome outcome) {
            // only beginnings count
        }

        @Override
        public void released(long now) {
            // only beginnings count
        }

        private void moveTo(long current) {
            long passed = current - cycle;
            if (passed > 0) {
                cycle = current;
                long cyclesUntilFull = (2 * permitsPerCycle - permits - 1) / permitsPerCycle;
                permits = passed >= cyclesUntilFull ? permitsPerCycle : permits + passed * permitsPerCycle;
            }
        }

        /** How long until the next permit that nobody has taken; {@link #REFUSED} where that is too long. */
        private long waitForPermit(long now) {
            if (permits > 0) {
                return ADMITTED;
            }
            long cyclesAfterNext = -permits / permitsPerCycle;
            long untilNext = cycleNanos - now % cycleNanos;
            if (untilNext > maxWaitNanos || cyclesAfterNext > (maxWaitNanos - untilNext) / cycleNanos) {
                return REFUSED;
            }
            return untilNext + cyclesAfterNext * cycleNanos;
        }
    }
}
