package dev.blastradius.ui;

import java.util.List;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;

/** The parts of the window among which the keyboard goes round. */
final class Panes {

    /**
     * A part of the window.
     *
     * @param name in the program
     * @param node what it is made of; null where it is not there
     */
    record Pane(String name, Supplier<@Nullable Node> node) {}

    private final Scene scene;
    private final List<Pane> panes;

    Panes(Scene scene, List<Pane> panes) {
        this.scene = scene;
        this.panes = panes;
    }

    /** Gives the keyboard to the part so many further than the one that has it, passing over those without anything to give it to. */
    void step(int by) {
        int at = present();
        for (int i = 1; i <= panes.size(); i++) {
            int next = Math.floorMod(at < 0 && by < 0 ? -i : at + i * by, panes.size());
            if (enter(panes.get(next))) {
                return;
            }
        }
    }

    /** Gives the keyboard to a part. */
    void goTo(String name) {
        panes.stream().filter(pane -> pane.name().equals(name)).forEach(Panes::enter);
    }

    private int present() {
        for (Node node = scene.getFocusOwner(); node != null; node = node.getParent()) {
            for (int i = 0; i < panes.size(); i++) {
                if (panes.get(i).node().get() == node) {
                    return i;
                }
            }
        }
        return -1;
    }

    private static boolean enter(Pane pane) {
        Node node = pane.node().get();
        Node first = node == null || !isShown(node) ? null : firstIn(node);
        if (first != null) {
            first.requestFocus();
        }
        return first != null;
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return node.getScene() != null;
    }

    private static @Nullable Node firstIn(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return null;
        }
        if (node.isFocusTraversable()) {
            return node;
        }
        if (node instanceof Parent parent) {
            for (Node child : parent.getChildrenUnmodifiable()) {
                Node found = firstIn(child);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }
}
