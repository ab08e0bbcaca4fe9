package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Ink;
import dev.blastradius.editor.drawing.Outline;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.editor.stage.BoxLook;
import dev.blastradius.experiment.cascade.Moment;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import java.awt.Color;
import java.awt.Font;
import java.awt.Shape;
import java.awt.geom.AffineTransform;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.util.List;

/** Draws components. How one does is told by its ring's dashes and by words as well as by colours. */
final class BoxPen {

    private static final float[] HURT = {5f, 2.5f};
    private static final double SIGN = 8.6;
    private static final double RANK = 8;
    private static final double INSET = 12;

    /** How far from a box's edge the middle of its signs is. */
    private static final double OVER = 5;

    private final Brush brush;
    private final ChartTheme theme;
    private final PipelinePlan plan;

    BoxPen(Brush brush, PipelinePlan plan) {
        this.brush = brush;
        this.theme = brush.theme();
        this.plan = plan;
    }

    /** Draws a component as it is built. */
    void draw(String id, Component component, String name, String second) {
        Rect box = plan.boxes().getOrDefault(id, new Rect(0, 0, 1, 1));
        Shape outline = outline(component.kind(), box);
        brush.fill(outline, theme.background());
        brush.fill(outline, Brush.pale(theme.muted(), 0.07));
        brush.draw(outline, theme.muted(), 1.1);
        write(id, component.kind(), box, name, second, theme.muted());
    }

    /** Draws a component as it is at a moment, without its signs. */
    void draw(String id, Component component, String name, BoxLook look) {
        Rect box = plan.boxes().getOrDefault(id, new Rect(0, 0, 1, 1));
        Shape outline = outline(component.kind(), box);
        brush.fill(outline, theme.background());
        if (look.health() == Moment.Health.BROKEN) {
            brush.fill(outline, Brush.pale(theme.fault(), 0.1));
        }
        if (look.level() > 0) {
            double height = box.height() * Math.min(100, look.level()) / 100.0;
            Area level = new Area(outline);
            level.intersect(
                    new Area(new Rectangle2D.Double(box.x() - 1, box.bottom() - height, box.width() + 2, height)));
            brush.fill(level, Brush.pale(theme.color(Ink.LOW), look.isFull() ? 0.42 : 0.2));
        }
        ring(outline, look.health());
        write(id, component.kind(), box, name, look.words(), theme.text());
    }

    /** A ring as thick and as broken as a component does. */
    void ring(Shape outline, Moment.Health health) {
        switch (health) {
            case IDLE -> brush.draw(outline, Brush.pale(theme.muted(), 0.5), 1, 1.5f, 3f);
            case GOOD -> brush.draw(outline, theme.muted(), 1.2);
            case HURT -> brush.draw(outline, theme.color(Ink.MADE), 2.2, HURT);
            case BROKEN -> brush.draw(outline, theme.color(Ink.BROKEN), 3.2);
        }
    }

    /** The signs of a component at a moment: over its edges, clear of its words. */
    void drawSigns(String id, BoxLook look, List<Onset> marks) {
        Rect box = plan.boxes().getOrDefault(id, new Rect(0, 0, 1, 1));
        if (plan.detail() == PipelinePlan.Detail.NUMBERS) {
            drawFewSigns(box, look, marks);
            return;
        }
        double x = box.x() + RANK - 4;
        double y = box.y() - OVER;
        if (look.faulted()) {
            bolt(x, y);
            x += 2 * RANK + 1;
        }
        for (Onset mark : marks) {
            rank(mark.rank(), x, y);
            x += 2 * RANK + 1;
        }
        Color failing = theme.color(look.health() == Moment.Health.BROKEN ? Ink.BROKEN : Ink.MADE);
        sign(look.failing(), Math.max(x - RANK + 2, box.right() - 3 - signWidth(look.failing())), y, failing);
        double below = box.bottom() + OVER;
        sign(look.waiting(), box.right() - 3 - signWidth(look.waiting()), below, theme.color(Ink.WAITING));
        sign(look.quotaWords(), box.x() + 3, below, theme.color(Ink.LIMIT));
    }

    /** Where boxes are so small, only where damage began and where it went, beside the box. */
    private void drawFewSigns(Rect box, BoxLook look, List<Onset> marks) {
        if (look.faulted()) {
            bolt(box.x() - 2, box.y() - 2);
        } else if (!marks.isEmpty()) {
            rank(marks.get(0).rank(), box.x() - 2, box.y() - 2);
        }
    }

