package dev.blastradius.ui.picture;

import javafx.animation.PauseTransition;
import javafx.scene.Scene;
import javafx.scene.control.Tooltip;
import javafx.stage.Window;
import javafx.util.Duration;

/** Says at the bottom of a window for a few seconds what became of something. */
final class Told {

    private static final Duration LONG_ENOUGH = Duration.seconds(5);
    private static final double FROM_BOTTOM = 70;

    private final Scene scene;
    private final Tooltip bubble = new Tooltip();
    private final PauseTransition pause = new PauseTransition(LONG_ENOUGH);

    Told(Scene scene) {
        this.scene = scene;
        bubble.setId("picture-told");
        bubble.setAutoHide(true);
        bubble.setWrapText(true);
        bubble.setMaxWidth(560);
        pause.setOnFinished(event -> bubble.hide());
    }

    void show(String words) {
        Window window = scene.getWindow();
        if (window == null || !window.isShowing()) {
            return;
        }
        bubble.setText(words);
        bubble.show(window, window.getX() + window.getWidth() / 2, window.getY() + window.getHeight() - FROM_BOTTOM);
        bubble.setAnchorX(window.getX() + (window.getWidth() - bubble.getWidth()) / 2);
        pause.playFromStart();
    }
}
