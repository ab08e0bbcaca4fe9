package dev.blastradius.editor.form;

import java.util.List;
import java.util.stream.Stream;

/** The items of a form, those within others included. */
public final class FormItems {

    /** In a meaning, what stands before where the default comes from. */
    static final String SOURCE = "\nDefault: ";

    private FormItems() {}

    /** The one line of an item's meaning that says what it is about. */
    public static String meaning(FormItem item) {
        int end = item.meaning().indexOf('\n');
        return end < 0 ? item.meaning() : item.meaning().substring(0, end);
    }

    /** Where an item's default or rule comes from, as its meaning says; empty where that does not. */
    public static String source(FormItem item) {
        int at = item.meaning().indexOf(SOURCE);
        return at < 0 ? "" : item.meaning().substring(at + SOURCE.length());
    }

    /** All items, each before those within it. */
    public static Stream<FormItem> flat(List<FormItem> items) {
        return items.stream().flatMap(item -> Stream.concat(Stream.of(item), flat(within(item))));
    }

    /** The items directly within one. */
    public static List<FormItem> within(FormItem item) {
        if (item instanceof FormItem.Section section) {
            return section.items();
        }
        if (item instanceof FormItem.Family family) {
            return family.items();
        }
        return item instanceof FormItem.Rows rows
                ? rows.rows().stream().flatMap(row -> row.items().stream()).toList()
                : List.of();
    }
}
