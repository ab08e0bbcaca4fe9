package dev.blastradius.ui.cascade.timeline;

import dev.blastradius.editor.scenario.Drag.Grip;
import dev.blastradius.editor.scenario.EffectWords;
import dev.blastradius.editor.scenario.TidyTime;
import dev.blastradius.editor.scenario.Timeline.Bar;
import dev.blastradius.editor.scenario.Timeline.Track;
import dev.blastradius.model.Fault.Flap;
import dev.blastradius.ui.cascade.state.TimeScale;
import dev.blastradius.ui.look.Tips;
import java.util.Locale;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.shape.ClosePath;
import javafx.scene.shape.Line;
import javafx.scene.shape.LineTo;
import javafx.scene.shape.MoveTo;
import javafx.scene.shape.Path;
import javafx.scene.shape.Rectangle;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A fault's bar: what it does in words, a slanted beginning where it has a ramp, pieces where it comes and goes, and its handles. */
final class BarNode extends Pane {

    /** How high a bar is, in pixels. */
    static final double HEIGHT = 20;

    private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final double EDGE = 7;
    private static final double RAMP_REACH = 6;
    private static final double NARROWEST = 5;
    /** Bars are not drawn further than so many pixels beyond what is seen. */
    private static final double BEYOND = 3_000;

    private static final double LEAST_PIECE = 4;
    private static final int MOST_PIECES = 400;

    /** Where it can be held: above a ramp too. */
    private final Rectangle grab = new Rectangle();

    private final Path ground = new Path();
    private final Path shape = new Path();
    private final Path pieces = new Path();
    private final Label words = new Label();
    private final FontIcon icon = new FontIcon();
    private final Region left = handle("fault-end");
    private final Region right = handle("fault-end");
    private final Region top = handle("fault-ramp");
    private final Line open = new Line();
    private final Tooltip tip;
    private final Rectangle wordsClip = new Rectangle();

    private Bar bar;
    private double from;
    private double to;
    private double full;
    private boolean ramps;

