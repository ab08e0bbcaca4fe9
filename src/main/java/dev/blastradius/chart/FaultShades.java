package dev.blastradius.chart;

import dev.blastradius.experiment.RunResult.Window;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.annotations.XYAnnotation;
import org.jfree.chart.axis.ValueAxis;
import org.jfree.chart.event.AnnotationChangeListener;
import org.jfree.chart.plot.PlotRenderingInfo;
import org.jfree.chart.plot.XYPlot;
import org.jfree.chart.ui.RectangleEdge;

/**
 * Shades when a fault was active, and names each fault once, at its first window, in rows above the curves. The warm-up is shaded
 * grey, and named where that is wide enough and no fault's name is in the way; so are stretches without values. One such layer lies behind the curves; a fainter one, with the names, lies over them, as areas hide what is behind.
 */
final class FaultShades implements XYAnnotation {

    private static final int MOST_ROWS = 2;
    private static final double ROW_HEIGHT = 14;
    private static final int SHADE_BEHIND = 26;
    private static final String WARM_UP = "warm-up";
    /** What stays free beside a name. */
    private static final double MARGIN = 4;

    /** A plot lower than this has no room for names beside its curves. */
    private static final double LOWEST_NAMED = 2.2 * ROW_HEIGHT;

    private static final int SHADE_OVER = 12;
    private static final BasicStroke EDGE =
            new BasicStroke(1f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1f, new float[] {4f, 3f}, 0f);

    private final double warmup;
    private final List<Window> windows;
    private final List<Window> gaps;
    private final ChartTheme theme;
    private final Font font;
    private final boolean over;
    private final boolean naming;
    private final List<Window> named;

    FaultShades(ChartSpec spec, ChartTheme theme, Font font, boolean over, boolean naming) {
        this(spec.warmup(), spec.windows(), spec.gaps(), theme, font, over, naming);
    }

    FaultShades(
            double warmup,
            List<Window> windows,
            List<Window> gaps,
            ChartTheme theme,
            Font font,
            boolean over,
            boolean naming) {
        this.warmup = warmup;
        this.windows = windows;
        this.gaps = gaps;
        this.over = over;
        this.naming = naming;
        this.theme = theme;
        this.font = font;
        this.named = naming ? firstOfEach(windows) : List.of();
    }

    /** How much room the names need above the curves. */
    double labelHeight() {
        int rows = Math.min(MOST_ROWS, named.size());
        return ROW_HEIGHT * (naming && warmup > 0 ? Math.max(1, rows) : rows);
    }

    @Override
    public void draw(
            Graphics2D graphics,
            XYPlot plot,
            Rectangle2D area,
            ValueAxis timeAxis,
            ValueAxis valueAxis,
            int index,
            PlotRenderingInfo info) {
        Span plotted = new Span(timeAxis, area);
        int shade = over ? SHADE_OVER : SHADE_BEHIND;
        if (warmup > 0) {
            graphics.setPaint(translucent(theme.muted(), shade));
            graphics.fill(plotted.between(0, warmup));
        }
        for (Window window : windows) {
            graphics.setPaint(translucent(theme.fault(), shade));
            graphics.fill(plotted.between(window.from(), window.to()));
        }
        if (over) {
            name(graphics, area, plotted);
        }
    }

    /** Marks where the windows begin, and names them. */
    private void name(Graphics2D graphics, Rectangle2D area, Span plotted) {
        graphics.setStroke(EDGE);
        graphics.setPaint(translucent(theme.fault(), 200));
        for (Window window : windows) {
            if (plotted.shows(window.from())) {
                double start = plotted.x(window.from());
                graphics.draw(new Line2D.Double(start, area.getMinY(), start, area.getMaxY()));
            }
        }
        if (area.getHeight() < LOWEST_NAMED) {
            return;
        }
        graphics.setFont(font);
        double left = nameWarmUp(graphics, area, plotted);
        nameGaps(graphics, area, plotted);
        graphics.setPaint(theme.fault());
        for (int row = 0; row < Math.min(MOST_ROWS, named.size()); row++) {
            if (!plotted.shows(named.get(row))) {
                continue;
            }
            name(
                    graphics,
                    area,
                    row == 0 ? left : area.getMinX(),
                    plotted.x(named.get(row).from()),
                    row);
        }
    }

