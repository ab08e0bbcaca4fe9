package dev.blastradius.ui.canvas;

import dev.blastradius.editor.drawing.Size;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import java.util.Locale;

/** The outlines by which kinds are told apart at a glance, as SVG paths. */
public final class Outline {

    private Outline() {}

    /** The outline of a box. */
    public static String of(Kind<? extends Component> kind, Size size) {
        return switch (kind.look().outline()) {
            case ROUNDED -> rounded(size);
            case PILL -> pill(size);
            case HEXAGON -> hexagon(size);
            case OCTAGON -> octagon(size);
            case CYLINDER -> cylinder(size);
            case SLANTED -> slanted(size);
            case BARRED -> barred(size);
            case DOMED -> domed(size);
            case FOLDED -> folded(size);
        };
    }

    /** Whether the outline has a lid at the top, under which its text must stay. */
    static boolean hasLid(Kind<? extends Component> kind) {
        return kind.look().outline() == Kind.Outline.CYLINDER;
    }

    private static String rounded(Size size) {
        return roundRect(size, 7);
    }

    private static String pill(Size size) {
        return roundRect(size, size.height() / 2);
    }

    private static String roundRect(Size size, double r) {
        return svg(
                "M%1$s 0 H%2$s A%1$s %1$s 0 0 1 %3$s %1$s V%4$s A%1$s %1$s 0 0 1 %2$s %5$s H%1$s A%1$s %1$s 0 0 1 0 %4$s V%1$s"
                        + " A%1$s %1$s 0 0 1 %1$s 0 Z",
                r, size.width() - r, size.width(), size.height() - r, size.height());
    }

    private static String hexagon(Size size) {
        double cut = 13;
        return svg(
                "M%1$s 0 H%2$s L%3$s %4$s L%2$s %5$s H%1$s L0 %4$s Z",
                cut, size.width() - cut, size.width(), size.height() / 2, size.height());
    }

    private static String octagon(Size size) {
        double cut = 9;
        return svg(
                "M%1$s 0 H%2$s L%3$s %1$s V%4$s L%2$s %5$s H%1$s L0 %4$s V%1$s Z",
                cut, size.width() - cut, size.width(), size.height() - cut, size.height());
    }

    private static String cylinder(Size size) {
        double lid = 6;
        double half = size.width() / 2;
        return svg(
                "M0 %1$s A%2$s %1$s 0 0 1 %3$s %1$s V%4$s A%2$s %1$s 0 0 1 0 %4$s Z M0 %1$s A%2$s %1$s 0 0 0 %3$s %1$s",
                lid, half, size.width(), size.height() - lid);
    }

    private static String slanted(Size size) {
        double slant = 10;
        return svg("M%1$s 0 H%2$s L%3$s %4$s H0 Z", slant, size.width(), size.width() - slant, size.height());
    }

    private static String barred(Size size) {
        return rounded(size) + svg(" M%1$s 0 V%3$s M%2$s 0 V%3$s", size.width() - 7, size.width() - 13, size.height());
    }

    private static String domed(Size size) {
        double r = 20;
        return svg(
                "M%1$s 0 H%2$s A%1$s %1$s 0 0 1 %3$s %1$s V%4$s H0 V%1$s A%1$s %1$s 0 0 1 %1$s 0 Z",
                r, size.width() - r, size.width(), size.height());
    }

    private static String folded(Size size) {
        double fold = 13;
        return svg(
                "M0 0 H%1$s L%2$s %3$s V%4$s H0 Z M%1$s 0 V%3$s H%2$s",
                size.width() - fold, size.width(), fold, size.height());
    }

    private static String svg(String pattern, Object... numbers) {
        return String.format(Locale.ROOT, pattern, numbers);
    }
}
