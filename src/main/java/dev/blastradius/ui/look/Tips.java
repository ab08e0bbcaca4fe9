package dev.blastradius.ui.look;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** Tooltips: soon there, wrapped, and long enough to read. */
public final class Tips {

    private static final double WIDEST = 340;

    private Tips() {}

    /** Shows words when the pointer rests on a node. */
    public static void install(Node node, String words) {
        Tooltip tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST);
        tip.setShowDelay(Duration.millis(350));
        tip.setShowDuration(Duration.seconds(30));
        Tooltip.install(node, tip);
    }
}
