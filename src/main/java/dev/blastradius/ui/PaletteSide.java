package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.board.Board;
import dev.blastradius.editor.board.Placed;
import dev.blastradius.editor.board.Pointer;
import dev.blastradius.editor.catalogue.Adding;
import dev.blastradius.editor.catalogue.Piece;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.ui.canvas.BoxSizes;
import dev.blastradius.ui.canvas.GraphCanvas;
import dev.blastradius.ui.palette.Builder;
import dev.blastradius.ui.palette.Palette;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.geometry.Point2D;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/** The palette at the left side of the drawing: shown or hidden and as wide as it was left, and what is taken from it. */
final class PaletteSide implements Builder {

    private static final double NARROWEST = 170;
    private static final double WIDEST = 420;

    private final SplitPane split;
    private final GraphCanvas canvas;
    private final Supplier<@Nullable Editor> editor;
    private final Remembered remembered;
    private final Palette palette;

    /** Whether what is dragged out of the palette hangs at the pointer over the drawing. */
    private final ReadOnlyBooleanWrapper placing = new ReadOnlyBooleanWrapper();

    /**
     * A palette in front of everything else in a split pane.
     *
     * @param editor of the open model; null where none is open
     */
    PaletteSide(SplitPane split, GraphCanvas canvas, Supplier<@Nullable Editor> editor, Remembered remembered) {
        this.split = split;
        this.canvas = canvas;
        this.editor = editor;
        this.remembered = remembered;
        palette = new Palette(this, this::toggle);
        palette.setMinWidth(NARROWEST);
        palette.setMaxWidth(WIDEST);
        SplitPane.setResizableWithParent(palette, false);
        canvas.addEventHandler(KeyEvent.KEY_TYPED, this::type);
        if (remembered.paletteShown()) {
            show();
        }
    }

    /** A on the drawing looks for something to add. When it is typed, not pressed: else the search would get it too. */
    private void type(KeyEvent event) {
        boolean plain = !event.isShortcutDown() && !event.isAltDown();
        if (event.getCharacter().equalsIgnoreCase("a") && plain && !(event.getTarget() instanceof TextInputControl)) {
            find();
            event.consume();
        }
    }

    /** Whether something is being dragged out of it over the drawing. */
    ReadOnlyBooleanProperty placing() {
        return placing.getReadOnlyProperty();
    }

    /** Shows it where it is hidden, and hides it where it is shown. */
    void toggle() {
        if (isShown()) {
            keepWidth();
            boolean hadFocus = holdsFocus();
            split.getItems().remove(palette);
            if (hadFocus) {
                leave();
            }
        } else {
            show();
        }
        remembered.setPaletteShown(isShown());
    }

    /** Shows it, with the keyboard in its search. */
    void find() {
        if (!isShown()) {
            toggle();
        }
        palette.find();
    }

    /** Has its width remembered. */
    void keepWidth() {
        if (isShown() && palette.getWidth() > 0) {
            remembered.setPaletteWidth(palette.getWidth());
        }
    }

    private boolean isShown() {
        return split.getItems().contains(palette);
    }

    private boolean holdsFocus() {
        for (javafx.scene.Node node = palette.getScene().getFocusOwner(); node != null; node = node.getParent()) {
            if (node == palette) {
                return true;
            }
        }
        return false;
    }

    private void show() {
        double[] others = split.getDividerPositions();
        split.getItems().add(0, palette);
        for (int i = 0; i < others.length; i++) {
            split.setDividerPosition(i + 1, others[i]);
        }
        if (split.getWidth() > 0) {
            place();
        } else {
            split.widthProperty().addListener(new javafx.beans.InvalidationListener() {
                @Override
                public void invalidated(javafx.beans.Observable width) {
                    if (split.getWidth() > 0) {
                        split.widthProperty().removeListener(this);
                        place();
                    }
                }
            });
        }
    }

    private void place() {
        double width = Math.max(NARROWEST, Math.min(WIDEST, remembered.paletteWidth()));
        split.setDividerPosition(0, width / split.getWidth());
    }

    @Override
    public void add(Piece piece, boolean connected) {
        Editor current = editor.get();
        if (current != null) {
            current.finishTyping();
            String id = new Adding(current, BoxSizes::of)
                    .add(piece, canvas.middle(), canvas.drawing().boxes(), connected);
            Rect place = canvas.drawing().boxes().get(id);
            if (place != null) {
                canvas.viewport().reveal(place);
            }
        }
    }

    @Override
    public void drag(Piece piece, double x, double y) {
        Board board = canvas.board();
        Point2D at = canvas.sceneToLocal(x, y);
        boolean over = canvas.getLayoutBounds().contains(at);
        if (board == null || !over) {
            giveUp();
            return;
        }
        if (!placing.get()) {
            placing.set(true);
            board.place(placed(piece));
        }
        board.drag(Pointer.at(at.getX(), at.getY()));
    }

    private static Placed placed(Piece piece) {
        return piece instanceof Piece.OfPreset preset ? Placed.of(preset.preset()) : Placed.of(piece.kind());
    }

    @Override
    public void drop(Piece piece, double x, double y) {
        Board board = canvas.board();
        if (placing.get() && board != null) {
            placing.set(false);
            Point2D at = canvas.sceneToLocal(x, y);
            board.release(Pointer.at(at.getX(), at.getY()));
        }
    }

    @Override
    public void giveUp() {
        Board board = canvas.board();
        if (placing.get() && board != null) {
            board.stopPlacing();
        }
        placing.set(false);
    }

    @Override
    public void leave() {
        canvas.requestFocus();
    }
}
