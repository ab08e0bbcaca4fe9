package dev.blastradius.ui.start;

import dev.blastradius.editor.drawing.Outline;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.component.Component;
import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.Polyline;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import javafx.scene.transform.Translate;
import org.kordamp.ikonli.javafx.FontIcon;

/** A model's drawing, small: outlines, icons and arrows, as large as they fit. Lines are as wide at every size. */
final class GraphPicture extends Region {

    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final double LARGEST = 0.6;
    private static final double LINE = 1.1;
    private static final double HEAD = 5;

    /** Icons in smaller drawings would be specks. */
    private static final double SMALLEST_WITH_ICONS = 0.14;

    /** As the style sheet has it. */
    private static final double ICON = 30;

    private static final double MARGIN = 10;

    private final Rect bounds;
    private final Translate offset = new Translate();
    private final Scale scale = new Scale();
    private final Group world = new Group();
    private final List<Shape> lines = new ArrayList<>();
    private final List<Node> icons = new ArrayList<>();
    private final List<Runnable> heads = new ArrayList<>();

    GraphPicture(Preview preview) {
        getStyleClass().add("graph-picture");
        setMouseTransparent(true);
        Rect around = preview.drawing().bounds();
        bounds = around == null ? new Rect(0, 0, 1, 1) : around;
        world.setManaged(false);
        world.getTransforms().setAll(offset, scale);
        preview.drawing().arrows().forEach((key, route) -> {
            Dependency dependency = preview.pipeline().arrows().get(key);
            boolean fallback = dependency != null && dependency.isFallback();
            arrow(route, fallback, preview.broken().contains(key));
        });
        preview.drawing().boxes().forEach((id, place) -> {
            Component component = preview.pipeline().components().get(id);
            if (component != null) {
                box(component, place, preview.broken().contains(id));
            }
        });
        getChildren().add(world);
    }

    private void box(Component component, Rect place, boolean broken) {
        SVGPath outline = new SVGPath();
        outline.setContent(Outline.of(component.kind(), new Size(place.width(), place.height())));
        outline.relocate(place.x(), place.y());
        outline.getStyleClass().add("picture-box");
        outline.pseudoClassStateChanged(BROKEN, broken);
        lines.add(outline);
        FontIcon icon = Icons.node(Icons.of(component.kind()));
        icon.getStyleClass().add("picture-icon");
        icon.pseudoClassStateChanged(BROKEN, broken);
        icon.setX(place.centerX() - ICON / 2);
        icon.setY(place.centerY() + ICON * 0.4);
        icons.add(icon);
        world.getChildren().addAll(outline, icon);
    }

    private void arrow(Route route, boolean fallback, boolean broken) {
        Polyline line = new Polyline();
        route.points().forEach(point -> line.getPoints().addAll(point.x(), point.y()));
        line.getStyleClass().add("picture-arrow");
        line.setStrokeLineJoin(StrokeLineJoin.ROUND);
        line.pseudoClassStateChanged(BROKEN, broken);
        if (fallback) {
            line.getStrokeDashArray().setAll(14.0, 10.0);
        }
        lines.add(line);
        Polygon head = new Polygon();
        head.getStyleClass().add("picture-head");
        head.pseudoClassStateChanged(BROKEN, broken);
        heads.add(() -> draw(head, route));
        world.getChildren().addAll(line, head);
    }

    private void draw(Polygon head, Route route) {
        Point tip = route.end();
        Point before = route.points().get(route.points().size() - 2);
        double length = Math.max(1, tip.distanceTo(before));
        double size = HEAD / scale.getX();
        double dx = (tip.x() - before.x()) / length * size;
        double dy = (tip.y() - before.y()) / length * size;
        head.getPoints()
                .setAll(
                        tip.x(),
                        tip.y(),
                        tip.x() - dx - dy / 2,
                        tip.y() - dy + dx / 2,
                        tip.x() - dx + dy / 2,
                        tip.y() - dy - dx / 2);
    }

    @Override
    protected void layoutChildren() {
        double width = getWidth() - 2 * MARGIN;
        double height = getHeight() - 2 * MARGIN;
        double factor = Math.min(LARGEST, Math.min(width / bounds.width(), height / bounds.height()));
        if (factor <= 0) {
            return;
        }
        scale.setX(factor);
        scale.setY(factor);
        offset.setX(getWidth() / 2 - bounds.centerX() * factor);
        offset.setY(getHeight() / 2 - bounds.centerY() * factor);
        lines.forEach(line -> line.setStrokeWidth(LINE / factor));
        icons.forEach(icon -> icon.setVisible(factor >= SMALLEST_WITH_ICONS));
        heads.forEach(Runnable::run);
    }
}
