package dev.blastradius.editor.board;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.model.component.Component;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What lies over the drawing at a moment. Points and rectangles are the drawing's.
 *
 * @param cursor what the pointer looks like
 * @param lasso the rectangle that is drawn around boxes
 * @param guides lines on which what is moved has been caught
 * @param pull the arrow that is being drawn
 * @param target the component at which it would end; null where at none
 * @param handles places from which something can be pulled
 * @param ghosts components that would be added here
 * @param words what is said beside the pointer
 * @param label the name that is being typed
 */
public record Overlay(
        CursorShape cursor,
        @Nullable Rect lasso,
        List<Guide> guides,
        @Nullable Pull pull,
        @Nullable String target,
        List<Handle> handles,
        List<Ghost> ghosts,
        @Nullable Words words,
        @Nullable LabelField label) {

    /** Nothing. */
    public static final Overlay NONE =
            new Overlay(CursorShape.DEFAULT, null, List.of(), null, null, List.of(), List.of(), null, null);

    public Overlay {
        guides = List.copyOf(guides);
        handles = List.copyOf(handles);
        ghosts = List.copyOf(ghosts);
    }

    /**
     * A line on which several boxes lie, or which measures a gap.
     *
     * @param gap whether it measures one of several equal gaps: then its length is shown
     */
    public record Guide(Point from, Point to, boolean gap) {}

    /**
     * An arrow that is being drawn.
     *
     * @param valid whether it may end where it does
     * @param fallback whether it would be a fallback
     */
    public record Pull(Route route, boolean valid, boolean fallback) {}

    /**
     * A place from which something can be pulled.
     *
     * @param of the component's id or the dependency's key
     */
    public record Handle(Grip grip, String of, Point at) {}

    /** What can be pulled from a handle. */
    public enum Grip {
        /** A dependency, from a box. */
        DEPENDENCY,
        /** A fallback, from an arrow. */
        FALLBACK,
        /** The end of an arrow that lies at its caller. */
        START,
        /** The end of an arrow that lies at what is called. */
        END
    }

    /** A component that is not there yet. */
    public record Ghost(Component component, String id, Rect box) {}

    /**
     * Something said beside the pointer.
     *
     * @param refusal whether it says why something cannot be done
     */
    public record Words(Point at, String text, boolean refusal) {}

    /**
     * A name that is being typed.
     *
     * @param component whose
     * @param box where it is drawn
     * @param text what it was when the typing began
     */
    public record LabelField(String component, Rect box, String text) {}

    /** Nothing but a pointer of this shape. */
    public static Overlay of(CursorShape shape) {
        return NONE.with(shape);
    }

    Overlay with(CursorShape shape) {
        return new Overlay(shape, lasso, guides, pull, target, handles, ghosts, words, label);
    }

    Overlay withLasso(Rect area) {
        return new Overlay(cursor, area, guides, pull, target, handles, ghosts, words, label);
    }

    Overlay withGuides(List<Guide> lines) {
        return new Overlay(cursor, lasso, lines, pull, target, handles, ghosts, words, label);
    }

    Overlay withPull(Pull arrow, @Nullable String end) {
        return new Overlay(cursor, lasso, guides, arrow, end, handles, ghosts, words, label);
    }

    Overlay withHandles(List<Handle> all) {
        return new Overlay(cursor, lasso, guides, pull, target, all, ghosts, words, label);
    }

    Overlay withGhosts(List<Ghost> all) {
        return new Overlay(cursor, lasso, guides, pull, target, handles, all, words, label);
    }

    Overlay withWords(@Nullable Words said) {
        return new Overlay(cursor, lasso, guides, pull, target, handles, ghosts, said, label);
    }

    Overlay withLabel(LabelField field) {
        return new Overlay(cursor, lasso, guides, pull, target, handles, ghosts, words, field);
    }
}
