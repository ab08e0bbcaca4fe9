package dev.blastradius.ui.cascade;

import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Lines;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A captioned choice of one thing by its id. */
final class Choices extends HBox {

    private static final double WIDEST = 330;
    private static final double NARROWEST = 90;

    private final ComboBox<String> box = new ComboBox<>();
    private final Map<String, String> titles = new LinkedHashMap<>();
    private boolean updating;

    /**
     * A choice of nothing yet.
     *
     * @param words what it says to those who hover
     * @param chosen hears what the user chooses
     */
    Choices(String id, String caption, String words, Consumer<String> chosen) {
        box.setId(id);
        box.getStyleClass().add("cascade-choice");
        box.setMinWidth(NARROWEST);
        box.setPrefWidth(WIDEST);
        box.setMaxWidth(WIDEST);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String each) {
                return each == null ? "" : Lines.one(titles.getOrDefault(each, each));
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("choices are not typed");
            }
        });
        box.valueProperty().addListener((observable, was, is) -> {
            if (!updating && is != null) {
                chosen.accept(is);
            }
        });
        Icons.describe(box, words);
        Label label = new Label(caption);
        label.getStyleClass().add("cascade-caption");
        label.setMinWidth(Region.USE_PREF_SIZE);
        label.setLabelFor(box);
        getStyleClass().add("cascade-choices");
        getChildren().setAll(label, box);
    }

    /**
     * Offers things, one of which is chosen.
     *
     * @param offered what people call them, by id
     * @param value the chosen one's id
     */
    void show(Map<String, String> offered, String value) {
        updating = true;
        if (!offered.equals(titles) || !List.copyOf(offered.keySet()).equals(box.getItems())) {
            titles.clear();
            titles.putAll(offered);
            box.getItems().setAll(new ArrayList<>(offered.keySet()));
        }
        box.setValue(value);
        updating = false;
    }
}
