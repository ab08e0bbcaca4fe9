package dev.blastradius.ui.inspector;

import dev.blastradius.editor.form.FormItem;
import dev.blastradius.ui.look.Icons;
import java.util.List;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.VBox;

/** A choice among the ways to say something. */
final class WaysView extends VBox {

    private final ComboBox<String> box;
    private final ProblemLabel problem;

    WaysView(FormView form, FormItem.Ways ways) {
        String id = "ways-" + String.join("-", ways.path());
        box = Combos.of(ways.ways().stream().map(FormItem.Offered::option).toList(), ways.chosen());
        box.setId(id);
        Icons.describe(box, ways.label() + ". " + ways.meaning());
        problem = form.problemLabel(id, ways);
        box.valueProperty().addListener((observable, was, is) -> {
            if (is != null && !is.equals(ways.chosen())) {
                form.change(() -> form.choose(ways, is), problem, () -> box.setValue(was));
            }
        });
        getChildren().addAll(FormView.row(Labels.of(ways.label(), "", ways.meaning()), box), problem);
    }

    /** Shows which one is used. */
    void show(FormItem.Ways now) {
        box.setValue(now.chosen());
        problem.show(List.of());
    }
}
