package dev.blastradius.policy;

import dev.blastradius.model.Policy;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The policies there are: to add one, write its file and add its line here. */
public final class Policies {

    /** Every policy, the outermost first: each wraps those after it. */
    public static final List<Parameter<Map<String, Policy>, ?>> ALL = List.of(
            of(Retry.KEY, Retry.TYPE),
            of(CircuitBreaker.KEY, CircuitBreaker.TYPE),
            of(RateLimiter.KEY, RateLimiter.TYPE),
            of(Throttle.KEY, Throttle.TYPE),
            of(Bulkhead.KEY, Bulkhead.TYPE),
            of(Hedge.KEY, Hedge.TYPE));

    private Policies() {}

    private static <P extends Policy> Parameter<Map<String, Policy>, P> of(String key, ObjectType<P> type) {
        return Parameter.<Map<String, Policy>, P>of(key, type, policies -> given(policies, key, type), type.meaning())
                .absentMeans("none");
    }

    private static <P extends Policy> @Nullable P given(Map<String, Policy> policies, String key, ObjectType<P> type) {
        Policy policy = policies.get(key);
        return policy == null ? null : type.cast(policy);
    }
}
