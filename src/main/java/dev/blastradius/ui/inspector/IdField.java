package dev.blastradius.ui.inspector;

import atlantafx.base.theme.Styles;
import dev.blastradius.editor.FormActions;
import dev.blastradius.editor.Subject;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.look.Icons;
import java.util.List;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;

/** The id by which the file names something; another one is entered with Enter, Escape puts the old one back. */
final class IdField extends VBox {

    private final FormActions actions;
    private final Subject subject;
    private final TextField field;
    private final ProblemLabel problem = new ProblemLabel("field-id", JsonPath.ROOT, JsonPath.ROOT, any -> {});

    IdField(FormActions actions, Subject subject) {
        this.actions = actions;
        this.subject = subject;
        field = new TextField(subject.id());
        field.setId("field-id");
        String meaning =
                "The name in the file, by which arrows, faults and strategies know it; they follow when it changes";
        Icons.describe(field, "ID. " + meaning);
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().addListener((observable, was, is) -> {
            if (was && field.getScene() != null) {
                commit();
            }
        });
        getChildren().addAll(FormView.row(Labels.of("ID", "", meaning), field), problem);
    }

    /** Whether something has an id that can be changed. */
    static boolean has(Subject subject) {
        return switch (subject.what()) {
            case COMPONENT, SCENARIO, STRATEGY -> true;
            case DEPENDENCY, MODEL -> false;
        };
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ENTER) {
            commit();
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !field.getText().equals(subject.id())) {
            field.setText(subject.id());
            complain(List.of());
            event.consume();
        }
    }

    private void commit() {
        String id = field.getText().strip();
        complain(id.equals(subject.id()) ? List.of() : actions.rename(subject, id));
    }

    private void complain(List<Problem> problems) {
        field.pseudoClassStateChanged(Styles.STATE_DANGER, !problems.isEmpty());
        problem.show(problems);
    }
}
