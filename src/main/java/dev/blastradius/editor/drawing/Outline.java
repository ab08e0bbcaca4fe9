package dev.blastradius.editor.drawing;

import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import java.awt.geom.Arc2D;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.Locale;

/** The outlines by which kinds are told apart at a glance. */
public final class Outline {

    private static final double ROUND = 7;

    private Outline() {}

    /** The outline of a box whose upper left corner is at (0, 0), as an SVG path. */
    public static String of(Kind<? extends Component> kind, Size size) {
        StringBuilder svg = new StringBuilder();
        double[] points = new double[6];
        for (PathIterator all = shape(kind, size).getPathIterator(null); !all.isDone(); all.next()) {
            switch (all.currentSegment(points)) {
                case PathIterator.SEG_MOVETO -> append(svg, 'M', points, 2);
                case PathIterator.SEG_LINETO -> append(svg, 'L', points, 2);
                case PathIterator.SEG_QUADTO -> append(svg, 'Q', points, 4);
                case PathIterator.SEG_CUBICTO -> append(svg, 'C', points, 6);
                default -> svg.append('Z');
            }
        }
        return svg.toString();
    }

    private static void append(StringBuilder svg, char command, double[] points, int numbers) {
        svg.append(command);
        for (int i = 0; i < numbers; i++) {
            svg.append(String.format(Locale.ROOT, i == 0 ? "%.3f" : " %.3f", points[i]));
        }
    }

    /** The outline of a box whose upper left corner is at (0, 0); what is drawn in its inside has no area of its own. */
    public static Path2D shape(Kind<? extends Component> kind, Size size) {
        double width = size.width();
        double height = size.height();
        return switch (kind.look().outline()) {
            case ROUNDED -> roundRect(width, height, ROUND);
            case PILL -> roundRect(width, height, height / 2);
            case HEXAGON -> hexagon(width, height);
            case OCTAGON -> octagon(width, height);
            case CYLINDER -> cylinder(width, height);
            case SLANTED -> polygon(10, 0, width, 0, width - 10, height, 0, height);
            case BARRED -> barred(width, height);
            case DOMED -> domed(width, height);
            case FOLDED -> folded(width, height);
        };
    }

    /** Whether the outline has a lid at the top, under which its text must stay. */
    public static boolean hasLid(Kind<? extends Component> kind) {
        return kind.look().outline() == Kind.Outline.CYLINDER;
    }

    private static Path2D roundRect(double width, double height, double r) {
        Path2D path = new Path2D.Double();
        path.append(new Arc2D.Double(width - 2 * r, 0, 2 * r, 2 * r, 90, -90, Arc2D.OPEN), false);
        path.append(new Arc2D.Double(width - 2 * r, height - 2 * r, 2 * r, 2 * r, 0, -90, Arc2D.OPEN), true);
        path.append(new Arc2D.Double(0, height - 2 * r, 2 * r, 2 * r, -90, -90, Arc2D.OPEN), true);
        path.append(new Arc2D.Double(0, 0, 2 * r, 2 * r, 180, -90, Arc2D.OPEN), true);
        path.closePath();
        return path;
    }

    private static Path2D hexagon(double width, double height) {
        double cut = 13;
        return polygon(cut, 0, width - cut, 0, width, height / 2, width - cut, height, cut, height, 0, height / 2);
    }

    private static Path2D octagon(double width, double height) {
        double cut = 9;
        return polygon(
                cut,
                0,
                width - cut,
                0,
                width,
                cut,
                width,
                height - cut,
                width - cut,
                height,
                cut,
                height,
                0,
                height - cut,
                0,
                cut);
    }

    private static Path2D cylinder(double width, double height) {
        double lid = 6;
        Path2D path = new Path2D.Double();
        path.append(new Arc2D.Double(0, 0, width, 2 * lid, 180, -180, Arc2D.OPEN), false);
        path.append(new Arc2D.Double(0, height - 2 * lid, width, 2 * lid, 0, -180, Arc2D.OPEN), true);
        path.closePath();
        path.append(new Arc2D.Double(0, 0, width, 2 * lid, 180, 180, Arc2D.OPEN), false);
        return path;
    }

    private static Path2D barred(double width, double height) {
        Path2D path = roundRect(width, height, ROUND);
        for (double bar = width - 7; bar >= width - 13; bar -= 6) {
            path.moveTo(bar, 0);
            path.lineTo(bar, height);
        }
        return path;
    }

    private static Path2D domed(double width, double height) {
        double r = 20;
        Path2D path = new Path2D.Double();
        path.append(new Arc2D.Double(0, 0, 2 * r, 2 * r, 180, -90, Arc2D.OPEN), false);
        path.append(new Arc2D.Double(width - 2 * r, 0, 2 * r, 2 * r, 90, -90, Arc2D.OPEN), true);
        path.lineTo(width, height);
        path.lineTo(0, height);
        path.closePath();
        return path;
    }

    private static Path2D folded(double width, double height) {
        double fold = 13;
        Path2D path = polygon(0, 0, width - fold, 0, width, fold, width, height, 0, height);
        path.moveTo(width - fold, 0);
        path.lineTo(width - fold, fold);
        path.lineTo(width, fold);
        return path;
    }

    private static Path2D polygon(double... corners) {
        Path2D path = new Path2D.Double();
        path.moveTo(corners[0], corners[1]);
        for (int i = 2; i < corners.length; i += 2) {
            path.lineTo(corners[i], corners[i + 1]);
        }
        path.closePath();
        return path;
    }
}
