package dev.blastradius.ui.canvas;

import dev.blastradius.editor.drawing.Size;
import dev.blastradius.editor.stage.BoxLook;
import dev.blastradius.experiment.cascade.Moment;
import javafx.geometry.Pos;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Stop;
import javafx.scene.shape.SVGPath;
import org.jspecify.annotations.Nullable;

/** What a box shows of a moment: a level that rises in it, and small signs on its edge for failures, queue and quota. */
final class BoxState {

    /** What fills a box of a look: what rises in it, the same where all servers are busy, and what is above that, also in a broken one. */
    private record Fills(Color level, Color full, Color empty, Color broken) {

        private static final Fills LIGHT =
                new Fills(Color.web("#b6dcf7"), Color.web("#6db3ea"), Color.WHITE, Color.web("#ffebe9"));
        private static final Fills DARK =
                new Fills(Color.web("#173b5e"), Color.web("#1f6aa8"), Color.web("#161b22"), Color.web("#260d10"));
    }

    private static final double QUOTA_WIDTH = 46;
    private static final double QUOTA_HEIGHT = 5;

    private final SVGPath level = new SVGPath();
    private final Group signs = new Group();
    private final Label failing = new Label();
    private final Label waiting = new Label();
    private final Region quotaUsed = new Region();
    private final HBox quota = new HBox(quotaUsed);
    private final Label quotaLow = new Label();
    private Size size = new Size(0, 0);
    private double signScale = 1;

    BoxState() {
        level.setVisible(false);
        level.setMouseTransparent(true);
        level.getStyleClass().add("box-level");
        failing.getStyleClass().add("box-damage");
        waiting.getStyleClass().add("box-waiting");
        quota.getStyleClass().add("box-quota");
        quota.setAlignment(Pos.CENTER_LEFT);
        quotaUsed.getStyleClass().add("box-quota-used");
        quota.setPrefSize(QUOTA_WIDTH, QUOTA_HEIGHT + 2);
        signs.setMouseTransparent(true);
        quotaLow.getStyleClass().add("box-quota-low");
        signs.getChildren().addAll(quota, quotaLow, waiting, failing);
        signs.getChildren().forEach(each -> each.setVisible(false));
    }

    /** What lies under the box's outline. */
    Node level() {
        return level;
    }

    /** What lies over its edge. */
    Node signs() {
        return signs;
    }

    /** The box has this outline and size. */
    void fit(String outline, Size newSize) {
        level.setContent(outline);
        size = newSize;
        place();
    }

    /** Signs are drawn so many times as large as the box, to be read from afar. */
    void setSignScale(double scale) {
        if (scale != signScale) {
            signScale = scale;
            place();
        }
    }

    /** Shows a moment; nothing of one where it is null. */
    void show(@Nullable BoxLook look, boolean dark) {
        showLevel(look, dark);
        write(failing, look == null ? "" : look.failing());
        write(waiting, look == null ? "" : look.waiting());
        write(quotaLow, look == null ? "" : look.quotaWords());
        quota.setVisible(look != null && look.quota() >= 0 && !quotaLow.isVisible());
        if (look != null && look.quota() >= 0) {
            double width = QUOTA_WIDTH * look.quota() / 100;
            quotaUsed.setMinSize(width, QUOTA_HEIGHT);
            quotaUsed.setMaxSize(width, QUOTA_HEIGHT);
        }
        place();
    }

    private static void write(Label label, String words) {
        label.setVisible(!words.isEmpty());
        if (!words.isEmpty()) {
            label.setText(words);
        }
    }

    /** The level is under the outline, which then has no fill of its own: else it would hide half of the ring. */
    private void showLevel(@Nullable BoxLook look, boolean dark) {
        level.setVisible(look != null);
        if (look == null) {
            return;
        }
        Fills fills = dark ? Fills.DARK : Fills.LIGHT;
        Color above = look.health() == Moment.Health.BROKEN ? fills.broken() : fills.empty();
        Color color = look.isFull() ? fills.full() : fills.level();
        int filled = Math.max(0, look.level());
        if (filled == 0 || filled >= 100) {
            level.setFill(filled == 0 ? above : color);
            return;
        }
        double edge = 1 - filled / 100.0;
        level.setFill(new LinearGradient(
                0, 0, 0, 1, true, CycleMethod.NO_CYCLE, new Stop(edge, above), new Stop(edge, color)));
    }

    /** Failures at the upper right, what waits at the lower right, quota at the lower left: half over the edge. */
    private void place() {
        put(failing, 1, 0);
        put(waiting, 1, 1);
        put(quota, 0, 1);
        put(quotaLow, 0, 1);
    }

    private void put(Region sign, double right, double bottom) {
        if (!sign.isVisible()) {
            return;
        }
        sign.applyCss();
        double width = sign.prefWidth(-1);
        double height = sign.prefHeight(width);
        sign.setScaleX(signScale);
        sign.setScaleY(signScale);
        // A sign is scaled around its middle.
        double middleX = right * size.width() + (right > 0 ? -1 : 1) * (6 + width * signScale / 2);
        double middleY = bottom * size.height();
        sign.resizeRelocate(middleX - width / 2, middleY - height / 2, width, height);
    }
}
