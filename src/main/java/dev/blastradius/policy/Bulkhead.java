package dev.blastradius.policy;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.sim.RandomStream;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many calls a caller has under way at a time.
 *
 * @param maxConcurrent the most calls under way
 * @param maxWait how long a further one waits for a place
 */
public record Bulkhead(
        @Nullable Long maxConcurrent, @Nullable Duration maxWait) implements GatePolicy, CheckedPolicy {

    public static final String KEY = "bulkhead";

    public static final Parameter<Bulkhead, Long> MAX_CONCURRENT = Parameter.of(
                    "maxConcurrent", new IntegerType(1, 1_000_000), Bulkhead::maxConcurrent, "The most calls under way")
            .byDefault(25L)
            .from("Resilience4j: BulkheadConfig.DEFAULT_MAX_CONCURRENT_CALLS");
    public static final Parameter<Bulkhead, Duration> MAX_WAIT = Parameter.of(
                    "maxWait", new DurationType(true), Bulkhead::maxWait, "How long a further one waits for a place")
            .byDefault(Duration.ZERO)
            .from("Resilience4j: BulkheadConfig.DEFAULT_MAX_WAIT_DURATION");

    public static final ObjectType<Bulkhead> TYPE = ObjectType.of(
            KEY, "Bounds how many calls are under way at a time", Bulkhead.class, MAX_CONCURRENT, MAX_WAIT);

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String caption() {
        return MAX_CONCURRENT.in(this) + " at a time";
    }

    @Override
    public void check(Dependency dependency, JsonPath arrow, Problems problems) {
        PoliciesFit.checkWait(this, MAX_WAIT, dependency, arrow.key(KEY), problems);
    }

    @Override
    public Gate gate() {
        return new Places(MAX_CONCURRENT.in(this), MAX_WAIT.in(this).nanos());
    }

    /** The engine counts what is under way and keeps the line; this knows how much there is room for. */
    private record Places(long most, long longestQueueing) implements Gate {

        @Override
        public long admit(long now, int underWay, RandomStream stream) {
            if (underWay < most) {
                return ADMITTED;
            }
            return longestQueueing > 0 ? QUEUED : REFUSED;
        }

        @Override
        public void ended(long now, long nanos, CallOutcome outcome) {
            // its place is free as soon as the engine no longer counts it
        }

        @Override
        public void released(long now) {
            // as above
        }
    }
}
