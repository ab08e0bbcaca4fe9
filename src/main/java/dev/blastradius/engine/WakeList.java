package dev.blastradius.engine;

/** Replicas whose servers were given back while something else was going on: they start what waits as soon as that is over. */
final class WakeList {

    private final int[] instances;
    private final boolean[] listed;
    private final int[] componentOf;
    private int count;

    WakeList(int replicas) {
        instances = new int[replicas];
        listed = new boolean[replicas];
        componentOf = new int[replicas];
    }

    void add(int component, int instance) {
        if (!listed[instance]) {
            listed[instance] = true;
            componentOf[instance] = component;
            instances[count++] = instance;
        }
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** The replica that was added last; it is taken out. */
    int take() {
        int instance = instances[--count];
        listed[instance] = false;
        return instance;
    }

    /** The component of a replica that was in the list. */
    int componentOf(int instance) {
        return componentOf[instance];
    }
}
