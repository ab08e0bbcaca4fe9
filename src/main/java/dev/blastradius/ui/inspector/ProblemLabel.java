package dev.blastradius.ui.inspector;

import atlantafx.base.theme.Styles;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import javafx.scene.control.Label;

/**
 * Under a control: why its last change was refused, else what is odd about what it holds; takes no room while there is nothing to
 * say.
 */
final class ProblemLabel extends Label {

    private final JsonPath place;
    private final String here;
    private List<Problem> refused = List.of();
    private List<Problem> odd = List.of();

    /**
     * Says nothing yet.
     *
     * @param of the id of the control that it is about
     * @param place the control's place in the file
     * @param about the place of the field around it: of a problem there the place need not be said
     */
    ProblemLabel(String of, JsonPath place, JsonPath about) {
        this.place = place;
        here = about.toString();
        setId(of + "-problem");
        getStyleClass().add("field-problem");
        setWrapText(true);
        managedProperty().bind(visibleProperty());
        say();
    }

    /** The control's place in the file. */
    JsonPath place() {
        return place;
    }

    /** Says the first of the problems for which a change was refused; nothing of that sort where there are none. */
    void show(List<Problem> problems) {
        refused = problems;
        say();
    }

    /** Says the first of the warnings about what holds, where nothing has been refused. */
    void warn(List<Problem> warnings) {
        odd = warnings;
        say();
    }

    private void say() {
        List<Problem> problems = refused.isEmpty() ? odd : refused;
        pseudoClassStateChanged(Styles.STATE_ACCENT, refused.isEmpty());
        setVisible(!problems.isEmpty());
        setText(problems.isEmpty() ? "" : words(problems.get(0)));
    }

    private String words(Problem problem) {
        String where = problem.where().toString();
        return where.startsWith(here) ? Labels.words(problem) : "In " + where + ": " + Labels.words(problem);
    }
}
