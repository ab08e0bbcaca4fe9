package dev.blastradius.policy;

import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.UnionType.Variant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What bounds all retries of one caller on one dependency together. */
public sealed interface RetryBudget {

    /** How a budget is written in the model file. */
    UnionType<RetryBudget> TYPE = new UnionType<>(
            "type",
            List.of(
                    new Variant<>("tokenBucket", TokenBucket.TYPE),
                    new Variant<>("ratio", Ratio.TYPE),
                    new Variant<>("throttling", Throttling.TYPE)),
            null);

    /** A new budget by these terms, as it is at the beginning of a run. */
    Budget open();

    /**
     * Names what cannot have been meant; a budget that never allows anything is what {@code maxAttempts} 1 says better.
     *
     * @param where the place of the budget
     */
    void check(JsonPath where, Problems problems);

    /**
     * A bucket of tokens that retries are paid from, as the AWS SDKs' standard mode has it.
     *
     * @param capacity tokens in a full bucket; it starts full
     * @param retryCost tokens for a retry
     * @param timeoutCost tokens for a retry after a time-out; null: as {@code retryCost}
     * @param refund tokens given back at a success without a retry; one with a retry gives back what the last retry has cost. 0:
     *     nothing is ever given back; null: 1, or 0 beside a {@code deposit}
     * @param deposit tokens gained at each first try; nothing is then given back at successes
     */
    record TokenBucket(
            @Nullable Double capacity,
            @Nullable Double retryCost,
            @Nullable Double timeoutCost,
            @Nullable Double refund,
            @Nullable Double deposit)
            implements RetryBudget {

        private static final NumberType TOKENS = NumberType.from(0, 1e9, "tokens");
        private static final String AWS = "AWS SDK, standard retry mode";

        public static final Parameter<TokenBucket, Double> CAPACITY = Parameter.of(
                        "capacity", TOKENS, TokenBucket::capacity, "Tokens in a full bucket; it starts full")
                .byDefault(500.0)
                .from(AWS);
        public static final Parameter<TokenBucket, Double> RETRY_COST = Parameter.of(
                        "retryCost", TOKENS, TokenBucket::retryCost, "Tokens for a retry")
                .byDefault(5.0)
                .from(AWS);
        public static final Parameter<TokenBucket, Double> TIMEOUT_COST = Parameter.<TokenBucket, Double>of(
                        "timeoutCost", TOKENS, TokenBucket::timeoutCost, "Tokens for a retry after a time-out")
                .absentMeans("as retryCost")
                .from(AWS + ": 10");
        public static final Parameter<TokenBucket, Double> REFUND = Parameter.<TokenBucket, Double>of(
                        "refund",
                        TOKENS,
                        TokenBucket::refund,
                        "Tokens given back at a success without a retry; one with a retry gives back what its last retry cost; "
                                + "0: nothing is ever given back")
                .absentMeans("1; beside a deposit 0")
                .from(AWS);
        public static final Parameter<TokenBucket, Double> DEPOSIT = Parameter.<TokenBucket, Double>of(
                        "deposit",
                        TOKENS,
                        TokenBucket::deposit,
                        "Tokens gained at each first try; nothing is then given back at successes")
                .absentMeans("none")
                .from("Brooker, Fixing retries with token buckets and circuit breakers, 2022");

        public static final ObjectType<TokenBucket> TYPE = ObjectType.of(
                "token bucket",
                "A bucket of tokens that retries are paid from",
                TokenBucket.class,
                CAPACITY,
                RETRY_COST,
                TIMEOUT_COST,
                REFUND,
                DEPOSIT);

        @Override
        public Budget open() {
            return new Bucket(this);
        }

        @Override
        public void check(JsonPath where, Problems problems) {
            double most = CAPACITY.in(this);
            double cost = RETRY_COST.in(this);
            double costAfterTimeout = timeoutCost == null ? cost : timeoutCost;
            if (most < cost || most < costAfterTimeout) {
                String which =
                        most >= cost ? " after a time-out" : most >= costAfterTimeout ? " after other failures" : "";
                PoliciesFit.warn(
                        this,
                        CAPACITY,
                        where,
                        "a retry" + which + " is never paid for: it costs more than a full bucket holds",
                        "at least what a retry costs, " + TOKENS.write(Math.max(cost, costAfterTimeout)),
                        problems);
            }
            if (deposit != null && refund != null && refund > 0) {
                PoliciesFit.warnOfNoEffect(
                        this,
                        REFUND,
                        where,
                        "where first tries make deposits, successes give nothing back",
                        "either \"deposit\" or \"refund\"",
                        problems);
            }
        }

        private static final class Bucket implements Budget {

            private final TokenCount tokens;
            private final long retryCost;
            private final long timeoutCost;
            private final long refund;
            private final long deposit;
            private final boolean givesBack;

            Bucket(TokenBucket terms) {
                double cost = RETRY_COST.in(terms);
                tokens = new TokenCount(TokenCount.millionths(CAPACITY.in(terms)));
                retryCost = TokenCount.millionths(cost);
                timeoutCost = TokenCount.millionths(terms.timeoutCost == null ? cost : terms.timeoutCost);
                refund = TokenCount.millionths(terms.refund == null ? 1 : terms.refund);
                deposit = TokenCount.millionths(terms.deposit == null ? 0 : terms.deposit);
                givesBack = refund > 0 && terms.deposit == null;
            }

            @Override
            public void firstTry(long now) {
                tokens.add(deposit);
            }

            @Override
            public boolean mayRetry(long now, boolean afterTimeout) {
                return tokens.pay(cost(afterTimeout));
            }

            @Override
            public void failed(long now) {
                // what counts is the retry
            }

            @Override
            public void succeeded(long now, int retries, boolean lastRetryAfterTimeout) {
                if (givesBack) {
                    tokens.add(retries > 0 ? cost(lastRetryAfterTimeout) : refund);
                }
            }

            @Override
            public double left(long now) {
                return tokens.has(retryCost) ? tokens.share() : 0;
            }

            private long cost(boolean afterTimeout) {
                return afterTimeout ? timeoutCost : retryCost;
            }
        }
    }

