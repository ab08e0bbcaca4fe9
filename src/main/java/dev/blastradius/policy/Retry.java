package dev.blastradius.policy;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Dependency.Call;
import dev.blastradius.model.descriptor.BooleanType;
import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.Named;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls again what has failed.
 *
 * @param maxAttempts the first one counted
 * @param backoff how long it waits before each further attempt; null: not at all
 * @param retryOn which failures it retries
 * @param honourRetryAfter whether it waits at least as long as a {@code rateLimited} answer asks for
 * @param retryAfterMax the longest such wait that it heeds; null: any
 * @param overRetryAfterMax what it does when asked to wait longer than that
 * @param budget what bounds all retries of a caller together; null: nothing
 */
public record Retry(
        @Nullable Long maxAttempts,
        @Nullable Backoff backoff,
        @Nullable List<CallOutcome> retryOn,
        @Nullable Boolean honourRetryAfter,
        @Nullable Duration retryAfterMax,
        @Nullable OverRetryAfterMax overRetryAfterMax,
        @Nullable RetryBudget budget)
        implements CheckedPolicy {

    public static final String KEY = "retry";

    /** Whoever writes more retries than these means as many as fit before the deadline. */
    private static final int MEANT_RETRIES = 9;

    private static final List<CallOutcome> FAILURES = List.of(
            CallOutcome.ERROR,
            CallOutcome.TIMEOUT,
            CallOutcome.RATE_LIMITED,
            CallOutcome.REJECTED,
            CallOutcome.MALFORMED,
            CallOutcome.TRUNCATED,
            CallOutcome.UNAUTHORIZED);

    public static final Parameter<Retry, Long> MAX_ATTEMPTS = Parameter.of(
                    "maxAttempts",
                    new IntegerType(1, 1_000_000),
                    Retry::maxAttempts,
                    "Attempts in all, the first one counted")
            .byDefault(3L)
            .from("Resilience4j: RetryConfig.DEFAULT_MAX_ATTEMPTS");
    public static final Parameter<Retry, Backoff> BACKOFF = Parameter.<Retry, Backoff>of(
                    "backoff", Backoff.TYPE, Retry::backoff, "How long it waits before each further attempt")
            .absentMeans("no wait");
    public static final Parameter<Retry, List<CallOutcome>> RETRY_ON = Parameter.of(
                    "retryOn",
                    new ListType<>(new ChoiceType<>(FAILURES), 0, FAILURES.size()),
                    Retry::retryOn,
                    "Which failures it retries")
            .byDefault(List.of(
                    CallOutcome.ERROR,
                    CallOutcome.TIMEOUT,
                    CallOutcome.RATE_LIMITED,
                    CallOutcome.REJECTED,
                    CallOutcome.MALFORMED,
                    CallOutcome.TRUNCATED))
            .from("Anthropic and OpenAI SDKs retry 408, 409, 429, 5xx, connection errors and time-outs");
    public static final Parameter<Retry, Boolean> HONOUR_RETRY_AFTER = Parameter.of(
                    "honourRetryAfter",
                    new BooleanType(),
                    Retry::honourRetryAfter,
                    "Whether it waits at least as long as a rateLimited answer asks for")
            .byDefault(false)
            .ownChoice();
    public static final Parameter<Retry, Duration> RETRY_AFTER_MAX = Parameter.<Retry, Duration>of(
                    "retryAfterMax",
                    new DurationType(true),
                    Retry::retryAfterMax,
                    "The longest wait asked for by an answer that it heeds")
            .absentMeans("any")
            .from("Anthropic SDK: 60s; OpenAI SDK: 120s");
    public static final Parameter<Retry, OverRetryAfterMax> OVER_RETRY_AFTER_MAX = Parameter.of(
                    "overRetryAfterMax",
                    ChoiceType.of(OverRetryAfterMax.class),
                    Retry::overRetryAfterMax,
                    "What it does when an answer asks for a longer wait than retryAfterMax")
            .byDefault(OverRetryAfterMax.BACKOFF)
            .from("Anthropic SDK: backoff; OpenAI SDK: giveUp");
    public static final Parameter<Retry, RetryBudget> BUDGET = Parameter.<Retry, RetryBudget>of(
                    "budget", RetryBudget.TYPE, Retry::budget, "What bounds all retries of a caller together")
            .absentMeans("unbounded")
            .beginningWith(PublishedDefaults.RETRY_BUDGET);

    public static final ObjectType<Retry> TYPE = ObjectType.of(
            KEY,
            "Calls again what has failed",
            Retry.class,
            MAX_ATTEMPTS,
            BACKOFF,
            RETRY_ON,
            HONOUR_RETRY_AFTER,
            RETRY_AFTER_MAX,
            OVER_RETRY_AFTER_MAX,
            BUDGET);

    @Override
    public String key() {
        return KEY;
    }

    @Override
    public String caption() {
        return MAX_ATTEMPTS.in(this) + " tries";
    }

    @Override
    public void check(Dependency dependency, JsonPath arrow, Problems problems) {
        if (MAX_ATTEMPTS.in(this) == 1) {
            return; // whoever writes that has switched it off
        }
        JsonPath where = arrow.key(KEY);
        if (RETRY_ON.in(this).isEmpty()) {
            problems.warning(where.key(RETRY_ON.key()), "nothing is ever retried", "one failure at least", null);
            return;
        }
        checkRetryAfter(where, problems);
        if (backoff != null) {
            backoff.check(where.key(BACKOFF.key()), problems);
        }
        if (budget != null) {
            budget.check(where.key(BUDGET.key()), problems);
        }
        Duration deadline = dependency.call().deadline();
        if (deadline != null) {
            checkTime(deadline, dependency.call().timeout(), arrow, problems);
        }
    }

    /** Whether there is time for retries before the deadline. */
    private void checkTime(Duration deadline, @Nullable Duration timeout, JsonPath arrow, Problems problems) {
        BackoffDelays delays = backoff == null ? BackoffDelays.NONE : BackoffDelays.of(backoff);
        long retries = MAX_ATTEMPTS.in(this) - 1;
        int made = 0;
        long waited = delays.leastNanos(0);
        while (waited < deadline.nanos() && made < Math.min(retries, MEANT_RETRIES)) {
            made++;
            waited += delays.leastNanos(made);
        }
        if (made == 0 || made < retries && retries <= MEANT_RETRIES) {
            problems.warning(
                    arrow.key(KEY).key(BACKOFF.key()),
                    made == 0
                            ? "no retry is ever made: the first wait takes all the time until the deadline"
                            : "of " + retries + " retries no more than " + made
                                    + " are ever made: the waits take all the time until the deadline",
                    "waits that add up to less than the deadline, " + deadline,
                    null);
        } else if (timeout != null
                && timeout.nanos() <= deadline.nanos()
                && timeout.nanos() + delays.leastNanos(0) >= deadline.nanos()
                && RETRY_ON.in(this).contains(CallOutcome.TIMEOUT)) {
            problems.warning(
                    arrow.key(Call.TIMEOUT.key()),
                    "an attempt that times out is never retried: it takes all the time until the deadline",
                    "a time-out and a wait that add up to less than the deadline, " + deadline,
                    timeout.text());
        }
    }

    private void checkRetryAfter(JsonPath where, Problems problems) {
        boolean honours = HONOUR_RETRY_AFTER.in(this);
        if (honours && !RETRY_ON.in(this).contains(CallOutcome.RATE_LIMITED)) {
            PoliciesFit.warnOfNoEffect(
                    this,
                    HONOUR_RETRY_AFTER,
                    where,
                    "rateLimited answers are not retried",
                    "\"rateLimited\" in \"retryOn\"",
                    problems);
        }
        String expected = honours ? "\"retryAfterMax\" beside it" : "\"honourRetryAfter\": true beside it";
        if (!honours) {
            String why = "what an answer asks for is not heeded";
            PoliciesFit.warnOfNoEffect(this, RETRY_AFTER_MAX, where, why, expected, problems);
        }
        if (!honours || retryAfterMax == null) {
            String why = honours ? "any wait asked for is heeded" : "what an answer asks for is not heeded";
            PoliciesFit.warnOfNoEffect(this, OVER_RETRY_AFTER_MAX, where, why, expected, problems);
        }
    }

    /** What a retry does when an answer asks for a longer wait than it heeds. */
    public enum OverRetryAfterMax implements Named {
        BACKOFF("backoff", "Waits as its own backoff says (Anthropic SDK)"),
        GIVE_UP("giveUp", "Makes no retry (OpenAI SDK)");

        private final Word word;

        OverRetryAfterMax(String key, String meaning) {
            word = new Word(key, meaning);
        }

        @Override
        public Word word() {
            return word;
        }
    }

    /** How the wait before a retry is randomised; v = min(max, initial·multiplierⁿ), n = 0 for the first retry. */
    public enum Jitter implements Named {
        NONE("none", "Exactly v, cut to whole milliseconds at each step"),
        FULL("full", "Uniform between 0 and v (AWS Architecture Blog, 2015)"),
        EQUAL("equal", "v/2 plus uniform between 0 and v/2 (AWS Architecture Blog, 2015)"),
        DECORRELATED(
                "decorrelated",
                "min(max, uniform between initial and 3 × the previous wait) (AWS Architecture Blog, 2015)"),
        PROPORTIONAL("proportional", "v × (1 ± ratio), uniform");

        private final Word word;

        Jitter(String key, String meaning) {
            word = new Word(key, meaning);
        }

        @Override
        public Word word() {
            return word;
        }
    }

    /**
     * Exponential backoff.
     *
     * @param initial the wait before the first retry
     * @param multiplier the factor from one wait to the next
     * @param max the longest wait
     * @param jitter how the wait is randomised
     * @param ratio the half-width of proportional jitter, relative to the wait
     */
    public record Backoff(
            @Nullable Duration initial,
            @Nullable Double multiplier,
            @Nullable Duration max,
            @Nullable Jitter jitter,
            @Nullable Double ratio) {

        public static final Parameter<Backoff, Duration> INITIAL = Parameter.of(
                        "initial", new DurationType(true), Backoff::initial, "The wait before the first retry")
                .byDefault(Duration.of("500ms"))
                .from("Resilience4j: IntervalFunction.DEFAULT_INITIAL_INTERVAL; also the Anthropic and OpenAI SDKs");
        public static final Parameter<Backoff, Double> MULTIPLIER = Parameter.of(
                        "multiplier",
                        NumberType.from(1, 1_000, ""),
                        Backoff::multiplier,
                        "The factor from one wait to the next; 1 keeps it constant")
                .byDefault(2.0)
                .from("Anthropic and OpenAI SDKs");
        public static final Parameter<Backoff, Duration> MAX = Parameter.<Backoff, Duration>of(
                        "max", new DurationType(true), Backoff::max, "The longest wait")
                .absentMeans("unbounded");
        public static final Parameter<Backoff, Jitter> JITTER = Parameter.of(
                        "jitter", ChoiceType.of(Jitter.class), Backoff::jitter, "How the wait is randomised")
                .byDefault(Jitter.NONE)
                .from("Resilience4j: IntervalFunction.ofExponentialBackoff");
        public static final Parameter<Backoff, Double> RATIO = Parameter.of(
                        "ratio",
                        NumberType.SHARE,
                        Backoff::ratio,
                        "The half-width of proportional jitter, relative to the wait")
                .byDefault(0.5)
                .from("Resilience4j: IntervalFunction.DEFAULT_RANDOMIZATION_FACTOR");

        public static final ObjectType<Backoff> TYPE = ObjectType.of(
                "backoff", "How long a retry waits", Backoff.class, INITIAL, MULTIPLIER, MAX, JITTER, RATIO);

        /** Names what cannot have been meant. */
        void check(JsonPath where, Problems problems) {
            Jitter kind = JITTER.in(this);
            if (max != null && max.nanos() < INITIAL.in(this).nanos()) {
                String expected = "at least \"initial\", " + INITIAL.in(this);
                PoliciesFit.warn(this, MAX, where, "even the first wait is cut to this", expected, problems);
            }
            if (kind != Jitter.PROPORTIONAL) {
                PoliciesFit.warnOfNoEffect(
                        this,
                        RATIO,
                        where,
                        "only proportional jitter has a ratio",
                        "\"jitter\": \"proportional\" beside it",
                        problems);
            }
            if (kind == Jitter.DECORRELATED) {
                PoliciesFit.warnOfNoEffect(
                        this,
                        MULTIPLIER,
                        where,
                        "decorrelated jitter draws up to three times the wait before",
                        "another \"jitter\" beside it",
                        problems);
            }
        }
    }
}
