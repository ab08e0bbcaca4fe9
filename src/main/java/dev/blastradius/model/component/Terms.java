package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * What the provider of a component promises, charges and allows.
 *
 * @param rateLimit how much it takes a minute; null: any
 * @param price what it costs; null: nothing
 * @param availability the vendor's promise, 0 to 1; used by the design review only
 * @param quality 0 to 1; an answer below 1 is a degraded answer
 */
public record Terms(
        @Nullable RateLimit rateLimit,
        @Nullable Price price,
        @Nullable Double availability,
        @Nullable Double quality) {

    public static final Terms NONE = new Terms(null, null, null, null);

    public static final Parameter<Terms, RateLimit> RATE_LIMIT = Parameter.<Terms, RateLimit>of(
                    "rateLimit",
                    RateLimit.TYPE,
                    Terms::rateLimit,
                    "What it takes a minute: token buckets that refill continuously; over them: rateLimited, with retry-after")
            .absentMeans("no limit")
            .from("Anthropic's documentation of rate limits: refilled continuously");
    public static final Parameter<Terms, Price> PRICE = Parameter.<Terms, Price>of(
                    "price", Price.TYPE, Terms::price, "What it costs, in US dollars")
            .absentMeans("free");
    public static final Parameter<Terms, Double> AVAILABILITY = Parameter.<Terms, Double>of(
                    "availability",
                    NumberType.SHARE,
                    Terms::availability,
                    "The vendor's promise; used by the design review's algebra only")
            .absentMeans("no promise");
    public static final Parameter<Terms, Double> QUALITY = Parameter.of(
                    "quality",
                    NumberType.SHARE,
                    Terms::quality,
                    "How good its answers are; one below 1 is a degraded answer")
            .byDefault(1.0)
            .ownChoice();

    public static final ObjectType<Terms> TYPE = ObjectType.of(
            "terms",
            "What the provider promises, charges and allows",
            Terms.class,
            RATE_LIMIT,
            PRICE,
            AVAILABILITY,
            QUALITY);

    /**
     * Limits a minute; null: no limit of that sort.
     *
     * @param requestsPerMinute requests
     * @param inputTokensPerMinute input tokens
     * @param outputTokensPerMinute output tokens
     */
    public record RateLimit(
            @Nullable Double requestsPerMinute,
            @Nullable Double inputTokensPerMinute,
            @Nullable Double outputTokensPerMinute) {

        public static final Parameter<RateLimit, Double> REQUESTS = Parameter.<RateLimit, Double>of(
                        "requestsPerMinute",
                        NumberType.positive(1e12, "requests a minute"),
                        RateLimit::requestsPerMinute,
                        "Requests a minute")
                .absentMeans("no limit");
        public static final Parameter<RateLimit, Double> INPUT_TOKENS = Parameter.<RateLimit, Double>of(
                        "inputTokensPerMinute",
                        NumberType.positive(1e15, "tokens a minute"),
                        RateLimit::inputTokensPerMinute,
                        "Input tokens a minute")
                .absentMeans("no limit");
        public static final Parameter<RateLimit, Double> OUTPUT_TOKENS = Parameter.<RateLimit, Double>of(
                        "outputTokensPerMinute",
                        NumberType.positive(1e15, "tokens a minute"),
                        RateLimit::outputTokensPerMinute,
                        "Output tokens a minute")
                .absentMeans("no limit");

        public static final ObjectType<RateLimit> TYPE = ObjectType.of(
                        "rate limit",
                        "What a provider takes a minute",
                        RateLimit.class,
                        REQUESTS,
                        INPUT_TOKENS,
                        OUTPUT_TOKENS)
                .beginningWith(Beginning.harmless(Beginning.object("requestsPerMinute", 1_000L)));
    }

    /**
     * What calls cost, in US dollars.
     *
     * @param perMillionInputTokens for a million input tokens
     * @param perMillionOutputTokens for a million output tokens
     * @param perRequest for each request
     */
    public record Price(
            @Nullable Double perMillionInputTokens,
            @Nullable Double perMillionOutputTokens,
            @Nullable Double perRequest) {

        private static final NumberType PER_MILLION = NumberType.from(0, 1e9, "US dollars per million tokens");
        private static final NumberType PER_REQUEST = NumberType.from(0, 1e9, "US dollars per request");

        public static final Parameter<Price, Double> INPUT = Parameter.of(
                        "perMillionInputTokens",
                        PER_MILLION,
                        Price::perMillionInputTokens,
                        "For a million input tokens")
                .byDefault(0.0)
                .ownChoice();
        public static final Parameter<Price, Double> OUTPUT = Parameter.of(
                        "perMillionOutputTokens",
                        PER_MILLION,
                        Price::perMillionOutputTokens,
                        "For a million output tokens")
                .byDefault(0.0)
                .ownChoice();
        public static final Parameter<Price, Double> REQUEST = Parameter.of(
                        "perRequest", PER_REQUEST, Price::perRequest, "For each request")
                .byDefault(0.0)
                .ownChoice();

        public static final ObjectType<Price> TYPE = ObjectType.of(
                        "price", "What calls cost", Price.class, INPUT, OUTPUT, REQUEST)
                .beginningWith(Beginning.harmless(
                        Beginning.object("perMillionInputTokens", 1L, "perMillionOutputTokens", 5L)));
    }
}
