package dev.blastradius.policy;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import org.jspecify.annotations.Nullable;

/**
 * Calls a second time when the first answer is late, and takes whichever comes first (Dean and Barroso, "The Tail at Scale", 2013).
 *
 * @param after how late
 * @param maxExtra the most extra calls
 */
public record Hedge(@Nullable Duration after, @Nullable Long maxExtra) implements CheckedPolicy {

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

    @Override
    public String caption() {
        return "hedge";
    }

    @Override
    public void check(Dependency dependency, JsonPath arrow, Problems problems) {
        Duration longest = PoliciesFit.attemptTime(dependency);
        if (longest != null && AFTER.in(this).nanos() >= longest.nanos()) {
            PoliciesFit.warn(
                    this,
                    AFTER,
                    arrow.key(KEY),
                    "a late answer is never hedged: the attempt has been given up by then",
                    "less than " + longest + ", the time that the attempt has",
                    problems);
        }
    }
}
