package dev.blastradius.editor.form;

import java.util.List;
import java.util.stream.Stream;

/** The items of a form, those within others included. */
public final class FormItems {

    private FormItems() {}

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
