package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Ink;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.editor.stage.ArrowLook;
import dev.blastradius.editor.stage.Captioning;
import dev.blastradius.experiment.cascade.Moment;
import dev.blastradius.model.Dependency;
import java.awt.Color;
import java.awt.Font;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.Arrays;
import java.util.List;

/** Draws dependencies. What a line means is told by its dashes and by words as well as by its colour. */
final class ArrowPen {

    static final float[] FALLBACK = {6f, 4f};
    static final float[] OPTIONAL = {1.6f, 3.2f};
    private static final double HEAD = 7;
    private static final double ROUND = 6;
    private static final double ORDER_BACK = 18;
    private static final double ORDER = 7;
    private static final double HALO = 8;
    private static final double SWITCH = 7.5;
    private static final double SWITCH_AT = 20;
    private static final double WORDS = 8.6;
    private static final double CAPTION = 8.2;

    private final Brush brush;
    private final ChartTheme theme;

    /** How many times as large as usual arrows' heads are. */
    private final double small;

    /** Pens for a drawing at a scale. */
    ArrowPen(Brush brush, double scale) {
        this.small = Math.max(0.6, Math.min(1, 1.4 * scale));
        this.brush = brush;
        this.theme = brush.theme();
    }

    /** Draws a dependency as it is built. */
    void draw(Dependency dependency, Route route) {
        line(dependency, route, theme.muted(), 1.3);
        order(dependency, route);
    }

    /** What its caller does about failure, on the longest level piece of a dependency's way, where there is room. */
    void caption(String words, Dependency dependency, Route route) {
        Point at = route.captionPoint();
        double room = 0;
        for (int i = 1; i < route.points().size(); i++) {
            Point from = route.points().get(i - 1);
            Point to = route.points().get(i);
            if (from.y() == to.y() && from.y() == at.y()) {
                room = Math.max(room, from.distanceTo(to));
            }
        }
        double taken = dependency.isFallback() ? ORDER_BACK + ORDER : HEAD;
        Font font = PictureFont.plain(CAPTION, words);
        double width = PictureFont.width(font, words) + 6;
        if (words.isEmpty() || width + 12 > room - taken) {
            return;
        }
        double middle = at.x() - taken / 2;
        brush.fill(new Rectangle2D.Double(middle - width / 2, at.y() - 6, width, 12), theme.background());
        brush.writeCentred(words, font, theme.muted(), middle, at.y() + 3);
    }

    /** Draws a dependency as it is at a moment, without its words. */
    void draw(Dependency dependency, Route route, ArrowLook look) {
        double width = Math.max(1.2, look.width() * 0.6);
        if (look.standingIn()) {
            brush.draw(path(route, 0), halo(), width + HALO);
        }
        line(dependency, route, color(look.health()), width);
        order(dependency, route);
    }

    /** A piece of what lies under a line that stands in for another, around a point. */
    void halo(Point at) {
        Line2D line = new Line2D.Double(at.x() - 11, at.y(), at.x() + 11, at.y());
        brush.draw(line, halo(), 1 + HALO);
        brush.draw(line, theme.muted(), 1.4, FALLBACK);
    }

    private Color halo() {
        return Brush.pale(theme.color(Ink.STRATEGY_4), 0.3);
    }

    /** The breaker of a dependency at a moment, as a switch that is closed, half open or open. */
    void drawBreaker(Route route, ArrowLook look) {
        if (look.breaker() != ArrowLook.Breaker.NONE) {
            breaker(Captioning.along(route, Math.min(SWITCH_AT, route.length() / 3)), look.breaker());
        }
    }

    /** A switch around a point. */
    void breaker(Point at, ArrowLook.Breaker state) {
        Color color = switch (state) {
            case OPEN -> theme.color(Ink.OPEN);
            case HALF_OPEN -> theme.color(Ink.HALF_OPEN);
            default -> theme.muted();
        };
        Ellipse2D plate = new Ellipse2D.Double(at.x() - SWITCH, at.y() - SWITCH, 2 * SWITCH, 2 * SWITCH);
        brush.fill(plate, theme.background());
        brush.draw(plate, color, state == ArrowLook.Breaker.OPEN ? 1.8 : 1.1);
        double angle =
                Math.toRadians(state == ArrowLook.Breaker.OPEN ? -42 : state == ArrowLook.Breaker.HALF_OPEN ? -18 : 0);
        double left = at.x() - 4;
        brush.draw(
                new Line2D.Double(left, at.y(), left + 8 * Math.cos(angle), at.y() + 8 * Math.sin(angle)), color, 1.6);
        for (double x : new double[] {left, at.x() + 4}) {
            brush.fill(new Ellipse2D.Double(x - 1.4, at.y() - 1.4, 2.8, 2.8), color);
        }
    }

