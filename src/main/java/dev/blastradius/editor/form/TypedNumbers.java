package dev.blastradius.editor.form;

import dev.blastradius.model.descriptor.NumberType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as people type them: {@code "40 %"}, {@code "2,000"}, {@code "3k"}, {@code "$3 / Mtok"}, {@code "2400/min"}. A comma before
 * exactly three digits groups thousands, any other single comma is a decimal point.
 */
final class TypedNumbers {

    private static final Pattern NUMBER =
            Pattern.compile("([+-]?(?:[0-9][0-9_,.' ]*|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?)(.*)", Pattern.DOTALL);
    private static final Pattern GROUPED =
            Pattern.compile("[+-]?[1-9][0-9]{0,2}(?:([,_' ])[0-9]{3})(?:\\1[0-9]{3})*(\\.[0-9]+)?");
    private static final Pattern PLAIN =
            Pattern.compile("[+-]?(?:[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+)(?:[eE][+-]?[0-9]+)?");
    private static final Pattern LARGE =
            Pattern.compile("(k|K|M|G|B|thousand|million|mn|billion|bn)(?![\\p{L}])(.*)", Pattern.DOTALL);
    private static final Pattern PER = Pattern.compile("(.*?)\\s*(?:/|\\bper\\b|\\ba\\b(?= )|\\ban\\b)\\s*(.+)");

    private static final int LONGEST = 60;

    private static final Map<String, Integer> POWERS =
            Map.of("k", 3, "K", 3, "thousand", 3, "M", 6, "mn", 6, "million", 6, "G", 9, "B", 9, "bn", 9, "billion", 9);

    private static final Map<String, Integer> SECONDS = seconds();
    private static final Map<String, String> NOUNS = nouns();
    private static final Map<String, String> SHORT_RATES = Map.of(
            "rps", "requests/s",
            "qps", "requests/s",
            "rpm", "requests/min",
            "qpm", "requests/min",
            "rph", "requests/h",
            "tps", "tokens/s",
            "tpm", "tokens/min",
            "itpm", "tokens/min",
            "otpm", "tokens/min");

    private static final String DOLLARS = "US dollars";

    private TypedNumbers() {}

    /**
     * What was typed as a number of the file; the text where it is none, or one of another unit.
     *
     * @param unit the unit of the descriptor, such as {@code "requests a second"}; empty for a pure number
     */
    static Object parse(String typed, String unit) {
        String text = typed.strip()
                .replace('\u00a0', ' ')
                .replace('\u202f', ' ')
                .replace('\u2009', ' ')
                .replace('\u2212', '-');
        boolean money = unit.startsWith(DOLLARS);
        String bare = money ? text.replaceFirst("^(?:US)?\\$\\s*|^USD\\s+", "") : text;
        Matcher matcher = NUMBER.matcher(bare);
        if (text.length() > LONGEST || !matcher.matches()) {
            return typed;
        }
        String digits = plain(matcher.group(1));
        String rest = matcher.group(2).strip();
        if (digits.isEmpty()) {
            return typed;
        }
        BigDecimal value = new BigDecimal(digits);
        Matcher large = LARGE.matcher(rest);
        if (large.matches()) {
            value = value.scaleByPowerOfTen(POWERS.getOrDefault(large.group(1), 0));
            rest = large.group(2).strip();
        }
        BigDecimal inUnit = money ? dollars(value, rest, unit) : of(value, rest, unit);
        return inUnit == null ? typed : tree(inUnit, typed);
    }

    /** Digits with a point at most, as Java and the file write them; empty where the text is no number, or one that is too long. */
    static String plain(String typed) {
        String text = typed.strip();
        if (text.length() > LONGEST) {
            return "";
        }
        if (GROUPED.matcher(text).matches()) {
            return text.replaceAll("[,_' ]", "");
        }
        String joined = text.replace("_", "");
        if (!PLAIN.matcher(joined).matches()) {
            return "";
        }
        String point =
                joined.replace(',', '.').replaceFirst("^([+-]?)\\.", "$10.").replaceFirst("\\.(?=$|[eE])", "");
        return tooFar(point) ? "" : point;
    }

    /** A power of ten so large or small that its digits would fill the memory. */
    private static boolean tooFar(String number) {
        int e = Math.max(number.indexOf('e'), number.indexOf('E'));
        return e >= 0 && number.length() - e > 5;
    }

    private static @Nullable BigDecimal of(BigDecimal value, String rest, String unit) {
        if (rest.isEmpty()) {
            return value;
        }
        if (rest.equals("%")) {
            return unit.isEmpty() ? value.scaleByPowerOfTen(-2) : null;
        }
        String words = SHORT_RATES.getOrDefault(rest.toLowerCase(Locale.ROOT), rest.toLowerCase(Locale.ROOT));
        String noun = noun(unit);
        int period = period(unit);
        if (period == 0) {
            boolean same = words.equals(unit.toLowerCase(Locale.ROOT)) || noun.equals(NOUNS.get(words));
            return same || unit.isEmpty() && NOUNS.containsKey(words) ? value : null;
        }
        Matcher per = PER.matcher(words);
        if (!per.matches()) {
            return noun.equals(NOUNS.get(words)) ? value : null;
        }
        Integer seconds = SECONDS.get(per.group(2).strip());
        boolean same =
                per.group(1).isEmpty() || noun.equals(NOUNS.get(per.group(1).strip()));
        return seconds == null || !same ? null : times(value, period, seconds);
    }

