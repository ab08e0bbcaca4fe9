package dev.blastradius.editor.board;

/** What the pointer looks like. */
public enum CursorShape {
    /** Nothing is here. */
    DEFAULT,
    /** Something here can be chosen. */
    HAND,
    /** What is chosen moves with the pointer. */
    MOVE,
    /** An arrow can be pulled from here. */
    CROSSHAIR,
    /** The drawing can be taken hold of. */
    OPEN_HAND,
    /** The drawing moves with the pointer. */
    CLOSED_HAND,
    /** What is pulled cannot end here. */
    REFUSED,
    /** A copy moves with the pointer. */
    COPY
}
