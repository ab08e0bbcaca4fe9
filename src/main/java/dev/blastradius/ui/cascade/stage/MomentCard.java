package dev.blastradius.ui.cascade.stage;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.stage.MomentWords;
import dev.blastradius.experiment.cascade.Moment;
import dev.blastradius.model.Pipeline;
import java.util.List;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The exact numbers of the moment for the box or arrow under the pointer. */
final class MomentCard extends VBox {

    private static final double BESIDE = 16;

    private final Label title = new Label();
    private final Label lines = new Label();

    MomentCard() {
        super(2);
        getStyleClass().add("moment-card");
        setMouseTransparent(true);
        setManaged(false);
        setVisible(false);
        title.getStyleClass().add("moment-card-title");
        getChildren().addAll(title, lines);
    }

    /** Says how a part stands, beside a point. */
    void show(Pipeline pipeline, Moment moment, String part, double x, double y, Region within) {
        Moment.Box box = moment.boxes().get(part);
        Moment.Arrow arrow = moment.arrows().get(part);
        List<String> words = box != null
                ? MomentWords.of(box)
                : arrow != null ? MomentWords.of(arrow) : List.of("Nothing is recorded of it.");
        title.setText(
                pipeline.components().containsKey(part)
                        ? Captions.name(pipeline, part)
                        : Captions.title(pipeline, part));
        lines.setText(String.join("\n", words));
        setVisible(true);
        applyCss();
        double width = prefWidth(-1);
        double height = prefHeight(width);
        double left = x + BESIDE + width > within.getWidth() ? x - BESIDE - width : x + BESIDE;
        double top = Math.min(y + BESIDE, within.getHeight() - height - 4);
        resizeRelocate(Math.max(4, left), Math.max(4, top), width, height);
        layout();
    }

    void hide() {
        setVisible(false);
    }
}
