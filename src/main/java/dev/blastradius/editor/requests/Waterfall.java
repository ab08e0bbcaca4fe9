package dev.blastradius.editor.requests;

import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What one request went through as rows under each other: each span after the one that it is part of, those of one in the order in which
 * they began.
 */
public final class Waterfall {

    private final RequestTrace trace;
    private final Map<Integer, List<TraceSpan>> parts = new LinkedHashMap<>();
    private final Set<Integer> closed = new TreeSet<>();
    private final SpanWords words;

    /** A request's, with all rows to be seen. */
    public Waterfall(RequestTrace trace, Pipeline pipeline) {
        this.trace = trace;
        words = new SpanWords(pipeline, trace);
        for (TraceSpan span : trace.spans()) {
            parts.computeIfAbsent(span.parent(), parent -> new ArrayList<>()).add(span);
        }
        // Stable: what began at the same moment stays in the order in which it was written down.
        parts.values().forEach(spans -> spans.sort((one, other) -> Double.compare(one.from(), other.from())));
    }

    /**
     * A row.
     *
     * @param span what it shows
     * @param depth how many spans it is part of, one inside the other
     * @param hasParts whether other spans are part of it
     * @param isClosed whether its parts are hidden
     * @param label what it is, in a few words
     * @param detail all of it, with exact values
     */
    public record Row(TraceSpan span, int depth, boolean hasParts, boolean isClosed, String label, String detail) {}

    public RequestTrace trace() {
        return trace;
    }

    /** The rows to be seen, from the top. */
    public List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        add(-1, 0, rows);
        return List.copyOf(rows);
    }

    private void add(int parent, int depth, List<Row> rows) {
        for (TraceSpan span : parts.getOrDefault(parent, List.of())) {
            boolean hasParts = parts.containsKey(span.number());
            boolean isClosed = hasParts && closed.contains(span.number());
            rows.add(new Row(span, depth, hasParts, isClosed, words.label(span), words.detail(span)));
            if (hasParts && !isClosed) {
                add(span.number(), depth + 1, rows);
            }
        }
    }

    /** Hides a span's parts, or shows them. */
    public void setClosed(int span, boolean close) {
        if (close) {
            closed.add(span);
        } else {
            closed.remove(span);
        }
    }

    /** When the last of it ended, its own end included, in seconds. */
    public double end() {
        return trace.spans().stream().mapToDouble(TraceSpan::to).reduce(trace.ended(), Math::max);
    }

    /** The span that the request failed of; -1: none. */
    public int cause() {
        return trace.spans().stream()
                .filter(TraceSpan::isCause)
                .mapToInt(TraceSpan::number)
                .findFirst()
                .orElse(-1);
    }
}
