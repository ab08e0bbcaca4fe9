package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Ink;
import dev.blastradius.editor.requests.ListedRequest;
import dev.blastradius.editor.requests.Waterfall;
import dev.blastradius.editor.requests.Waterfall.Row;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;
import dev.blastradius.engine.trace.TraceSpan.Kind;
import dev.blastradius.model.Pipeline;
import dev.blastradius.report.document.Illustration;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What one request went through, as a waterfall: a row for each part, its bar where and as long as it took. */
public final class RequestIllustration implements Illustration {

    /** No more rows than these, the ones that lead to the cause and the outer ones first. */
    private static final int MOST_ROWS = 20;

    private static final double WIDTH = PipelinePlan.WIDTH;
    private static final double MARGIN = 12;
    private static final double TOP = 24;
    private static final double ROW = 17;
    private static final double LEFT = 268;
    private static final double RIGHT = 104;
    private static final double INDENT = 11;
    private static final double LETTERS = 9.6;
    private static final double SMALL = 9;
    private static final int MOST_INDENT = 8;
    private static final int MOST_TICKS = 5;
    private static final String OK = "ok";
    private static final String GIVEN_UP = "abandoned";

    private final RequestTrace trace;
    private final ListedRequest listed;
    private final Waterfall waterfall;
    private final List<Shown> rows;
    private final int leftOut;
    private final double end;

    /** A row of the waterfall, so many of the rows above it deep. */
    private record Shown(Row row, int depth) {}

    private RequestIllustration(Pipeline pipeline, RequestTrace trace) {
        this.trace = trace;
        this.listed = ListedRequest.of(List.of(trace), pipeline).get(0);
        this.waterfall = new Waterfall(trace, pipeline);
        List<Shown> all = shown(waterfall.rows());
        this.rows = chosen(all, trace);
        this.leftOut = all.size() - rows.size();
        this.end = Math.max(waterfall.end(), trace.sent() + 1e-9);
    }

    /** A request of a pipeline. */
    public static RequestIllustration of(Pipeline pipeline, RequestTrace trace) {
        return new RequestIllustration(pipeline, trace);
    }

