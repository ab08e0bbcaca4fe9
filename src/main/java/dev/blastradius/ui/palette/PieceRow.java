package dev.blastradius.ui.palette;

import dev.blastradius.editor.catalogue.Catalogue;
import dev.blastradius.editor.catalogue.Piece;
import dev.blastradius.editor.drawing.Outline;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Tips;
import javafx.geometry.Pos;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.SVGPath;
import javafx.scene.transform.Scale;
import org.kordamp.ikonli.javafx.FontIcon;

/** A piece in the palette: its outline and icon as on the canvas, its name, and what it is. */
final class PieceRow extends HBox {

    /** How far the pointer goes before a press becomes a drag. */
    private static final double SLACK = 5;

    /** The outline is drawn at the size of a small box and shown smaller: its corners keep their proportions. */
    private static final Size BOX = new Size(80, 54);

    private static final double SHRUNK = 0.5;

    private final Piece piece;
    private final Builder builder;
    private double pressedX;
    private double pressedY;
    private boolean dragging;

    PieceRow(Piece piece, Builder builder) {
        this.piece = piece;
        this.builder = builder;
        setId("palette-" + piece.key());
        getStyleClass().add("piece");
        setAlignment(Pos.CENTER_LEFT);
        setAccessibleRole(AccessibleRole.BUTTON);
        setAccessibleText(piece.title() + ", " + piece.line());
        setAccessibleHelp("Enter adds it. Control and Enter adds it and connects it with the selected box.");
        Tips.install(
                this,
                Catalogue.explain(piece)
                        + "\n\nDrag it onto the drawing. Double-click or Enter adds it; Ctrl+Enter connects it with the"
                        + " selected box too.");
        Label title = new Label(piece.title());
        title.getStyleClass().add("piece-title");
        Label line = new Label(piece.line());
        line.getStyleClass().add("piece-line");
        line.setWrapText(true);
        line.setMinHeight(USE_PREF_SIZE);
        VBox words = new VBox(title, line);
        words.setMinWidth(0);
        HBox.setHgrow(words, Priority.ALWAYS);
        getChildren().addAll(picture(piece), words);
        setCursor(Cursor.OPEN_HAND);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
        addEventHandler(MouseEvent.MOUSE_RELEASED, this::release);
        addEventHandler(MouseEvent.MOUSE_CLICKED, this::click);
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** The outline of a piece's boxes with the icon in it, small. */
    static Node picture(Piece piece) {
        SVGPath outline = new SVGPath();
        outline.setContent(Outline.of(piece.kind(), BOX));
        outline.getStyleClass().add("piece-outline");
        outline.getTransforms().add(new Scale(SHRUNK, SHRUNK));
        FontIcon icon = Icons.node(Icons.of(piece.kind()));
        icon.setIconSize(14);
        icon.getStyleClass().add("box-icon");
        StackPane picture = new StackPane(new Group(outline), icon);
        picture.setMinSize(USE_PREF_SIZE, USE_PREF_SIZE);
        return picture;
    }

    Piece piece() {
        return piece;
    }

    private void press(MouseEvent event) {
        requestFocus();
        pressedX = event.getSceneX();
        pressedY = event.getSceneY();
        dragging = false;
        event.consume();
    }

    private void drag(MouseEvent event) {
        if (event.getButton() != MouseButton.PRIMARY) {
            return;
        }
        boolean far = Math.hypot(event.getSceneX() - pressedX, event.getSceneY() - pressedY) >= SLACK;
        if (far && !dragging && event.isPrimaryButtonDown() && !Double.isNaN(pressedX)) {
            dragging = true;
            setCursor(Cursor.CLOSED_HAND);
        }
        if (dragging) {
            builder.drag(piece, event.getSceneX(), event.getSceneY());
        }
        event.consume();
    }

    private void release(MouseEvent event) {
        setCursor(Cursor.OPEN_HAND);
        if (dragging) {
            dragging = false;
            builder.drop(piece, event.getSceneX(), event.getSceneY());
        }
        event.consume();
    }

    private void click(MouseEvent event) {
        if (event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2 && event.isStillSincePress()) {
            builder.add(piece, event.isShortcutDown());
        }
        event.consume();
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.ESCAPE && dragging) {
            dragging = false;
            pressedX = Double.NaN;
            setCursor(Cursor.OPEN_HAND);
            builder.giveUp();
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            builder.add(piece, event.isShortcutDown() || event.isShiftDown());
            event.consume();
        }
    }
}