    private static @Nullable BigDecimal dollars(BigDecimal value, String rest, String unit) {
        String words = rest.replaceFirst("^(?:US\\s*\\$|\\$|USD|US dollars?|dollars?)\\s*", "")
                .strip();
        if (words.isEmpty()) {
            return value;
        }
        String per = words.replaceFirst("^(?:/|per\\b|a\\b)\\s*", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\s+", "");
        if (per.length() == words.length()) {
            return null;
        }
        if (!unit.contains("token")) {
            return per.matches("requests?|req|calls?") ? value : null;
        }
        Matcher tokens = Pattern.compile(
                        "(1|1,?000|1,?000,?000)?(k|thousand|m|million)?(?:in|input|out|output)?(tok|token|tokens)?")
                .matcher(per);
        if (!tokens.matches() || per.isEmpty()) {
            return null;
        }
        String count = tokens.group(1) == null ? "1" : tokens.group(1).replace(",", "");
        String large = tokens.group(2) == null ? "" : tokens.group(2);
        int power = large.startsWith("k") || large.startsWith("t") ? 3 : large.isEmpty() ? 0 : 6;
        return value.scaleByPowerOfTen(6 - power).divide(new BigDecimal(count), MathContext.DECIMAL128);
    }

    private static BigDecimal times(BigDecimal value, int period, int seconds) {
        return period == seconds
                ? value
                : value.multiply(BigDecimal.valueOf(period))
                        .divide(BigDecimal.valueOf(seconds), MathContext.DECIMAL128);
    }

    private static Object tree(BigDecimal value, String typed) {
        boolean whole = value.stripTrailingZeros().scale() <= 0
                && value.abs().compareTo(BigDecimal.valueOf(Long.MAX_VALUE)) <= 0;
        if (whole) {
            return value.longValueExact();
        }
        double number = value.doubleValue();
        return Double.isInfinite(number) ? typed : (Object) number;
    }

    /** A number as its descriptor would have it shown. */
    static String show(NumberType type, Number number) {
        double value = number.doubleValue();
        if (isShare(type) && (value == 0 || Math.abs(value) >= 1e-6)) {
            return new BigDecimal(number.toString())
                            .movePointRight(2)
                            .stripTrailingZeros()
                            .toPlainString() + " %";
        }
        return type.unit().startsWith(DOLLARS) ? "$" + Words.number(number) : Words.number(number);
    }

    /** Whether a number is a part of a whole, which people read as a percentage. */
    static boolean isShare(NumberType type) {
        return type.min() == 0 && type.max() == 1 && type.unit().isEmpty();
    }

    /** What may be typed for a number. */
    static String accepts(NumberType type) {
        if (isShare(type)) {
            return "a share from " + (type.minExcluded() ? "above " : "") + "0 % to 100 %, such as \"40 %\" or \"0.4\"";
        }
        String examples;
        if (type.unit().startsWith(DOLLARS)) {
            examples =
                    type.unit().contains("token") ? "\"$3\", \"3 USD\" or \"$3 / Mtok\"" : "\"$0.01\" or \"0.01 USD\"";
        } else if (period(type.unit()) == 1) {
            examples = "\"40\", \"40/s\" or \"2400/min\"";
        } else if (period(type.unit()) == 60) {
            examples = "\"4000\", \"4k/min\" or \"50/s\"";
        } else {
            examples = type.max() >= 1_000 ? "\"1.5\", \"2,000\" or \"3k\"" : "\"1.5\"";
        }
        return type.expected() + ", such as " + examples;
    }

    /** The seconds that a rate counts over; 0 for what is no rate. */
    private static int period(String unit) {
        return unit.endsWith(" a second") ? 1 : unit.endsWith(" a minute") ? 60 : 0;
    }

    private static String noun(String unit) {
        int end = unit.indexOf(' ');
        return end < 0 ? unit : unit.substring(0, end);
    }

    private static Map<String, Integer> seconds() {
        Map<String, Integer> seconds = new LinkedHashMap<>();
        List.of("s", "sec", "second").forEach(word -> seconds.put(word, 1));
        List.of("m", "min", "minute").forEach(word -> seconds.put(word, 60));
        List.of("h", "hr", "hour").forEach(word -> seconds.put(word, 3_600));
        List.of("d", "day").forEach(word -> seconds.put(word, 86_400));
        return seconds;
    }

    private static Map<String, String> nouns() {
        Map<String, String> nouns = new LinkedHashMap<>();
        List.of("requests", "request", "req", "reqs", "calls", "call").forEach(word -> nouns.put(word, "requests"));
        List.of("tokens", "token", "tok", "toks").forEach(word -> nouns.put(word, "tokens"));
        List.of("retries", "retry").forEach(word -> nouns.put(word, "retries"));
        List.of("users", "user", "people").forEach(word -> nouns.put(word, "users"));
        List.of("attempts", "times", "×", "x", "workers", "servers", "replicas", "instances")
                .forEach(word -> nouns.put(word, word));
        return nouns;
    }
}