    /**
     * Retries as a share of calls, as Finagle and Envoy have it.
     *
     * @param ratio retries allowed for each call
     * @param minimumPerSecond retries a second that are always allowed
     * @param window over which calls are counted
     */
    record Ratio(
            @Nullable Double ratio,
            @Nullable Double minimumPerSecond,
            @Nullable Duration window) implements RetryBudget {

        public static final Parameter<Ratio, Double> RATIO = Parameter.of(
                        "ratio", NumberType.from(0, 1_000, ""), Ratio::ratio, "Retries allowed for each call")
                .byDefault(0.2)
                .from("Finagle and Envoy: 20 %");
        public static final Parameter<Ratio, Double> MINIMUM = Parameter.of(
                        "minimumPerSecond",
                        NumberType.from(0, 1e6, "retries a second"),
                        Ratio::minimumPerSecond,
                        "Retries a second that are always allowed")
                .byDefault(10.0)
                .from("Finagle");
        public static final Parameter<Ratio, Duration> WINDOW = Parameter.of(
                        "window", new DurationType(false), Ratio::window, "Over which calls are counted")
                .byDefault(Duration.of("10s"))
                .from("Finagle");

        public static final ObjectType<Ratio> TYPE =
                ObjectType.of("ratio", "Retries as a share of calls", Ratio.class, RATIO, MINIMUM, WINDOW);

        @Override
        public Budget open() {
            return new Share(this);
        }

        @Override
        public void check(JsonPath where, Problems problems) {
            if (RATIO.in(this) == 0 && MINIMUM.in(this) * WINDOW.in(this).seconds() < 1) {
                problems.warning(
                        where,
                        "no retry is ever allowed: calls earn none, and the minimum over the window is less than one",
                        "a \"ratio\" above 0, or a \"minimumPerSecond\" of one retry or more in the \"window\"",
                        null);
            }
        }

        /** Retries in millionths: what calls have earned within the window, less those made within it, beside a reserve. */
        private static final class Share implements Budget {

            private static final long RETRY = TokenCount.millionths(1);
            /** As good as unbounded, and far from overflow. */
            private static final long LARGEST_RESERVE = Long.MAX_VALUE / 4;

            private final WindowedSum earned;
            /** What retries have cost within the window: how full the budget is tells only beside what it would be without them. */
            private final WindowedSum spent;

            private final long earnedPerCall;
            private final long reserve;

            Share(Ratio terms) {
                Duration window = WINDOW.in(terms);
                earned = new WindowedSum(window.nanos());
                spent = new WindowedSum(window.nanos());
                earnedPerCall = TokenCount.millionths(RATIO.in(terms));
                reserve = Math.min(LARGEST_RESERVE, TokenCount.millionths(MINIMUM.in(terms) * window.seconds()));
            }

            @Override
            public void firstTry(long now) {
                earned.add(now, earnedPerCall);
            }

            @Override
            public boolean mayRetry(long now, boolean afterTimeout) {
                if (earned.sum(now) + reserve < RETRY) {
                    return false;
                }
                earned.add(now, -RETRY);
                spent.add(now, RETRY);
                return true;
            }

            @Override
            public void failed(long now) {
                // what counts is the retry
            }

            @Override
            public void succeeded(long now, int retries, boolean lastRetryAfterTimeout) {
                // what counts is the call
            }

            @Override
            public double left(long now) {
                long there = earned.sum(now) + reserve;
                return there < RETRY ? 0 : Math.min(1, (double) there / (there + spent.sum(now)));
            }
        }
    }

