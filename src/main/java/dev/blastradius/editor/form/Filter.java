package dev.blastradius.editor.form;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The fields of a form that some words are about. */
public final class Filter {

    private Filter() {}

    /**
     * The items whose names have all these words, each within the sections around it.
     *
     * @param words what a person types to find a field; nothing for the whole form
     */
    public static List<FormItem> of(List<FormItem> items, String words) {
        String plain = words.strip().toLowerCase(Locale.ROOT);
        return plain.isEmpty() ? items : kept(items, List.of(plain.split("\\s+")), "");
    }

    private static List<FormItem> kept(List<FormItem> items, List<String> words, String around) {
        List<FormItem> kept = new ArrayList<>();
        for (FormItem item : items) {
            String name = around + " " + item.label().toLowerCase(Locale.ROOT) + " "
                    + item.path().get(item.path().size() - 1).toLowerCase(Locale.ROOT);
            if (words.stream().allMatch(name::contains)) {
                kept.add(item);
            } else if (item instanceof FormItem.Section section) {
                List<FormItem> within = kept(section.items(), words, name);
                if (!within.isEmpty()) {
                    kept.add(section.with(within));
                }
            } else if (!kept(FormItems.within(item), words, name).isEmpty()) {
                kept.add(item);
            }
        }
        return kept;
    }
}
