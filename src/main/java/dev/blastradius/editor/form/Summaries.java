package dev.blastradius.editor.form;

import dev.blastradius.model.descriptor.Beginning;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Sections in a line: what they say, or what they would do if they were on. */
public final class Summaries {

    private static final int MOST = 4;

    private Summaries() {}

    /** What a section says, in a line: whose values it has, or the first of those that are given. */
    public static String of(FormItem.Section section) {
        Beginning present = section.offer().present();
        if (present != null) {
            return capital(present.says()) + " (" + present.name() + ")";
        }
        List<String> parts = new ArrayList<>();
        if (!section.shape().chosen().isEmpty()) {
            parts.add(lower(Words.title(section.shape().chosen())));
        }
        section.items().forEach(item -> collect(item, parts));
        return joined(parts);
    }

    /** What fields say, in a line: the first of those that are given. */
    static String of(List<FormItem> items) {
        List<String> parts = new ArrayList<>();
        items.forEach(item -> collect(item, parts));
        return joined(parts);
    }

    private static String joined(List<String> parts) {
        int more = parts.size() - MOST;
        if (more > 0) {
            parts.subList(MOST, parts.size()).clear();
            parts.add(more + " more");
        }
        return capital(String.join(" · ", parts));
    }

    /** What an optional section that is off would do if it were on; empty where nobody has published a value for it. */
    public static String whenOn(FormItem.Section section) {
        if (!section.offer().possible()) {
            return "There is nothing here that it could stand in for";
        }
        List<Beginning> published = section.offer().published();
        if (published.isEmpty()) {
            return "";
        }
        Beginning first = published.get(0);
        return firstLine(section.meaning()) + ": " + first.says() + " (" + first.name() + ")";
    }

    private static void collect(FormItem item, List<String> parts) {
        if (item instanceof FormItem.Entry entry && !entry.text().isEmpty()) {
            boolean many = entry.text().indexOf('\n') >= 0;
            parts.add(lower(entry.label()) + (many ? "" : " " + entry.text()));
        } else if (item instanceof FormItem.Choice choice && !choice.chosen().equals(choice.byDefault())) {
            parts.add(lower(choice.label()) + " " + label(choice));
        } else if (item instanceof FormItem.Check check && check.value() != check.byDefault()) {
            parts.add((check.value() ? "" : "not ") + lower(check.label()));
        } else if (item instanceof FormItem.Ticks ticks && !ticks.chosen().equals(ticks.byDefault())) {
            parts.add(lower(ticks.label()) + " " + ticks.chosen().size());
        } else if (item instanceof FormItem.Pairs pairs && !pairs.pairs().isEmpty()) {
            pairs.pairs().forEach((key, value) -> parts.add(key + ": " + value));
        } else if (item instanceof FormItem.Rows rows && !rows.rows().isEmpty()) {
            parts.add(rows.rows().size() + " × " + lower(rows.label()));
        } else if (item instanceof FormItem.Family family) {
            family.items().forEach(each -> collect(each, parts));
        } else if (item instanceof FormItem.Section inner && inner.given()) {
            parts.add(lower(inner.label()));
        }
    }

    private static String label(FormItem.Choice choice) {
        return choice.options().stream()
                .filter(option -> option.word().equals(choice.chosen()))
                .map(FormItem.Option::label)
                .findFirst()
                .orElse(choice.chosen());
    }

    private static String firstLine(String text) {
        int end = text.indexOf('\n');
        return end < 0 ? text : text.substring(0, end);
    }

    private static String lower(String words) {
        boolean acronym = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return acronym ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }

    private static String capital(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
