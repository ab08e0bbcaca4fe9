package dev.blastradius.experiment.cascade;

/**
 * A component or an arrow crosses one of its limits.
 *
 * @param rank its place in the order of events, from 1
 * @param seconds when
 * @param where a component's id or a dependency's key
 * @param limit which limit
 * @param why what was measured against what, in words: {@code "41 % of its attempts failed (usual: 0.2 %)"}
 * @param ends when it was back for good, in seconds; NaN: it never was
 */
public record Onset(int rank, double seconds, String where, Limit limit, String why, double ends) {

    /** What can be crossed. */
    public enum Limit {
        /** A fault began to act on it. */
        FAULT,
        /** More of it fails than usual. */
        FAILING,
        /** All its servers are busy. */
        SATURATED,
        /** Its queue is full, or longer than usual by far. */
        QUEUEING,
        /** It answers later than usual by far. */
        SLOW,
        /** Its provider's quota is used up. */
        QUOTA,
        /** A circuit breaker on it has opened. */
        BREAKER,
        /** Its retry budget is empty. */
        BUDGET,
        /** More attempts than calls: a retry storm. */
        STORM,
        /** A fallback has taken over. */
        FALLBACK,
        /** A client's goodput is under its objective. */
        OBJECTIVE
    }
}
