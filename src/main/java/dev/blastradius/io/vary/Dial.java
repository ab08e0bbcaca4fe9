package dev.blastradius.io.vary;

import dev.blastradius.experiment.search.Varied;
import dev.blastradius.model.descriptor.AmountType;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.ValueType;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/**
 * A number or a length of time in a model file that can be set otherwise. Its values are doubles in its own unit, seconds for a length of
 * time; see {@link Dials#find}.
 *
 * @param place where it stands; {@link #LOAD} for the load
 * @param title what people call it: {@code "Opus: error rate"}
 * @param present its value in the model, or the default that holds there; null where it has none
 * @param type how it is written: an {@code IntegerType}, {@code NumberType}, {@code AmountType} or {@code DurationType}
 */
public record Dial(JsonPath place, String title, @Nullable Double present, ValueType<?> type) {

    /** Where the pseudo parameter {@code load} stands: a factor on the rates and the users of all clients, 1 as drawn. */
    public static final JsonPath LOAD = JsonPath.ROOT.key("load");

    static final NumberType LOAD_TYPE = NumberType.positive(1e6, "");

    private static final MathContext DIGITS = new MathContext(12);

    /** What its path is called on the command line: {@code "scenarios.brownout.faults[0].errorRate"}. */
    public String path() {
        return PathText.of(place);
    }

    /** It as a parameter of a sweep or of a search. */
    public Varied varied() {
        return new Varied(path(), title, unit());
    }

    /** Whether it is the factor on all clients' load. */
    public boolean isLoad() {
        return place.equals(LOAD);
    }

    /** Whether only whole numbers make sense. */
    public boolean isWhole() {
        return type instanceof IntegerType;
    }

    /** Whether its values are seconds. */
    public boolean isTime() {
        return type instanceof DurationType;
    }

    /** The unit of its values: {@code "s"}, {@code "requests a second"}; empty for a pure number. */
    public String unit() {
        if (isTime()) {
            return "s";
        }
        if (type instanceof AmountType amount) {
            return amount.number().unit();
        }
        return type instanceof NumberType number ? number.unit() : "";
    }

    /**
     * The value that a text says by the rules of the format: {@code "0.4"}, {@code "30s"}; null where it is none or out of range, which
     * is then a problem at this place.
     */
    public @Nullable Double read(String text, Problems problems) {
        Object tree = text;
        if (!isTime()) {
            tree = number(text);
        }
        Object value = type.read(tree, place, problems);
        return value == null ? null : number(value);
    }

    /** Whether a value is one that the format allows here; where not, that is a problem at this place. */
    boolean allows(double value, Problems problems) {
        return type.read(tree(value), place, problems) != null;
    }

    /** A value as the file would hold it: {@code "30s"}, {@code "0.4"}. */
    public String text(double value) {
        return tree(value).toString();
    }

    /** A value with its unit, for people: {@code "30s"}, {@code "150 requests a second"}. */
    public String inWords(double value) {
        return isTime() || unit().isEmpty() ? text(value) : text(value) + " " + unit();
    }

    /** The nearest value that can be set: a whole number where only those make sense, at most twelve digits. */
    public double rounded(double value) {
        if (isWhole()) {
            return Math.rint(value);
        }
        return isTime()
                ? Math.round(value * 1e9) / 1e9
                : new BigDecimal(value).round(DIGITS).doubleValue() + 0.0;
    }

    /** A value as a tree. Throws IllegalArgumentException for a time below 0. */
    Object tree(double value) {
        if (isTime()) {
            if (value < 0) {
                throw new IllegalArgumentException("a time of " + value + " s");
            }
            return Duration.ofSeconds(value).text();
        }
        return value == Math.rint(value) && Math.abs(value) < 1L << 53 ? (Object) (long) value : (Object) value;
    }

    /** A number as the parser of JSON would give it; what is none stays text. */
    private static Object number(String text) {
        try {
            return Long.valueOf(text);
        } catch (NumberFormatException notWhole) {
            boolean plain = text.matches("[+-]?[0-9]*\\.?[0-9]+(?:[eE][+-]?[0-9]+)?");
            return plain ? (Object) (Double.parseDouble(text) + 0.0) : text;
        }
    }

    /** A value of any of the types as a double; null for another one. */
    static @Nullable Double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        return value instanceof dev.blastradius.model.descriptor.Quantity quantity ? quantity.value() : null;
    }

    /** That something is wrong at its place. */
    Problem problem(String what, String expected, @Nullable Object found) {
        return Problem.error(place, what, expected, found);
    }
}
