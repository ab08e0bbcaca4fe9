package dev.blastradius.ui.command;

import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A card over the whole of what it is stacked on, in the window and not in one of its own. Escape, or a press beside it, closes it; then the
 * keyboard goes back to where it was. It closes too when the keyboard is taken from it, for then it could not be used.
 */
public abstract class OverlayCard extends StackPane {

    private static final double FROM_TOP = 40;
    private static final double BESIDE = 24;

    private final VBox card = new VBox();
    private final ChangeListener<@Nullable Node> leaving = (observable, was, is) -> left(is);
    private @Nullable Node before;
    private @Nullable Node fallback;

    /**
     * A card, closed.
     *
     * @param id for the scene
     * @param width at most, in pixels
     * @param height at most; {@link Region#USE_PREF_SIZE} for as high as it is
     */
    OverlayCard(String id, double width, double height) {
        setId(id);
        getStyleClass().add("overlay");
        card.getStyleClass().add("overlay-card");
        card.setMaxSize(width, height);
        StackPane.setAlignment(card, Pos.TOP_CENTER);
        StackPane.setMargin(card, new Insets(FROM_TOP, BESIDE, BESIDE, BESIDE));
        getChildren().add(card);
        setVisible(false);
        managedProperty().bind(visibleProperty());
        sceneProperty().addListener((observable, was, is) -> {
            if (was != null) {
                was.focusOwnerProperty().removeListener(leaving);
            }
            if (is != null) {
                is.focusOwnerProperty().addListener(leaving);
            }
        });
        addEventHandler(MouseEvent.MOUSE_PRESSED, event -> {
            if (event.getTarget() == this) {
                close();
            }
            event.consume();
        });
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
    }

    /** What the card is made of. */
    VBox card() {
        return card;
    }

    /** Where the keyboard goes when it closes and what had it before is gone. */
    public void setFallbackFocus(Node node) {
        fallback = node;
    }

    public boolean isOpen() {
        return isVisible();
    }

    /** Shows it, with the keyboard in a control of it. */
    void open(Node focus) {
        Scene scene = getScene();
        if (!isOpen()) {
            before = scene == null ? null : scene.getFocusOwner();
        }
        setVisible(true);
        toFront();
        focus.requestFocus();
    }

    /** Hides it. */
    public void close() {
        if (!isOpen()) {
            return;
        }
        setVisible(false);
        Node back = before != null && before.getScene() == getScene() && isShown(before) ? before : fallback;
        before = null;
        if (back != null) {
            back.requestFocus();
        }
    }

    private void left(@Nullable Node focused) {
        if (isOpen() && focused != null && !isIn(focused)) {
            before = null;
            setVisible(false);
        }
    }

    private boolean isIn(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (each == this) {
                return true;
            }
        }
        return false;
    }

    private static boolean isShown(Node node) {
        for (Node each = node; each != null; each = each.getParent()) {
            if (!each.isVisible()) {
                return false;
            }
        }
        return true;
    }
}
