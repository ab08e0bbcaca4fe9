package dev.blastradius.ui.cascade.stage;

import dev.blastradius.editor.stage.Dots;
import java.util.EnumMap;
import java.util.Map;
import javafx.scene.image.Image;
import javafx.scene.image.PixelWriter;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * The pictures of moving requests, one for each kind, made once for a size: drawing one is then only copying its pixels. Kinds differ in
 * shape as well as in colour.
 */
final class Sprites {

    private static final Map<Dots.Kind, Color> LIGHT = Map.of(
            Dots.Kind.SENT, Color.web("#1f4e79"),
            Dots.Kind.ANSWERED, Color.web("#1a7fd4"),
            Dots.Kind.FAILED, Color.web("#b3261e"),
            Dots.Kind.TIMED_OUT, Color.web("#c25e00"),
            Dots.Kind.REFUSED, Color.web("#7a3fae"));
    private static final Map<Dots.Kind, Color> DARK = Map.of(
            Dots.Kind.SENT, Color.web("#e6edf3"),
            Dots.Kind.ANSWERED, Color.web("#58a6ff"),
            Dots.Kind.FAILED, Color.web("#ff6a5e"),
            Dots.Kind.TIMED_OUT, Color.web("#ffa23a"),
            Dots.Kind.REFUSED, Color.web("#c297ff"));

    private final Map<Dots.Kind, Image> images = new EnumMap<>(Dots.Kind.class);
    private final int size;

    /**
     * Pictures of a size.
     *
     * @param size width and height, in pixels, 5 or more
     */
    Sprites(int size, boolean dark) {
        this.size = size;
        for (Dots.Kind kind : Dots.Kind.values()) {
            images.put(kind, paint(kind, color(kind, dark), dark));
        }
    }

    static Color color(Dots.Kind kind, boolean dark) {
        return (dark ? DARK : LIGHT).getOrDefault(kind, Color.GRAY);
    }

    int size() {
        return size;
    }

    Image of(Dots.Kind kind) {
        Image image = images.get(kind);
        if (image == null) {
            throw new IllegalStateException("no picture of " + kind);
        }
        return image;
    }

    private Image paint(Dots.Kind kind, Color color, boolean dark) {
        WritableImage image = new WritableImage(size, size);
        PixelWriter pixels = image.getPixelWriter();
        double radius = size / 2.0;
        Color rim = dark ? Color.BLACK : Color.WHITE;
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                double dx = (x + 0.5 - radius) / radius;
                double dy = (y + 0.5 - radius) / radius;
                // A rim in the background's colour sets a dot apart from the line it moves along.
                double outer = covered(distance(kind, dx, dy) - 0.92, radius);
                double inner = covered(distance(kind, dx, dy) - 0.66, radius) * (1 - hole(kind, dx, dy, radius));
                Color mixed = rim.interpolate(color, inner);
                pixels.setColor(x, y, new Color(mixed.getRed(), mixed.getGreen(), mixed.getBlue(), outer));
            }
        }
        return image;
    }

    /** How far out a point is, in the measure of the kind's shape: a circle, a diamond for failures, a square for refusals. */
    private static double distance(Dots.Kind kind, double dx, double dy) {
        return switch (kind) {
            case SENT, ANSWERED, TIMED_OUT -> Math.hypot(dx, dy);
            case FAILED -> (Math.abs(dx) + Math.abs(dy)) * 0.9;
            case REFUSED -> Math.max(Math.abs(dx), Math.abs(dy)) * 1.12;
        };
    }

    /** Time-outs are rings. */
    private static double hole(Dots.Kind kind, double dx, double dy, double radius) {
        return kind == Dots.Kind.TIMED_OUT ? covered(Math.hypot(dx, dy) - 0.3, radius) : 0;
    }

    /** How much of a pixel is inside, 0 to 1, by its middle's distance from the edge. */
    private static double covered(double distance, double radius) {
        return Math.max(0, Math.min(1, 0.5 - distance * radius));
    }
}
