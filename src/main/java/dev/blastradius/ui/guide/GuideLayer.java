package dev.blastradius.ui.guide;

import dev.blastradius.editor.guide.Happening;
import dev.blastradius.editor.guide.Stage;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** Lies over the window while the tour is on, and lets everything through but clicks on its card. */
public final class GuideLayer extends Pane {

    private static final double APART = 12;
    private static final double RING = 4;

    private final Function<Stage.Anchor, @Nullable Node> anchors;
    private final GuideCard card;
    private final Region ring = new Region();
    private final Runnable follow = this::follow;
    private Stage stage = Stage.OVER;
    private Bounds seen = new BoundingBox(0, 0, 0, 0);

    /**
     * A layer with nothing to see.
     *
     * @param anchors the control that a stage is about; null where there is none now
     * @param tell hears what is pressed on the card
     */
    public GuideLayer(Function<Stage.Anchor, @Nullable Node> anchors, Consumer<Happening> tell) {
        this.anchors = anchors;
        card = new GuideCard(tell);
        setPickOnBounds(false);
        ring.getStyleClass().add("guide-ring");
        ring.setMouseTransparent(true);
        ring.setManaged(false);
        card.setManaged(false);
        getChildren().addAll(ring, card);
        setVisible(false);
    }

    /**
     * Shows a stage.
     *
     * @param facts what came of the runs so far; empty for nothing
     */
    public void show(Stage newStage, String facts) {
        boolean begins = stage == Stage.OVER;
        boolean hadFocus = card.holdsFocus();
        boolean wasOn = stage != Stage.OVER;
        stage = newStage;
        boolean isOn = newStage != Stage.OVER;
        setVisible(isOn);
        Scene scene = getScene();
        if (scene != null && isOn != wasOn) {
            if (isOn) {
                scene.addPostLayoutPulseListener(follow);
            } else {
                scene.removePostLayoutPulseListener(follow);
            }
        }
        if (isOn) {
            card.show(newStage, facts);
            seen = new BoundingBox(0, 0, 0, 0);
            if ((begins || hadFocus) && !card.focusNext()) {
                focusAnchor();
            }
        } else if (hadFocus) {
            focusAnchor();
        }
    }

    private void focusAnchor() {
        Node anchor = anchors.apply(stage.anchor());
        if (anchor != null) {
            anchor.requestFocus();
        }
    }

    /** Goes where the control has gone. */
    private void follow() {
        Node anchor = anchors.apply(stage.anchor());
        if (anchor == null || anchor.getScene() == null) {
            return;
        }
        Bounds at = sceneToLocal(anchor.localToScene(anchor.getLayoutBounds()));
        double height = Math.rint(card.prefHeight(card.getPrefWidth()));
        Bounds now = new BoundingBox(
                at.getMinX(), at.getMinY(), at.getWidth() + getWidth(), at.getHeight() + height + getHeight());
        if (!now.equals(seen)) {
            seen = now;
            ring.resizeRelocate(
                    at.getMinX() - RING, at.getMinY() - RING, at.getWidth() + 2 * RING, at.getHeight() + 2 * RING);
            boolean small = at.getHeight() < height;
            ring.setVisible(small);
            place(at, card.getPrefWidth(), height, stage.anchor());
        }
    }

    /** Below a control; in a corner of the drawing, where the least is; above the results. */
    private void place(Bounds at, double width, double height, Stage.Anchor anchor) {
        double x = at.getMinX() + (anchor == Stage.Anchor.DRAWING || anchor == Stage.Anchor.RESULTS ? APART : 0);
        double y = switch (anchor) {
            case DRAWING -> at.getMaxY() - height - APART;
            case RESULTS -> at.getMinY() - height - APART;
            default -> at.getMaxY() + APART;
        };
        card.resizeRelocate(
                Math.rint(Math.max(APART, Math.min(getWidth() - width - APART, x))),
                Math.rint(Math.max(APART, Math.min(getHeight() - height - APART, y))),
                width,
                height);
    }
}
