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
        collect(section, parts);
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

    private static void collect(FormItem.Section section, List<String> parts) {
        if (!section.shape().chosen().isEmpty()) {
            parts.add(lower(Words.title(section.shape().chosen())));
        }
        for (FormItem item : section.items()) {
            if (item instanceof FormItem.Entry entry && !entry.text().isEmpty()) {
                parts.add(lower(entry.label()) + " " + entry.text());
            } else if (item instanceof FormItem.Choice choice
                    && !choice.chosen().equals(choice.byDefault())) {
                parts.add(lower(choice.label()) + " " + label(choice));
            } else if (item instanceof FormItem.Check check && check.value() != check.byDefault()) {
                parts.add((check.value() ? "" : "not ") + lower(check.label()));
            } else if (item instanceof FormItem.Section inner && inner.given()) {
                parts.add(lower(inner.label()));
            }
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
