package dev.blastradius.ui.inspector;

import atlantafx.base.theme.Styles;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.TextType;
import dev.blastradius.ui.look.Icons;
import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;

/** A typed value: its name and unit, the field, and under it what is wrong with what was typed. */
final class FieldControl extends GridPane {

    private static final int LONG_TEXT = 1_000;
    private static final int A_FEW_LINES = 150;

    private final FormView form;
    private final TextInputControl field;
    private final ProblemLabel problem;
    private FormItem.Entry entry;

    FieldControl(FormView form, FormItem.Entry entry) {
        this.form = form;
        this.entry = entry;
        boolean prose = entry.type() instanceof TextType text && text.longest() >= LONG_TEXT;
        field = prose ? area(entry.text()) : new TextField();
        field.setId("field-" + String.join("-", entry.path()));
        field.setPromptText(entry.prompt());
        Icons.describe(field, entry.label() + ". " + entry.meaning());
        problem = form.problemLabel(field.getId(), entry);
        getStyleClass().add("field");
        Node label = Labels.of(entry.label(), entry.unit(), entry.meaning());
        if (prose) {
            add(label, 0, 0);
            add(field, 0, 1);
            add(problem, 0, 2);
            getColumnConstraints().add(Labels.wide());
        } else {
            add(label, 0, 0);
            add(entry.beginnings().isEmpty() ? field : withOffers(), 1, 0);
            add(problem, 0, 1, 2, 1);
            getColumnConstraints().addAll(Labels.left(), Labels.right());
            GridPane.setValignment(label, VPos.CENTER);
        }
        GridPane.setHgrow(field, Priority.ALWAYS);
        show(entry);
        field.focusedProperty().addListener((observable, was, is) -> {
            if (was) {
                commit();
            }
        });
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    }

    private HBox withOffers() {
        HBox.setHgrow(field, Priority.ALWAYS);
        return new HBox(4, field, new OfferMenu(form, entry, problem));
    }

    private static TextArea area(String text) {
        TextArea area = new TextArea();
        area.setWrapText(true);
        area.setPrefRowCount(text.length() > A_FEW_LINES ? 7 : 2);
        return area;
    }

    /** Shows the value as it now stands, unless something else is being typed. */
    void show(FormItem.Entry newEntry) {
        boolean typing = field.isFocused() && !field.getText().equals(entry.text());
        boolean other = !newEntry.text().equals(entry.text());
        entry = newEntry;
        if (!typing || other) {
            field.setText(newEntry.text());
            complain(List.of());
        }
    }

    private void key(KeyEvent event) {
        boolean typed = !field.getText().equals(entry.text());
        if (event.getCode() == KeyCode.ENTER && field instanceof TextField) {
            commit();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && typed) {
            field.setText(entry.text());
            complain(List.of());
            event.consume();
        } else if (event.getCode() == KeyCode.Z && event.isShortcutDown() && !typed) {
            form.undoOrRedo(event.isShiftDown());
            event.consume();
        }
    }

    /** Puts what was typed into the model, where it differs from what is there. */
    void commit() {
        if (!field.getText().equals(entry.text())) {
            complain(form.type(entry, field.getText()));
        }
    }

    private void complain(List<Problem> problems) {
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !problems.isEmpty());
        problem.show(problems);
    }
}