    /**
     * gRPC's retry throttling (proposal A6): a failure takes a token, a success gives {@code tokenRatio}; retries only while more
     * than half the tokens are left.
     *
     * @param maxTokens tokens at the start, and at most
     * @param tokenRatio tokens for a success
     */
    record Throttling(@Nullable Double maxTokens, @Nullable Double tokenRatio) implements RetryBudget {

        private static final String GRPC = "gRPC proposal A6";
        private static final int LEAST_USEFUL = 2;

        public static final Parameter<Throttling, Double> MAX_TOKENS = Parameter.of(
                        "maxTokens",
                        NumberType.positive(1_000, "tokens"),
                        Throttling::maxTokens,
                        "Tokens at the start, and at most")
                .byDefault(10.0)
                .from(GRPC);
        public static final Parameter<Throttling, Double> TOKEN_RATIO = Parameter.of(
                        "tokenRatio",
                        NumberType.positive(1_000, "tokens"),
                        Throttling::tokenRatio,
                        "Tokens for a success")
                .byDefault(0.1)
                .from(GRPC);

        public static final ObjectType<Throttling> TYPE =
                ObjectType.of("throttling", "gRPC's retry throttling", Throttling.class, MAX_TOKENS, TOKEN_RATIO);

        @Override
        public Budget open() {
            return new Meter(this);
        }

        @Override
        public void check(JsonPath where, Problems problems) {
            if (MAX_TOKENS.in(this) <= LEAST_USEFUL) {
                PoliciesFit.warn(
                        this,
                        MAX_TOKENS,
                        where,
                        "no retry is ever allowed: one failure leaves no more than half of the tokens",
                        "more than " + LEAST_USEFUL,
                        problems);
            }
        }

        private static final class Meter implements Budget {

            private static final long FAILURE = TokenCount.millionths(1);

            private final TokenCount tokens;
            private final long success;

            Meter(Throttling terms) {
                tokens = new TokenCount(TokenCount.millionths(MAX_TOKENS.in(terms)));
                success = TokenCount.millionths(TOKEN_RATIO.in(terms));
            }

            @Override
            public void firstTry(long now) {
                // what counts is how it ends
            }

            @Override
            public boolean mayRetry(long now, boolean afterTimeout) {
                return tokens.isMoreThanHalfFull();
            }

            @Override
            public void failed(long now) {
                tokens.drain(FAILURE);
            }

            @Override
            public void succeeded(long now, int retries, boolean lastRetryAfterTimeout) {
                tokens.add(success);
            }

            @Override
            public double left(long now) {
                return Math.max(0, 2 * tokens.share() - 1);
            }
        }
    }
}
