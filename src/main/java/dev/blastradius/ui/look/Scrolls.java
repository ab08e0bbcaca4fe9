package dev.blastradius.ui.look;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;

/** Scrolling to what has the keyboard. */
public final class Scrolls {

    private Scrolls() {}

    /** Scrolls up or down just so far that a node inside a pane is seen. */
    public static void reveal(ScrollPane pane, Node node) {
        Node content = pane.getContent();
        Bounds at = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
        double seen = pane.getViewportBounds().getHeight();
        double hidden = content.getLayoutBounds().getHeight() - seen;
        if (hidden <= 0) {
            return;
        }
        double top = pane.getVvalue() * hidden;
        if (at.getMinY() < top) {
            pane.setVvalue(at.getMinY() / hidden);
        } else if (at.getMaxY() > top + seen) {
            pane.setVvalue((at.getMaxY() - seen) / hidden);
        }
    }

    /** Has a pane scroll to whatever inside it gets the keyboard. */
    public static void follow(ScrollPane pane) {
        pane.sceneProperty().addListener((observable, was, is) -> {
            if (is != null) {
                is.focusOwnerProperty().addListener((focus, before, now) -> {
                    if (now != null && isInside(now, pane.getContent())) {
                        reveal(pane, now);
                    }
                });
            }
        });
    }

    private static boolean isInside(Node node, Node ancestor) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == ancestor) {
                return true;
            }
        }
        return false;
    }
}
