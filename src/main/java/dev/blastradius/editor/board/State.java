package dev.blastradius.editor.board;

import dev.blastradius.editor.Selection;
import org.jspecify.annotations.Nullable;

/** What the user is doing. Each input gives the state that follows, which may be the same one. */
interface State {

    /** A button goes down. */
    default State press(Pointer pointer) {
        return this;
    }

    /** The pointer moves with a button held. */
    default State drag(Pointer pointer) {
        return this;
    }

    /** The button goes up. */
    default State release(Pointer pointer) {
        return this;
    }

    /** The pointer moves without a button. */
    default State move(Pointer pointer) {
        return this;
    }

    /** A key goes down; null where it means nothing here. */
    default @Nullable State key(Key key) {
        return null;
    }

    /** A text has been typed into the field that lies over the drawing. */
    default State enter(String text) {
        return this;
    }

    /** The gesture is given up, with nothing changed; null where there is nothing to give up. */
    @Nullable
    State cancel();

    /** The model has been edited by something else meanwhile. */
    default State modelChanged() {
        State given = cancel();
        return given == null ? this : given;
    }

    /** What lies over the drawing. */
    Overlay overlay();

    /** What would be selected if it ended now; null where it leaves the selection alone. */
    default @Nullable Selection selecting() {
        return null;
    }

    /** Whether the drawing moves on when the pointer is at the canvas's edge. */
    default boolean pansAtEdges() {
        return false;
    }
}
