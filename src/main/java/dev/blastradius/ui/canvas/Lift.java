package dev.blastradius.ui.canvas;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.ImageView;
import javafx.scene.image.WritableImage;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;
import org.jspecify.annotations.Nullable;

/**
 * While a few things move, everything else stands still as one picture of what is seen of it: a frame then costs what moves and not
 * what is drawn. Nodes keep their places among their parents, and with them the keyboard.
 */
final class Lift {

    private final Pane canvas;
    private final Node world;
    private final ImageView picture = new ImageView();
    private final Collection<? extends Parent> panes;
    private final Set<Node> hidden = new HashSet<>();
    private @Nullable WritableImage pixels;
    private @Nullable Set<? extends Node> moving;

    /**
     * For a canvas.
     *
     * @param world what is seen through the viewport
     * @param panes the parents in it whose children move or stand still
     */
    Lift(Pane canvas, Node world, Collection<? extends Parent> panes) {
        this.canvas = canvas;
        this.world = world;
        this.panes = panes;
        picture.setManaged(false);
        picture.setMouseTransparent(true);
        picture.setVisible(false);
        picture.setSmooth(false);
    }

    /** What is to lie under the world. */
    Node picture() {
        return picture;
    }

    boolean isLifted() {
        return moving != null;
    }

    /** These move; a picture is taken of the others, unless these were moving before. */
    void lift(Set<? extends Node> nodes) {
        if (nodes.equals(moving)) {
            return;
        }
        drop();
        double width = canvas.getWidth();
        double height = canvas.getHeight();
        if (width < 1 || height < 1 || canvas.getScene() == null) {
            return;
        }
        // Not by visibility: what is invisible loses the keyboard.
        nodes.forEach(node -> node.setOpacity(0));
        take(width, height);
        for (Parent pane : panes) {
            hidden.addAll(pane.getChildrenUnmodifiable());
        }
        hidden.removeAll(nodes);
        hidden.forEach(node -> node.setOpacity(0));
        nodes.forEach(node -> node.setOpacity(1));
        picture.setVisible(true);
        moving = Set.copyOf(nodes);
    }

    private void take(double width, double height) {
        double sharpness = canvas.getScene().getWindow() == null
                ? 1
                : canvas.getScene().getWindow().getRenderScaleX();
        int columns = (int) Math.ceil(width * sharpness);
        int rows = (int) Math.ceil(height * sharpness);
        WritableImage image = pixels;
        if (image == null || image.getWidth() != columns || image.getHeight() != rows) {
            image = new WritableImage(columns, rows);
            pixels = image;
        }
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(Transform.scale(sharpness, sharpness));
        parameters.setViewport(new Rectangle2D(0, 0, columns, rows));
        picture.setImage(world.snapshot(parameters, image));
        // A picture that fits as it is takes less to draw than one that is told to.
        picture.setFitWidth(sharpness == 1 ? 0 : columns / sharpness);
        picture.setFitHeight(sharpness == 1 ? 0 : rows / sharpness);
    }

    /** Everything is drawn as itself again. */
    void drop() {
        if (moving != null) {
            moving = null;
            hidden.forEach(node -> node.setOpacity(1));
            hidden.clear();
            picture.setVisible(false);
            picture.setImage(null);
        }
    }
}
