package dev.blastradius.editor.requests;

import dev.blastradius.chart.Figures;
import dev.blastradius.editor.chain.Chain;
import dev.blastradius.editor.chain.OriginTable;
import dev.blastradius.editor.stage.Clock;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as the list has it.
 *
 * @param trace what it went through
 * @param client what its client is called
 * @param cause what it failed of, in words; empty where it did not fail
 * @param attempts attempts that were made for it, at all dependencies together
 * @param words all that is said of it, in lower case, to search in
 */
public record ListedRequest(RequestTrace trace, String client, String cause, int attempts, String words) {

    /** Less money than this is told as that it is less: in a column, more decimals would be cut off. In US dollars. */
    private static final double LEAST_TOLD = 1e-4;

    /** Requests of a pipeline, in their order. */
    public static List<ListedRequest> of(List<RequestTrace> traces, Pipeline pipeline) {
        Map<String, String> names = new HashMap<>();
        List<ListedRequest> listed = new ArrayList<>(traces.size());
        for (RequestTrace trace : traces) {
            listed.add(of(trace, pipeline, names));
        }
        return listed;
    }

    private static ListedRequest of(RequestTrace trace, Pipeline pipeline, Map<String, String> names) {
        int attempts = 0;
        StringBuilder words = new StringBuilder();
        for (TraceSpan span : trace.spans()) {
            attempts += span.kind() == TraceSpan.Kind.ATTEMPT ? 1 : 0;
            words.append(names.computeIfAbsent(span.where(), where -> Chain.name(pipeline, where)))
                    .append(' ')
                    .append(span.result())
                    .append(' ');
        }
        String client = names.computeIfAbsent(trace.client(), where -> Chain.name(pipeline, where));
        String cause = cause(trace.cause(), pipeline);
        words.append(client)
                .append(' ')
                .append(cause)
                .append(' ')
                .append(trace.outcome().key())
                .append(" #")
                .append(trace.number());
        return new ListedRequest(
                trace, client, cause, attempts, words.toString().toLowerCase(Locale.ROOT));
    }

    /** A cause in words: {@code "Opus: rate limited"}; empty where there is none. */
    public static String cause(String cause, Pipeline pipeline) {
        int slash = cause.lastIndexOf('/');
        return slash < 0
                ? cause
                : Chain.name(pipeline, cause.substring(0, slash)) + ": "
                        + OriginTable.failure(cause.substring(slash + 1));
    }

    /** What became of it, in a word or a few: {@code "ok, late"}. */
    public String outcome() {
        return trace.outcome().key() + (trace.late() ? ", late" : "") + (trace.wrong() ? ", wrong" : "");
    }

    /** How long it took. */
    public String took() {
        return Figures.time(trace.latency());
    }

    /** What it cost. */
    public String cost() {
        double dollars = trace.dollars();
        return dollars > 0 && dollars < LEAST_TOLD ? "< " + Figures.money(LEAST_TOLD) : Figures.money(dollars);
    }

    /** When it was sent, to a hundredth of a second. */
    public String sent() {
        return exact(trace.sent());
    }

    /** All of it in a line. */
    public String line() {
        String of = trace.cause().isEmpty() ? "" : " of " + cause;
        String again = trace.attempt() > 1 ? ", its user's attempt " + trace.attempt() : "";
        return client + again + ", sent " + sent() + ": " + outcome() + of + " after "
                + Figures.time(trace.latency()) + "; " + attempts + (attempts == 1 ? " attempt" : " attempts")
                + (trace.inputTokens() + trace.outputTokens() > 0
                        ? ", " + Figures.number(trace.inputTokens()) + " tokens asked and "
                                + Figures.number(trace.outputTokens()) + " to answer"
                        : "")
                + ", " + Figures.money(trace.dollars())
                + (trace.complete() ? "" : "; it went through more than is kept");
    }

    /** A moment to a hundredth of a second: {@code "10:20.45"}. */
    static String exact(double seconds) {
        long hundredths = Math.round(seconds * 100);
        return Clock.text(Math.floor(hundredths / 100.0)) + String.format(Locale.ROOT, ".%02d", hundredths % 100);
    }
}
