package dev.blastradius.ui.inspector;

import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import javafx.scene.control.Label;

/** Under a control: why its last change was refused; takes no room while there is nothing to say. */
final class ProblemLabel extends Label {

    private final String here;

    /**
     * Says nothing yet.
     *
     * @param of the id of the control that it is about
     * @param about the control's place in the file: of a problem there the place need not be said
     */
    ProblemLabel(String of, JsonPath about) {
        here = about.toString();
        setId(of + "-problem");
        getStyleClass().add("field-problem");
        setWrapText(true);
        managedProperty().bind(visibleProperty());
        show(List.of());
    }

    /** Says the first of the problems; nothing where there are none. */
    void show(List<Problem> problems) {
        setVisible(!problems.isEmpty());
        setText(problems.isEmpty() ? "" : words(problems.get(0)));
    }

    private String words(Problem problem) {
        String where = problem.where().toString();
        return where.startsWith(here) ? Labels.words(problem) : "In " + where + ": " + Labels.words(problem);
    }
}
