package dev.blastradius.ui.inspector;

import dev.blastradius.editor.form.FormItem;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.ComboBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Boxes to choose a word from. */
final class Combos {

    private static final int MOST_ROWS = 14;

    private Combos() {}

    /** A box with words that are shown by their labels. */
    static ComboBox<String> of(List<FormItem.Option> options, String chosen) {
        ComboBox<String> box = new ComboBox<>();
        Map<String, String> labels = new LinkedHashMap<>();
        options.forEach(option -> {
            box.getItems().add(option.word());
            labels.put(option.word(), option.label());
        });
        box.setValue(chosen);
        box.setVisibleRowCount(MOST_ROWS);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String word) {
                return word == null ? "" : labels.getOrDefault(word, word);
            }

            @Override
            public String fromString(String text) {
                return text;
            }
        });
        return box;
    }
}
