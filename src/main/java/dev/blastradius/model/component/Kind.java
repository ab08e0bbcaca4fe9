package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.ObjectType;

/**
 * A kind of component.
 *
 * @param key the word in the file, such as {@code "service"}
 * @param title what people call it
 * @param meaning one line for palette, schema and reference
 * @param role what it does with requests
 * @param type its parameters
 */
public record Kind<C extends Component>(String key, String title, String meaning, Role role, ObjectType<C> type) {

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
}
