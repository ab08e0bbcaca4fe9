package dev.blastradius.model;

import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.Named;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.TextType;
import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.model.distribution.DistributionTypes;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An arrow of the drawing: one component calls another, with everything that the caller does about failure.
 *
 * @param call when and how it is called
 * @param fallback what it stands in for, where it is a fallback
 * @param policies the policies on it, by key, in the order in which they wrap each other
 */
public record Dependency(Call call, Fallback fallback, Map<String, Policy> policies) {

    public static final Dependency PLAIN = new Dependency(Call.DEFAULT, Fallback.NONE, Map.of());

    public static final Parameter<Dependency, Call> CALL =
            Parameter.group("call", Call.TYPE, Dependency::call, "When and how it is called");
    public static final Parameter<Dependency, Fallback> FALLBACK =
            Parameter.group("fallback", Fallback.TYPE, Dependency::fallback, "What it stands in for");

    /** How a dependency is written, given the family of policies. */
    public static ObjectType<Dependency> type(List<? extends Parameter<Map<String, Policy>, ?>> policies) {
        return ObjectType.of(
                "dependency",
                "One component calls another",
                Dependency.class,
                CALL,
                FALLBACK,
                Parameter.group(
                        "policies",
                        ObjectType.family("policies", "What the caller does about failure", policies),
                        Dependency::policies,
                        "What the caller does about failure"));
    }

    /** The policy of a class; null where the dependency has none. */
    public <P extends Policy> @Nullable P policy(Class<P> type) {
        for (Policy policy : policies.values()) {
            if (type.isInstance(policy)) {
                return type.cast(policy);
            }
        }
        return null;
    }

    /** Whether it stands in for another dependency. */
    public boolean isFallback() {
        return fallback.fallbackFor() != null;
    }

    /** What the failure of a call means to its caller. */
    public enum Mode implements Named {
        REQUIRED("required", "Its failure fails the caller"),
        OPTIONAL("optional", "Its failure degrades the caller's answer, and does not fail it");

        private final Word word;

        Mode(String key, String meaning) {
            word = new Word(key, meaning);
        }

        @Override
        public Word word() {
            return word;
        }
    }

