package dev.blastradius.policy;

import static dev.blastradius.model.descriptor.Beginning.object;

import dev.blastradius.model.descriptor.Beginning;
import java.util.List;
import java.util.Map;

/**
 * What libraries do where nobody says otherwise, as values that a policy can begin with: of the libraries that have more than one
 * policy, side by side. What only one policy needs stands in that policy's own file. Where a library has a rule that the model file
 * cannot say, {@code says} tells what is left out or near it.
 */
final class PublishedDefaults {

    private static final String RESILIENCE4J = "Resilience4j default";
    private static final String OPENAI = "OpenAI SDK default";
    private static final String ANTHROPIC = "Anthropic SDK default";
    private static final String VERCEL = "Vercel AI SDK default";
    private static final String LITELLM = "LiteLLM default";
    private static final String AWS = "AWS SDK standard";
    private static final String GRPC = "gRPC A6";
    private static final String ENVOY = "Envoy";
    private static final String FINAGLE = "Finagle";
    private static final String POLLY = "Polly v8";

    private static final String READ = ", read November 2026";

    private static final List<String> ANY_FAILURE =
            List.of("error", "timeout", "rateLimited", "rejected", "malformed", "truncated", "unauthorized");
    private static final List<String> STATUS_CODES = List.of("error", "timeout", "rateLimited", "rejected");

    /** 0.5 s doubling to 8 s, less up to a quarter: the same law as 437.5 ms doubling to 7 s, give or take a seventh. */
    private static final Map<String, Object> MODEL_SDK =
            object("initial", "437.5ms", "multiplier", 2L, "max", "7s", "jitter", "proportional", "ratio", 0.142857);

    private static final Map<String, Object> AWS_BUDGET =
            object("type", "tokenBucket", "capacity", 500L, "retryCost", 5L, "timeoutCost", 10L);
    private static final Map<String, Object> GRPC_BUDGET =
            object("type", "throttling", "maxTokens", 10L, "tokenRatio", 0.1);

    static final Beginning[] RETRY = {
        new Beginning(
                RESILIENCE4J,
                "3 attempts, 500 ms apart, after any failure",
                "Resilience4j's source (RetryConfig)" + READ,
                object(
                        "maxAttempts",
                        3L,
                        "backoff",
                        object("initial", "500ms", "multiplier", 1L, "jitter", "none"),
                        "retryOn",
                        ANY_FAILURE)),
        new Beginning(
                OPENAI,
                "3 attempts, 0.5 s doubling to 8 s less up to a quarter, heeds Retry-After up to 2 minutes, gives up above",
                "The OpenAI SDKs' source" + READ,
                modelSdk("120s", "giveUp")),
        new Beginning(
                ANTHROPIC,
                "3 attempts, 0.5 s doubling to 8 s less up to a quarter, heeds Retry-After up to 1 minute",
                "The Anthropic SDKs' source" + READ,
                modelSdk("60s", "backoff")),
        new Beginning(
                LITELLM,
                "3 attempts, about 0.9 s and 1.4 s apart, heeds Retry-After up to 1 minute",
                "LiteLLM router's source; its added 0 to 0.75 s is here in proportion to the wait" + READ,
                object(
                        "maxAttempts",
                        3L,
                        "backoff",
                        object(
                                "initial",
                                "875ms",
                                "multiplier",
                                1.57,
                                "max",
                                "8s",
                                "jitter",
                                "proportional",
                                "ratio",
                                0.4),
                        "retryOn",
                        STATUS_CODES,
                        "honourRetryAfter",
                        true,
                        "retryAfterMax",
                        "60s")),
        new Beginning(
                VERCEL,
                "3 attempts, 2 s and 4 s apart",
                "The Vercel AI SDK's source" + READ,
                object(
                        "maxAttempts",
                        3L,
                        "backoff",
                        object("initial", "2s", "multiplier", 2L, "jitter", "none"),
                        "retryOn",
                        STATUS_CODES)),
        new Beginning(
                AWS,
                "3 attempts, up to 1 s doubling to 20 s, from a bucket of 500 tokens",
                "The AWS SDKs' source, standard retry mode" + READ,
                object(
                        "maxAttempts",
                        3L,
                        "backoff",
                        object("initial", "1s", "multiplier", 2L, "max", "20s", "jitter", "full"),
                        "retryOn",
                        STATUS_CODES,
                        "budget",
                        AWS_BUDGET)),
        new Beginning(
                GRPC,
                "4 attempts, 100 ms doubling to 1 s ± 20 %, throttled below half its tokens",
                "gRPC proposal A6: its example, and its jitter as implemented" + READ,
                object(
                        "maxAttempts",
                        4L,
                        "backoff",
                        object(
                                "initial",
                                "100ms",
                                "multiplier",
                                2L,
                                "max",
                                "1s",
                                "jitter",
                                "proportional",
                                "ratio",
                                0.2),
                        "retryOn",
                        List.of("error", "rejected"),
                        "budget",
                        GRPC_BUDGET)),
        new Beginning(
                ENVOY,
                "2 attempts, up to 25 ms apart, not after a 429",
                "Envoy's source (retry_on 5xx)" + READ,
                object(
                        "maxAttempts",
                        2L,
                        "backoff",
                        object("initial", "25ms", "multiplier", 2L, "max", "250ms", "jitter", "full"),
                        "retryOn",
                        List.of("error", "timeout", "rejected"))),
        new Beginning(
                POLLY,
                "4 attempts, 2 s apart, after any failure",
                "Polly's source (RetryStrategyOptions)" + READ,
                object(
                        "maxAttempts",
                        4L,
                        "backoff",
                        object("initial", "2s", "multiplier", 1L, "jitter", "none"),
                        "retryOn",
                        ANY_FAILURE))
    };

