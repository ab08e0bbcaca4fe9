package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.HistoryList;
import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What was done to the model, step by step: the state that is seen, the saved one, and a click to go to any of them. */
final class HistoryPane extends VBox {

    private static final double WIDTH = 270;
    private static final double ROW = 28;
    private static final int MOST_ROWS = 12;

    /** A state of the model in the list. */
    private record Row(String label, boolean present, boolean saved, boolean undone) {}

    private final Supplier<@Nullable Editor> editor;
    private final Node back;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ListView<Row> list = new ListView<>(rows);

    /**
     * A list, closed.
     *
     * @param editor of the open model; null where none is open
     * @param back gets the keyboard when it closes
     */
    HistoryPane(Supplier<@Nullable Editor> editor, Node back) {
        this.editor = editor;
        this.back = back;
        getStyleClass().add("history");
        setId("history");
        setMaxSize(WIDTH, USE_PREF_SIZE);
        setPrefWidth(WIDTH);
        Label title = new Label("History");
        title.getStyleClass().add("history-head");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        Button close = Icons.button(Feather.X, "Close the history (Escape)");
        close.setOnAction(event -> close());
        HBox head = new HBox(8, title, space, close);
        head.setAlignment(Pos.CENTER_LEFT);
        list.setId("history-list");
        list.getStyleClass().add("history-list");
        list.setFixedCellSize(ROW);
        list.setAccessibleText("What was done, the first step on top");
        list.setCellFactory(view -> new Line());
        list.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                goTo(list.getSelectionModel().getSelectedIndex());
                event.consume();
            }
        });
        // Before the list, which takes Escape for itself.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        getChildren().setAll(head, list);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    boolean isOpen() {
        return isVisible();
    }

    /** Opens it, or closes it where it is open. */
    void toggle() {
        if (isOpen()) {
            close();
        } else {
            setVisible(true);
            refresh();
            list.requestFocus();
        }
    }

    private void close() {
        setVisible(false);
        back.requestFocus();
    }

    /** Something has been done: shows the list as it is now, where it is open. */
    void refresh() {
        if (!isOpen()) {
            return;
        }
        Editor current = editor.get();
        if (current == null) {
            setVisible(false);
            return;
        }
        HistoryList history = current.historyList();
        List<Row> now = new ArrayList<>();
        for (int i = 0; i < history.labels().size(); i++) {
            now.add(new Row(history.labels().get(i), i == history.now(), i == history.saved(), history.isUndone(i)));
        }
        if (!now.equals(rows)) {
            rows.setAll(now);
            double height = Math.min(MOST_ROWS, now.size()) * ROW + 4;
            list.setPrefHeight(height);
            list.setMinHeight(Math.min(height, 3 * ROW));
            list.getSelectionModel().select(history.now());
            list.scrollTo(Math.max(0, history.now() - MOST_ROWS / 2));
        }
    }

    private void goTo(int step) {
        Editor current = editor.get();
        if (current != null && step >= 0 && step < rows.size()) {
            current.goTo(step);
        }
    }

    /** A state: an arrowhead before the present one, a word after the saved one. */
    private final class Line extends ListCell<Row> {

        private static final PseudoClass PRESENT = PseudoClass.getPseudoClass("present");
        private static final PseudoClass UNDONE = PseudoClass.getPseudoClass("undone");
        private static final double MARK_ROOM = 16;

        private final StackPane mark = new StackPane(Icons.node(Feather.CHEVRON_RIGHT));
        private final Label label = new Label();
        private final Label saved = new Label("saved");
        private final HBox line;

        Line() {
            getStyleClass().add("history-row");
            mark.setMinWidth(MARK_ROOM);
            label.setMinWidth(0);
            saved.getStyleClass().add("history-saved");
            saved.setMinWidth(Region.USE_PREF_SIZE);
            saved.managedProperty().bind(saved.visibleProperty());
            Region space = new Region();
            HBox.setHgrow(space, Priority.ALWAYS);
            line = new HBox(4, mark, label, space, saved);
            line.setAlignment(Pos.CENTER_LEFT);
            setPrefWidth(0);
            setOnMouseClicked(event -> goTo(getIndex()));
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            Row shown = empty ? null : row;
            setGraphic(shown == null ? null : line);
            pseudoClassStateChanged(PRESENT, shown != null && shown.present());
            pseudoClassStateChanged(UNDONE, shown != null && shown.undone());
            if (shown != null) {
                label.setText(shown.label());
                mark.getChildren().get(0).setVisible(shown.present());
                saved.setVisible(shown.saved());
                setAccessibleText(shown.label()
                        + (shown.present() ? ", present" : "")
                        + (shown.saved() ? ", saved" : "")
                        + (shown.undone() ? ", undone" : ""));
            }
        }
    }
}
