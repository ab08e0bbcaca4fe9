package dev.blastradius.ui.look;

import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.util.Duration;

/** Tooltips: soon there, wrapped, and long enough to read. */
public final class Tips {

    private static final double WIDEST = 340;
    private static final double CLEAR = 8;

    private static final String WORDS = "blastradius.tip.words";
    private static final String TIP = "blastradius.tip";

    private Tips() {}

    /** Shows words when the pointer rests on a node; others than before where they are given again. */
    public static void install(Node node, String words) {
        if (node.getProperties().put(WORDS, words) == null) {
            node.addEventFilter(MouseEvent.MOUSE_ENTERED, event -> prepare(node));
        }
        if (node.getProperties().get(TIP) instanceof Tooltip tip) {
            tip.setText(words);
        }
    }

    /** A tooltip is a window, which takes long to make: there are hundreds in the program, and few of them are ever seen. */
    private static void prepare(Node node) {
        if (!node.getProperties().containsKey(TIP)) {
            Tooltip tip = tip(node, String.valueOf(node.getProperties().get(WORDS)));
            node.getProperties().put(TIP, tip);
            Tooltip.install(node, tip);
        }
    }

    /** A tooltip for a node, which is shown when it has been installed. */
    public static Tooltip tip(Node node, String words) {
        Tooltip tip = new Tooltip(words);
        tip.setWrapText(true);
        tip.setMaxWidth(WIDEST);
        tip.setShowDelay(Duration.millis(350));
        tip.setShowDuration(Duration.seconds(30));
        double[] pointer = new double[2];
        node.addEventFilter(MouseEvent.ANY, event -> {
            pointer[0] = event.getScreenX();
            pointer[1] = event.getScreenY();
        });
        tip.setOnShown(event -> keepClear(tip, pointer[0], pointer[1]));
        return tip;
    }

    /** At the screen's edge a tip is pushed under the pointer, where it would take the next click: it goes above it instead. */
    private static void keepClear(Tooltip tip, double x, double y) {
        boolean under = x >= tip.getX() - CLEAR
                && x <= tip.getX() + tip.getWidth()
                && y >= tip.getY() - CLEAR
                && y <= tip.getY() + tip.getHeight();
        if (under) {
            double above = y - tip.getHeight() - CLEAR;
            tip.setY(above > 0 ? above : y + CLEAR);
        }
    }
}
