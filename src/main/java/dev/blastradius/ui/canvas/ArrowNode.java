package dev.blastradius.ui.canvas;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.Deviation;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.editor.stage.ArrowLook;
import dev.blastradius.experiment.cascade.Moment;
import dev.blastradius.model.Dependency;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Region;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Polygon;
import javafx.scene.shape.QuadCurveTo;
import javafx.scene.text.Font;
import org.jspecify.annotations.Nullable;

/** A dependency as an arrow with round corners; a fallback is dashed and carries its turn as a number. */
final class ArrowNode extends Group {

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass FALLBACK = PseudoClass.getPseudoClass("fallback");
    private static final PseudoClass OPTIONAL = PseudoClass.getPseudoClass("optional");
    private static final PseudoClass FOUND = PseudoClass.getPseudoClass("found");
    private static final PseudoClass FAULTED = PseudoClass.getPseudoClass("faulted");
    private static final PseudoClass HOVERED = PseudoClass.getPseudoClass("hovered");
    private static final PseudoClass FAR = PseudoClass.getPseudoClass("far");
    private static final PseudoClass GOOD = PseudoClass.getPseudoClass("good");
    private static final PseudoClass HURT = PseudoClass.getPseudoClass("hurt");
    private static final PseudoClass BROKEN = PseudoClass.getPseudoClass("broken");
    private static final PseudoClass IDLE = PseudoClass.getPseudoClass("idle");
    private static final double ROUND = 8;
    private static final double HEAD = 8;
    private static final double HEAD_FOR_WIDTH = 1.8;
    private static final double CAPTION_ROOM = 14;
    private static final Font CAPTION_FONT = Font.font("System", 10.5);
    private static final double CAPTION_PADDING = 12;
    private static final double CAPTION_HEIGHT = 17;
    private static final double ORDER_BACK = 22;
    private static final double ORDER_SIZE = 16;

    private final Path line = new Path();
    private final Polygon head = new Polygon();
    private @Nullable Label order;
    private @Nullable Label caption;
    private String words = "";
    private @Nullable Route route;
    private Detail detail = Detail.SHAPE;
    private boolean fallback;
    private boolean selected;
    private @Nullable DeviationBadge deviation;
    private @Nullable ArrowState state;
    private @Nullable ArrowLook look;
    private double headSize = HEAD;

    ArrowNode(String key) {
        setId("arrow-" + key);
        line.getStyleClass().add("arrow");
        line.pseudoClassStateChanged(FAR, true);
        head.getStyleClass().add("arrow-head");
        getChildren().addAll(line, head);
        setMouseTransparent(true);
    }

    void show(Dependency dependency, Route newRoute) {
        route = newRoute;
        draw(newRoute.points());
        fallback = dependency.isFallback();
        line.pseudoClassStateChanged(FALLBACK, fallback);
        head.pseudoClassStateChanged(FALLBACK, fallback);
        line.pseudoClassStateChanged(OPTIONAL, Dependency.Call.MODE.in(dependency.call()) == Dependency.Mode.OPTIONAL);
        words = Captions.of(dependency);
        if (state != null) {
            state.fit(newRoute, line);
        }
        showOrder(fallback ? String.valueOf(Dependency.Fallback.ORDER.in(dependency.fallback())) : "", newRoute);
        showCaption(newRoute);
        placeDeviation(newRoute);
    }

    /** Whether the pointer is on it. */
    void setHovered(boolean hovered) {
        line.pseudoClassStateChanged(HOVERED, hovered);
        head.pseudoClassStateChanged(HOVERED, hovered);
    }

    /** Shows as much text as can be read. */
    void setDetail(Detail newDetail) {
        if (newDetail != detail) {
            detail = newDetail;
            line.pseudoClassStateChanged(FAR, detail == Detail.SHAPE);
            if (order != null) {
                order.setVisible(detail != Detail.SHAPE);
            }
            if (route != null) {
                showCaption(route);
            }
        }
    }

