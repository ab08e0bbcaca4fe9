package dev.blastradius.ui.inspector;

import dev.blastradius.editor.form.FormItem;
import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Some words of several, each with a box to tick. */
final class TicksView extends VBox {

    private final Map<String, CheckBox> boxes = new LinkedHashMap<>();
    private final ProblemLabel problem;
    private final Label several = new Label();
    private FormItem.Ticks ticks;

    TicksView(FormView form, FormItem.Ticks ticks) {
        this.ticks = ticks;
        String id = "field-" + String.join("-", ticks.path());
        setId(id);
        getStyleClass().add("ticks");
        problem = form.problemLabel(id, ticks);
        several.getStyleClass().add("field-unit");
        several.setWrapText(true);
        several.managedProperty().bind(several.visibleProperty());
        FlowPane pane = new FlowPane(12, 5);
        for (FormItem.Option option : ticks.options()) {
            CheckBox box = new CheckBox(option.label());
            box.setId(id + "-" + option.word());
            Icons.describe(box, option.label() + ". " + option.meaning());
            box.selectedProperty()
                    .addListener((observable, was, is) ->
                            form.change(() -> form.set(this.ticks, value()), problem, () -> box.setSelected(was)));
            boxes.put(option.word(), box);
            pane.getChildren().add(box);
        }
        getChildren().addAll(Labels.of(ticks.label(), "", ticks.meaning()), several, pane, problem);
        show(ticks);
    }

    /** The words as the file would hold them; null where they are the default. */
    private @Nullable Object value() {
        List<String> chosen = new ArrayList<>();
        boxes.forEach((word, box) -> {
            if (box.isSelected()) {
                chosen.add(word);
            }
        });
        return chosen.equals(ticks.byDefault()) ? null : chosen;
    }

    /** Shows other words. */
    void show(FormItem.Ticks now) {
        ticks = now;
        boxes.forEach((word, box) -> box.setSelected(now.chosen().contains(word)));
        several.setText("Several values: " + now.several());
        several.setVisible(!now.several().isEmpty());
        problem.show(List.of());
    }
}