    /** The rows without calls that were but one attempt: the attempt says it all. */
    private static List<Shown> shown(List<Row> all) {
        List<Shown> shown = new ArrayList<>();
        Map<Integer, Integer> less = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Row row = all.get(i);
            TraceSpan span = row.span();
            int shift = less.getOrDefault(span.parent(), 0);
            long parts = all.stream()
                    .filter(other -> other.span().parent() == span.number())
                    .count();
            boolean isOneAttempt = span.kind() == Kind.CALL
                    && !span.isCause()
                    && parts == 1
                    && all.get(i + 1).span().kind() == Kind.ATTEMPT;
            less.put(span.number(), isOneAttempt ? shift + 1 : shift);
            if (!isOneAttempt) {
                shown.add(new Shown(row, row.depth() - shift));
            }
        }
        return shown;
    }

    /** The cause and what it is part of, then the outermost rows, in their order. */
    private static List<Shown> chosen(List<Shown> all, RequestTrace trace) {
        if (all.size() <= MOST_ROWS) {
            return all;
        }
        Set<Integer> leading = new TreeSet<>();
        for (TraceSpan span : trace.spans()) {
            if (span.isCause()) {
                for (int at = span.number(); at >= 0; at = trace.spans().get(at).parent()) {
                    leading.add(at);
                }
            }
        }
        List<Integer> places = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            places.add(i);
        }
        places.sort(Comparator.comparing((Integer place) ->
                        !leading.contains(all.get(place).row().span().number()))
                .thenComparing(place -> all.get(place).depth())
                .thenComparing(place -> place));
        return places.subList(0, MOST_ROWS).stream().sorted().map(all::get).toList();
    }

    /** What it says, in words with their numbers. */
    public String words() {
        StringBuilder words = new StringBuilder(listed.line()).append('.');
        List<Row> told = rows.stream()
                .map(Shown::row)
                .filter(row -> row.span().kind() == Kind.ATTEMPT
                        || row.span().kind() == Kind.REFUSAL
                        || row.span().isCause())
                .limit(8)
                .toList();
        for (Row row : told) {
            words.append(' ')
                    .append(sentence(row.label()))
                    .append(", ")
                    .append(Figures.time(row.span().from() - trace.sent()))
                    .append(" after it was sent, took ")
                    .append(Figures.time(row.span().seconds()));
            words.append(
                    row.span().isCause() ? "; of this it " + trace.outcome().key() + "." : ".");
        }
        return words.toString();
    }

    private static String sentence(String words) {
        return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    @Override
    public double width() {
        return WIDTH;
    }

    @Override
    public double height() {
        return TOP + ROW * (rows.size() + (leftOut > 0 ? 1 : 0)) + 12;
    }

    @Override
    public void paint(Graphics2D graphics, ChartTheme theme) {
        Brush brush = new Brush(graphics, theme);
        brush.fill(new Rectangle2D.Double(0, 0, width(), height()), theme.background());
        axis(brush);
        double y = TOP;
        for (Shown row : rows) {
            row(brush, row.row(), row.depth(), y);
            y += ROW;
        }
        if (leftOut > 0) {
            String more = "… " + leftOut + (leftOut == 1 ? " more part" : " more parts");
            brush.write(more, PictureFont.plain(LETTERS, more), theme.muted(), MARGIN + INDENT, y + 12);
        }
    }

    private void axis(Brush brush) {
        ChartTheme theme = brush.theme();
        String since = "time since it was sent";
        brush.write(since, PictureFont.plain(SMALL, since), theme.muted(), MARGIN, TOP - 9);
        double distance = TimeTicks.distance(end - trace.sent(), MOST_TICKS);
        double bottom = TOP + ROW * rows.size();
        for (int tick = 0; tick * distance <= (end - trace.sent()) * (1 + 1e-9); tick++) {
            double at = x(trace.sent() + tick * distance);
            brush.draw(new Line2D.Double(at, TOP - 4, at, bottom), theme.grid(), 0.8);
            String label = tick == 0 ? "0" : Figures.time(tick * distance);
            brush.writeCentred(label, PictureFont.plain(SMALL, label), theme.muted(), at, TOP - 9);
        }
        if (end > trace.ended()) {
            double at = x(trace.ended());
            brush.draw(new Line2D.Double(at, TOP, at, bottom), theme.text(), 1, 3f, 3f);
        }
    }

    private void row(Brush brush, Row row, int depth, double top) {
        ChartTheme theme = brush.theme();
        TraceSpan span = row.span();
        if (span.isCause()) {
            brush.fill(new Rectangle2D.Double(4, top, WIDTH - 8, ROW), Brush.pale(theme.fault(), 0.12));
        }
        double indent = MARGIN + INDENT * Math.min(MOST_INDENT, depth);
        Font font = span.isCause() || depth == 0
                ? PictureFont.bold(LETTERS, row.label())
                : PictureFont.plain(LETTERS, row.label());
        String label = PictureFont.fitting(font, row.label(), LEFT - 8 - indent);
        brush.write(label, font, theme.text(), indent, top + 12);
        double from = x(span.from());
        double to = x(span.to());
        Color color = color(span, theme);
        if (span.kind() == Kind.REFUSAL) {
            cross(brush, from, top + ROW / 2, color);
        } else {
            bar(brush, span, from, Math.max(to, from + 1.5), top + 3.5, color);
        }
        String time = span.kind() == Kind.REFUSAL ? "" : Figures.time(span.seconds());
        if (span.isCause()) {
            time = time.isEmpty() ? "the cause" : time + ", the cause";
        }
        write(brush, time, from, Math.max(to, from + 1.5), top + 12, span.isCause());
    }

    /** How long it took, after its bar or, where there is no room, before it. */
    private static void write(Brush brush, String time, double from, double to, double baseline, boolean bold) {
        Font font = bold ? PictureFont.bold(SMALL, time) : PictureFont.plain(SMALL, time);
        double width = PictureFont.width(font, time);
        boolean after = to + 6 + width <= WIDTH - 4;
        Color color = bold ? brush.theme().text() : brush.theme().muted();
        brush.write(time, font, color, after ? to + 6 : Math.max(LEFT, from - 6 - width), baseline);
    }

    /** A bar: full for work, waiting and attempts, an outline for what they are part of, dashed where it went on after the request's end. */
    private static void bar(Brush brush, TraceSpan span, double from, double to, double top, Color color) {
        Rectangle2D bar = new Rectangle2D.Double(from, top, to - from, ROW - 7);
        boolean outer = span.kind() == Kind.CALL || span.kind() == Kind.REQUEST;
        boolean waiting = span.kind() == Kind.QUEUE || span.kind() == Kind.GATE || span.kind() == Kind.BACKOFF;
        brush.fill(bar, Brush.pale(color, outer ? 0.18 : waiting ? 0.3 : 0.62));
        if (span.isOpen()) {
            brush.draw(bar, color, 1, 3f, 2f);
        } else {
            brush.draw(bar, color, 1);
        }
    }

    private static void cross(Brush brush, double x, double y, Color color) {
        Path2D cross = new Path2D.Double();
        cross.moveTo(x - 4, y - 4);
        cross.lineTo(x + 4, y + 4);
        cross.moveTo(x - 4, y + 4);
        cross.lineTo(x + 4, y - 4);
        brush.draw(cross, color, 2);
    }

    private double x(double seconds) {
        return LEFT + (WIDTH - RIGHT - LEFT) * (seconds - trace.sent()) / (end - trace.sent());
    }

    private Color color(TraceSpan span, ChartTheme theme) {
        String result = span.result();
        boolean failed = !result.isEmpty() && !result.equals(OK) && !result.equals(GIVEN_UP);
        Ink call = failed ? Ink.FAILED : Ink.LIMIT;
        return theme.color(
                switch (span.kind()) {
                    case REQUEST -> Ink.of(trace.outcome());
                    case CALL -> call;
                    case ATTEMPT -> result.equals(OK) ? Ink.OK : call;
                    case GATE -> Ink.DEFERRED;
                    case REFUSAL -> Ink.FAILED;
                    case BACKOFF -> Ink.DEGRADED;
                    case QUEUE -> Ink.WAITING;
                    case WORK -> Ink.BUSY;
                });
    }
}
