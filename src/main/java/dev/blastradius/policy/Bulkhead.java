package dev.blastradius.policy;

import dev.blastradius.model.Policy;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how many calls a caller has under way at a time.
 *
 * @param maxConcurrent the most calls under way
 * @param maxWait how long a further one waits for a place
 */
public record Bulkhead(
        @Nullable Long maxConcurrent, @Nullable Duration maxWait) implements Policy {

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
}
