package dev.blastradius.editor.form;

import dev.blastradius.model.descriptor.Duration;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Durations as people type them: {@code "4 s"}, {@code "1.5min"}, {@code "1h 30m"}. */
final class TypedDurations {

    /** What may be typed. */
    static final String ACCEPTED =
            "a duration, such as \"250 ms\", \"4 s\", \"1.5 min\" or \"1h 30m\" (µs, ms, s, min, h, d); a number alone keeps the unit that is there";

    /**
     * A unit.
     *
     * @param file how the file writes it; empty where it does not
     * @param nanos nanoseconds in it
     */
    private record Unit(String file, long nanos) {}

    private static final Pattern PART = Pattern.compile(
            "\\G([0-9.,][0-9.,_ ]*?(?:e[+-]?[0-9]+)?)\\s*([\\p{L}µ]+)(?:\\s*[,+&]\\s*|\\s+and\\s+|\\s*)");

    private static final Pattern ENDS_IN_UNIT = Pattern.compile(".*[0-9]\\s*([\\p{L}µ]+)");

    private static final Map<String, Unit> UNITS = units();

    private TypedDurations() {}

    /** What was typed as the file would say it; a number without a unit, or the text, where it cannot be told. */
    static Object parse(String typed, String present) {
        String text = typed.toLowerCase(Locale.ROOT);
        Object number = TypedNumbers.parse(text, "");
        if (number instanceof Number value && !text.endsWith("%")) {
            String plain = TypedNumbers.plain(text);
            Unit unit = unitOf(present);
            if (value.doubleValue() == 0) {
                return "0s";
            }
            return unit == null || plain.isEmpty() || unit.file().isEmpty() ? number : plain + unit.file();
        }
        return parts(typed, text);
    }

    private static Object parts(String typed, String text) {
        Matcher part = PART.matcher(text);
        int end = 0;
        int count = 0;
        BigDecimal sum = BigDecimal.ZERO;
        long before = Long.MAX_VALUE;
        String only = "";
        while (part.find()) {
            Unit unit = UNITS.get(part.group(2));
            String number = TypedNumbers.plain(part.group(1));
            if (unit == null || number.isEmpty() || unit.nanos() >= before) {
                return typed;
            }
            sum = sum.add(new BigDecimal(number).multiply(BigDecimal.valueOf(unit.nanos())));
            only = unit.file().isEmpty() ? "" : number + unit.file();
            before = unit.nanos();
            end = part.end();
            count++;
        }
        if (count == 0 || end < text.length()) {
            return typed;
        }
        boolean tooLong = sum.compareTo(BigDecimal.valueOf(Duration.MAX_NANOS)) > 0;
        if (count == 1 && !only.isEmpty()) {
            return only;
        }
        return tooLong
                ? typed
                : Duration.ofNanos(sum.setScale(0, RoundingMode.HALF_UP).longValueExact())
                        .text();
    }

    private static @Nullable Unit unitOf(String present) {
        Matcher matcher = ENDS_IN_UNIT.matcher(present.toLowerCase(Locale.ROOT).strip());
        return matcher.matches() ? UNITS.get(matcher.group(1)) : null;
    }

    private static Map<String, Unit> units() {
        Map<String, Unit> units = new LinkedHashMap<>();
        alias(units, new Unit("", 1), "ns", "nanosecond", "nanoseconds");
        alias(units, new Unit("us", 1_000), "us", "µs", "μs", "microsecond", "microseconds");
        alias(units, new Unit("ms", 1_000_000), "ms", "msec", "msecs", "millis", "millisecond", "milliseconds");
        alias(units, new Unit("s", 1_000_000_000), "s", "sec", "secs", "second", "seconds");
        alias(units, new Unit("m", 60_000_000_000L), "m", "min", "mins", "minute", "minutes");
        alias(units, new Unit("h", 3_600_000_000_000L), "h", "hr", "hrs", "hour", "hours");
        alias(units, new Unit("d", 86_400_000_000_000L), "d", "day", "days");
        alias(units, new Unit("", 604_800_000_000_000L), "w", "week", "weeks");
        return units;
    }

    private static void alias(Map<String, Unit> units, Unit unit, String... words) {
        for (String word : words) {
            units.put(word, unit);
        }
    }
}
