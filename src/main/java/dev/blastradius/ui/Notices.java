package dev.blastradius.ui;

import dev.blastradius.ui.look.Icons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Bars above the drawing that tell of something and offer what can be done, while everything else goes on. */
final class Notices extends VBox {

    /** What can be done about it. */
    record Action(String words, Runnable run) {}

    private final Map<String, Node> bars = new LinkedHashMap<>();

    Notices() {
        setId("notices");
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /**
     * Shows a bar, in place of the one of the same id.
     *
     * @param words what there is to say, in a sentence or two
     * @param actions what can be done, the usual thing first
     */
    void show(String id, String words, List<Action> actions) {
        show(id, words, Feather.ALERT_TRIANGLE, actions);
    }

    /** Shows a bar that tells of something that went well, in place of the one of the same id. */
    void tell(String id, String words, List<Action> actions) {
        show(id, words, Feather.CHECK, actions).getStyleClass().add("notice-good");
    }

    private Node show(String id, String words, Feather icon, List<Action> actions) {
        Label text = new Label(words);
        text.setId(id + "-words");
        text.setWrapText(true);
        text.setMinHeight(Region.USE_PREF_SIZE);
        text.setGraphic(Icons.node(icon));
        text.setGraphicTextGap(8);
        text.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(text, Priority.ALWAYS);
        HBox bar = new HBox(8, text);
        bar.setId(id);
        bar.getStyleClass().add("notice");
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.setAccessibleRole(AccessibleRole.TEXT);
        bar.setAccessibleText(words);
        for (Action action : actions) {
            Button button = new Button(action.words());
            button.setId(
                    id + "-" + action.words().toLowerCase(java.util.Locale.ROOT).replace(' ', '-'));
            button.setMinWidth(Region.USE_PREF_SIZE);
            button.setMnemonicParsing(false);
            button.setOnAction(event -> action.run().run());
            bar.getChildren().add(button);
        }
        Node before = bars.put(id, bar);
        int at = before == null ? getChildren().size() : getChildren().indexOf(before);
        getChildren().remove(before);
        getChildren().add(at, bar);
        setVisible(true);
        return bar;
    }

    /** Takes a bar away; does nothing where there is none. */
    void hide(String id) {
        getChildren().remove(bars.remove(id));
        setVisible(!bars.isEmpty());
    }

    /** Takes all bars away whose id begins so. */
    void hideAll(String prefix) {
        List.copyOf(bars.keySet()).stream().filter(id -> id.startsWith(prefix)).forEach(this::hide);
    }
}
