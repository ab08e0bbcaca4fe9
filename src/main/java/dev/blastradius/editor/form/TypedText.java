package dev.blastradius.editor.form;

import dev.blastradius.model.Calls;
import dev.blastradius.model.descriptor.AmountType;
import dev.blastradius.model.descriptor.ChoiceType;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.MappedType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.TextType;
import dev.blastradius.model.descriptor.TupleType;
import dev.blastradius.model.descriptor.ValueType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Values as people type them in one line, and as they are shown to them. What is typed becomes a tree as the file would
 * hold it; whether it is valid there is for the value's type to say.
 */
public final class TypedText {

    private static final Pattern AMOUNT = Pattern.compile("([0-9]+(?:\\.[0-9]+)?(?:[eE][+-]?[0-9]+)?)\\s*([\\p{L}µ]+)");
    private static final Pattern GROUPED = Pattern.compile("[+-]?[0-9]{1,3}(,[0-9]{3})+(\\.[0-9]+)?");
    private static final Pattern RANGE = Pattern.compile("([0-9]+)\\s*(?:to|-|–|\\.\\.)\\s*([0-9]+)");

    private static final Map<String, String> UNITS = units();

    private TypedText() {}

    /** Whether values of a type can be typed in one line. */
    public static boolean fits(ValueType<?> type) {
        if (type instanceof ListType<?> list) {
            return list.element() instanceof ChoiceType<?> || list.element() instanceof TupleType<?>;
        }
        if (type instanceof MapType<?> map) {
            return map.value() instanceof TextType;
        }
        if (type instanceof MappedType<?, ?> mapped) {
            return fits(mapped.written());
        }
        return type == Calls.TYPE
                || type instanceof DurationType
                || type instanceof NumberType
                || type instanceof IntegerType
                || type instanceof AmountType
                || type instanceof ChoiceType<?>
                || type instanceof TextType;
    }

    /** What a person typed, as a tree; what cannot be understood stays a text, for the type to refuse. */
    public static Object parse(ValueType<?> type, String typed) {
        String text = typed.strip();
        if (type instanceof DurationType) {
            return duration(text);
        }
        if (type instanceof NumberType || type instanceof AmountType || type instanceof IntegerType) {
            return number(text);
        }
        if (type instanceof MappedType<?, ?> mapped) {
            return parse(mapped.written(), text);
        }
        if (type == Calls.TYPE) {
            return calls(text);
        }
        if (type instanceof ListType<?> list && list.element() instanceof TupleType<?> tuple) {
            return tuples(tuple, text);
        }
        if (type instanceof ListType<?>) {
            return parts(text, "[,;\\s]+");
        }
        return type instanceof MapType<?> ? pairs(text) : text;
    }