    /**
     * When and how a dependency is called.
     *
     * @param step steps run in order, the calls of one step side by side
     * @param probability whether it is called at all
     * @param calls how many times, one after another
     * @param mode what its failure means
     * @param weight its share under a gateway's weighted routing
     * @param inputTokens overrides the request's own
     * @param outputTokens overrides the request's own
     * @param network the time that the network adds to each attempt
     * @param timeout for each attempt; null: none
     * @param deadline over all attempts and waits; null: none
     */
    public record Call(
            @Nullable Long step,
            @Nullable Double probability,
            @Nullable Calls calls,
            @Nullable Mode mode,
            @Nullable Double weight,
            @Nullable Distribution inputTokens,
            @Nullable Distribution outputTokens,
            @Nullable Distribution network,
            @Nullable Duration timeout,
            @Nullable Duration deadline) {

        public static final Call DEFAULT = new Call(null, null, null, null, null, null, null, null, null, null);

        public static final Parameter<Call, Long> STEP = Parameter.of(
                        "step",
                        new IntegerType(1, 1_000),
                        Call::step,
                        "Steps run in order, the calls of one step side by side")
                .byDefault(1L)
                .ownChoice();
        public static final Parameter<Call, Double> PROBABILITY = Parameter.of(
                        "probability", NumberType.SHARE, Call::probability, "Whether it is called at all")
                .byDefault(1.0)
                .ownChoice();
        public static final Parameter<Call, Calls> CALLS = Parameter.of(
                        "calls", Calls.TYPE, Call::calls, "How many times, one after another")
                .byDefault(Calls.always(1))
                .ownChoice();
        public static final Parameter<Call, Mode> MODE = Parameter.of(
                        "mode", ChoiceType.of(Mode.class), Call::mode, "What its failure means to the caller")
                .byDefault(Mode.REQUIRED)
                .ownChoice();
        public static final Parameter<Call, Double> WEIGHT = Parameter.of(
                        "weight",
                        NumberType.from(0, 1e9, ""),
                        Call::weight,
                        "Its share under a gateway's weighted routing")
                .byDefault(1.0)
                .ownChoice();
        public static final Parameter<Call, Distribution> INPUT_TOKENS = Parameter.<Call, Distribution>of(
                        "inputTokens", DistributionTypes.TOKENS, Call::inputTokens, "Prompt tokens of this call")
                .absentMeans("the request's own");
        public static final Parameter<Call, Distribution> OUTPUT_TOKENS = Parameter.<Call, Distribution>of(
                        "outputTokens", DistributionTypes.TOKENS, Call::outputTokens, "Answer tokens of this call")
                .absentMeans("the request's own");
        public static final Parameter<Call, Distribution> NETWORK = Parameter.<Call, Distribution>of(
                        "network", DistributionTypes.TIME, Call::network, "What the network adds to each attempt")
                .absentMeans("nothing");
        public static final Parameter<Call, Duration> TIMEOUT = Parameter.<Call, Duration>of(
                        "timeout", new DurationType(false), Call::timeout, "How long the caller waits for each attempt")
                .absentMeans("for ever")
                .beginningWith(
                        timeout("Resilience4j default", "1s", "Resilience4j's source (TimeLimiterConfig)"),
                        timeout("Polly v8", "30s", "Polly's source (TimeoutStrategyOptions)"),
                        timeout("OpenAI SDK default", "600s", "The OpenAI SDKs' source"),
                        timeout("Anthropic SDK default", "600s", "The Anthropic SDKs' source"),
                        timeout("LiteLLM default", "6000s", "LiteLLM router's source (request_timeout)"));
        public static final Parameter<Call, Duration> DEADLINE = Parameter.<Call, Duration>of(
                        "deadline", new DurationType(false), Call::deadline, "How long over all attempts and waits")
                .absentMeans("for ever")
                .beginningWith(timeout("Envoy", "15s", "Envoy's source (a route's time-out includes its retries)"));

        public static final ObjectType<Call> TYPE = ObjectType.of(
                "call",
                "When and how a dependency is called",
                Call.class,
                STEP,
                PROBABILITY,
                CALLS,
                MODE,
                WEIGHT,
                INPUT_TOKENS,
                OUTPUT_TOKENS,
                NETWORK,
                TIMEOUT,
                DEADLINE);

        private static Beginning timeout(String name, String duration, String source) {
            return new Beginning(name, Duration.of(duration).text(), source + ", read November 2026", duration);
        }
    }

    /**
     * What a fallback stands in for.
     *
     * @param fallbackFor the key of the dependency that it replaces when that has failed; null: it is no fallback
     * @param order among the fallbacks of one dependency, the lowest first
     * @param readiness the probability that it works when it is needed
     * @param coldStart how long its first use waits
     */
    public record Fallback(
            @Nullable String fallbackFor,
            @Nullable Long order,
            @Nullable Double readiness,
            @Nullable Distribution coldStart) {

        public static final Fallback NONE = new Fallback(null, null, null, null);

        public static final Parameter<Fallback, String> FALLBACK_FOR = Parameter.<Fallback, String>of(
                        "fallbackFor",
                        new TextType(Pipeline.DEPENDENCY_PATTERN, Pipeline.DEPENDENCY_FORM, 300),
                        Fallback::fallbackFor,
                        "The dependency of the same caller that it stands in for")
                .absentMeans("no fallback");
        public static final Parameter<Fallback, Long> ORDER = Parameter.of(
                        "order",
                        new IntegerType(1, 1_000),
                        Fallback::order,
                        "Its turn among the fallbacks of one dependency, the lowest first")
                .byDefault(1L)
                .ownChoice();
        public static final Parameter<Fallback, Double> READINESS = Parameter.of(
                        "readiness",
                        NumberType.SHARE,
                        Fallback::readiness,
                        "That it works when it is needed; below 1 for a fallback that is never rehearsed")
                .byDefault(1.0)
                .ownChoice();
        public static final Parameter<Fallback, Distribution> COLD_START = Parameter.<Fallback, Distribution>of(
                        "coldStart", DistributionTypes.TIME, Fallback::coldStart, "How long its first use waits")
                .absentMeans("no wait");

        public static final ObjectType<Fallback> TYPE = ObjectType.of(
                        "fallback",
                        "What a fallback stands in for",
                        Fallback.class,
                        FALLBACK_FOR,
                        ORDER,
                        READINESS,
                        COLD_START)
                .switchedBy(FALLBACK_FOR);
    }
}
