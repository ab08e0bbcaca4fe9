package dev.blastradius.ui.inspector;

import atlantafx.base.theme.Styles;
import dev.blastradius.editor.Drafts.Draft;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.TypedText;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.TextType;
import dev.blastradius.model.descriptor.TreeType;
import dev.blastradius.ui.look.Icons;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/**
 * A typed value: its name and unit, the field, and under it what is wrong with what was typed. Enter enters it, Escape puts it back,
 * the arrow keys step numbers.
 */
final class FieldControl extends GridPane {

    private static final int LONG_TEXT = 1_000;
    private static final int A_FEW_LINES = 150;
    private static final int LARGE_STEP = 10;

    private final FormView form;
    private final TextInputControl field;
    private final ProblemLabel problem;
    private final Button putBack = Icons.button(Feather.ROTATE_CCW, "Put back what holds (Escape)");
    private FormItem.Entry entry;

    /**
     * A field.
     *
     * @param bare whether it stands without its name, beside others in a row
     */
    FieldControl(FormView form, FormItem.Entry entry, boolean bare) {
        this.form = form;
        this.entry = entry;
        boolean tree = entry.type() instanceof TreeType;
        boolean prose = tree || entry.type() instanceof TextType text && text.longest() >= LONG_TEXT;
        field = prose ? area(entry.text(), tree) : new TextField();
        field.setId("field-" + String.join("-", entry.path()));
        field.setPromptText(entry.prompt());
        Icons.describe(field, entry.label() + ". " + entry.meaning());
        problem = form.problemLabel(field.getId(), entry);
        putBack.setId(field.getId() + "-put-back");
        putBack.getStyleClass().add("put-back");
        putBack.managedProperty().bind(putBack.visibleProperty());
        putBack.setOnAction(event -> putBack());
        getStyleClass().add("field");
        lay(prose, bare);
        GridPane.setHgrow(field, Priority.ALWAYS);
        field.setText(entry.text());
        complain(List.of());
        showDraft();
        field.textProperty().addListener((observable, was, is) -> form.preview(this.entry, is));
        field.focusedProperty().addListener((observable, was, is) -> {
            if (was) {
                commit();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private void lay(boolean prose, boolean bare) {
        Node typed = entry.beginnings().isEmpty() ? new HBox(2, field, putBack) : withOffers();
        HBox.setHgrow(field, Priority.ALWAYS);
        if (bare) {
            add(typed, 0, 0);
            add(problem, 0, 1);
            getColumnConstraints().add(Labels.wide());
            return;
        }
        Node label = Labels.of(entry.label(), entry.unit(), entry.meaning());
        add(label, 0, 0);
        if (prose) {
            add(typed, 0, 1);
            add(problem, 0, 2);
            getColumnConstraints().add(Labels.wide());
        } else {
            add(typed, 1, 0);
            add(problem, 0, 1, 2, 1);
            getColumnConstraints().addAll(Labels.left(), Labels.right());
            GridPane.setValignment(label, VPos.CENTER);
        }
    }

    private HBox withOffers() {
        return new HBox(4, field, putBack, new OfferMenu(form, entry, problem));
    }

    private static TextArea area(String text, boolean tree) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(tree || text.length() > A_FEW_LINES ? 7 : 2);
        if (tree) {
            area.getStyleClass().add("json");
        }
        return area;
    }

    /** Shows the value as it now stands, unless something else is being typed, or was and could not be taken. */
    void show(FormItem.Entry newEntry) {
        boolean typing = field.isFocused() && !field.getText().equals(entry.text());
        boolean other = !newEntry.text().equals(entry.text());
        entry = newEntry;
        field.setPromptText(newEntry.prompt());
        if (form.draft(newEntry.path()) != null) {
            showDraft();
        } else if (!typing || other) {
            field.setText(newEntry.text());
            complain(List.of());
        }
    }

    private void showDraft() {
        Draft draft = form.draft(entry.path());
        if (draft != null) {
            field.setText(draft.text());
            complain(draft.problems());
        }
    }

    private void key(KeyEvent event) {
        boolean typed = !field.getText().equals(entry.text());
        boolean line = field instanceof TextField;
        if (event.getCode() == KeyCode.ENTER && (line || event.isShortcutDown())) {
            commit();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && (typed || form.draft(entry.path()) != null)) {
            putBack();
            event.consume();
        } else if (event.getCode() == KeyCode.Z && event.isShortcutDown() && !typed) {
            form.undoOrRedo(event.isShiftDown());
            event.consume();
        } else if (line && (event.getCode() == KeyCode.UP || event.getCode() == KeyCode.DOWN)) {
            step(event.getCode() == KeyCode.UP ? 1 : -1, event.isShiftDown());
            event.consume();
        }
    }

    private void step(int direction, boolean large) {
        String present = field.getText().isBlank() ? entry.prompt() : field.getText();
        String next = TypedText.step(entry.type(), present, large ? LARGE_STEP * direction : direction);
        if (!next.equals(present)) {
            field.setText(next);
            field.selectAll();
            commit();
        }
    }

    private void putBack() {
        form.putBack(entry.path());
        field.setText(entry.text());
        complain(List.of());
        field.selectAll();
    }

    /** Puts what was typed into the model, where it differs from what is there. */
    void commit() {
        Draft draft = form.draft(entry.path());
        String text = field.getText();
        if (draft == null ? text.equals(entry.text()) : text.equals(draft.text())) {
            return;
        }
        if (text.equals(entry.text())) {
            putBack();
            return;
        }
        complain(form.type(entry, text));
        if (form.draft(entry.path()) == null) {
            field.setText(entry.text());
        }
    }

    /** Whether it is the field of a path. */
    boolean isAt(List<String> path) {
        return entry.path().equals(path);
    }

    /** Gives it the keyboard. */
    void takeKeyboard() {
        field.requestFocus();
        field.selectAll();
    }

    private void complain(List<Problem> problems) {
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !problems.isEmpty());
        putBack.setVisible(!problems.isEmpty());
        problem.show(problems);
    }
}