    static final Beginning[] RETRY_BUDGET = {
        new Beginning(
                AWS,
                "500 tokens; a retry costs 5, after a time-out 10",
                "The AWS SDKs' source, standard retry mode" + READ,
                AWS_BUDGET),
        new Beginning(
                FINAGLE,
                "a fifth of the calls and 10 a second, over 10 s",
                "Finagle's source (RetryBudget)" + READ,
                object("type", "ratio", "ratio", 0.2, "minimumPerSecond", 10L, "window", "10s")),
        new Beginning(
                ENVOY,
                "a fifth of the calls, 3 at least",
                "Envoy's source (retry_budget); it counts what is under way, here what began within 1 s" + READ,
                object("type", "ratio", "ratio", 0.2, "minimumPerSecond", 3L, "window", "1s")),
        new Beginning(
                GRPC,
                "10 tokens; a failure takes 1, a success gives 0.1, no retries at half or below",
                "gRPC proposal A6: its example" + READ,
                GRPC_BUDGET)
    };

    /** Slow calls are left to the descriptor's default, which is Resilience4j's: said outright, it would call for a longer time-out. */
    static final Beginning[] CIRCUIT_BREAKER = {
        new Beginning(
                RESILIENCE4J,
                "opens for 60 s at half of the last 100 calls failed",
                "Resilience4j's source (CircuitBreakerConfig)" + READ,
                object(
                        "slidingWindow",
                        object("type", "count", "size", 100L),
                        "minimumCalls",
                        100L,
                        "failureRateThreshold",
                        0.5,
                        "waitInOpen",
                        "60s",
                        "permittedCallsInHalfOpen",
                        10L)),
        new Beginning(
                POLLY,
                "opens for 5 s at a tenth of the calls of 30 s failed, of 100 at least; one probe",
                "Polly's source (CircuitBreakerStrategyOptions); it has no rule for slow calls" + READ,
                object(
                        "slidingWindow",
                        object("type", "time", "size", 30L),
                        "minimumCalls",
                        100L,
                        "failureRateThreshold",
                        0.1,
                        "slowCallDuration",
                        "1d",
                        "waitInOpen",
                        "5s",
                        "permittedCallsInHalfOpen",
                        1L)),
        new Beginning(
                ENVOY,
                "opens for 30 s after 5 failures in a row",
                "Envoy's source (outlier detection); it grows by 30 s with each ejection, and probes nothing" + READ,
                object(
                        "slidingWindow",
                        object("type", "count", "size", 5L),
                        "minimumCalls",
                        5L,
                        "failureRateThreshold",
                        1L,
                        "slowCallDuration",
                        "1d",
                        "waitInOpen",
                        "30s",
                        "permittedCallsInHalfOpen",
                        5L))
    };

    static final Beginning[] RATE_LIMITER = {
        new Beginning(
                "Anthropic, 1,000 a minute",
                "16 a second; further calls wait up to 5 s",
                "Anthropic's documented limits, from a third party's copy" + READ,
                object("requestsPerSecond", 16L, "burst", 16L, "maxWait", "5s")),
        new Beginning(
                "Anthropic, 4,000 a minute",
                "66 a second; further calls wait up to 5 s",
                "Anthropic's documented limits, from a third party's copy" + READ,
                object("requestsPerSecond", 66L, "burst", 66L, "maxWait", "5s"))
    };

    static final Beginning[] BULKHEAD = {
        new Beginning(
                RESILIENCE4J,
                "25 under way, further ones are refused",
                "Resilience4j's source (BulkheadConfig)" + READ,
                object("maxConcurrent", 25L, "maxWait", "0s")),
        new Beginning(
                ENVOY,
                "1,024 under way, further ones are refused",
                "Envoy's documentation of circuit breaking (max_requests)" + READ,
                object("maxConcurrent", 1_024L, "maxWait", "0s"))
    };

    static final Beginning[] HEDGE = {
        new Beginning(
                POLLY,
                "one more after 2 s",
                "Polly's source (HedgingStrategyOptions)" + READ,
                object("after", "2s", "maxExtra", 1L)),
        new Beginning(
                GRPC,
                "one more each 500 ms, up to 3",
                "gRPC proposal A6: its example" + READ,
                object("after", "500ms", "maxExtra", 3L))
    };

    private PublishedDefaults() {}

    private static Map<String, Object> modelSdk(String retryAfterMax, String overRetryAfterMax) {
        return object(
                "maxAttempts",
                3L,
                "backoff",
                MODEL_SDK,
                "retryOn",
                STATUS_CODES,
                "honourRetryAfter",
                true,
                "retryAfterMax",
                retryAfterMax,
                "overRetryAfterMax",
                overRetryAfterMax);
    }
}
