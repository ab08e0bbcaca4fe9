package dev.blastradius.ui.canvas;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.editor.stage.ArrowLook;
import dev.blastradius.editor.stage.Captioning;
import javafx.css.PseudoClass;
import javafx.scene.Group;
import javafx.scene.control.Label;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Path;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** What an arrow shows of a moment besides its own line: a halo where it stands in for another, its breaker as a switch, and words. */
final class ArrowState {

    private static final PseudoClass OPEN = PseudoClass.getPseudoClass("open");
    private static final PseudoClass HALF_OPEN = PseudoClass.getPseudoClass("half-open");
    private static final PseudoClass AMPLIFIED = PseudoClass.getPseudoClass("amplified");
    private static final PseudoClass STANDING_IN = PseudoClass.getPseudoClass("standing-in");

    /** How far from the arrow's beginning the switch stands, in pixels, where there is room. */
    private static final double SWITCH_AT = 26;

    private static final double SWITCH_SIZE = 18;
    private static final double HALO = 9;

    /** How far from level the lever of an open and of a half open switch stands, in degrees. */
    private static final double OPEN_ANGLE = -42;

    private static final double HALF_OPEN_ANGLE = -18;

    private final Path halo = new Path();
    private final Group breaker = new Group();
    private final Circle plate = new Circle(SWITCH_SIZE / 2);
    private final Line lever = new Line(-5, 0, 5, 0);
    private final Label share = new Label();
    private final Label words = new Label();
    private final Group signs = new Group(breaker, words);
    private double scale = 1;
    private @Nullable Point wordsAt;
    private @Nullable Route route;

    ArrowState() {
        halo.getStyleClass().add("arrow-halo");
        halo.setVisible(false);
        plate.getStyleClass().add("breaker-plate");
        lever.getStyleClass().add("breaker-lever");
        Circle left = new Circle(-5, 0, 1.8);
        Circle right = new Circle(5, 0, 1.8);
        left.getStyleClass().add("breaker-contact");
        right.getStyleClass().add("breaker-contact");
        share.getStyleClass().add("breaker-share");
        breaker.getChildren().addAll(plate, left, right, lever, share);
        breaker.setVisible(false);
        words.getStyleClass().add("arrow-words");
        words.setTextAlignment(TextAlignment.CENTER);
        words.setVisible(false);
        halo.setMouseTransparent(true);
    }

    /** What lies under the line. */
    Path halo() {
        return halo;
    }

    /** What lies over everything else. */
    Group signs() {
        return signs;
    }

    /** Where the middle of its words is. */
    void setWordsAt(@Nullable Point point) {
        wordsAt = point;
        place();
    }

    /** The arrow runs here, drawn as this line. */
    void fit(Route way, Path line) {
        route = way;
        halo.getElements().setAll(line.getElements());
        place();
    }

    void setSignScale(double newScale) {
        if (newScale != scale) {
            scale = newScale;
            place();
        }
    }

    /** Shows a moment; nothing of one where it is null. */
    void show(@Nullable ArrowLook look) {
        halo.setVisible(look != null && look.standingIn());
        if (look != null && look.standingIn()) {
            halo.setStyle("-fx-stroke-width: " + (look.width() + HALO));
        }
        ArrowLook.Breaker state = look == null ? ArrowLook.Breaker.NONE : look.breaker();
        breaker.setVisible(state != ArrowLook.Breaker.NONE);
        for (var node : breaker.getChildren()) {
            node.pseudoClassStateChanged(OPEN, state == ArrowLook.Breaker.OPEN);
            node.pseudoClassStateChanged(HALF_OPEN, state == ArrowLook.Breaker.HALF_OPEN);
        }
        turn(state);
        share.setText(look == null ? "" : look.breakerShare());
        share.setVisible(!share.getText().isEmpty());
        words.setText(look == null ? "" : look.caption());
        words.setVisible(!words.getText().isEmpty());
        words.pseudoClassStateChanged(AMPLIFIED, look != null && look.amplified());
        words.pseudoClassStateChanged(STANDING_IN, look != null && look.standingIn());
        place();
    }

    /** The lever turns about its left contact. */
    private void turn(ArrowLook.Breaker state) {
        double angle = Math.toRadians(
                state == ArrowLook.Breaker.OPEN
                        ? OPEN_ANGLE
                        : state == ArrowLook.Breaker.HALF_OPEN ? HALF_OPEN_ANGLE : 0);
        lever.setEndX(-5 + 10 * Math.cos(angle));
        lever.setEndY(10 * Math.sin(angle));
    }

    private void place() {
        Route way = route;
        if (way == null) {
            return;
        }
        if (breaker.isVisible()) {
            Point at = Captioning.along(way, Math.min(SWITCH_AT, way.length() / 3));
            breaker.setLayoutX(at.x());
            breaker.setLayoutY(at.y());
            breaker.setScaleX(scale);
            breaker.setScaleY(scale);
            share.applyCss();
            share.resizeRelocate(-share.prefWidth(-1) / 2, SWITCH_SIZE / 2, share.prefWidth(-1), share.prefHeight(-1));
        }
        if (words.isVisible()) {
            words.applyCss();
            double width = words.prefWidth(-1);
            double height = words.prefHeight(width);
            Point at = wordsAt == null ? way.captionPoint() : wordsAt;
            words.setScaleX(scale);
            words.setScaleY(scale);
            words.resizeRelocate(at.x() - width / 2, at.y() - height / 2, width, height);
        }
    }
}
