package dev.blastradius.report.episode;

/**
 * Some steps of a recorded replication, one after another.
 *
 * @param name what it is called: {@code "before"}
 * @param from its first step
 * @param to the first step after it; not below {@code from}
 */
record Stretch(String name, int from, int to) {

    boolean isEmpty() {
        return to <= from;
    }

    int steps() {
        return to - from;
    }
}
