package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.search.Finder;
import dev.blastradius.editor.search.Finder.Found;
import dev.blastradius.ui.canvas.GraphCanvas;
import dev.blastradius.ui.look.Icons;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Finds things of the model by anything that is said of them, marks them on the drawing, and goes from one to the next. */
final class FindBar extends VBox {

    private static final double FIELD_WIDTH = 230;

    private final GraphCanvas canvas;
    private final Supplier<@Nullable Editor> editor;
    private final TextField field = new TextField();
    private final Label count = new Label();
    private final Label where = new Label();
    private final Button before = Icons.button(Feather.CHEVRON_UP, "The one before (Shift+Enter)");
    private final Button next = Icons.button(Feather.CHEVRON_DOWN, "The next one (Enter)");
    private final Button all = Icons.button(Feather.CHECK_SQUARE, "Select all of them (Alt+Enter)");
    private List<Found> found = List.of();
    private @Nullable Subject shown;

    /**
     * A bar, closed.
     *
     * @param editor of the open model; null where none is open
     */
    FindBar(GraphCanvas canvas, Supplier<@Nullable Editor> editor) {
        this.canvas = canvas;
        this.editor = editor;
        getStyleClass().add("find-bar");
        setId("find-bar");
        setMaxSize(USE_PREF_SIZE, USE_PREF_SIZE);
        field.setId("find-field");
        field.setPromptText("Name, tag, policy, value …");
        field.setPrefWidth(FIELD_WIDTH);
        field.setAccessibleText("Find in the model");
        field.textProperty().addListener((observable, was, is) -> find());
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        count.setId("find-count");
        count.getStyleClass().add("find-count");
        where.setId("find-where");
        where.getStyleClass().add("find-where");
        where.managedProperty().bind(where.textProperty().isNotEmpty());
        where.setMaxWidth(FIELD_WIDTH + 200);
        before.setOnAction(event -> step(-1));
        next.setOnAction(event -> step(1));
        all.setOnAction(event -> selectAll());
        Button close = Icons.button(Feather.X, "Close (Escape)");
        close.setOnAction(event -> close());
        HBox line = new HBox(4, field, count, before, next, all, close);
        line.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(line, where);
        managedProperty().bind(visibleProperty());
        setVisible(false);
    }

    /** Opens it, with what was looked for last. */
    void open() {
        setVisible(true);
        field.requestFocus();
        field.selectAll();
        find();
    }

    boolean isOpen() {
        return isVisible();
    }

    /** Closes it; what is selected stays so. */
    void close() {
        if (isOpen()) {
            setVisible(false);
            canvas.showFound(Set.of());
            canvas.requestFocus();
        }
    }

    /** The model may be another: looks again, where it is open. */
    void refresh() {
        if (!isOpen()) {
            return;
        }
        if (editor.get() == null) {
            setVisible(false);
        } else {
            find();
        }
    }

    private void find() {
        Editor current = editor.get();
        List<Found> now = current == null ? List.of() : Finder.find(current.pipeline(), field.getText());
        if (!now.equals(found) || now.isEmpty()) {
            found = now;
            canvas.showFound(now.stream().map(each -> each.subject().id()).collect(Collectors.toSet()));
        }
        showCount();
    }

    /** Goes so many further, around the end; the first time to the first one. */
    void step(int by) {
        Editor current = editor.get();
        if (current == null || found.isEmpty()) {
            return;
        }
        int at = place();
        int start = at < 0 && by < 0 ? 0 : at;
        Found to = found.get(Math.floorMod(start + by, found.size()));
        shown = to.subject();
        current.select(selection(List.of(to)));
        canvas.revealSelection();
        showCount();
    }

    /** Selects all that was found. */
    void selectAll() {
        Editor current = editor.get();
        if (current != null && !found.isEmpty()) {
            current.select(selection(found));
            canvas.revealSelection();
        }
    }

    private int place() {
        for (int i = 0; i < found.size(); i++) {
            if (found.get(i).subject().equals(shown)) {
                return i;
            }
        }
        return -1;
    }

    private static Selection selection(List<Found> those) {
        Set<String> components = new LinkedHashSet<>();
        Set<String> arrows = new LinkedHashSet<>();
        for (Found each : those) {
            boolean component = each.subject().what() == Subject.What.COMPONENT;
            (component ? components : arrows).add(each.subject().id());
        }
        return new Selection(components, arrows);
    }

    private void showCount() {
        int at = place();
        boolean nothingTyped = field.getText().isBlank();
        if (nothingTyped) {
            count.setText("");
        } else if (found.isEmpty()) {
            count.setText("nothing");
        } else {
            count.setText(at < 0 ? found.size() + " found" : (at + 1) + " of " + found.size());
        }
        where.setText(at < 0 ? "" : found.get(at).where());
        before.setDisable(found.isEmpty());
        next.setDisable(found.isEmpty());
        all.setDisable(found.isEmpty());
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            if (event.isAltDown()) {
                selectAll();
            } else {
                step(event.isShiftDown() ? -1 : 1);
            }
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE) {
            close();
            event.consume();
        }
    }
}
