package dev.blastradius.report.document;

import dev.blastradius.chart.ChartTheme;
import java.awt.Graphics2D;

/**
 * A picture that is painted anew for each form: as lines in SVG and PDF, as pixels in PNG.
 *
 * <p>All of its colours are the theme's, or between two of them, so that a light and a dark one differ by their theme only.
 */
public interface Illustration {

    /** How wide it is, in points of 1/96 inch. */
    double width();

    /** How high it is, likewise. */
    double height();

    /**
     * Paints it from (0, 0) to its width and height, its background included.
     *
     * @param graphics any, such as one that writes SVG; its clip and transform may not be (0, 0) and one
     */
    void paint(Graphics2D graphics, ChartTheme theme);
}
