package dev.blastradius.policy;

import dev.blastradius.model.Policy;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Bounds how often a caller calls.
 *
 * @param requestsPerSecond the sustained rate
 * @param burst calls that may come at once
 * @param maxWait how long a call waits for its turn
 */
public record RateLimiter(
        Double requestsPerSecond,
        @Nullable Double burst,
        @Nullable Duration maxWait) implements Policy {

    public static final String KEY = "rateLimiter";

    public static final Parameter<RateLimiter, Double> REQUESTS_PER_SECOND = Parameter.of(
                    "requestsPerSecond",
                    NumberType.positive(1e9, "requests a second"),
                    RateLimiter::requestsPerSecond,
                    "The sustained rate")
            .mandatory();
    public static final Parameter<RateLimiter, Double> BURST = Parameter.<RateLimiter, Double>of(
                    "burst", NumberType.from(1, 1e9, "requests"), RateLimiter::burst, "Calls that may come at once")
            .absentMeans("a second's worth");
    public static final Parameter<RateLimiter, Duration> MAX_WAIT = Parameter.of(
                    "maxWait", new DurationType(true), RateLimiter::maxWait, "How long a call waits for its turn")
            .byDefault(Duration.ZERO);

    public static final ObjectType<RateLimiter> TYPE = ObjectType.of(
            "rate limiter", "Bounds how often a caller calls", RateLimiter.class, REQUESTS_PER_SECOND, BURST, MAX_WAIT);

    @Override
    public String key() {
        return KEY;
    }
}
