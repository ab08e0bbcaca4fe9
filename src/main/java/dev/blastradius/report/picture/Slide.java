package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.report.document.Illustration;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;

/** A picture in the form of a slide, 16 to 9, as large as it goes, with its title above it. */
public final class Slide implements Illustration {

    /** How wide a slide is, in points of 1/96 inch. */
    public static final double WIDTH = 800;

    /** How high it is. */
    public static final double HEIGHT = 450;

    /** Pixels a point, so that a slide is 1,920 pixels wide. */
    public static final double SCALE = 2.4;

    private static final double MARGIN = 12;
    private static final double TITLE = 15;
    private static final double LARGEST = 1.25;

    private final String title;
    private final Illustration picture;

    /**
     * A slide of a picture.
     *
     * @param title what it shows; empty: the picture says so itself
     */
    public Slide(String title, Illustration picture) {
        this.title = title;
        this.picture = picture;
    }

    @Override
    public double width() {
        return WIDTH;
    }

    @Override
    public double height() {
        return HEIGHT;
    }

    @Override
    public void paint(Graphics2D graphics, ChartTheme theme) {
        Brush brush = new Brush(graphics, theme);
        brush.fill(new Rectangle2D.Double(0, 0, WIDTH, HEIGHT), theme.background());
        double top = MARGIN;
        if (!title.isEmpty()) {
            Font font = PictureFont.bold(TITLE, title);
            String fitting = PictureFont.fitting(font, title, WIDTH - 2 * MARGIN);
            brush.write(fitting, font, theme.text(), MARGIN, MARGIN + TITLE);
            top += TITLE + 10;
        }
        double across = (WIDTH - 2 * MARGIN) / picture.width();
        double down = (HEIGHT - top - MARGIN) / picture.height();
        double scale = Math.min(LARGEST, Math.min(across, down));
        Graphics2D inner = (Graphics2D) graphics.create();
        try {
            inner.translate(
                    (WIDTH - picture.width() * scale) / 2,
                    top + (HEIGHT - top - MARGIN - picture.height() * scale) / 2);
            inner.scale(scale, scale);
            picture.paint(inner, theme);
        } finally {
            inner.dispose();
        }
    }
}
