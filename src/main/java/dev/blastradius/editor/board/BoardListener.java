package dev.blastradius.editor.board;

/** Whoever shows a board. */
public interface BoardListener {

    /** Boxes or arrows are drawn otherwise. */
    void redrawn(Change change);

    /** Something else is selected. */
    void selected();

    /** Something else lies over the drawing. */
    void covered(Overlay overlay);

    /** Something is left to whoever shows the board. */
    void happened(BoardEvent event);
}
