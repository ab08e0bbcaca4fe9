package dev.blastradius.chart;

import dev.blastradius.chart.HeatMap.Cell;
import dev.blastradius.chart.HeatMap.Group;
import dev.blastradius.chart.HeatMap.Row;
import dev.blastradius.chart.HeatMap.Scale;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.font.FontRenderContext;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** Paints {@link HeatMap}s as pictures for pages; as high as their rows need. May be used by several threads. */
public final class HeatMapPainter {

    private static final Font PLAIN = new Font(Font.SANS_SERIF, Font.PLAIN, 12);
    private static final float TITLE = 14;
    private static final FontRenderContext FONTS = new FontRenderContext(null, true, true);
    private static final double ROW = 24;
    private static final double LINE = 18;
    private static final double MARGIN = 8;
    private static final double GAP = 2;
    private static final double WIDEST_NAME = 240;
    private static final double WIDEST_CELL = 130;
    private static final double LEGEND = 160;
    private static final double LEGEND_BAR = 9;
    private static final int LEGEND_STEPS = 80;
    private static final BasicStroke DOTTED =
            new BasicStroke(1.6f, BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, 1f, new float[] {3f, 2f}, 0f);

    private final HeatMap map;
    private final ChartTheme theme;
    private final HeatRamp ramp;
    private final Graphics2D graphics;
    private final Font plain;
    private final Font bold;
    private final double nameWidth;
    private final double cellWidth;
    private double y = MARGIN;

    private HeatMapPainter(HeatMap map, ChartTheme theme, Graphics2D graphics, double width, Font letters) {
        this.map = map;
        this.theme = theme;
        this.ramp = HeatRamp.of(theme);
        this.graphics = graphics;
        this.plain = letters;
        this.bold = letters.deriveFont(Font.BOLD);
        double widest = map.rows().stream()
                .mapToDouble(row -> plain.getStringBounds(row.name(), FONTS).getWidth())
                .max()
                .orElse(0);
        this.nameWidth = Math.min(Math.min(WIDEST_NAME, width / 2), widest + 2 * MARGIN);
        double room = width - 2 * MARGIN - nameWidth;
        this.cellWidth = Math.min(WIDEST_CELL, room / Math.max(1, map.columns().size()));
    }

    /** How high a picture of a heat map is, in units. */
    public static int height(HeatMap map) {
        long named =
                map.groups().stream().filter(group -> !group.name().isEmpty()).count();
        double legend = LINE + LEGEND_BAR + LINE;
        return (int) Math.ceil(
                2 * MARGIN + 2 * LINE + legend + LINE + ROW * map.rows().size() + (LINE + MARGIN) * named);
    }

