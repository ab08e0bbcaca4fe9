package dev.blastradius.policy;

import dev.blastradius.model.Policy;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import org.jspecify.annotations.Nullable;

/**
 * Calls a second time when the first answer is late, and takes whichever comes first (Dean and Barroso, "The Tail at Scale", 2013).
 *
 * @param after how late
 * @param maxExtra the most extra calls
 */
public record Hedge(@Nullable Duration after, @Nullable Long maxExtra) implements Policy {

    public static final String KEY = "hedge";

    public static final Parameter<Hedge, Duration> AFTER = Parameter.of(
                    "after", new DurationType(true), Hedge::after, "How late an answer must be")
            .byDefault(Duration.of("2s"))
            .from("Polly v8: HedgingStrategyOptions.Delay");
    public static final Parameter<Hedge, Long> MAX_EXTRA = Parameter.of(
                    "maxExtra", new IntegerType(1, 100), Hedge::maxExtra, "The most extra calls")
            .byDefault(1L)
            .from("Polly v8: HedgingStrategyOptions.MaxHedgedAttempts");

    public static final ObjectType<Hedge> TYPE =
            ObjectType.of(KEY, "Calls a second time when the first answer is late", Hedge.class, AFTER, MAX_EXTRA);

    @Override
    public String key() {
        return KEY;
    }
}
