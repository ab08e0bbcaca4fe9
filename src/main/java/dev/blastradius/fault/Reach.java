package dev.blastradius.fault;

import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind.Role;

/** What an effect can befall. */
public enum Reach {
    /** Components that work on requests. */
    STATIONS("a component that works on requests as the target", false) {
        @Override
        public boolean reaches(Component component) {
            return component.station() != null || component.kind().role() == Role.BUFFER;
        }
    },
    /** Such components, and the network on a dependency. */
    STATIONS_AND_NETWORK("a component that works on requests, or a dependency, as the target", true) {
        @Override
        public boolean reaches(Component component) {
            return STATIONS.reaches(component);
        }
    },
    /** Clients. */
    CLIENTS("a client as the target", false) {
        @Override
        public boolean reaches(Component component) {
            return component.kind().role() == Role.SOURCE;
        }
    },
    /** Caches. */
    CACHES("a cache as the target", false) {
        @Override
        public boolean reaches(Component component) {
            return component.kind().role() == Role.CACHE;
        }
    };

    private final String expected;
    private final boolean network;

    Reach(String expected, boolean network) {
        this.expected = expected;
        this.network = network;
    }

    /** Whether it can befall a component. */
    public abstract boolean reaches(Component component);

    /** Whether it can befall the network on a dependency. */
    public boolean reachesNetwork() {
        return network;
    }

    /** What must be aimed at, for a problem's text. */
    String expected() {
        return expected;
    }
}
