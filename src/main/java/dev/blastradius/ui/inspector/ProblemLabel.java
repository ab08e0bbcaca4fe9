package dev.blastradius.ui.inspector;

import atlantafx.base.theme.Styles;
import dev.blastradius.editor.Deviation;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;

/**
 * Under a control: why its last change was refused, else what is odd about what it holds, and what the drawing has there where a
 * strategy has something else; takes no room while there is nothing to say.
 */
final class ProblemLabel extends VBox {

    private final JsonPath place;
    private final String here;
    private final Label words = new Label();
    private final ChangedMark mark;
    private List<Problem> refused = List.of();
    private List<Problem> odd = List.of();

    /**
     * Says nothing yet.
     *
     * @param of the id of the control that it is about
     * @param place the control's place in the file
     * @param about the place of the field around it: of a problem there the place need not be said
     * @param putBack makes something as it is drawn
     */
    ProblemLabel(String of, JsonPath place, JsonPath about, Consumer<Deviation> putBack) {
        this.place = place;
        here = about.toString();
        mark = new ChangedMark(of, putBack);
        words.setId(of + "-problem");
        words.getStyleClass().add("field-problem");
        words.setWrapText(true);
        words.managedProperty().bind(words.visibleProperty());
        getChildren().addAll(words, mark);
        visibleProperty().bind(words.visibleProperty().or(mark.visibleProperty()));
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

    /** Says what the drawing has here. */
    void mark(List<Deviation> deviations) {
        mark.show(deviations);
    }

    private void say() {
        List<Problem> problems = refused.isEmpty() ? odd : refused;
        words.pseudoClassStateChanged(Styles.STATE_ACCENT, refused.isEmpty());
        words.setVisible(!problems.isEmpty());
        words.setText(problems.isEmpty() ? "" : words(problems.get(0)));
    }

    private String words(Problem problem) {
        String where = problem.where().toString();
        return where.startsWith(here) ? Labels.words(problem) : "In " + where + ": " + Labels.words(problem);
    }
}