    BarNode(Bar bar) {
        this.bar = bar;
        tip = Tips.tip(this, "");
        Tooltip.install(this, tip);
        getStyleClass().add("fault-bar");
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.BUTTON);
        grab.setFill(Color.TRANSPARENT);
        grab.setHeight(HEIGHT);
        ground.getStyleClass().add("fault-ground");
        shape.getStyleClass().add("fault-shape");
        pieces.getStyleClass().add("fault-pieces");
        words.getStyleClass().add("fault-words");
        words.setMinWidth(0);
        words.setClip(wordsClip);
        words.setGraphic(icon);
        open.getStyleClass().add("fault-open");
        words.setMouseTransparent(true);
        setPickOnBounds(false);
        getChildren().setAll(grab, ground, shape, pieces, words, open, left, right, top);
        getChildren().forEach(child -> child.setManaged(false));
        hoverProperty().addListener((observable, was, is) -> showHandles());
    }

    private static Region handle(String style) {
        Region handle = new Region();
        handle.getStyleClass().addAll("fault-handle", style);
        handle.setMouseTransparent(true);
        return handle;
    }

    /** The bar that it shows. */
    Bar bar() {
        return bar;
    }

    /** Shows a bar in its place; y is that of its upper edge. */
    void show(Bar now, Track track, TimeScale scale, double y, boolean selected, boolean refused) {
        bar = now;
        ramps = EffectWords.canRamp(now.fault());
        double rightEnd = scale.width() - TimeScale.RIGHT;
        from = bounded(scale.x(now.from()), rightEnd);
        to = Math.max(from + NARROWEST, bounded(scale.x(now.to()), rightEnd));
        full = ramps ? Math.min(to, bounded(scale.x(now.from() + now.ramp()), rightEnd)) : from;
        setLayoutY(y);
        setLayoutX(0);
        resize(scale.width(), HEIGHT);
        grab.setX(from);
        grab.setWidth(to - from);
        draw(ground, from, full, to);
        draw(shape, from, full, to);
        pieces(now, scale, rightEnd);
        EffectWords.Sort sort = EffectWords.sort(now.fault());
        String style = "sort-" + sort.name().toLowerCase(Locale.ROOT);
        if (!getStyleClass().contains(style)) {
            getStyleClass().setAll("fault-bar", style);
            icon.setIconCode(icon(sort));
        }
        place(EffectWords.of(now.fault()), rightEnd);
        pseudoClassStateChanged(SELECTED, selected);
        pseudoClassStateChanged(REFUSED, refused);
        open.setVisible(now.isOpenEnded());
        line(open, to);
        showHandles();
        String told = told(now, track);
        if (!told.equals(getAccessibleText())) {
            setAccessibleText(told);
            tip.setText(told);
        }
    }

    private static double bounded(double x, double rightEnd) {
        return Math.max(TimeScale.LEFT - BEYOND, Math.min(rightEnd + BEYOND, x));
    }

    private static void draw(Path path, double from, double full, double to) {
        path.getElements()
                .setAll(
                        new MoveTo(from, HEIGHT),
                        new LineTo(Math.max(from, full), 0),
                        new LineTo(to, 0),
                        new LineTo(to, HEIGHT),
                        new ClosePath());
    }

    /** Where it comes and goes, what is away is paler; where that is finer than can be seen, all of it is half as strong. */
    private void pieces(Bar now, TimeScale scale, double rightEnd) {
        pieces.getElements().clear();
        Flap flap = now.fault().flap();
        if (flap == null) {
            shape.setOpacity(1);
            return;
        }
        double cycle = flap.on().seconds() + flap.off().seconds();
        double width = scale.x(cycle) - scale.x(0);
        double count = (now.to() - now.from()) / cycle;
        if (width < LEAST_PIECE || count > MOST_PIECES) {
            shape.setOpacity(0.6);
            return;
        }
        shape.setOpacity(0.35);
        for (int i = 0; i < count; i++) {
            double start = bounded(scale.x(now.from() + i * cycle), rightEnd);
            double end = bounded(
                    scale.x(Math.min(
                            now.to(), now.from() + i * cycle + flap.on().seconds())),
                    rightEnd);
            if (end > start) {
                double slant = full > from ? Math.max(0, Math.min(1, (start - from) / (full - from))) : 1;
                double slantEnd = full > from ? Math.max(0, Math.min(1, (end - from) / (full - from))) : 1;
                pieces.getElements()
                        .addAll(
                                new MoveTo(start, HEIGHT),
                                new LineTo(start, HEIGHT * (1 - slant)),
                                new LineTo(end, HEIGHT * (1 - slantEnd)),
                                new LineTo(end, HEIGHT),
                                new ClosePath());
            }
        }
    }

    /** The words stand in what is seen of the bar, and not where the ramp rises. */
    private void place(String text, double rightEnd) {
        double start = Math.max(Math.max(from, TimeScale.LEFT), Math.min(full, to - 40)) + 6;
        double room = Math.min(to, rightEnd) - start - 8;
        words.setText(text);
        boolean fits = room > 14;
        words.setVisible(fits);
        if (fits) {
            words.resizeRelocate(start, 0, room, HEIGHT);
            wordsClip.setWidth(room);
            wordsClip.setHeight(HEIGHT);
        }
    }

    private static void line(Line line, double x) {
        line.setStartX(x);
        line.setEndX(x);
        line.setStartY(0);
        line.setEndY(HEIGHT);
    }

    private void showHandles() {
        boolean shown = isHover() || getPseudoClassStates().contains(SELECTED);
        boolean wide = to - from > 3 * EDGE;
        left.setVisible(shown && wide);
        right.setVisible(shown && wide);
        top.setVisible(shown && ramps && wide);
        left.resizeRelocate(from + 2, 5, 3, HEIGHT - 10);
        right.resizeRelocate(to - 5, 5, 3, HEIGHT - 10);
        top.resizeRelocate(full - 4, -4, 8, 8);
    }

    /** What is held by pressing at a place. */
    Grip grip(double x, double y) {
        boolean wide = to - from > 3 * EDGE;
        if (ramps && wide && y < 8 && Math.abs(x - full) < RAMP_REACH) {
            return Grip.RAMP;
        }
        if (wide && x - from < EDGE) {
            return Grip.BEGIN;
        }
        return wide && to - x < EDGE ? Grip.END : Grip.BODY;
    }

    /** The pointer's look at a place. */
    static Cursor cursor(Grip grip) {
        return switch (grip) {
            case BODY -> Cursor.OPEN_HAND;
            case BEGIN, END, FLAG -> Cursor.H_RESIZE;
            case RAMP -> Cursor.CROSSHAIR;
        };
    }

    private static Ikon icon(EffectWords.Sort sort) {
        return switch (sort) {
            case REFUSES -> Feather.X_CIRCLE;
            case SLOW -> Feather.CLOCK;
            case SPOILT -> Feather.ALERT_TRIANGLE;
            case LOAD -> Feather.TRENDING_UP;
            case NOTHING -> Feather.CIRCLE;
        };
    }

    /** What a screen reader says of it. */
    private static String told(Bar bar, Track track) {
        String end = bar.isOpenEnded() ? "to the end of the run" : "to " + TidyTime.words(bar.to());
        String ramp = bar.ramp() > 0 ? ", ramp " + TidyTime.words(bar.ramp()) : "";
        String flap = bar.fault().flap() == null ? "" : ", comes and goes";
        return "Fault of " + track.name() + ": " + EffectWords.of(bar.fault()) + ", from " + TidyTime.words(bar.from())
                + " " + end + ramp + flap;
    }

    /** Where it is seen to begin, in pixels. */
    double startX() {
        return from;
    }

    /** Where it is seen to end, in pixels. */
    double endX() {
        return to;
    }

    /** Where its ramp ends, in pixels. */
    double fullX() {
        return full;
    }
}
