package dev.blastradius.engine.trace;

import dev.blastradius.model.RequestOutcome;
import org.jspecify.annotations.Nullable;

/** A request of the sample as the engine left it: the spans in words, as in {@link SpanPool}. Decoded when asked for. */
final class KeptTrace {

    /** Its place in the random order of its stratum: the lowest stay. */
    final long rank;

    final long number;
    final int client;
    final long sent;
    final long ended;
    final RequestOutcome outcome;
    final boolean late;
    final boolean wrong;
    final int attempt;
    final double inputTokens;
    final double outputTokens;
    final double dollars;
    final int causeOwner;
    final int causeFailure;
    final boolean complete;
    final long[] words;

    private @Nullable RequestTrace decoded;

    KeptTrace(long rank, long number, Ending ending, double dollars, boolean complete, long[] words) {
        this.rank = rank;
        this.number = number;
        this.client = ending.client;
        this.sent = ending.sent;
        this.ended = ending.ended;
        this.outcome = ending.outcome;
        this.late = ending.late;
        this.wrong = ending.wrong;
        this.attempt = ending.attempt;
        this.inputTokens = ending.inputTokens;
        this.outputTokens = ending.outputTokens;
        this.causeOwner = ending.causeOwner;
        this.causeFailure = ending.causeFailure;
        this.dollars = dollars;
        this.complete = complete;
        this.words = words;
    }

    int spans() {
        return words.length / SpanPool.WORDS;
    }

    /** What it says; made once. */
    RequestTrace decoded(TraceDecoder decoder) {
        RequestTrace trace = decoded;
        if (trace == null) {
            trace = decoder.decode(this);
            decoded = trace;
        }
        return trace;
    }
}
