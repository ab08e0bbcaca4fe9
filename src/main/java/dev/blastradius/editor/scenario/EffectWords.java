package dev.blastradius.editor.scenario;

import dev.blastradius.editor.form.Words;
import dev.blastradius.fault.Composition;
import dev.blastradius.fault.Effect;
import dev.blastradius.fault.Effects;
import dev.blastradius.fault.FailedWork;
import dev.blastradius.fault.Halt;
import dev.blastradius.fault.Loss;
import dev.blastradius.fault.OwnTime;
import dev.blastradius.fault.Refusal;
import dev.blastradius.fault.Scaling;
import dev.blastradius.fault.Scaling.Scaled;
import dev.blastradius.model.Fault;
import dev.blastradius.model.descriptor.Duration;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a fault does, in a few words, and what sort of thing that is. */
public final class EffectWords {

    /** Sorts of effects, as bars tell them apart. */
    public enum Sort {
        /** It answers at once, and not what was asked for: refused, or an error. */
        REFUSES("refuses or fails"),
        /** It takes longer, stands still, or never answers. */
        SLOW("is slow or hangs"),
        /** It answers something that is not worth much. */
        SPOILT("answers badly"),
        /** There is more to do, or less to do it with. */
        LOAD("more load, or less room"),
        /** It does nothing. */
        NOTHING("does nothing");

        private final String title;

        Sort(String title) {
            this.title = title;
        }

        /** What it is, for people. */
        public String title() {
            return title;
        }
    }

    private EffectWords() {}

    /** All that a fault does: {@code "40 % error rate, latency × 3"}; {@code "no effect"} where it does nothing. */
    public static String of(Fault fault) {
        String words = Effects.ALL.stream()
                .filter(effect -> fault.effects().containsKey(effect.key()))
                .map(effect -> words(effect, fault.effects().get(effect.key())))
                .collect(Collectors.joining(", "));
        return words.isEmpty() ? "no effect" : words;
    }

    private static String words(Effect<?> effect, @Nullable Object value) {
        String name = Words.title(effect.key()).toLowerCase(Locale.ROOT);
        return switch (effect.composition()) {
            case INDEPENDENT -> number(100, value) + " % " + name;
            case FACTOR -> name.replace(" factor", "") + " × " + number(1, value);
            case SUM -> name + " " + (value instanceof Duration length ? Words.duration(length.text()) : value);
            case ANY -> Boolean.FALSE.equals(value) ? "not " + name : name;
        };
    }

    private static String number(double times, @Nullable Object value) {
        double number = value instanceof Number it ? it.doubleValue() : 0;
        return new BigDecimal(times * number)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    /** The sort of the first of a fault's effects, in the order of {@link Effects#ALL}. */
    public static Sort sort(Fault fault) {
        return Effects.ALL.stream()
                .filter(effect -> fault.effects().containsKey(effect.key()))
                .findFirst()
                .map(EffectWords::sort)
                .orElse(Sort.NOTHING);
    }

    private static Sort sort(Effect<?> effect) {
        if (effect instanceof Refusal || effect instanceof FailedWork) {
            return Sort.REFUSES;
        }
        boolean spread = effect instanceof Scaling scaling && scaling.scaled() == Scaled.SPREAD;
        if (effect instanceof Loss || effect instanceof OwnTime || effect instanceof Halt || spread) {
            return Sort.SLOW;
        }
        return effect instanceof Scaling ? Sort.LOAD : Sort.SPOILT;
    }

    /** Whether a ramp means anything for a fault: at least one of its effects can be half there. */
    public static boolean canRamp(Fault fault) {
        return Effects.ALL.stream()
                .anyMatch(
                        effect -> fault.effects().containsKey(effect.key()) && effect.composition() != Composition.ANY);
    }
}
