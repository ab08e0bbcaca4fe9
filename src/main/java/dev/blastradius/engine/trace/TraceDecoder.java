package dev.blastradius.engine.trace;

import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.model.RequestOutcome;
import java.util.ArrayList;
import java.util.List;

/** Makes records of what the engine left. */
final class TraceDecoder {

    private static final Kind[] KINDS = Kind.values();

    private final TraceNames names;
    private final List<String> results;

    TraceDecoder(TraceNames names) {
        this.names = names;
        results = names.results();
    }

    RequestTrace decode(KeptTrace kept) {
        boolean failed = kept.outcome == RequestOutcome.FAILED;
        int cause = failed ? new CauseFinder(kept, names).find() : SpanPool.NONE;
        long[] ends = ends(kept);
        List<TraceSpan> spans = new ArrayList<>(kept.spans());
        for (int number = 0; number < kept.spans(); number++) {
            spans.add(span(kept, number, ends, number == cause));
        }
        return new RequestTrace(
                kept.number,
                names.places().get(kept.client),
                kept.sent / 1e9,
                kept.ended / 1e9,
                kept.outcome,
                kept.late,
                kept.wrong,
                kept.attempt,
                kept.inputTokens,
                kept.outputTokens,
                kept.dollars,
                failed
                        ? names.places().get(kept.causeOwner) + "/"
                                + names.failures().get(kept.causeFailure)
                        : "",
                spans,
                kept.complete);
    }

    /** When each span ended: at the latest with its request. */
    private static long[] ends(KeptTrace kept) {
        long[] ends = new long[kept.spans()];
        for (int number = 0; number < ends.length; number++) {
            long to = kept.words[number * SpanPool.WORDS + SpanPool.TO];
            ends[number] = to < 0 ? kept.ended : to;
        }
        return ends;
    }

    private TraceSpan span(KeptTrace kept, int number, long[] ends, boolean isCause) {
        int word = number * SpanPool.WORDS;
        long head = kept.words[word + SpanPool.HEAD];
        int parent = number == 0 ? SpanPool.NONE : SpanPool.parent(head);
        Kind kind = KINDS[SpanPool.kind(head)];
        boolean unended = kept.words[word + SpanPool.TO] < 0;
        boolean outlasts = number > 0 && (unended || ends[number] > ends[parent]);
        boolean attempt = kind == Kind.ATTEMPT;
        long detail = kept.words[word + SpanPool.DETAIL];
        return new TraceSpan(
                number,
                parent,
                kind,
                names.places().get(SpanPool.where(head)),
                kept.words[word + SpanPool.FROM] / 1e9,
                ends[number] / 1e9,
                number == 0 ? kept.outcome.key() : results.get(SpanPool.result(head)),
                outlasts,
                isCause,
                SpanPool.attempt(head),
                (SpanPool.flags(head) & SpanPool.HEDGE) != 0,
                (SpanPool.flags(head) & SpanPool.FALLBACK) != 0,
                attempt ? Float.intBitsToFloat((int) (detail >>> 32)) : 0,
                attempt ? Float.intBitsToFloat((int) detail) : 0,
                kind == Kind.WORK ? Double.longBitsToDouble(detail) : 0);
    }
}
