package dev.blastradius.ui.inspector;

import atlantafx.base.theme.Styles;
import dev.blastradius.editor.Deviation;
import dev.blastradius.editor.PutBack;
import dev.blastradius.editor.Subject;
import dev.blastradius.ui.look.Icons;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Above the fields of something that a strategy adds or changes: that it does, and a button that makes it as drawn. */
final class ChangedLine {

    private ChangedLine() {}

    /** The line; null where there is nothing to say. */
    static @Nullable Node of(PutBack putBack, List<Subject> subjects) {
        List<Deviation> deviations = subjects.size() == 1 ? putBack.deviations(subjects.get(0)) : List.of();
        if (deviations.isEmpty()) {
            return null;
        }
        boolean added = deviations.get(0).isWhole() && deviations.get(0).kind() == Deviation.Kind.ADDED;
        Label sign = new Label(added ? "+" : "Δ");
        sign.getStyleClass().add("changed-sign");
        String count =
                deviations.size() == 1 ? "1 value is not as drawn" : deviations.size() + " values are not as drawn";
        Label words = new Label(added ? "Only in this strategy" : count);
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button back = new Button(added ? "Take out" : "Put back", Icons.node(Feather.ROTATE_CCW));
        back.setId("put-back-whole");
        back.getStyleClass().add(Styles.SMALL);
        back.setMinWidth(Button.USE_PREF_SIZE);
        Icons.describe(back, added ? "Take it out of the strategy" : "Make all of it as it is drawn");
        back.setOnAction(event -> putBack.whole(subjects.get(0)));
        HBox line = new HBox(8, sign, words, back);
        line.setId("changed-line");
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("changed-line");
        return line;
    }
}
