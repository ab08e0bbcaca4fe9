package dev.blastradius.ui.cascade.requests;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Ink;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;

/** What spans are painted with: colours of the charts, each with a word in the legend and in the row itself. */
enum SpanPaint {
    WORK("work", Ink.BUSY),
    QUEUE("queue", Ink.WAITING),
    GATE("policy's wait", Ink.DEFERRED),
    BACKOFF("back-off", Ink.DEGRADED),
    ATTEMPT("attempt", Ink.OK),
    FAILED("failed, refused", Ink.FAILED),
    CALL("call, given up", Ink.LIMIT);

    private static final String OK = "ok";
    private static final String GIVEN_UP = "abandoned";

    private final String word;
    private final Ink ink;

    SpanPaint(String word, Ink ink) {
        this.word = word;
        this.ink = ink;
    }

    /** What the legend says. */
    String word() {
        return word;
    }

    /** Its colour as style sheets write it. */
    String web(ChartTheme theme) {
        return theme.web(ink);
    }

    /** What a span's bar is filled with, as style sheets write it: hatched where it went on after the request had ended. */
    static String fill(TraceSpan span, RequestTrace trace, ChartTheme theme) {
        String color = color(span, trace, theme);
        return span.isOpen() ? hatched(color) : color;
    }

    /** Stripes of a colour. */
    static String hatched(String color) {
        return "linear-gradient(from 0px 0px to 5px 5px, repeat, " + color + " 0%, " + color
                + " 50%, transparent 50%, transparent 100%)";
    }

    private static String color(TraceSpan span, RequestTrace trace, ChartTheme theme) {
        String result = span.result();
        boolean failed = !result.isEmpty() && !result.equals(OK) && !result.equals(GIVEN_UP);
        return switch (span.kind()) {
            case REQUEST -> theme.web(Ink.of(trace.outcome()));
            case CALL -> (failed ? FAILED : CALL).web(theme);
            case ATTEMPT -> (failed ? FAILED : result.equals(OK) ? ATTEMPT : CALL).web(theme);
            case GATE -> GATE.web(theme);
            case REFUSAL -> FAILED.web(theme);
            case BACKOFF -> BACKOFF.web(theme);
            case QUEUE -> QUEUE.web(theme);
            case WORK -> WORK.web(theme);
        };
    }
}
