package dev.blastradius.ui.palette;

import dev.blastradius.editor.catalogue.Piece;

/** Puts what is taken from the palette into the model. Points are those of the scene. */
public interface Builder {

    /**
     * Adds a piece where nobody points.
     *
     * @param connected whether with an arrow between it and what is selected
     */
    void add(Piece piece, boolean connected);

    /** A piece is being dragged and is over this point now. */
    void drag(Piece piece, double x, double y);

    /** The piece that was dragged is let go here. */
    void drop(Piece piece, double x, double y);

    /** The piece that was dragged is not wanted after all. */
    void giveUp();

    /** The keyboard is to go back to the drawing. */
    void leave();
}
