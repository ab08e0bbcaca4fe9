package dev.blastradius.engine;

import dev.blastradius.engine.DependencyPlan.Fallbacks;
import dev.blastradius.engine.DependencyPlan.Hedging;
import dev.blastradius.engine.DependencyPlan.Retrying;
import dev.blastradius.engine.DependencyPlan.Standby;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.Calls;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Dependency.Call;
import dev.blastradius.model.Dependency.Fallback;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Policy;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Gateway.Cooldown;
import dev.blastradius.model.component.Gateway.Routing;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.policy.BackoffDelays;
import dev.blastradius.policy.GatePolicy;
import dev.blastradius.policy.Hedge;
import dev.blastradius.policy.Policies;
import dev.blastradius.policy.Retry;
import dev.blastradius.policy.Retry.OverRetryAfterMax;
import dev.blastradius.sim.RandomStream;
import dev.blastradius.sim.Sampler;
import dev.blastradius.sim.Samplers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes dependencies, and the gateways that choose among them, ready to run. */
final class DependencyPlans {

    private final Pipeline pipeline;
    private final Numbering numbers;

    /**
     * For one pipeline.
     *
     * @param numbers the number of each dependency
     */
    DependencyPlans(Pipeline pipeline, Numbering numbers) {
        this.pipeline = pipeline;
        this.numbers = numbers;
    }

    /**
     * The plan of a dependency.
     *
     * @param from the number of its caller
     * @param to the number of its callee
     * @param firstGuard the number of its first guard
     */
    DependencyPlan plan(String key, Dependency dependency, int from, int to, int firstGuard) {
        Call call = dependency.call();
        Calls calls = Call.CALLS.in(call);
        return new DependencyPlan(
                RandomStream.key(key),
                from,
                to,
                firstGuard,
                Call.PROBABILITY.in(call),
                Math.toIntExact(calls.min()),
                Math.toIntExact(calls.max()),
                Call.MODE.in(call) == Dependency.Mode.OPTIONAL,
                new TokenDraw(sampler(call.inputTokens()), sampler(call.outputTokens())),
                sampler(call.network()),
                nanosOr(call.timeout(), -1),
                nanosOr(call.deadline(), -1),
                retrying(dependency.policy(Retry.class)),
                gates(dependency),
                hedging(dependency.policy(Hedge.class)),
                dependency.isFallback() ? standby(dependency.fallback()) : Standby.READY,
                fallbacksOf(key));
    }

    private static long nanosOr(@Nullable Duration duration, long otherwise) {
        return duration == null ? otherwise : duration.nanos();
    }

    private static @Nullable Sampler sampler(@Nullable Distribution distribution) {
        return distribution == null ? null : Samplers.of(distribution);
    }

    private static Retrying retrying(@Nullable Retry retry) {
        if (retry == null) {
            return Retrying.NONE;
        }
        Retry.Backoff backoff = retry.backoff();
        return new Retrying(
                Math.toIntExact(Retry.MAX_ATTEMPTS.in(retry)),
                bits(Retry.RETRY_ON.in(retry)),
                backoff == null ? BackoffDelays.NONE : BackoffDelays.of(backoff),
                Retry.HONOUR_RETRY_AFTER.in(retry),
                nanosOr(retry.retryAfterMax(), Long.MAX_VALUE),
                Retry.OVER_RETRY_AFTER_MAX.in(retry) == OverRetryAfterMax.GIVE_UP,
                retry.budget());
    }

    private static int bits(List<CallOutcome> outcomes) {
        int bits = 0;
        for (CallOutcome outcome : outcomes) {
            bits |= 1 << outcome.ordinal();
        }
        return bits;
    }

    private static List<@Nullable GatePolicy> gates(Dependency dependency) {
        List<@Nullable GatePolicy> gates = new ArrayList<>();
        boolean any = false;
        for (Parameter<Map<String, Policy>, ?> slot : Policies.ALL) {
            Policy policy = dependency.policies().get(slot.key());
            gates.add(policy instanceof GatePolicy gate ? gate : null);
            any |= policy instanceof GatePolicy;
        }
        return any ? gates : List.of();
    }

    private static Hedging hedging(@Nullable Hedge hedge) {
        return hedge == null
                ? Hedging.NONE
                : new Hedging(Hedge.AFTER.in(hedge).nanos(), Math.toIntExact(Hedge.MAX_EXTRA.in(hedge)));
    }

    private static Standby standby(Fallback fallback) {
        return new Standby(Fallback.READINESS.in(fallback), sampler(fallback.coldStart()));
    }

    private Fallbacks fallbacksOf(String key) {
        return new Fallbacks(pipeline.arrows().entrySet().stream()
                .filter(entry -> key.equals(entry.getValue().fallback().fallbackFor()))
                .sorted(Comparator.comparing(
                        entry -> Fallback.ORDER.in(entry.getValue().fallback())))
                .mapToInt(entry -> numbers.dependency(entry.getKey()))
                .toArray());
    }

    /** How a router chooses among its dependencies; null where it has none. */
    @Nullable
    RoutingPlan routing(String id, Component router) {
        Routing routing = router.routing() == null ? new Routing(null, null, null) : router.routing();
        Cooldown cooldown = routing.cooldown();
        List<Map.Entry<String, Dependency>> targets = pipeline.arrows().entrySet().stream()
                .filter(entry -> Pipeline.from(entry.getKey()).equals(id)
                        && !entry.getValue().isFallback())
                .sorted(Comparator.comparing((Map.Entry<String, Dependency> entry) ->
                                Fallback.ORDER.in(entry.getValue().fallback()))
                        .thenComparing(entry -> Call.STEP.in(entry.getValue().call())))
                .toList();
        if (targets.isEmpty()) {
            return null;
        }
        return new RoutingPlan(
                Routing.STRATEGY.in(routing),
                Routing.FAILOVER.in(routing),
                targets.stream()
                        .mapToInt(entry -> numbers.dependency(entry.getKey()))
                        .toArray(),
                targets.stream()
                        .mapToDouble(entry -> Call.WEIGHT.in(entry.getValue().call()))
                        .toArray(),
                cooldown == null ? -1 : Math.toIntExact(Cooldown.ALLOWED_FAILURES.in(cooldown)),
                cooldown == null ? 0 : Cooldown.WINDOW.in(cooldown).nanos(),
                cooldown == null ? 0 : Cooldown.DURATION.in(cooldown).nanos());
    }
}
