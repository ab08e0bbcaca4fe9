package dev.blastradius.policy;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.Policy;
import dev.blastradius.model.check.Rule;
import dev.blastradius.model.check.Subject;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Policies do not contradict themselves, nor each other. What each can get wrong is said in its own file. */
public final class PoliciesFit implements Rule {

    @Override
    public void check(Subject subject, Problems problems) {
        for (Map.Entry<String, Dependency> arrow : subject.pipeline().arrows().entrySet()) {
            JsonPath where = JsonPath.ROOT.key("dependencies").key(arrow.getKey());
            for (Policy policy : arrow.getValue().policies().values()) {
                if (policy instanceof CheckedPolicy checked) {
                    checked.check(arrow.getValue(), where, problems);
                }
            }
        }
    }

    /** A warning about a parameter, at its own place, or at that of its object where only its default holds. */
    static <R, T> void warn(
            R object, Parameter<R, T> parameter, JsonPath where, String what, String expected, Problems problems) {
        Object found = parameter.type().write(parameter.in(object));
        if (parameter.given(object) == null) {
            String why = what + " (\"" + parameter.key() + "\" is " + found + " where nothing is said)";
            problems.warning(where, why, "\"" + parameter.key() + "\" beside it, " + expected, null);
        } else {
            problems.warning(where.key(parameter.key()), what, expected, found);
        }
    }

    /** A warning about a parameter that is given and does nothing without another. */
    static <R> void warnOfNoEffect(
            R object, Parameter<R, ?> parameter, JsonPath where, String why, String expected, Problems problems) {
        if (parameter.given(object) != null) {
            problems.warning(where.key(parameter.key()), "this has no effect: " + why, expected, null);
        }
    }

    /** Warns of a wait that is as long as all attempts and waits together may take. */
    static <R> void checkWait(
            R object, Parameter<R, Duration> wait, Dependency dependency, JsonPath where, Problems problems) {
        Duration deadline = dependency.call().deadline();
        if (deadline != null && wait.in(object).nanos() >= deadline.nanos()) {
            warn(
                    object,
                    wait,
                    where,
                    "what waits this long has passed its deadline",
                    "less than the deadline, " + deadline,
                    problems);
        }
    }

    /** The time that an attempt has once it has passed all gates; null: any. */
    static @Nullable Duration attemptTime(Dependency dependency) {
        return shorter(dependency.call().timeout(), dependency.call().deadline());
    }

    /** The time that an attempt has from its circuit breaker on; null: any. */
    static @Nullable Duration guardedTime(Dependency dependency) {
        Duration timeout = dependency.call().timeout();
        RateLimiter limiter = dependency.policy(RateLimiter.class);
        Bulkhead bulkhead = dependency.policy(Bulkhead.class);
        long waits = (limiter == null ? 0 : RateLimiter.MAX_WAIT.in(limiter).nanos())
                + (bulkhead == null ? 0 : Bulkhead.MAX_WAIT.in(bulkhead).nanos());
        Duration longest = timeout == null || waits == 0
                ? timeout
                : Duration.ofNanos(Math.min(Duration.MAX_NANOS, timeout.nanos() + waits));
        return shorter(longest, dependency.call().deadline());
    }

    private static @Nullable Duration shorter(@Nullable Duration one, @Nullable Duration other) {
        if (one == null || other == null) {
            return one == null ? other : one;
        }
        return one.nanos() <= other.nanos() ? one : other;
    }
}
