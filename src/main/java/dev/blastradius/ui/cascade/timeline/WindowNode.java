package dev.blastradius.ui.cascade.timeline;

import dev.blastradius.editor.scenario.TidyTime;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.ui.cascade.state.TimeScale;
import javafx.scene.control.Label;

/** When something was broken in a replication that still goes on: a bar that cannot be moved. */
final class WindowNode extends Label {

    private final Window window;

    WindowNode(Window window) {
        this.window = window;
        getStyleClass().add("timeline-window");
        setManaged(false);
        setAccessibleText(
                window.label() + ", from " + TidyTime.words(window.from()) + " to " + TidyTime.words(window.to()));
    }

    /** When, and what. */
    Window window() {
        return window;
    }

    /** Shows it; y is that of its upper edge. */
    void show(TimeScale scale, double y, String words) {
        double left = Math.max(TimeScale.LEFT - 4, scale.x(window.from()));
        double right = Math.min(scale.width() - TimeScale.RIGHT + 4, scale.x(window.to()));
        setText(words);
        setVisible(right > left);
        resizeRelocate(left, y, Math.max(3, right - left), BarNode.HEIGHT);
    }
}