    /**
     * Paints a heat map into an image, with its title and its legend.
     *
     * @param width in units; what has no room is cut off with an ellipsis
     * @param scale pixels a unit: 1, or more for a fine screen or a print
     */
    public static BufferedImage paint(HeatMap map, ChartTheme theme, int width, double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(width * scale), (int) Math.ceil(height(map) * scale), BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.scale(scale, scale);
            draw(map, theme, graphics, width);
            return image;
        } finally {
            graphics.dispose();
        }
    }

    /** Draws a heat map with any graphics, such as one that writes SVG: so wide, and as high as {@link #height} says. */
    public static void draw(HeatMap map, ChartTheme theme, Graphics2D graphics, int width) {
        draw(map, theme, graphics, width, PLAIN);
    }

    /** The same, written with other letters. */
    public static void draw(HeatMap map, ChartTheme theme, Graphics2D graphics, int width, Font letters) {
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setPaint(theme.background());
        graphics.fill(new Rectangle2D.Double(0, 0, width, height(map)));
        new HeatMapPainter(map, theme, graphics, width, letters).draw(width);
    }

    private void draw(double width) {
        write(map.title(), MARGIN, width - 2 * MARGIN, bold.deriveFont(TITLE), theme.text());
        write(map.note(), MARGIN, width - 2 * MARGIN, plain, theme.muted());
        legend(width);
        write(map.down(), MARGIN, nameWidth - MARGIN, plain, theme.muted());
        y -= LINE;
        for (int column = 0; column < map.columns().size(); column++) {
            centred(map.columns().get(column), cellX(column), y, LINE, bold, theme.text());
        }
        y += LINE;
        for (Group group : map.groups()) {
            if (!group.name().isEmpty()) {
                y += MARGIN;
                write(group.name(), MARGIN, width - 2 * MARGIN, bold, theme.muted());
            }
            group.rows().forEach(this::row);
        }
    }

    private void row(Row row) {
        double top = y;
        y += (ROW - LINE) / 2;
        write(row.name(), MARGIN, nameWidth - MARGIN, plain, theme.text());
        for (int column = 0; column < row.cells().size(); column++) {
            cell(row.cells().get(column), cellX(column), top);
        }
        y = top + ROW;
    }

    private void cell(Cell cell, double x, double top) {
        Rectangle2D box = new Rectangle2D.Double(x, top, cellWidth - GAP, ROW - GAP);
        boolean isKnown = !Double.isNaN(cell.value());
        double strength = map.scale().strength(cell.value());
        if (isKnown) {
            graphics.setPaint(ramp.color(strength));
            graphics.fill(box);
        } else {
            graphics.setPaint(theme.grid());
            graphics.setStroke(new BasicStroke(1f));
            graphics.draw(box);
        }
        Color ink = isKnown ? ramp.textOn(strength) : theme.muted();
        if (cell.marked()) {
            graphics.setPaint(ink);
            graphics.setStroke(DOTTED);
            graphics.draw(new Rectangle2D.Double(x + 2, top + 2, cellWidth - GAP - 4, ROW - GAP - 4));
        }
        centred(cell.text(), x, top, ROW - GAP, plain, ink);
    }

    private void legend(double width) {
        Scale scale = map.scale();
        write(scale.label(), MARGIN, width - 2 * MARGIN, plain, theme.muted());
        double step = LEGEND / LEGEND_STEPS;
        for (int i = 0; i < LEGEND_STEPS; i++) {
            graphics.setPaint(ramp.color((i + 0.5) / LEGEND_STEPS));
            graphics.fill(new Rectangle2D.Double(MARGIN + i * step, y, step + 0.5, LEGEND_BAR));
        }
        graphics.setPaint(theme.muted());
        graphics.setStroke(new BasicStroke(1f));
        graphics.draw(new Rectangle2D.Double(MARGIN, y, LEGEND, LEGEND_BAR));
        if (!map.mark().isEmpty()) {
            Rectangle2D sign = new Rectangle2D.Double(MARGIN + LEGEND + 20, y - 2, 18, LEGEND_BAR + 4);
            graphics.setPaint(theme.text());
            graphics.setStroke(DOTTED);
            graphics.draw(sign);
            graphics.setFont(plain);
            graphics.drawString(map.mark(), (float) (sign.getMaxX() + 6), (float) (y + LEGEND_BAR));
        }
        y += LEGEND_BAR;
        String good = scale.unit().brief(scale.good());
        String bad = scale.unit().brief(scale.bad());
        write(good, MARGIN, LEGEND / 2, plain, theme.muted());
        y -= LINE;
        double badWidth = plain.getStringBounds(bad, FONTS).getWidth();
        write(bad, MARGIN + LEGEND - badWidth, LEGEND, plain, theme.muted());
    }

    private double cellX(int column) {
        return MARGIN + nameWidth + column * cellWidth;
    }

    /** Writes a line and goes to the next. */
    private void write(String text, double x, double room, Font font, Color color) {
        graphics.setFont(font);
        graphics.setPaint(color);
        FontMetrics metrics = graphics.getFontMetrics();
        graphics.drawString(fitting(text, metrics, room), (float) x, (float) (y + metrics.getAscent()));
        y += LINE;
    }

    private void centred(String text, double x, double top, double height, Font font, Color color) {
        graphics.setFont(font);
        graphics.setPaint(color);
        FontMetrics metrics = graphics.getFontMetrics();
        String shown = fitting(text, metrics, cellWidth - GAP);
        double left = x + (cellWidth - GAP - metrics.stringWidth(shown)) / 2;
        double baseline = top + (height - metrics.getHeight()) / 2 + metrics.getAscent();
        graphics.drawString(shown, (float) left, (float) baseline);
    }

    private static String fitting(String text, FontMetrics metrics, double room) {
        if (metrics.stringWidth(text) <= room) {
            return text;
        }
        int length = text.length();
        while (length > 0 && metrics.stringWidth(text.substring(0, length).stripTrailing() + "…") > room) {
            length--;
        }
        return length == 0 ? "" : text.substring(0, length).stripTrailing() + "…";
    }
}
