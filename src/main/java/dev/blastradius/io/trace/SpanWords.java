package dev.blastradius.io.trace;

import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceNames;
import dev.blastradius.engine.trace.TraceSpan;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.model.descriptor.Named;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What tracing tools are told of a span: the same in every format. */
final class SpanWords {

    /**
     * Midnight of 1 January 2026, UTC, in nanoseconds since that of 1970: the moment that second 0 of a run is written as. Tools
     * expect a date, and a run has none.
     */
    static final long EPOCH_NANOS = 1_767_225_600L * 1_000_000_000L;

    private static final double NANOS_PER_SECOND = 1e9;
    private static final List<String> FAILURES = Stream.of(CallOutcome.values())
            .filter(outcome -> outcome != CallOutcome.OK)
            .map(Named::key)
            .toList();

    private SpanWords() {}

    /** A moment of a run, in nanoseconds since 1970. */
    static long nanos(double seconds) {
        return EPOCH_NANOS + Math.round(seconds * NANOS_PER_SECOND);
    }

    /** The service that a span belongs to: the component that waits or works; of what it does to call another one, the caller. */
    static String service(TraceSpan span) {
        boolean call = isCall(span);
        return call ? Pipeline.from(span.where()) : span.where();
    }

    /** Whether a span is about a dependency. */
    static boolean isCall(TraceSpan span) {
        return switch (span.kind()) {
            case CALL, ATTEMPT, GATE -> true;
            case REFUSAL -> !span.result().equals(TraceNames.ROUTING);
            // A queue waits too, before it delivers again.
            case BACKOFF -> span.attempt() > 0;
            case REQUEST, QUEUE, WORK -> false;
        };
    }

    /** What a span is called in lists: few different names, as tools ask for. */
    static String name(TraceSpan span) {
        return switch (span.kind()) {
            case REQUEST -> "request";
            case CALL -> "call " + Pipeline.to(span.where());
            case ATTEMPT -> (span.isHedge() ? "hedge " : "attempt ") + Pipeline.to(span.where());
            case GATE -> "wait at " + span.result();
            case REFUSAL -> "refused by " + span.result();
            case BACKOFF -> "back-off";
            case QUEUE -> "queue";
            case WORK -> "work";
        };
    }

    /** Whether a span ended badly. One that was given up did not. */
    static boolean isError(RequestTrace trace, TraceSpan span) {
        return switch (span.kind()) {
            case REQUEST -> trace.outcome() == RequestOutcome.FAILED;
            case REFUSAL -> true;
            case GATE, BACKOFF -> span.isCause();
            default -> span.isCause() || FAILURES.contains(span.result());
        };
    }

    /** What a span's error is called; empty where it is none. */
    static String error(RequestTrace trace, TraceSpan span) {
        if (span.isCause()) {
            return "the request failed of this: " + trace.cause();
        }
        if (!isError(trace, span)) {
            return "";
        }
        return span.kind() == TraceSpan.Kind.REQUEST ? trace.cause() : span.result();
    }

    /** Takes what is said of a span, one after the other. */
    interface Attributes {
        void text(String key, String value);

        void number(String key, double value);

        void whole(String key, long value);

        void flag(String key);
    }

    /** Says all that is to be said of a span. */
    static void describe(RequestTrace trace, TraceSpan span, Attributes to) {
        to.text("blastradius.kind", span.kind().name().toLowerCase(Locale.ROOT));
        to.text("blastradius.where", span.where());
        if (!span.result().isEmpty()) {
            to.text("blastradius.result", span.result());
        }
        if (span.attempt() > 0) {
            to.whole("blastradius.attempt", span.attempt());
        }
        flag(to, "blastradius.hedge", span.isHedge());
        flag(to, "blastradius.fallback", span.isFallback());
        flag(to, "blastradius.unawaited", span.isOpen());
        flag(to, "blastradius.cause", span.isCause());
        if (span.dollars() > 0) {
            to.number("blastradius.dollars", span.dollars());
        }
        switch (span.kind()) {
            case ATTEMPT -> attempt(span, to);
            case REQUEST -> request(trace, to);
            default -> {
                // Nothing further.
            }
        }
    }

    /** Names of OpenTelemetry's conventions for generative models, where they fit. */
    private static void attempt(TraceSpan span, Attributes to) {
        to.text("peer.service", Pipeline.to(span.where()));
        if (span.inputTokens() > 0 || span.outputTokens() > 0) {
            to.text("gen_ai.operation.name", "chat");
            to.text("gen_ai.request.model", Pipeline.to(span.where()));
            to.whole("gen_ai.usage.input_tokens", Math.round(span.inputTokens()));
            to.whole("gen_ai.usage.output_tokens", Math.round(span.outputTokens()));
        }
    }

    private static void request(RequestTrace trace, Attributes to) {
        to.whole("blastradius.request", trace.number());
        to.number("blastradius.sent", trace.sent());
        flag(to, "blastradius.late", trace.late());
        flag(to, "blastradius.wrong", trace.wrong());
        flag(to, "blastradius.truncated", !trace.complete());
        if (trace.attempt() > 1) {
            to.whole("blastradius.user_attempt", trace.attempt());
        }
        if (!trace.cause().isEmpty()) {
            to.text("blastradius.cause_of_failure", trace.cause());
        }
        if (trace.dollars() > 0) {
            to.number("blastradius.request_dollars", trace.dollars());
        }
    }

    private static void flag(Attributes to, String key, boolean is) {
        if (is) {
            to.flag(key);
        }
    }
}
