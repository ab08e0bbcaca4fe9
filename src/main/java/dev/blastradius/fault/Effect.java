package dev.blastradius.fault;

import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.BooleanType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ValueType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that a fault does to what it befalls. Where in the life of a request it acts is said by which of the permitted types it
 * is: that set is closed, for an engine has to know each. The effects themselves are an open family, listed in {@link Effects}.
 *
 * @param <T> the Java type of its value in a model: {@code Boolean}, {@code Double} or {@code Duration}
 */
public abstract sealed class Effect<T>
        permits Refusal, Loss, OwnTime, FailedWork, CutAnswers, SpoiltAnswers, Scaling, Halt {

    /** Any factor that anybody may want. */
    static final NumberType ANY_FACTOR = NumberType.from(0, 1e6, "");

    static final NumberType SHARE = NumberType.SHARE;
    static final BooleanType FLAG = new BooleanType();

    private final Parameter<Map<String, Object>, T> parameter;
    private final Composition composition;
    private final Reach reach;

    Effect(String key, ValueType<T> type, Class<T> javaType, Composition composition, Reach reach, String meaning) {
        this.parameter = Parameter.<Map<String, Object>, T>of(
                        key, type, effects -> javaType.cast(effects.get(key)), meaning)
                .absentMeans("untouched");
        this.composition = composition;
        this.reach = reach;
    }

    /** The key in a fault, such as {@code "errorRate"}. */
    public final String key() {
        return parameter.key();
    }

    /** Its description for the model file. */
    public final Parameter<Map<String, Object>, T> parameter() {
        return parameter;
    }

    /** How several of it add up. */
    public final Composition composition() {
        return composition;
    }

    /** What it can befall. */
    public final Reach reach() {
        return reach;
    }

    /**
     * What a component that it can befall lacks for it to do anything there, in words; null where it acts.
     *
     * @param value its value as a number, other than {@link Composition#none}: see {@link Effects#number}
     */
    @Nullable
    String lacking(Component component, double value) {
        return null;
    }
}