    /** A tree as it is shown for typing; what is shown is understood when it is typed again. */
    public static String show(ValueType<?> type, Object tree) {
        if (type instanceof MappedType<?, ?> mapped) {
            return show(mapped.written(), tree);
        }
        if (type instanceof DurationType && tree instanceof String text) {
            return Words.duration(text);
        }
        if (tree instanceof Number number) {
            return Words.number(number);
        }
        if (type instanceof ShorthandType<?, ?> && tree instanceof Map<?, ?> range) {
            return range.get("min") + " to " + range.get("max");
        }
        if (type instanceof ListType<?> list && tree instanceof List<?> entries) {
            return entries.stream()
                    .map(entry -> show(list.element(), entry))
                    .collect(Collectors.joining(list.element() instanceof TupleType ? "; " : ", "));
        }
        if (type instanceof TupleType<?> tuple && tree instanceof List<?> entries) {
            List<String> shown = new ArrayList<>();
            for (int i = 0; i < entries.size(); i++) {
                shown.add(show(tuple.object().parameters().get(i).type(), String.valueOf(entries.get(i))));
            }
            return shown.stream().map(each -> each.replace(" ", "")).collect(Collectors.joining(" "));
        }
        if (tree instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> entry.getKey() + ": " + entry.getValue())
                    .collect(Collectors.joining(", "));
        }
        return String.valueOf(tree);
    }

    /** Whether a type takes a tree. */
    static boolean isValid(ValueType<?> type, Object tree) {
        Problems problems = new Problems();
        type.read(tree, JsonPath.ROOT, problems);
        return !problems.hasErrors();
    }

    private static Object duration(String text) {
        String plain = decimalPoint(text.toLowerCase(Locale.ROOT));
        Matcher matcher = AMOUNT.matcher(plain);
        if (matcher.matches()) {
            String unit = UNITS.get(matcher.group(2));
            if (unit != null) {
                return matcher.group(1) + unit;
            }
        }
        Object number = number(text);
        return number instanceof Long whole && whole == 0 ? "0s" : number;
    }

    private static Object number(String text) {
        String plain = text.replaceAll("[\\s_\\u00a0]", "");
        plain = GROUPED.matcher(plain).matches() ? plain.replace(",", "") : decimalPoint(plain);
        int scale = 0;
        if (plain.endsWith("%")) {
            scale = -2;
        } else if (plain.matches("[0-9.]+[kK]")) {
            scale = 3;
        } else if (plain.matches("[0-9.]+M")) {
            scale = 6;
        }
        String digits = scale == 0 ? plain : plain.substring(0, plain.length() - 1);
        if (digits.length() > 40) {
            return text;
        }
        try {
            BigDecimal value = new BigDecimal(digits).scaleByPowerOfTen(scale);
            boolean whole = value.stripTrailingZeros().scale() <= 0
                    && value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
            return whole ? (Object) value.longValueExact() : (Object) value.doubleValue();
        } catch (NumberFormatException e) {
            return text;
        }
    }

    /** A comma with digits on both sides, and no other sign between digits, is a decimal point. */
    private static String decimalPoint(String text) {
        return text.replaceFirst("^([+-]?[0-9]+),([0-9]+)", "$1.$2");
    }

    private static Object calls(String text) {
        Matcher range = RANGE.matcher(text);
        if (range.matches()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("min", number(range.group(1)));
            tree.put("max", number(range.group(2)));
            return tree;
        }
        return number(text);
    }

    private static List<Object> tuples(TupleType<?> tuple, String text) {
        List<? extends Parameter<?, ?>> parameters = tuple.object().parameters();
        List<Object> entries = new ArrayList<>();
        for (Object entry : parts(text, "[;\\n]+")) {
            List<Object> values = new ArrayList<>();
            int i = 0;
            for (Object part : parts((String) entry, "[,\\s]+")) {
                ValueType<?> type =
                        parameters.get(Math.min(i, parameters.size() - 1)).type();
                values.add(parse(type, (String) part));
                i++;
            }
            entries.add(values);
        }
        return entries;
    }

    private static List<Object> parts(String text, String separator) {
        List<Object> parts = new ArrayList<>();
        for (String part : text.split(separator, -1)) {
            if (!part.isBlank()) {
                parts.add(part.strip());
            }
        }
        return parts;
    }

    private static Object pairs(String text) {
        Map<String, Object> pairs = new LinkedHashMap<>();
        for (Object part : parts(text, "[,;\\n]+")) {
            String pair = (String) part;
            int colon = pair.indexOf(':') >= 0 ? pair.indexOf(':') : pair.indexOf('=');
            if (colon < 0) {
                return text;
            }
            pairs.put(
                    pair.substring(0, colon).strip(), pair.substring(colon + 1).strip());
        }
        return pairs;
    }

    private static Map<String, String> units() {
        Map<String, String> units = new LinkedHashMap<>();
        alias(units, "us", "us", "µs", "μs", "microsecond", "microseconds");
        alias(units, "ms", "ms", "msec", "millisecond", "milliseconds");
        alias(units, "s", "s", "sec", "secs", "second", "seconds");
        alias(units, "m", "m", "min", "mins", "minute", "minutes");
        alias(units, "h", "h", "hr", "hrs", "hour", "hours");
        alias(units, "d", "d", "day", "days");
        return units;
    }

    private static void alias(Map<String, String> units, String unit, String... words) {
        for (String word : words) {
            units.put(word, unit);
        }
    }
}
