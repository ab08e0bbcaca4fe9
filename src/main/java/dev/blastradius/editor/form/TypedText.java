package dev.blastradius.editor.form;

import dev.blastradius.io.TreeText;
import dev.blastradius.model.Calls;
import dev.blastradius.model.descriptor.AmountType;
import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.MappedType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.TextType;
import dev.blastradius.model.descriptor.TreeType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values as people type them in one field, and as they are shown to them. What is typed becomes a tree as the file would
 * hold it; whether it is valid there is for the value's type to say.
 */
public final class TypedText {

    private static final Pattern RANGE =
            Pattern.compile("(?:between\\s+)?([0-9][0-9_, ]*?)\\s*(?:to|and|-|–|—|\\.\\.\\.?|…)\\s*([0-9][0-9_, ]*)");

    private TypedText() {}

    /** Whether values of a type can be typed in one field. */
    public static boolean fits(ValueType<?> type) {
        if (type instanceof MappedType<?, ?> mapped) {
            return fits(mapped.written());
        }
        return type == Calls.TYPE
                || type instanceof DurationType
                || type instanceof NumberType
                || type instanceof IntegerType
                || type instanceof AmountType
                || type instanceof ChoiceType<?>
                || type instanceof TextType
                || type instanceof TreeType;
    }

    /** What a person typed into a field that says nothing yet: see {@link #parse(ValueType, String, String)}. */
    public static Object parse(ValueType<?> type, String typed) {
        return parse(type, typed, "");
    }

    /**
     * What a person typed, as a tree; what cannot be understood stays a text, for the type to refuse.
     *
     * @param present what the field says now: a number alone is a duration in the same unit
     */
    public static Object parse(ValueType<?> type, String typed, String present) {
        String text = typed.strip();
        if (type instanceof MappedType<?, ?> mapped) {
            return parse(mapped.written(), text, present);
        }
        if (type instanceof DurationType) {
            return TypedDurations.parse(text, present);
        }
        NumberType number = number(type);
        if (number != null || type instanceof IntegerType) {
            return TypedNumbers.parse(text, number == null ? "" : number.unit());
        }
        if (type == Calls.TYPE) {
            return calls(text);
        }
        if (type instanceof TreeType) {
            Object tree = TreeText.read(text, new Problems());
            return tree == null ? text : tree;
        }
        return text;
    }

    /** A tree as it is shown for typing; what is shown is understood, as the same value, when it is typed again. */
    public static String show(ValueType<?> type, Object tree) {
        if (type instanceof MappedType<?, ?> mapped) {
            return show(mapped.written(), tree);
        }
        if (type instanceof DurationType && tree instanceof String text) {
            return Words.duration(text).replaceFirst(" m$", " min");
        }
        if (tree instanceof Number number) {
            NumberType described = number(type);
            return described == null ? Words.number(number) : TypedNumbers.show(described, number);
        }
        if (type instanceof TreeType && tree instanceof Map<?, ?>) {
            return TreeText.print(tree).strip();
        }
        if (tree instanceof Map<?, ?> range) {
            return shown(range.get("min")) + " to " + shown(range.get("max"));
        }
        if (tree instanceof List<?> list) {
            return String.join(", ", list.stream().map(TypedText::shown).toList());
        }
        return String.valueOf(tree);
    }

    private static String shown(@Nullable Object value) {
        return value instanceof Number number
                ? Words.number(number)
                : value instanceof String word ? Words.title(word) : "";
    }

    /** What may be typed, with examples; empty where any text may. */
    public static String accepts(ValueType<?> type) {
        if (type instanceof MappedType<?, ?> mapped) {
            return accepts(mapped.written());
        }
        if (type instanceof DurationType duration) {
            return TypedDurations.ACCEPTED + (duration.zeroAllowed() ? "" : ", above zero");
        }
        NumberType number = number(type);
        if (number != null) {
            return TypedNumbers.accepts(number);
        }
        if (type instanceof IntegerType) {
            return type.expected() + ", such as \"300\", \"2,000\" or \"3k\"";
        }
        if (type == Calls.TYPE) {
            return "a number, such as \"2\", or a range, such as \"1 to 6\" or \"1-6\"";
        }
        if (type instanceof TreeType) {
            return "a JSON object, such as {\"components\": {\"opus\": {\"concurrency\": 50}}}";
        }
        return type instanceof TextType text && !text.form().isEmpty() ? text.form() : "";
    }

    /**
     * Why a text cannot be a type's value, before the type itself is asked; null where it may be one.
     *
     * @param value what the text was understood as
     */
    public static @Nullable Problem refusal(ValueType<?> type, String text, Object value, JsonPath where) {
        if (type instanceof MappedType<?, ?> mapped) {
            return refusal(mapped.written(), text, value, where);
        }
        if (type instanceof TreeType && value instanceof String) {
            Problems problems = new Problems();
            TreeText.read(text, problems);
            return problems.all().isEmpty()
                    ? Problem.error(where, "not an object", accepts(type), text)
                    : problems.all().get(0).under(where);
        }
        if (type instanceof DurationType && value instanceof Number) {
            return Problem.error(where, "a duration without its unit", accepts(type), text)
                    .mend("add the unit, as in \"" + text.strip() + " ms\" or \"" + text.strip() + " s\"");
        }
        NumberType number = number(type);
        if (number != null && TypedNumbers.isShare(number) && value instanceof Number given) {
            double share = given.doubleValue();
            if (share > 1 && share <= 100) {
                return Problem.error(where, "more than the whole", accepts(type), text)
                        .mend("did you mean \"" + Words.number(given) + " %\"?");
            }
        }
        return value instanceof String word && !isUnderstood(type, word)
                ? Problem.error(where, "not understood", accepts(type), text)
                : null;
    }

    private static boolean isUnderstood(ValueType<?> type, String value) {
        return type instanceof DurationType
                ? Duration.parse(value) != null
                : number(type) == null && !(type instanceof IntegerType) && type != Calls.TYPE;
    }

    /**
     * The text one step up or down: by one, for larger numbers by the second digit, with decimals by the last of them; a range
     * and whatever is no number stays.
     *
     * @param steps how many steps, below 0 for down
     */
    public static String step(ValueType<?> type, String text, int steps) {
        if (type instanceof MappedType<?, ?> mapped) {
            return step(mapped.written(), text, steps);
        }
        boolean steppable = type instanceof DurationType || type instanceof IntegerType || number(type) != null;
        return steppable ? Steps.step(type, text, steps) : text;
    }

    /** Whether a type takes a tree. */
    static boolean isValid(ValueType<?> type, Object tree) {
        Problems problems = new Problems();
        type.read(tree, JsonPath.ROOT, problems);
        return !problems.hasErrors();
    }

    /** The number that a type is, or that it wraps; null where it is none. */
    static @Nullable NumberType number(ValueType<?> type) {
        if (type instanceof AmountType amount) {
            return amount.number();
        }
        return type instanceof NumberType number ? number : null;
    }

    private static Object calls(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("min", TypedNumbers.parse(range.group(1), ""));
            tree.put("max", TypedNumbers.parse(range.group(2), ""));
            return tree;
        }
        return TypedNumbers.parse(text, "");
    }
}
