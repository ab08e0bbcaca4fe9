package dev.blastradius.engine.trace;

/**
 * A part of what a request went through.
 *
 * @param number its number in the trace, from 0: its place in the list
 * @param parent the number of the span that it is part of; -1 for the request itself
 * @param kind what it is
 * @param where the component or the dependency that it is about: an id, or {@code "from->to"}
 * @param from when it began, in seconds
 * @param to when it ended, in seconds; where it was still going on when the request ended, that moment
 * @param result what it ended in: {@code "ok"}, a call's outcome ({@code "error"}, {@code "timeout"}, …), {@code "abandoned"} where it was
 *     given up, of a request its outcome, or, of a gate or a refusal, the key of the policy ({@code "circuitBreaker"}, {@code "retryBudget"}, {@code "routing"});
 *     empty for what has no result
 * @param isOpen whether it went on when what it is part of had ended, at the latest until the request ended: work that nobody waits for
 * @param isCause whether the request failed of this
 * @param attempt of an attempt: its number in the call, from 1; of a hedge, that of the attempt beside which it was sent; of a gate or a
 *     refusal, that of the attempt that it was met by; of a back-off, that of the attempt before; else 0
 * @param isHedge of an attempt: whether it was sent beside another one
 * @param isFallback of a call's part or an attempt: whether it goes to a fallback
 * @param inputTokens of an attempt: asked with
 * @param outputTokens of an attempt: answered with, as far as billed
 * @param dollars of work: billed for it
 */
public record TraceSpan(
        int number,
        int parent,
        Kind kind,
        String where,
        double from,
        double to,
        String result,
        boolean isOpen,
        boolean isCause,
        int attempt,
        boolean isHedge,
        boolean isFallback,
        double inputTokens,
        double outputTokens,
        double dollars) {

    /** What a span is. */
    public enum Kind {
        /** The request as a whole; {@code where} is its client. */
        REQUEST,
        /** A call of a dependency, with all its attempts and fallbacks; {@code where} is the dependency as drawn. */
        CALL,
        /** One attempt, on the way and at the callee; {@code where} is the dependency that was really tried. */
        ATTEMPT,
        /** Waiting at one of the caller's policies; {@code result} is the policy's key. */
        GATE,
        /** A policy of the caller did not let an attempt through, or did not pay for a retry: a moment, not a stretch. */
        REFUSAL,
        /** Waiting between two attempts. */
        BACKOFF,
        /** Waiting in a component's queue. */
        QUEUE,
        /** A component's own work. */
        WORK
    }

    /** How long it took, in seconds. */
    public double seconds() {
        return to - from;
    }
}
