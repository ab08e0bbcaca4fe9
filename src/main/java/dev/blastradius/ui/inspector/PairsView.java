package dev.blastradius.ui.inspector;

import dev.blastradius.editor.form.FormItem;
import dev.blastradius.ui.look.Icons;
import java.util.List;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Pairs of a key and a text, one in a row, and an empty row for one more; keys and values of others in the model are offered. */
final class PairsView extends VBox {

    private final FormView form;
    private final String id;
    private final ProblemLabel problem;

    PairsView(FormView form, FormItem.Pairs pairs) {
        this.form = form;
        id = "field-" + String.join("-", pairs.path());
        setId(id);
        getStyleClass().add("pairs");
        problem = form.problemLabel(id, pairs);
        getChildren().add(Labels.of(pairs.label(), pairs.several(), pairs.meaning()));
        int i = 0;
        for (Map.Entry<String, String> pair : pairs.pairs().entrySet()) {
            getChildren().add(row(pairs, pair.getKey(), pair.getValue(), id + "-" + i));
            i++;
        }
        if (pairs.pairs().isEmpty() && !pairs.prompt().isEmpty()) {
            Label none = new Label(pairs.prompt());
            none.getStyleClass().add("field-unit");
            getChildren().add(none);
        }
        getChildren().addAll(row(pairs, "", "", id + "-" + i), problem);
    }

    private HBox row(FormItem.Pairs pairs, String key, String value, String rowId) {
        ComboBox<String> left =
                box(rowId + "-key", "key", key, List.copyOf(pairs.known().keySet()));
        ComboBox<String> right =
                box(rowId + "-value", "value", value, pairs.known().getOrDefault(key, List.of()));
        left.getEditor()
                .textProperty()
                .addListener((observable, was, is) ->
                        right.getItems().setAll(pairs.known().getOrDefault(is.strip(), List.of())));
        Runnable commit = () -> commit(pairs, key, value, text(left), text(right));
        for (ComboBox<String> each : List.of(left, right)) {
            each.getEditor().focusedProperty().addListener((observable, was, is) -> {
                if (was) {
                    commit.run();
                }
            });
            each.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
                if (event.getCode() == KeyCode.ENTER && !each.isShowing()) {
                    commit.run();
                    event.consume();
                }
            });
        }
        form.onCommit(commit);
        HBox row = new HBox(4, left, right);
        row.setAlignment(Pos.CENTER_LEFT);
        if (!key.isEmpty()) {
            Button remove = Icons.button(Feather.X, "Remove " + key);
            remove.setId(rowId + "-remove");
            remove.getStyleClass().add("row-button");
            remove.setOnAction(event -> form.change(() -> form.setPair(pairs, key, "", ""), problem, () -> {}));
            row.getChildren().add(remove);
        }
        return row;
    }

    private void commit(FormItem.Pairs pairs, String key, String value, String newKey, String newValue) {
        boolean changed = !newKey.equals(key) || !newValue.equals(value);
        boolean whole = !newKey.isEmpty() && !newValue.isEmpty();
        if (changed && whole) {
            form.change(() -> form.setPair(pairs, key, newKey, newValue), problem, () -> {});
        }
    }

    private static ComboBox<String> box(String id, String prompt, String value, List<String> known) {
        ComboBox<String> box = new ComboBox<>();
        box.setEditable(true);
        box.setId(id);
        box.setPromptText(prompt);
        box.getItems().setAll(known);
        box.setValue(value);
        box.getEditor().setText(value);
        box.setMaxWidth(Double.MAX_VALUE);
        box.setPrefWidth(10);
        box.setAccessibleText(prompt);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static String text(ComboBox<String> box) {
        String text = box.getEditor().getText();
        return text == null ? "" : text.strip();
    }

    /** The same pairs again: what was refused is no longer asked for. */
    void show() {
        problem.show(List.of());
    }
}