    private void showOrder(String number, Route way) {
        Label label = order;
        if (number.isEmpty()) {
            getChildren().remove(label);
            order = null;
            return;
        }
        if (label == null) {
            label = new Label();
            label.getStyleClass().add("arrow-order");
            label.setMinSize(ORDER_SIZE, ORDER_SIZE);
            label.setPrefSize(ORDER_SIZE, ORDER_SIZE);
            order = label;
            getChildren().add(label);
        }
        label.setText(number);
        label.setVisible(detail != Detail.SHAPE);
        Point tip = way.end();
        Point before = way.points().get(way.points().size() - 2);
        double length = Math.max(1, tip.distanceTo(before));
        double back = Math.min(ORDER_BACK, length / 2);
        double x = tip.x() + (before.x() - tip.x()) / length * back;
        double y = tip.y() + (before.y() - tip.y()) / length * back;
        label.relocate(x - ORDER_SIZE / 2, y - ORDER_SIZE / 2);
    }

    /** A label is made for what is to be read only: of hundreds of arrows most have nothing to say, or no room for it. */
    private void showCaption(Route way) {
        Point point = way.captionPoint();
        double taken = order != null ? ORDER_BACK + ORDER_SIZE / 2 : 0;
        double width = words.isEmpty() ? 0 : BoxSizes.width(words, CAPTION_FONT) + CAPTION_PADDING;
        Label label = caption;
        if (look != null
                || detail != Detail.FULL
                || words.isEmpty()
                || room(way, point) - taken < width + CAPTION_ROOM) {
            if (label != null) {
                label.setVisible(false);
            }
            return;
        }
        if (label == null) {
            label = new Label();
            label.getStyleClass().add("arrow-caption");
            label.setMinSize(Region.USE_PREF_SIZE, CAPTION_HEIGHT);
            label.setPrefHeight(CAPTION_HEIGHT);
            label.pseudoClassStateChanged(SELECTED, selected);
            caption = label;
            getChildren().add(2, label);
        }
        label.setText(words);
        label.setVisible(true);
        label.relocate(point.x() - (width + taken) / 2, point.y() - CAPTION_HEIGHT / 2);
    }

    private static double room(Route route, Point caption) {
        for (int i = 1; i < route.points().size(); i++) {
            Point from = route.points().get(i - 1);
            Point to = route.points().get(i);
            if (from.y() == to.y() && from.y() == caption.y()) {
                return from.distanceTo(to);
            }
        }
        return 0;
    }

    void setSelected(boolean newSelected) {
        if (newSelected == selected) {
            return;
        }
        selected = newSelected;
        line.pseudoClassStateChanged(SELECTED, selected);
        head.pseudoClassStateChanged(SELECTED, selected);
        if (caption != null) {
            caption.pseudoClassStateChanged(SELECTED, selected);
        }
        if (selected) {
            toFront();
        }
    }

    /** Whether it answers to what is being looked for. */
    void setFound(boolean found) {
        line.pseudoClassStateChanged(FOUND, found);
        head.pseudoClassStateChanged(FOUND, found);
    }

    void setFaulted(boolean faulted) {
        line.pseudoClassStateChanged(FAULTED, faulted);
        head.pseudoClassStateChanged(FAULTED, faulted);
    }

    private void draw(List<Point> points) {
        Point tip = points.get(points.size() - 1);
        Point before = points.get(points.size() - 2);
        double length = Math.max(1, before.distanceTo(tip));
        double dx = (tip.x() - before.x()) / length;
        double dy = (tip.y() - before.y()) / length;
        Point neck = new Point(tip.x() - dx * headSize, tip.y() - dy * headSize);
        head.getPoints()
                .setAll(
                        tip.x(),
                        tip.y(),
                        neck.x() - dy * headSize / 2,
                        neck.y() + dx * headSize / 2,
                        neck.x() + dy * headSize / 2,
                        neck.y() - dx * headSize / 2);
        line.getElements().setAll(new MoveTo(points.get(0).x(), points.get(0).y()));
        for (int i = 1; i < points.size() - 1; i++) {
            corner(points.get(i - 1), points.get(i), points.get(i + 1));
        }
        line.getElements().add(new LineTo(neck.x(), neck.y()));
    }

