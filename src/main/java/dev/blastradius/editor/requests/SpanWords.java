package dev.blastradius.editor.requests;

import dev.blastradius.chart.Figures;
import dev.blastradius.editor.chain.Chain;
import dev.blastradius.editor.chain.OriginTable;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;
import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;

/** What is said of the spans of a request. */
final class SpanWords {

    private static final String OK = "ok";

    private final Pipeline pipeline;
    private final RequestTrace trace;

    SpanWords(Pipeline pipeline, RequestTrace trace) {
        this.pipeline = pipeline;
        this.trace = trace;
    }

    /** In a few words: {@code "attempt 2 → Opus: time-out"}. */
    String label(TraceSpan span) {
        String ended = span.result().isEmpty() || span.result().equals(OK) ? "" : ": " + result(span.result());
        return switch (span.kind()) {
            case REQUEST -> name(span.where());
            case CALL -> (span.isFallback() ? standIn(span) + " " : "call ") + "→ " + callee(span.where()) + ended;
            case ATTEMPT ->
                (span.isHedge() ? "hedge " : "attempt " + span.attempt() + " ")
                        + "→ "
                        + callee(span.where())
                        + (span.isFallback() ? " as " + (isDrawn(span) ? "a fallback" : "another target") : "")
                        + ended;
            case GATE -> "waits at " + result(span.result());
            case REFUSAL -> "refused by " + result(span.result());
            case BACKOFF -> "back-off";
            case QUEUE -> "in the queue of " + name(span.where());
            case WORK -> "work of " + name(span.where()) + ended;
        };
    }

    /** All of it, with exact values. */
    String detail(TraceSpan span) {
        StringBuilder line = new StringBuilder(sentence(label(span)));
        if (span.where().contains("->")) {
            line.append(", ").append(name(span.where()));
        }
        line.append(": ").append(ListedRequest.exact(span.from()));
        if (span.kind() != Kind.REFUSAL) {
            line.append(" to ").append(ListedRequest.exact(span.to()));
            line.append(" (").append(Figures.time(span.seconds())).append(", ");
        } else {
            line.append(" (");
        }
        line.append(Figures.time(span.from() - trace.sent())).append(" after it was sent)");
        if (span.result().equals(OK)) {
            line.append(", ok");
        }
        if (span.inputTokens() > 0 || span.outputTokens() > 0) {
            line.append(", asked with ")
                    .append(Figures.number(span.inputTokens()))
                    .append(" tokens, answered with ")
                    .append(Figures.number(span.outputTokens()));
        }
        if (span.dollars() > 0) {
            line.append(", ").append(Figures.money(span.dollars()));
        }
        if (span.isOpen()) {
            line.append("; it went on after the request had ended");
        }
        if (span.isCause()) {
            line.append("; of this the request ").append(trace.outcome().key());
        }
        return line.toString();
    }

    /** A gateway's next target is none of its fallbacks: those are drawn. */
    private boolean isDrawn(TraceSpan span) {
        Dependency dependency = pipeline.arrows().get(span.where());
        return dependency == null || dependency.isFallback();
    }

    private String standIn(TraceSpan span) {
        return isDrawn(span) ? "fallback" : "another target";
    }

    private String name(String where) {
        return Chain.name(pipeline, where);
    }

    private String callee(String key) {
        return key.contains("->") ? Chain.name(pipeline, Pipeline.to(key)) : name(key);
    }

    private static String result(String key) {
        return OriginTable.failure(key);
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
