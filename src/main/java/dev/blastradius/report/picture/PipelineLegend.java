package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Ink;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.stage.ArrowLook;
import dev.blastradius.experiment.cascade.Moment;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import java.awt.Font;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What the signs of a picture of a pipeline stand for, under it: only those that are in it. */
final class PipelineLegend {

    static final double LETTERS = 9.5;
    private static final double LINE = 19;
    private static final double SIGN = 26;
    private static final double APART = 16;

    /** A sign with what it says. */
    private record Entry(String words, Drawn drawn) {}

    /** Draws a sign around a point. */
    @FunctionalInterface
    private interface Drawn {
        void at(Brush brush, BoxPen boxes, ArrowPen arrows, Point middle);
    }

    private final List<Entry> entries = new ArrayList<>();

    /** The outlines of the kinds and the lines of the dependencies that are in a pipeline. */
    void addBuilt(Pipeline pipeline) {
        Map<Kind.Outline, String> words = new LinkedHashMap<>();
        Map<Kind.Outline, Kind<? extends Component>> kinds = new LinkedHashMap<>();
        for (Kind<? extends Component> kind : Kinds.ALL) {
            if (pipeline.components().values().stream()
                    .anyMatch(component -> component.kind().key().equals(kind.key()))) {
                kinds.putIfAbsent(kind.look().outline(), kind);
                words.merge(
                        kind.look().outline(),
                        kind.title().toLowerCase(Locale.ROOT),
                        (one, other) -> one + " or " + other);
            }
        }
        kinds.forEach((outline, kind) ->
                entries.add(new Entry(words.getOrDefault(outline, ""), (brush, boxes, arrows, at) -> {
                    Rect place = new Rect(at.x() - 11, at.y() - 6, 22, 12);
                    brush.draw(BoxPen.outline(kind, place, 0.36), brush.theme().muted(), 1);
                })));
        boolean fallbacks = pipeline.arrows().values().stream().anyMatch(Dependency::isFallback);
        boolean optional = pipeline.arrows().values().stream()
                .anyMatch(
                        each -> !each.isFallback() && Dependency.Call.MODE.in(each.call()) == Dependency.Mode.OPTIONAL);
        entries.add(line("calls", new float[0]));
        if (optional) {
            entries.add(line("calls, and can do without", ArrowPen.OPTIONAL));
        }
        if (fallbacks) {
            entries.add(line("fallback, with its turn", ArrowPen.FALLBACK));
        }
    }

    private static Entry line(String words, float[] dashes) {
        return new Entry(
                words,
                (brush, boxes, arrows, at) -> brush.draw(
                        new Line2D.Double(at.x() - 11, at.y(), at.x() + 11, at.y()),
                        brush.theme().muted(),
                        1.4,
                        dashes));
    }

    /** The signs of a moment. */
    void addMoment(PipelineMoment moment) {
        addRing(moment, Moment.Health.GOOD, "under 0.5 % failed");
        addRing(moment, Moment.Health.HURT, "0.5 to 20 % failed");
        addRing(moment, Moment.Health.BROKEN, "20 % or more failed");
        addRing(moment, Moment.Health.IDLE, "nothing asked of it has ended");
        if (moment.boxes().values().stream().anyMatch(look -> look.level() > 0)) {
            entries.add(new Entry("filled as far as its servers are busy", (brush, boxes, arrows, at) -> {
                Rect place = new Rect(at.x() - 11, at.y() - 6, 22, 12);
                brush.fill(
                        new Rectangle2D.Double(place.x(), at.y(), place.width(), 6),
                        Brush.pale(brush.theme().color(Ink.LOW), 0.3));
                brush.draw(
                        new RoundRectangle2D.Double(place.x(), place.y(), 22, 12, 4, 4),
                        brush.theme().muted(),
                        1);
            }));
        }
        if (moment.boxes().values().stream().anyMatch(look -> look.faulted())) {
            entries.add(new Entry("a fault acts on it", (brush, boxes, arrows, at) -> boxes.bolt(at.x() + 3, at.y())));
        }
        if (moment.arrows().values().stream().anyMatch(ArrowLook::standingIn)) {
            entries.add(new Entry("stands in as a fallback", (brush, boxes, arrows, at) -> arrows.halo(at)));
        }
        if (!moment.marks().isEmpty()) {
            entries.add(new Entry(
                    "its place in the order of events",
                    (brush, boxes, arrows, at) -> boxes.rank(1, at.x() + 3, at.y())));
        }
        addBreaker(moment, ArrowLook.Breaker.CLOSED, "breaker closed");
        addBreaker(moment, ArrowLook.Breaker.HALF_OPEN, "half open");
        addBreaker(moment, ArrowLook.Breaker.OPEN, "open");
        entries.add(line("the more calls, the thicker", new float[0]));
    }

    private void addRing(PipelineMoment moment, Moment.Health health, String words) {
        if (moment.boxes().values().stream().anyMatch(look -> look.health() == health)) {
            entries.add(new Entry(
                    words,
                    (brush, boxes, arrows, at) ->
                            boxes.ring(new RoundRectangle2D.Double(at.x() - 10, at.y() - 6, 20, 12, 5, 5), health)));
        }
    }

    private void addBreaker(PipelineMoment moment, ArrowLook.Breaker state, String words) {
        if (moment.arrows().values().stream().anyMatch(look -> look.breaker() == state)) {
            entries.add(new Entry(
                    words, (brush, boxes, arrows, at) -> arrows.breaker(new Point(at.x() + 3, at.y()), state)));
        }
    }

    /** How high it is. */
    double height() {
        double x = 0;
        int lines = 1;
        for (Entry entry : entries) {
            double width = width(entry);
            if (x > 0 && x + width > PipelinePlan.WIDTH - 2 * PipelinePlan.MARGIN) {
                lines++;
                x = 0;
            }
            x += width + APART;
        }
        return entries.isEmpty() ? 0 : lines * LINE + 4;
    }

    void draw(Brush brush, BoxPen boxes, ArrowPen arrows, double top) {
        ChartTheme theme = brush.theme();
        double x = 0;
        double y = top + LINE / 2;
        for (Entry entry : entries) {
            double width = width(entry);
            if (x > 0 && x + width > PipelinePlan.WIDTH - 2 * PipelinePlan.MARGIN) {
                y += LINE;
                x = 0;
            }
            double left = PipelinePlan.MARGIN + x;
            entry.drawn().at(brush, boxes, arrows, new Point(left + 11, y));
            Font font = PictureFont.plain(LETTERS, entry.words());
            brush.write(entry.words(), font, theme.muted(), left + SIGN, y + 3.4);
            x += width + APART;
        }
    }

    private static double width(Entry entry) {
        return SIGN + PictureFont.width(PictureFont.plain(LETTERS, entry.words()), entry.words());
    }
}
