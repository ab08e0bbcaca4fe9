package dev.blastradius.ui.inspector;

import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import javafx.scene.control.Label;

/** Under a control: why its last change was refused; takes no room while there is nothing to say. */
final class ProblemLabel extends Label {

    /**
     * Says nothing yet.
     *
     * @param of the id of the control that it is about
     */
    ProblemLabel(String of) {
        setId(of + "-problem");
        getStyleClass().add("field-problem");
        setWrapText(true);
        managedProperty().bind(visibleProperty());
        show(List.of());
    }

    /** Says the first of the problems; nothing where there are none. */
    void show(List<Problem> problems) {
        setVisible(!problems.isEmpty());
        setText(problems.isEmpty() ? "" : Labels.words(problems.get(0)));
    }
}
