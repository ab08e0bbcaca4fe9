package dev.blastradius.model.component;

import org.jspecify.annotations.Nullable;

/** A box of the drawing: where requests come from, or where they are worked on. One record for each kind implements it. */
public interface Component {

    /** Which kind this is. */
    Kind<? extends Component> kind();

    /** Label, description and tags. */
    About about();

    /** Servers, queue and own work; null for a kind that has none (a client, a static answer). */
    default @Nullable Station station() {
        return null;
    }

    /** How it chooses among its dependencies; null for a kind that does not, and for a router where nothing is said. */
    default Gateway.@Nullable Routing routing() {
        return null;
    }

    /** Share of requests that it answers itself; null for a kind that is no cache. */
    default @Nullable Double hitRate() {
        return null;
    }

    /** What it promises, charges and allows. */
    default Terms terms() {
        return Terms.NONE;
    }

    /** What is shown of it: the label, or its id where it has none. */
    default String title(String id) {
        String label = about().label();
        return label == null || label.isBlank() ? id : label;
    }
}
