package dev.blastradius.editor.board;

import dev.blastradius.editor.drawing.Point;
import org.jspecify.annotations.Nullable;

/** Something that the board leaves to whoever shows it. */
public sealed interface BoardEvent {

    /**
     * An arrow was dropped where no box is: a component could be added there that it leads to.
     *
     * @param from the caller
     * @param standsInFor the dependency that the arrow would be a fallback for; null where it is none
     * @param at the place in the drawing
     */
    record DroppedInTheVoid(String from, @Nullable String standsInFor, Point at) implements BoardEvent {}

    /** A component is to be added at a place of the drawing. */
    record AddAsked(Point at) implements BoardEvent {}

    /** An arrow's fields are to be edited: the keyboard goes to them. */
    record FieldsAsked(String arrow) implements BoardEvent {}

    /**
     * What can be done with the selection is to be shown.
     *
     * @param x from the canvas's left edge, in pixels of the screen
     * @param y from its upper edge
     */
    record MenuAsked(double x, double y) implements BoardEvent {}
}
