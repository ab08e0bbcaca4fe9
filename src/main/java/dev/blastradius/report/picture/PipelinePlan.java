package dev.blastradius.report.picture;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.LayeredLayout;
import dev.blastradius.editor.drawing.Placement;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Route;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where everything of a pipeline is in its picture: as on the canvas, as large as the page is wide, and with letters as large as the boxes have
 * room for.
 *
 * @param boxes by component, in the picture's units
 * @param arrows by dependency, likewise
 * @param scale units of the picture for a pixel of the canvas
 * @param detail how much is written
 * @param letters how high the letters of names are, in the picture's units
 * @param bottom where the drawing ends
 */
record PipelinePlan(
        Map<String, Rect> boxes,
        Map<String, Route> arrows,
        double scale,
        Detail detail,
        double letters,
        double bottom) {

    /** How wide a picture of a pipeline is. */
    static final double WIDTH = 720;

    static final double MARGIN = 16;

    /** Lines in a box lie so many times their letters' height under each other. */
    static final double LINE = 1.25;

    /** A box's second line is so many times as high as its name. */
    static final double SECOND = 0.88;

    /** What stays free above the drawing, for numbers and signs over boxes. */
    private static final double TOP = 30;

    private static final double BOTTOM = 22;

    /** No drawing is higher: it would not go onto a page with what is said of it. */
    private static final double HIGHEST = 780;

    /** The least height of letters that is read on paper. */
    private static final double LEGIBLE = 7.6;

    private static final double TITLE = 13;
    private static final double HEIGHT = 54;
    private static final double NARROWEST = 132;
    private static final double WIDEST = 300;
    private static final double BESIDE_TEXT = 64;
    private static final double LEAST_BESIDE_TEXT = 38;
    private static final double BETWEEN = 24;
    private static final double LARGEST_LETTERS = 2.2;
    private static final double STEP = 0.05;
    private static final int MOST_LINES = 3;

    /** How much is written in a box. */
    enum Detail {
        /** Its name and its main numbers. */
        FULL,
        /** Its name, on several lines. */
        NAMES,
        /** A number, by which the list under the drawing has its name. */
        NUMBERS
    }

    /**
     * The plan of a pipeline.
     *
     * @param seconds the second line of each box, by component
     */
    static PipelinePlan of(Pipeline pipeline, Map<String, String> seconds) {
        Map<String, Double> text = new LinkedHashMap<>();
        Map<String, Size> sizes = new LinkedHashMap<>();
        pipeline.components().forEach((id, component) -> {
            String name = Captions.line(component.title(id));
            String second = seconds.getOrDefault(id, "");
            double widest = Math.max(
                    PictureFont.width(PictureFont.bold(TITLE, name), name),
                    PictureFont.width(PictureFont.plain(TITLE * SECOND, second), second));
            text.put(id, widest);
            double width = Math.ceil(widest) + BESIDE_TEXT;
            sizes.put(id, new Size(Math.min(WIDEST, Math.max(NARROWEST, width)), HEIGHT));
        });
        Map<String, Rect> drawn = Placement.boxes(pipeline, sizes, new LayeredLayout());
        Map<String, Rect> best = drawn;
        double factor = 1;
        for (double larger = 1 + STEP; larger <= LARGEST_LETTERS; larger += STEP) {
            if (TITLE * factor * scale(best) >= TITLE) {
                break;
            }
            Map<String, Rect> grown = grown(drawn, text, larger);
            if (isCrowded(grown)) {
                break;
            }
            best = grown;
            factor = larger;
        }
        double scale = scale(best);
        double letters = TITLE * factor * scale;
        if (letters * SECOND >= LEGIBLE) {
            return placed(pipeline, best, scale, Detail.FULL, letters);
        }
        double names = namesFit(pipeline, drawn, scale(drawn));
        return names >= LEGIBLE
                ? placed(pipeline, drawn, scale(drawn), Detail.NAMES, names)
                : placed(pipeline, drawn, scale(drawn), Detail.NUMBERS, LEGIBLE + 1);
    }

    /** The boxes around their middles, as large as letters of so many times their size need. */
    private static Map<String, Rect> grown(Map<String, Rect> drawn, Map<String, Double> text, double factor) {
        Map<String, Rect> grown = new LinkedHashMap<>();
        drawn.forEach((id, box) -> {
            double needed = text.getOrDefault(id, 0.0) * factor + LEAST_BESIDE_TEXT;
            double width = Math.max(box.width(), Math.min(WIDEST * 1.3, needed));
            double height = Math.max(box.height(), TITLE * factor * (1 + SECOND) * LINE + 14);
            grown.put(id, new Rect(box.centerX() - width / 2, box.centerY() - height / 2, width, height));
        });
        return grown;
    }

    private static boolean isCrowded(Map<String, Rect> boxes) {
        List<Rect> all = new ArrayList<>(boxes.values());
        for (int i = 0; i < all.size(); i++) {
            Rect wide = all.get(i).grown(BETWEEN);
            for (int other = i + 1; other < all.size(); other++) {
                if (wide.overlaps(all.get(other))) {
                    return true;
                }
            }
        }
        return false;
    }

    private static double scale(Map<String, Rect> boxes) {
        Rect bounds = Rect.around(boxes.values());
        if (bounds == null) {
            return 1;
        }
        double across = (WIDTH - 2 * MARGIN) / Math.max(1, bounds.width());
        return Math.min(1, Math.min(across, HIGHEST / Math.max(1, bounds.height())));
    }

    /** How high names can be that all fit into their boxes, in the picture's units. */
    private static double namesFit(Pipeline pipeline, Map<String, Rect> boxes, double scale) {
        for (double letters = 12; letters >= LEGIBLE; letters -= 0.4) {
            double size = letters;
            boolean fit = boxes.entrySet().stream()
                    .allMatch(box -> fits(
                            Captions.line(Captions.name(pipeline, box.getKey())),
                            size,
                            box.getValue().width() * scale,
                            box.getValue().height() * scale));
            if (fit) {
                return letters;
            }
        }
        return 0;
    }

    private static boolean fits(String name, double letters, double width, double height) {
        List<String> lines = TextLines.of(name, PictureFont.bold(letters, name), width - 8, MOST_LINES);
        return lines.stream().noneMatch(line -> line.endsWith("…")) && lines.size() * letters * LINE <= height - 2;
    }

    private static PipelinePlan placed(
            Pipeline pipeline, Map<String, Rect> drawn, double scale, Detail detail, double letters) {
        Drawing drawing = Drawing.of(drawn, pipeline.arrows().keySet());
        Rect around = drawing.around(drawing.boxes().keySet(), drawing.arrows().keySet());
        Rect bounds = around == null ? new Rect(0, 0, WIDTH, 0) : around;
        double fitted = Math.min(scale, (WIDTH - 2 * MARGIN) / Math.max(1, bounds.width()));
        double left = (WIDTH - bounds.width() * fitted) / 2 - bounds.x() * fitted;
        double top = TOP - bounds.y() * fitted;
        Map<String, Rect> boxes = new LinkedHashMap<>();
        drawing.boxes()
                .forEach((id, box) -> boxes.put(
                        id,
                        new Rect(
                                left + box.x() * fitted,
                                top + box.y() * fitted,
                                box.width() * fitted,
                                box.height() * fitted)));
        Map<String, Route> arrows = new LinkedHashMap<>();
        drawing.arrows()
                .forEach((key, route) -> arrows.put(
                        key,
                        new Route(route.points().stream()
                                .map(point -> new Point(left + point.x() * fitted, top + point.y() * fitted))
                                .toList())));
        return new PipelinePlan(
                Collections.unmodifiableMap(boxes),
                Collections.unmodifiableMap(arrows),
                fitted,
                detail,
                letters * fitted / scale,
                TOP + bounds.height() * fitted + BOTTOM);
    }

    /** The number of a component in the list under the drawing, from 1. */
    int number(String id) {
        return new ArrayList<>(boxes.keySet()).indexOf(id) + 1;
    }
}
