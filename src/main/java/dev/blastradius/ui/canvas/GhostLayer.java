package dev.blastradius.ui.canvas;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Outline;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.ui.look.Lines;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;
import javafx.scene.shape.SVGPath;

/** What a strategy takes away: dashed outlines and lines under everything else, which neither pointer nor keys reach. */
final class GhostLayer extends Group {

    private static final double CROSS = 4;

    /** Nearer to the end, where fewer arrows run side by side than where they begin. */
    private static final double CROSS_AT = 0.7;

    GhostLayer() {
        setMouseTransparent(true);
    }

    /**
     * Shows what is taken away.
     *
     * @param gone where it is drawn
     * @param drawn the drawing, for the names
     */
    void show(Drawing gone, Pipeline drawn) {
        getChildren().clear();
        gone.arrows().values().forEach(this::addArrow);
        gone.boxes().forEach((id, place) -> {
            Component component = drawn.components().get(id);
            if (component != null) {
                addBox(component, Captions.name(drawn, id), place);
            }
        });
    }

    private void addBox(Component component, String name, Rect place) {
        SVGPath outline = new SVGPath();
        outline.setContent(Outline.of(component.kind(), new Size(place.width(), place.height())));
        outline.getStyleClass().add("ghost-outline");
        outline.relocate(place.x(), place.y());
        Label title = new Label(Lines.one(name));
        title.getStyleClass().add("ghost-title");
        Label words = new Label("not in this strategy");
        words.getStyleClass().add("ghost-words");
        VBox text = new VBox(1, title, words);
        text.setAlignment(Pos.CENTER);
        text.setPrefSize(place.width(), place.height());
        text.setMaxSize(place.width(), place.height());
        text.relocate(place.x(), place.y());
        getChildren().addAll(outline, text);
    }

    /** Straight from end to end: so it cannot be taken for one of the arrows that are there, which go round corners. */
    private void addArrow(Route route) {
        Point from = route.points().get(0);
        Point to = route.end();
        Line line = new Line(from.x(), from.y(), to.x(), to.y());
        line.getStyleClass().add("ghost-arrow");
        SVGPath cross = new SVGPath();
        cross.setContent("M%1$s %1$s L-%1$s -%1$s M-%1$s %1$s L%1$s -%1$s".formatted(CROSS));
        cross.getStyleClass().add("ghost-cross");
        cross.setTranslateX(from.x() + (to.x() - from.x()) * CROSS_AT);
        cross.setTranslateY(from.y() + (to.y() - from.y()) * CROSS_AT);
        getChildren().addAll(line, cross);
    }
}