    /** Writes what the grey is, where there is room. Gives where the first row is free from. */
    private double nameWarmUp(Graphics2D graphics, Rectangle2D area, Span plotted) {
        double end = plotted.x(warmup);
        double width = graphics.getFontMetrics().stringWidth(WARM_UP);
        boolean alone = named.isEmpty() || named.get(0).from() >= warmup;
        if (!naming || !alone || width + 2 * MARGIN > end - area.getMinX()) {
            return area.getMinX();
        }
        graphics.setPaint(theme.muted());
        graphics.drawString(WARM_UP, (float) (area.getMinX() + MARGIN), (float) (area.getMinY() + ROW_HEIGHT - 3));
        return area.getMinX() + width + 2 * MARGIN;
    }

    /** Writes what a stretch without values means in its middle, where it is wider than the words. */
    private void nameGaps(Graphics2D graphics, Rectangle2D area, Span plotted) {
        graphics.setPaint(theme.muted());
        for (Window gap : gaps) {
            double from = plotted.x(gap.from());
            double room = plotted.x(gap.to()) - from;
            double width = graphics.getFontMetrics().stringWidth(gap.label());
            if (width + 2 * MARGIN <= room) {
                graphics.drawString(gap.label(), (float) (from + (room - width) / 2), (float) area.getCenterY());
            }
        }
    }

    /** Writes a window's name to the right of where it begins, or to the left where there is more room. */
    private void name(Graphics2D graphics, Rectangle2D area, double left, double start, int row) {
        FontMetrics metrics = graphics.getFontMetrics();
        String label = named.get(row).label();
        if (row == MOST_ROWS - 1 && named.size() > MOST_ROWS) {
            label += " and " + (named.size() - MOST_ROWS) + " more";
        }
        double rightRoom = area.getMaxX() - start - 6;
        double leftRoom = start - left - 6;
        double width = metrics.stringWidth(label);
        boolean toTheRight = width <= rightRoom || rightRoom >= leftRoom;
        String text = PlotFrame.fitting(label, metrics::stringWidth, toTheRight ? rightRoom : leftRoom);
        double x = toTheRight ? start + 4 : start - 4 - metrics.stringWidth(text);
        graphics.drawString(text, (float) x, (float) (area.getMinY() + ROW_HEIGHT * (row + 1) - 3));
    }

    private static List<Window> firstOfEach(List<Window> windows) {
        List<Window> first = new ArrayList<>();
        for (Window window : windows) {
            if (first.stream().noneMatch(seen -> seen.label().equals(window.label()))) {
                first.add(window);
            }
        }
        return first;
    }

    private static Color translucent(Color color, int alpha) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), alpha);
    }

    @Override
    public void addChangeListener(AnnotationChangeListener listener) {
        // It never changes.
    }

    @Override
    public void removeChangeListener(AnnotationChangeListener listener) {
        // It never changes.
    }

    /** Times as places in the plot, cut off at its edges. */
    private record Span(ValueAxis axis, Rectangle2D area) {

        boolean shows(double seconds) {
            return axis.getRange().contains(seconds);
        }

        boolean shows(Window window) {
            return axis.getRange().intersects(window.from(), window.to());
        }

        double x(double seconds) {
            double inside = Math.max(axis.getLowerBound(), Math.min(axis.getUpperBound(), seconds));
            return axis.valueToJava2D(inside, area, RectangleEdge.BOTTOM);
        }

        Rectangle2D between(double from, double to) {
            double start = x(from);
            return new Rectangle2D.Double(start, area.getMinY(), x(to) - start, area.getHeight());
        }
    }
}