    /** What is written on a dependency at a moment, around a point. */
    void words(String caption, Point at) {
        List<String> lines = Arrays.asList(caption.split("\n"));
        double width = 0;
        for (String line : lines) {
            width = Math.max(width, PictureFont.width(PictureFont.plain(WORDS, line), line));
        }
        double step = WORDS * PipelinePlan.LINE;
        double height = lines.size() * step + 3;
        double top = at.y() - height / 2;
        RoundRectangle2D plate = new RoundRectangle2D.Double(at.x() - width / 2 - 4, top, width + 8, height, 6, 6);
        brush.fill(plate, Brush.pale(theme.background(), 0.92));
        brush.draw(plate, theme.grid(), 0.8);
        for (int i = 0; i < lines.size(); i++) {
            Font font = PictureFont.plain(WORDS, lines.get(i));
            brush.writeCentred(lines.get(i), font, theme.text(), at.x(), top + 1 + step * i + WORDS);
        }
    }

    private void line(Dependency dependency, Route route, Color color, double width) {
        double head = small * Math.max(HEAD, width * 1.8 + 3);
        brush.draw(path(route, head * 0.8), color, width, dashes(dependency));
        Point tip = route.end();
        Point before = route.points().get(route.points().size() - 2);
        double length = Math.max(1e-6, before.distanceTo(tip));
        double dx = (tip.x() - before.x()) / length;
        double dy = (tip.y() - before.y()) / length;
        Path2D triangle = new Path2D.Double();
        triangle.moveTo(tip.x(), tip.y());
        triangle.lineTo(tip.x() - dx * head - dy * head / 2, tip.y() - dy * head + dx * head / 2);
        triangle.lineTo(tip.x() - dx * head + dy * head / 2, tip.y() - dy * head - dx * head / 2);
        triangle.closePath();
        brush.fill(triangle, color);
    }

    private static float[] dashes(Dependency dependency) {
        if (dependency.isFallback()) {
            return FALLBACK;
        }
        return Dependency.Call.MODE.in(dependency.call()) == Dependency.Mode.OPTIONAL ? OPTIONAL : new float[0];
    }

    /** A fallback's turn, near its tip. */
    private void order(Dependency dependency, Route route) {
        if (!dependency.isFallback()) {
            return;
        }
        String turn = String.valueOf(Dependency.Fallback.ORDER.in(dependency.fallback()));
        Point tip = route.end();
        Point before = route.points().get(route.points().size() - 2);
        double length = Math.max(1e-6, tip.distanceTo(before));
        double back = Math.min(ORDER_BACK, length / 2) / length;
        turn(turn, new Point(tip.x() + (before.x() - tip.x()) * back, tip.y() + (before.y() - tip.y()) * back));
    }

    void turn(String turn, Point at) {
        Ellipse2D plate = new Ellipse2D.Double(at.x() - ORDER, at.y() - ORDER, 2 * ORDER, 2 * ORDER);
        brush.fill(plate, theme.background());
        brush.draw(plate, theme.muted(), 1);
        brush.writeCentred(turn, PictureFont.plain(9, turn), theme.text(), at.x(), at.y() + 3.2);
    }

    private Color color(Moment.Health health) {
        return switch (health) {
            case IDLE -> Brush.pale(theme.muted(), 0.45);
            case GOOD -> theme.muted();
            case HURT -> theme.color(Ink.MADE);
            case BROKEN -> theme.color(Ink.BROKEN);
        };
    }

    /** A way with round corners that ends so far before its tip. */
    private static Path2D path(Route route, double shorter) {
        List<Point> points = route.points();
        Path2D path = new Path2D.Double();
        path.moveTo(points.get(0).x(), points.get(0).y());
        for (int i = 1; i < points.size() - 1; i++) {
            Point corner = points.get(i);
            Point before = points.get(i - 1);
            Point after = points.get(i + 1);
            double in = before.distanceTo(corner);
            double out = corner.distanceTo(after);
            double round = Math.min(ROUND, Math.min(in, out) / 2);
            Point from = towards(corner, before, in, round);
            Point to = towards(corner, after, out, round);
            path.lineTo(from.x(), from.y());
            path.quadTo(corner.x(), corner.y(), to.x(), to.y());
        }
        Point before = points.get(points.size() - 2);
        Point end = towards(route.end(), before, route.end().distanceTo(before), shorter);
        path.lineTo(end.x(), end.y());
        return path;
    }

    private static Point towards(Point from, Point to, double apart, double length) {
        double share = apart == 0 ? 0 : Math.min(1, length / apart);
        return new Point(from.x() + (to.x() - from.x()) * share, from.y() + (to.y() - from.y()) * share);
    }
}
