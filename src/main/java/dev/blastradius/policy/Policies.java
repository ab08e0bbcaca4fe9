package dev.blastradius.policy;

import dev.blastradius.model.Policy;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policies there are: to add one, write its file and add its line here. */
public final class Policies {

    /** Every policy, the outermost first: each wraps those after it. */
    public static final List<Parameter<Map<String, Policy>, ?>> ALL = List.of(
            of(Retry.KEY, Retry.TYPE, PublishedDefaults.RETRY),
            of(CircuitBreaker.KEY, CircuitBreaker.TYPE, PublishedDefaults.CIRCUIT_BREAKER),
            of(RateLimiter.KEY, RateLimiter.TYPE, PublishedDefaults.RATE_LIMITER),
            of(Throttle.KEY, Throttle.TYPE),
            of(Bulkhead.KEY, Bulkhead.TYPE, PublishedDefaults.BULKHEAD),
            of(Hedge.KEY, Hedge.TYPE, PublishedDefaults.HEDGE));

    private Policies() {}

    /** A policy that begins with what its own type says. */
    private static <P extends Policy> Parameter<Map<String, Policy>, P> of(String key, ObjectType<P> type) {
        return of(key, type, type.beginnings().toArray(Beginning[]::new));
    }

    private static <P extends Policy> Parameter<Map<String, Policy>, P> of(
            String key, ObjectType<P> type, Beginning... beginnings) {
        return Parameter.<Map<String, Policy>, P>of(key, type, policies -> given(policies, key, type), type.meaning())
                .absentMeans("none")
                .beginningWith(beginnings);
    }

    private static <P extends Policy> @Nullable P given(Map<String, Policy> policies, String key, ObjectType<P> type) {
        Policy policy = policies.get(key);
        return policy == null ? null : type.cast(policy);
    }
}
