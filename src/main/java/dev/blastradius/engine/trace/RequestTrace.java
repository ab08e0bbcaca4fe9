package dev.blastradius.engine.trace;

import dev.blastradius.model.RequestOutcome;
import java.util.List;

/**
 * What one request went through, from its user to the models and back.
 *
 * @param number its number among all requests of the replication, from 0, in the order in which they ended
 * @param client its client's id
 * @param sent when it arrived, in seconds
 * @param ended when its outcome was known, in seconds
 * @param outcome its outcome
 * @param late whether it was answered over the SLO's latency
 * @param wrong whether something in its answer is wrong, and nobody noticed
 * @param attempt which of its user's attempts it is, from 1
 * @param inputTokens its own
 * @param outputTokens its own
 * @param dollars billed for it until it ended
 * @param cause what it failed of, {@code "component/failure"} or {@code "from->to/failure"}; empty where it did not fail
 * @param spans what it went through, a parent before its children, the request itself first
 * @param complete false where there were more spans than are kept
 */
public record RequestTrace(
        long number,
        String client,
        double sent,
        double ended,
        RequestOutcome outcome,
        boolean late,
        boolean wrong,
        int attempt,
        double inputTokens,
        double outputTokens,
        double dollars,
        String cause,
        List<TraceSpan> spans,
        boolean complete) {

    public RequestTrace {
        spans = List.copyOf(spans);
    }

    /** From its arrival to its outcome, in seconds. */
    public double latency() {
        return ended - sent;
    }
}
