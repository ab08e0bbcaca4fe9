package dev.blastradius.report.basis;

import dev.blastradius.editor.Subject;
import dev.blastradius.editor.form.Distributed;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.FormItems;
import dev.blastradius.editor.form.Summaries;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.distribution.Distribution;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the inspector's form of a part or an arrow shows, and keeps apart what the model file says, what holds because it says nothing, and what is
 * drawn from distributions.
 */
final class FormReader {

    /** Entries of a list are told one by one up to so many; of more, their number. */
    private static final int MOST_LISTED = 4;

    private final String where;
    private final Map<?, ?> tree;
    private final List<String> given = new ArrayList<>();
    private final List<String> left = new ArrayList<>();
    private final List<Drawn> drawn;
    private final Map<String, Default> defaults;

    /**
     * What holds where a model file says nothing.
     *
     * @param what the parameter, with what it is of
     * @param meaning what it is about
     * @param holds the value
     * @param source where it comes from
     */
    record Default(String what, String meaning, String holds, String source) {}

    private FormReader(String where, Map<?, ?> tree, List<Drawn> drawn, Map<String, Default> defaults) {
        this.where = where;
        this.tree = tree;
        this.drawn = drawn;
        this.defaults = defaults;
    }

    /** A reader of one part or arrow, called {@code where}. */
    static FormReader of(Subject subject, Pipeline pipeline, String where) {
        return new FormReader(where, subject.tree(pipeline), new ArrayList<>(), new LinkedHashMap<>());
    }

    /** The same reader of some more items of the form, with nothing given and nothing left yet. */
    private FormReader fresh() {
        return new FormReader(where, tree, drawn, defaults);
    }

    /** What the model file says, each with its name; numbers that are drawn are not among them. */
    List<String> given() {
        return given;
    }

    /** What holds because the file says nothing, each with its name. */
    List<String> left() {
        return left;
    }

    /** What is drawn from distributions. */
    List<Drawn> drawn() {
        return drawn;
    }

    /** The defaults in use that come from somewhere, by what they are of. */
    Map<String, Default> defaults() {
        return defaults;
    }

    /** Reads items on their own: what they say and leave, apart from what was read before. */
    FormReader apart(List<FormItem> items, String of) {
        FormReader reader = fresh();
        reader.read(items, of);
        return reader;
    }

    /**
     * Reads items.
     *
     * @param of what they are parameters of, for people; empty: of the part itself
     */
    void read(List<FormItem> items, String of) {
        items.forEach(item -> read(item, of));
    }

    private void read(FormItem item, String of) {
        if (item instanceof FormItem.Section section) {
            section(section, of);
        } else if (item instanceof FormItem.Family family) {
            read(family.items(), of);
        } else if (item instanceof FormItem.Entry entry) {
            if (entry.text().isEmpty()) {
                left(item, of, entry.prompt());
            } else {
                given.add(lower(item.label()) + " " + line(entry.text()) + unit(entry));
            }
        } else if (item instanceof FormItem.Check check) {
            told(item, of, check.value() ? "yes" : "no", check.value() == check.byDefault());
        } else if (item instanceof FormItem.Choice choice) {
            told(
                    item,
                    of,
                    label(choice.options(), choice.chosen()),
                    choice.chosen().equals(choice.byDefault()));
        } else if (item instanceof FormItem.Ticks ticks) {
            String words = ticks.chosen().stream()
                    .map(word -> label(ticks.options(), word))
                    .collect(Collectors.joining(", "));
            told(item, of, words.isEmpty() ? "none" : words, ticks.chosen().equals(ticks.byDefault()));
        } else if (item instanceof FormItem.Rows rows) {
            rows(rows, of);
        }
    }

    /** The unit behind a value, where neither its name nor the value says it. */
    private static String unit(FormItem.Entry entry) {
        boolean said = entry.unit().isEmpty()
                || entry.text().startsWith("$")
                || lower(entry.label()).matches("(.* )?per .*");
        return said ? "" : " " + entry.unit();
    }

    private void told(FormItem item, String of, String words, boolean isDefault) {
        if (isDefault) {
            left(item, of, words);
        } else if (!words.isEmpty()) {
            given.add(lower(item.label()) + " " + words);
        }
    }

    private void left(FormItem item, String of, String holds) {
        if (holds.isEmpty()) {
            return;
        }
        left.add(lower(item.label()) + ": " + holds);
        String source = FormItems.source(item);
        if (!source.isEmpty()) {
            String what = of.isEmpty() ? item.label() : of + ": " + lower(item.label());
            defaults.put(what, new Default(what, FormItems.meaning(item), holds, source));
        }
    }

    private void rows(FormItem.Rows rows, String of) {
        if (rows.rows().isEmpty()) {
            left(rows, of, rows.prompt());
        } else if (rows.rows().size() <= MOST_LISTED) {
            given.add(lower(rows.label()) + " "
                    + rows.rows().stream().map(row -> line(row.title())).collect(Collectors.joining(", ")));
        } else {
            given.add(lower(rows.label()) + " of " + rows.rows().size() + " entries");
        }
    }

    private void section(FormItem.Section section, String of) {
        if (section.isGroup()) {
            read(section.items(), of);
            return;
        }
        if (!section.given()) {
            left(section, of, section.prompt());
            return;
        }
        if (Distributed.is(section.type()) && distribution(section, of)) {
            return;
        }
        FormReader inner = apart(section.items(), section.label());
        List<String> said = new ArrayList<>();
        if (!section.shape().chosen().isEmpty()) {
            said.add(lower(label(section.shape().variants(), section.shape().chosen())));
        }
        said.addAll(inner.given);
        String holds = said.isEmpty() ? "given" : String.join(", ", said);
        given.add(lower(section.label()) + ": " + holds);
    }

    /** Notes a distribution of one number; false for a model's answer, which is made of two and read like any other section. */
    private boolean distribution(FormItem.Section section, String of) {
        Object value = value(section.path());
        if (value == null
                || !(section.type().read(value, JsonPath.ROOT, new Problems()) instanceof Distribution read)
                || read instanceof Distribution.Llm) {
            return false;
        }
        String what = of.isEmpty() || of.equals(section.label()) ? section.label() : of + ": " + lower(section.label());
        drawn.add(Drawn.of(where, what, Summaries.of(section), read, Distributed.isTime(section.type(), value)));
        return true;
    }

    private @Nullable Object value(List<String> path) {
        Object value = tree;
        for (String key : path) {
            value = value instanceof Map<?, ?> object ? object.get(key) : null;
        }
        return value;
    }

    private static String label(List<FormItem.Option> options, String word) {
        return options.stream()
                .filter(option -> option.word().equals(word))
                .map(FormItem.Option::label)
                .findFirst()
                .orElse(word);
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    /** A label within a sentence; what begins with two capitals, such as SLO, stays. */
    static String lower(String words) {
        boolean acronym = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return acronym || words.isEmpty() ? words : words.substring(0, 1).toLowerCase(Locale.ROOT) + words.substring(1);
    }
}
