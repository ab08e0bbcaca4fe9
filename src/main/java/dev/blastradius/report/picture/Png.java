package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.report.document.Illustration;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import javax.imageio.ImageIO;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as pixels, in Portable Network Graphics; the same picture gives the same file. */
public final class Png {

    private Png() {}

    /**
     * Writes a picture as a PNG file.
     *
     * @param scale pixels for each 1/96 inch: 2 for a page that is read on a fine screen or printed
     */
    public static void write(Illustration illustration, ChartTheme theme, double scale, OutputStream out)
            throws IOException {
        // In memory: by itself it would be written to a temporary file first.
        try (ImageOutputStream whole = new MemoryCacheImageOutputStream(out)) {
            if (!ImageIO.write(image(illustration, theme, scale), "png", whole)) {
                throw new IOException("this Java writes no PNG");
            }
        }
    }

    /** A picture as pixels, without transparency. */
    public static BufferedImage image(Illustration illustration, ChartTheme theme, double scale) {
        BufferedImage image = new BufferedImage(
                (int) Math.ceil(illustration.width() * scale),
                (int) Math.ceil(illustration.height() * scale),
                BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        try {
            graphics.setPaint(theme.background());
            graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
            graphics.scale(scale, scale);
            illustration.paint(graphics, theme);
            return image;
        } finally {
            graphics.dispose();
        }
    }
}