    private void corner(Point before, Point corner, Point after) {
        double in = before.distanceTo(corner);
        double out = corner.distanceTo(after);
        double round = Math.min(ROUND, Math.min(in, out) / 2);
        if (round < 0.5) {
            line.getElements().add(new LineTo(corner.x(), corner.y()));
            return;
        }
        Point from = towards(corner, before, round / in);
        Point to = towards(corner, after, round / out);
        line.getElements()
                .addAll(new LineTo(from.x(), from.y()), new QuadCurveTo(corner.x(), corner.y(), to.x(), to.y()));
    }

    private static Point towards(Point from, Point to, double share) {
        return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }

    /** How it differs from the drawing; null: not at all. */
    void setDeviation(Deviation.@Nullable Kind kind) {
        if (deviation == null && kind != null) {
            deviation = new DeviationBadge();
            getChildren().add(deviation);
            if (route != null) {
                placeDeviation(route);
            }
        }
        if (deviation != null) {
            deviation.show(kind);
        }
    }

    /** Shows how it is at a moment: its width, its colour and signs, in place of its caption; as it is built where that is null. */
    void setLook(@Nullable ArrowLook newLook) {
        ArrowState shown = state;
        Route way = route;
        if (shown == null) {
            if (newLook == null) {
                return;
            }
            shown = new ArrowState();
            state = shown;
            getChildren().add(0, shown.halo());
        }
        double before = look == null ? 0 : look.width();
        look = newLook;
        double width = newLook == null ? 0 : newLook.width();
        if (width != before) {
            headSize = Math.max(HEAD, width * HEAD_FOR_WIDTH + 3);
            line.setStyle(width > 0 ? "-fx-stroke-width: " + width : "");
            if (way != null) {
                draw(way.points());
            }
        }
        if (way != null) {
            shown.fit(way, line);
            showCaption(way);
        }
        shown.show(newLook);
        setFaulted(newLook != null && newLook.faulted());
        Moment.Health health = newLook == null ? null : newLook.health();
        for (var part : List.of(line, head)) {
            part.pseudoClassStateChanged(IDLE, health == Moment.Health.IDLE);
            part.pseudoClassStateChanged(GOOD, health == Moment.Health.GOOD);
            part.pseudoClassStateChanged(HURT, health == Moment.Health.HURT);
            part.pseudoClassStateChanged(BROKEN, health == Moment.Health.BROKEN);
        }
    }

    /** What is to lie over boxes and arrows; null where it shows nothing of a moment. */
    @Nullable
    Node signs() {
        return state == null ? null : state.signs();
    }

    /** Where the middle of a moment's words is; null: where its caption would be. */
    void setWordsAt(@Nullable Point point) {
        if (state != null) {
            state.setWordsAt(point);
        }
    }

    /** Signs of a moment are drawn so many times as large as the drawing, to be read from afar. */
    void setSignScale(double scale) {
        if (state != null) {
            state.setSignScale(scale);
        }
    }

    /** At its last corner, where neither its caption nor its order is; near its beginning, where it has no corner. */
    private void placeDeviation(Route way) {
        if (deviation == null) {
            return;
        }
        List<Point> points = way.points();
        Point place = points.get(points.size() - 2);
        if (points.size() == 2) {
            double length = Math.max(1, place.distanceTo(way.end()));
            double along = Math.min(ORDER_BACK, length / 3) / length;
            place = towards(place, way.end(), along);
        }
        deviation.relocate(place.x() - DeviationBadge.SIZE / 2, place.y() - DeviationBadge.SIZE / 2);
    }
}
