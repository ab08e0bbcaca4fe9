package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.ObjectType;

/**
 * A kind of component.
 *
 * @param key the word in the file, such as {@code "service"}
 * @param title what people call it
 * @param meaning one line for palette, schema and reference
 * @param role what it does with requests
 * @param look how the drawing shows it
 * @param type its parameters
 */
public record Kind<C extends Component>(
        String key, String title, String meaning, Role role, Look look, ObjectType<C> type) {

    /** What a component does with requests: the closed set on which drawing and validation rest. */
    public enum Role {
        /** Sends requests and is called by nobody. */
        SOURCE,
        /** Works on requests, and calls all its dependencies. */
        STATION,
        /** Calls one of its dependencies for each request. */
        ROUTER,
        /** Answers part of its requests by itself, and calls its dependencies for the others. */
        CACHE,
        /** Accepts requests at once and works on them later. */
        BUFFER,
        /** Answers at once and calls nobody. */
        ANSWER
    }

    /**
     * How the drawing shows a kind.
     *
     * @param outline the outline of its boxes
     * @param icon the name of its icon in the Feather set, such as {@code "cpu"}
     */
    public record Look(Outline outline, String icon) {}

    /** The outlines by which kinds are told apart at a glance. Several may share one. */
    public enum Outline {
        /** A rectangle with round corners. */
        ROUNDED,
        /** A rectangle whose sides are half circles. */
        PILL,
        /** Pointed at both sides. */
        HEXAGON,
        /** A rectangle without its corners. */
        OCTAGON,
        /** A drum with a lid. */
        CYLINDER,
        /** Its right side leans. */
        SLANTED,
        /** With bars at its right side, where work comes out. */
        BARRED,
        /** With wide shoulders. */
        DOMED,
        /** A sheet with a folded corner. */
        FOLDED
    }
}
