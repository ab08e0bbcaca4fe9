package dev.blastradius.policy;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.UnionType.Variant;
import dev.blastradius.policy.BreakerGate.StateChange;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Stops calling what keeps failing, with Resilience4j's rules.
 *
 * @param slidingWindow the calls that the rates are taken over
 * @param minimumCalls fewer calls than this decide nothing
 * @param failureRateThreshold opens at this share of failures or more
 * @param slowCallDuration a call is slow above this
 * @param slowCallRateThreshold opens at this share of slow calls or more
 * @param waitInOpen how long it stays open
 * @param waitInOpenMultiplier the factor on that wait each time it opens again without having closed
 * @param waitInOpenMax the longest such wait
 * @param permittedCallsInHalfOpen probes when it tries again
 * @param maxWaitInHalfOpen opens again when the probes take longer; 0: waits for ever
 */
public record CircuitBreaker(
        @Nullable SlidingWindow slidingWindow,
        @Nullable Long minimumCalls,
        @Nullable Double failureRateThreshold,
        @Nullable Duration slowCallDuration,
        @Nullable Double slowCallRateThreshold,
        @Nullable Duration waitInOpen,
        @Nullable Double waitInOpenMultiplier,
        @Nullable Duration waitInOpenMax,
        @Nullable Long permittedCallsInHalfOpen,
        @Nullable Duration maxWaitInHalfOpen)
        implements GatePolicy, CheckedPolicy {

    public static final String KEY = "circuitBreaker";

    private static final String DEFAULTS = "Resilience4j: CircuitBreakerConfig's default";
    private static final NumberType RATE = NumberType.positive(1, "");

    public static final Parameter<CircuitBreaker, SlidingWindow> SLIDING_WINDOW = Parameter.of(
                    "slidingWindow",
                    SlidingWindow.TYPE,
                    CircuitBreaker::slidingWindow,
                    "The calls that the rates are taken over")
            .byDefault(new SlidingWindow.Count(100L))
            .from(DEFAULTS);
    public static final Parameter<CircuitBreaker, Long> MINIMUM_CALLS = Parameter.of(
                    "minimumCalls",
                    new IntegerType(1, 1_000_000),
                    CircuitBreaker::minimumCalls,
                    "Fewer calls than this decide nothing")
            .byDefault(100L)
            .from(DEFAULTS);
    public static final Parameter<CircuitBreaker, Double> FAILURE_RATE = Parameter.of(
                    "failureRateThreshold",
                    RATE,
                    CircuitBreaker::failureRateThreshold,
                    "Opens at this share of failures or more")
            .byDefault(0.5)
            .from(DEFAULTS);
    public static final Parameter<CircuitBreaker, Duration> SLOW_CALL_DURATION = Parameter.of(
                    "slowCallDuration",
                    new DurationType(false),
                    CircuitBreaker::slowCallDuration,
                    "A call is slow above this")
            .byDefault(Duration.of("60s"))
            .from(DEFAULTS);
    public static final Parameter<CircuitBreaker, Double> SLOW_CALL_RATE = Parameter.of(
                    "slowCallRateThreshold",
                    RATE,
                    CircuitBreaker::slowCallRateThreshold,
                    "Opens at this share of slow calls or more")
            .byDefault(1.0)
            .from(DEFAULTS);
    public static final Parameter<CircuitBreaker, Duration> WAIT_IN_OPEN = Parameter.of(
                    "waitInOpen", new DurationType(false), CircuitBreaker::waitInOpen, "How long it stays open")
            .byDefault(Duration.of("60s"))
            .from(DEFAULTS);
    public static final Parameter<CircuitBreaker, Double> WAIT_MULTIPLIER = Parameter.of(
                    "waitInOpenMultiplier",
                    NumberType.from(1, 1_000, ""),
                    CircuitBreaker::waitInOpenMultiplier,
                    "The factor on that wait each time it opens again without having closed, cut to whole milliseconds")
            .byDefault(1.0)
            .from("Resilience4j: IntervalFunction.ofExponentialBackoff as waitIntervalFunctionInOpenState");
    public static final Parameter<CircuitBreaker, Duration> WAIT_MAX = Parameter.<CircuitBreaker, Duration>of(
                    "waitInOpenMax", new DurationType(false), CircuitBreaker::waitInOpenMax, "The longest wait in open")
            .absentMeans("unbounded")
            .from("Resilience4j: IntervalFunction.ofExponentialBackoff's maxInterval");
    public static final Parameter<CircuitBreaker, Long> PERMITTED_CALLS = Parameter.of(
                    "permittedCallsInHalfOpen",
                    new IntegerType(1, 1_000_000),
                    CircuitBreaker::permittedCallsInHalfOpen,
                    "Probes when it tries again")
            .byDefault(10L)
            .from(DEFAULTS);
    public static final Parameter<CircuitBreaker, Duration> MAX_WAIT_IN_HALF_OPEN = Parameter.of(
                    "maxWaitInHalfOpen",
                    new DurationType(true),
                    CircuitBreaker::maxWaitInHalfOpen,
                    "Opens again when the probes take longer; 0 waits for ever")
            .byDefault(Duration.ZERO)
            .from(DEFAULTS);

    public static final ObjectType<CircuitBreaker> TYPE = ObjectType.of(
            "circuit breaker",
            "Stops calling what keeps failing (Resilience4j's rules)",
            CircuitBreaker.class,
            SLIDING_WINDOW,
            MINIMUM_CALLS,
            FAILURE_RATE,
            SLOW_CALL_DURATION,
            SLOW_CALL_RATE,
            WAIT_IN_OPEN,
            WAIT_MULTIPLIER,
            WAIT_MAX,
            PERMITTED_CALLS,
            MAX_WAIT_IN_HALF_OPEN);

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String caption() {
        return "breaker";
    }

    @Override
    public void check(Dependency dependency, JsonPath arrow, Problems problems) {
        JsonPath where = arrow.key(KEY);
        if (minimumCalls != null && slidingWindow instanceof SlidingWindow.Count window && minimumCalls > window.size) {
            PoliciesFit.warn(
                    this,
                    MINIMUM_CALLS,
                    where,
                    "the window never holds so many calls, so " + window.size + " are enough",
                    "at most the window's size, " + window.size,
                    problems);
        }
        checkSlowCalls(dependency, where, problems);
        checkWaitInOpen(where, problems);
    }

    private void checkSlowCalls(Dependency dependency, JsonPath where, Problems problems) {
        Duration longest = PoliciesFit.guardedTime(dependency);
        boolean wanted = slowCallDuration != null || slowCallRateThreshold != null;
        if (wanted && longest != null && SLOW_CALL_DURATION.in(this).nanos() >= longest.nanos()) {
            PoliciesFit.warn(
                    this,
                    SLOW_CALL_DURATION,
                    where,
                    "no call is ever slow: it is given up before that",
                    "less than " + longest + ", the time that a call has",
                    problems);
        }
    }

    private void checkWaitInOpen(JsonPath where, Problems problems) {
        if (waitInOpenMax != null
                && waitInOpenMax.nanos() < WAIT_IN_OPEN.in(this).nanos()) {
            PoliciesFit.warn(
                    this,
                    WAIT_MAX,
                    where,
                    "even the first wait is cut to this",
                    "at least \"waitInOpen\", " + WAIT_IN_OPEN.in(this),
                    problems);
        } else if (WAIT_MULTIPLIER.in(this) == 1) {
            PoliciesFit.warnOfNoEffect(
                    this,
                    WAIT_MAX,
                    where,
                    "the wait does not grow",
                    "\"waitInOpenMultiplier\" above 1 beside it",
                    problems);
        }
    }

    @Override
    public BreakerGate gate() {
        return gate(false, (at, from, to) -> {});
    }

    /**
     * A closed breaker.
     *
     * @param automatic whether it turns half-open by itself when its wait in open is over, and not at the next attempt after it;
     *     Resilience4j's automaticTransitionFromOpenToHalfOpenEnabled, which is off by default
     * @param listener is told of every change
     */
    public BreakerGate gate(boolean automatic, StateChange listener) {
        return new BreakerGate(this, automatic, listener);
    }

    /** The waits in open, one after the other. */
    ExponentialWait waitsInOpen() {
        long max = waitInOpenMax == null ? Long.MAX_VALUE : waitInOpenMax.nanos();
        return new ExponentialWait(WAIT_IN_OPEN.in(this).nanos(), WAIT_MULTIPLIER.in(this), max);
    }

    /** The calls that the rates are taken over. */
    public sealed interface SlidingWindow {

        UnionType<SlidingWindow> TYPE = new UnionType<>(
                "type", List.of(new Variant<>("count", Count.TYPE), new Variant<>("time", Time.TYPE)), "count");

        /** The last {@code size} calls. */
        record Count(Long size) implements SlidingWindow {
            public static final ObjectType<Count> TYPE = ObjectType.of(
                    "count window",
                    "The last so many calls",
                    Count.class,
                    Parameter.<Count, Long>of("size", new IntegerType(1, 1_000_000), Count::size, "So many calls")
                            .mandatory());
        }

        /** The calls of the last {@code size} seconds. */
        record Time(Long size) implements SlidingWindow {
            public static final ObjectType<Time> TYPE = ObjectType.of(
                    "time window",
                    "The calls of the last so many seconds",
                    Time.class,
                    Parameter.<Time, Long>of("size", new IntegerType(1, 86_400), Time::size, "So many seconds")
                            .mandatory());
        }
    }
}
