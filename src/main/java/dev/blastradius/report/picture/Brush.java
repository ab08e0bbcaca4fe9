package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.report.wording.SafeText;
import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;

/** Draws with a theme's colours; what is between two of them is the one over the other, partly transparent. */
final class Brush {

    private final Graphics2D graphics;
    private final ChartTheme theme;

    Brush(Graphics2D graphics, ChartTheme theme) {
        this.graphics = graphics;
        this.theme = theme;
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    }

    ChartTheme theme() {
        return theme;
    }

    Graphics2D graphics() {
        return graphics;
    }

    /** A colour that lets through what is under it. */
    static Color pale(Color color, double opacity) {
        return new Color(color.getRed(), color.getGreen(), color.getBlue(), (int) Math.round(255 * opacity));
    }

    void fill(Shape shape, Color color) {
        graphics.setPaint(color);
        graphics.fill(shape);
    }

    void draw(Shape shape, Color color, double width, float... dashes) {
        graphics.setPaint(color);
        graphics.setStroke(new BasicStroke(
                (float) width,
                BasicStroke.CAP_BUTT,
                BasicStroke.JOIN_ROUND,
                10f,
                dashes.length == 0 ? null : dashes,
                0f));
        graphics.draw(shape);
    }

    /** Writes a line with its baseline at {@code y}. */
    void write(String text, Font font, Color color, double x, double y) {
        if (!text.isEmpty()) {
            graphics.setFont(font);
            graphics.setPaint(color);
            graphics.drawString(SafeText.line(text), (float) x, (float) y);
        }
    }

    /** Writes a line around {@code x} with its baseline at {@code y}. */
    void writeCentred(String text, Font font, Color color, double x, double y) {
        write(text, font, color, x - PictureFont.width(font, text) / 2, y);
    }
}
