package dev.blastradius.editor.form;

import java.util.Locale;
import java.util.Set;

/** Keys of the file as a person would write them. */
public final class Words {

    private static final Set<String> ACRONYMS = Set.of("slo", "cv", "k", "llm", "fifo", "lifo");

    private Words() {}

    /** {@code "maxAttempts"} becomes {@code "Max attempts"}; what is no word, such as {@code "p99"}, stays. */
    public static String title(String key) {
        if (ACRONYMS.contains(key)) {
            return key.length() == 1 ? key : key.toUpperCase(Locale.ROOT);
        }
        if (key.matches("p[0-9]+")) {
            return key;
        }
        String spaced = key.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
        return spaced.isEmpty() ? spaced : Character.toUpperCase(spaced.charAt(0)) + spaced.substring(1);
    }

    /** A duration's text as a person would write it: {@code "800ms"} becomes {@code "800 ms"}. */
    public static String duration(String text) {
        return text.replaceFirst("(?<=[0-9])(?=[a-z])", " ").replace(" us", " µs");
    }

    /** A number, its thousands apart from 10,000 on. */
    public static String number(Number number) {
        if (number instanceof Long exact) {
            return grouped(exact);
        }
        double value = number.doubleValue();
        if (value == Math.rint(value) && Math.abs(value) < 1e18) {
            return grouped((long) value);
        }
        return Double.toString(value);
    }

    private static String grouped(long whole) {
        return whole > -10_000 && whole < 10_000 ? Long.toString(whole) : String.format(Locale.ROOT, "%,d", whole);
    }
}