    /** A number of the chain of events around a point. */
    void rank(int rank, double x, double y) {
        String text = String.valueOf(rank);
        Ellipse2D plate = new Ellipse2D.Double(x - RANK, y - RANK, 2 * RANK, 2 * RANK);
        brush.fill(plate, theme.text());
        brush.draw(plate, theme.background(), 1);
        Font font = PictureFont.bold(text.length() > 2 ? 7.4 : 9.4, text);
        brush.writeCentred(text, font, theme.background(), x, y + 3.3);
    }

    /** The sign of a fault around a point. */
    void bolt(double x, double y) {
        Ellipse2D plate = new Ellipse2D.Double(x - RANK, y - RANK, 2 * RANK, 2 * RANK);
        brush.fill(plate, theme.background());
        brush.draw(plate, theme.fault(), 1.4);
        Path2D bolt = new Path2D.Double();
        bolt.moveTo(x + 1.5, y - 5.5);
        bolt.lineTo(x - 3.5, y + 1);
        bolt.lineTo(x - 0.3, y + 1);
        bolt.lineTo(x - 1.5, y + 5.5);
        bolt.lineTo(x + 3.5, y - 1);
        bolt.lineTo(x + 0.3, y - 1);
        bolt.closePath();
        brush.fill(bolt, theme.fault());
    }

    private static double signWidth(String words) {
        return PictureFont.width(PictureFont.bold(SIGN, words), words) + 8;
    }

    private void sign(String words, double left, double middle, Color color) {
        if (words.isEmpty()) {
            return;
        }
        RoundRectangle2D plate = new RoundRectangle2D.Double(left, middle - 7, signWidth(words), 14, 7, 7);
        brush.fill(plate, theme.background());
        brush.fill(plate, Brush.pale(color, 0.14));
        brush.draw(plate, color, 1);
        brush.write(words, PictureFont.bold(SIGN, words), theme.text(), left + 4, middle + 3.1);
    }

    private void write(String id, Kind<? extends Component> kind, Rect box, String name, String second, Color color) {
        double letters = plan.letters();
        double middle = box.centerY() + (Outline.hasLid(kind) ? 3 * plan.scale() : 0);
        double across = box.centerX() - (kind.look().outline() == Kind.Outline.BARRED ? 6 * plan.scale() : 0);
        double room = box.width() - (plan.detail() == PipelinePlan.Detail.FULL ? INSET : 8);
        switch (plan.detail()) {
            case NUMBERS -> lines(List.of(String.valueOf(plan.number(id))), box, middle, letters);
            case NAMES -> lines(TextLines.of(name, PictureFont.bold(letters, name), room, 3), box, middle, letters);
            case FULL -> {
                Font bold = PictureFont.bold(letters, name);
                double small = letters * PipelinePlan.SECOND;
                Font plain = PictureFont.plain(small, second);
                brush.writeCentred(
                        PictureFont.fitting(bold, name, room), bold, theme.text(), across, middle - 0.12 * letters);
                brush.writeCentred(
                        PictureFont.fitting(plain, second, room),
                        plain,
                        color,
                        across,
                        middle + 0.12 * letters + small);
            }
        }
    }

    private void lines(List<String> lines, Rect box, double middle, double letters) {
        double step = letters * PipelinePlan.LINE;
        double first = middle - step * (lines.size() - 1) / 2 + 0.36 * letters;
        for (int i = 0; i < lines.size(); i++) {
            Font font = PictureFont.bold(letters, lines.get(i));
            brush.writeCentred(lines.get(i), font, theme.text(), box.centerX(), first + step * i);
        }
    }

    private Shape outline(Kind<? extends Component> kind, Rect box) {
        return outline(kind, box, plan.scale());
    }

    /** The outline of a kind in a place, as if the canvas were seen at a scale. */
    static Shape outline(Kind<? extends Component> kind, Rect box, double scale) {
        AffineTransform place = AffineTransform.getTranslateInstance(box.x(), box.y());
        place.scale(scale, scale);
        return place.createTransformedShape(Outline.shape(kind, new Size(box.width() / scale, box.height() / scale)));
    }
}
