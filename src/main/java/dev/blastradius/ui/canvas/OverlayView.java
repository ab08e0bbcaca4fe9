package dev.blastradius.ui.canvas;

import dev.blastradius.editor.board.Overlay;
import dev.blastradius.editor.board.Overlay.Guide;
import dev.blastradius.editor.board.Overlay.Pull;
import dev.blastradius.editor.board.Overlay.Words;
import dev.blastradius.editor.board.Viewport;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.model.Dependency;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import javafx.scene.shape.Rectangle;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/** What lies over the drawing, in pixels of the screen: it is as thin at any zoom. */
final class OverlayView extends Pane {

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass FALLBACK = PseudoClass.getPseudoClass("fallback");
    private static final double HANDLE = 4.5;
    private static final double TICK = 4;
    private static final double BESIDE_X = 16;
    private static final double BESIDE_Y = 20;
    private static final double WORDS_WIDTH = 320;

    private final Viewport viewport;
    private final Rectangle lasso = new Rectangle();
    private final Label words = new Label();
    private final ArrowNode pull = new ArrowNode("pulled");
    private final Pane passing = new Pane();
    private final LabelField field;
    private Overlay shown = Overlay.NONE;

    /**
     * Shows nothing yet.
     *
     * @param entered takes a name that was typed
     * @param givenUp is told that a name is not to be changed
     */
    OverlayView(Viewport viewport, Consumer<String> entered, Runnable givenUp) {
        this.viewport = viewport;
        this.field = new LabelField(entered, givenUp);
        setManaged(false);
        setPickOnBounds(false);
        lasso.getStyleClass().add("band");
        lasso.setMouseTransparent(true);
        words.getStyleClass().add("canvas-words");
        words.setId("canvas-words");
        words.setWrapText(true);
        words.setMaxWidth(WORDS_WIDTH);
        words.setManaged(false);
        words.setMouseTransparent(true);
        pull.getStyleClass().add("pulled");
        pull.setManaged(false);
        passing.setMouseTransparent(true);
        passing.setManaged(false);
        field.setManaged(false);
        getChildren().addAll(passing, lasso, field, words);
        show(Overlay.NONE);
    }

    /** Shows this from now on. */
    void show(Overlay overlay) {
        Overlay before = shown;
        shown = overlay;
        Overlay.LabelField label = overlay.label();
        if (label == null) {
            field.close();
        } else if (before.label() == null || !before.label().component().equals(label.component())) {
            field.open(label.text());
        }
        place();
    }

    /** What is seen of the drawing has changed. */
    void follow() {
        place();
    }

    /** Enters what is being typed. */
    void commit() {
        field.commit();
    }

    boolean isTyping() {
        return field.isVisible();
    }

    private void place() {
        placeLasso(shown.lasso());
        placePull(shown.pull());
        List<Node> nodes = new ArrayList<>();
        shown.ghosts().forEach(ghost -> nodes.add(ghost(ghost)));
        shown.guides().forEach(guide -> addGuide(nodes, guide));
        shown.handles().forEach(handle -> nodes.add(handle(handle)));
        passing.getChildren().setAll(nodes);
        Overlay.LabelField label = shown.label();
        if (label != null) {
            field.place(onScreen(label.box()));
        }
        placeWords(shown.words());
    }

    private Rect onScreen(Rect rect) {
        return Rect.between(
                viewport.toScreen(new Point(rect.x(), rect.y())),
                viewport.toScreen(new Point(rect.right(), rect.bottom())));
    }

    private void placeLasso(@Nullable Rect area) {
        lasso.setVisible(area != null);
        if (area != null) {
            Rect rect = onScreen(area);
            lasso.setX(Math.rint(rect.x()) + 0.5);
            lasso.setY(Math.rint(rect.y()) + 0.5);
            lasso.setWidth(Math.rint(rect.width()));
            lasso.setHeight(Math.rint(rect.height()));
        }
    }

    private void placePull(@Nullable Pull arrow) {
        getChildren().remove(pull);
        if (arrow != null) {
            getChildren().add(0, pull);
            pull.setDetail(Detail.FULL);
            pull.show(Dependency.PLAIN, arrow.route());
            pull.pseudoClassStateChanged(REFUSED, !arrow.valid());
            pull.pseudoClassStateChanged(FALLBACK, arrow.fallback());
            Point origin = viewport.toScreen(new Point(0, 0));
            pull.getTransforms().setAll(new Scale(viewport.zoom(), viewport.zoom()));
            pull.relocate(0, 0);
            pull.setLayoutX(origin.x());
            pull.setLayoutY(origin.y());
        }
    }

    private Node ghost(Overlay.Ghost ghost) {
        BoxNode node = new BoxNode(ghost.id(), ghost.component());
        node.setId(null);
        node.setDetail(Detail.FULL);
        Point corner = viewport.toScreen(new Point(ghost.box().x(), ghost.box().y()));
        node.show(
                ghost.component(),
                new Point(0, 0),
                new Size(ghost.box().width(), ghost.box().height()));
        node.getStyleClass().add("ghost");
        node.getTransforms().setAll(new Scale(viewport.zoom(), viewport.zoom()));
        node.setLayoutX(corner.x());
        node.setLayoutY(corner.y());
        return node;
    }

    private void addGuide(List<Node> nodes, Guide guide) {
        Point from = viewport.toScreen(guide.from());
        Point to = viewport.toScreen(guide.to());
        boolean level = guide.from().y() == guide.to().y();
        nodes.add(guideLine(from, to));
        if (guide.gap()) {
            double dx = level ? 0 : TICK;
            double dy = level ? TICK : 0;
            for (Point end : List.of(from, to)) {
                nodes.add(guideLine(new Point(end.x() - dx, end.y() - dy), new Point(end.x() + dx, end.y() + dy)));
            }
            Label length = new Label(String.valueOf(Math.round(guide.from().distanceTo(guide.to()))));
            length.getStyleClass().add("guide-length");
            length.relocate((from.x() + to.x()) / 2 + (level ? -8 : 5), (from.y() + to.y()) / 2 + (level ? 4 : -8));
            nodes.add(length);
        }
    }

    /** Half a pixel aside, a line of one pixel is sharp. */
    private static Line guideLine(Point from, Point to) {
        Line line = new Line(
                Math.rint(from.x()) + 0.5, Math.rint(from.y()) + 0.5, Math.rint(to.x()) + 0.5, Math.rint(to.y()) + 0.5);
        line.getStyleClass().add("guide");
        return line;
    }

    private Node handle(Overlay.Handle handle) {
        Point at = viewport.toScreen(handle.at());
        Circle circle = new Circle(at.x(), at.y(), HANDLE);
        circle.getStyleClass().add("handle");
        circle.pseudoClassStateChanged(FALLBACK, handle.grip() == Overlay.Grip.FALLBACK);
        return circle;
    }

    private void placeWords(@Nullable Words said) {
        words.setVisible(said != null);
        if (said != null) {
            words.setText(said.text());
            words.pseudoClassStateChanged(REFUSED, said.refusal());
            words.applyCss();
            double width = Math.min(WORDS_WIDTH, words.prefWidth(-1));
            double height = words.prefHeight(width);
            Point at = viewport.toScreen(said.at());
            double x = Math.max(4, Math.min(at.x() + BESIDE_X, viewport.width() - width - 4));
            double below = at.y() + BESIDE_Y;
            double y = below + height > viewport.height() - 4 ? at.y() - height - BESIDE_Y / 2 : below;
            words.resizeRelocate(Math.rint(x), Math.rint(y), width, height);
        }
    }
}
