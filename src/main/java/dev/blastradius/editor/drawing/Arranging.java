package dev.blastradius.editor.drawing;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Position;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Arranges all of a drawing, or those of its boxes that are selected. */
public final class Arranging {

    private Arranging() {}

    /** What the Edit menu calls it. */
    public static String label(Set<String> selected) {
        return selected.size() < 2 ? "Arrange" : "Arrange selection";
    }

    /**
     * Where boxes go. Selected ones keep the upper left corner of the area in which they are; the others stay where they are.
     *
     * @param selected components; all are arranged where there are fewer than two
     * @param sizes by component
     * @return the upper left corners of what is arranged
     */
    public static Map<String, Point> places(
            Pipeline pipeline, Set<String> selected, Map<String, Size> sizes, GraphLayout layout) {
        if (selected.size() < 2) {
            return layout.arrange(sizes, pipeline.arrows().keySet());
        }
        Map<String, Size> chosen = new LinkedHashMap<>(sizes);
        chosen.keySet().retainAll(selected);
        List<String> arrows = new ArrayList<>();
        for (String key : pipeline.arrows().keySet()) {
            if (chosen.containsKey(Pipeline.from(key)) && chosen.containsKey(Pipeline.to(key))) {
                arrows.add(key);
            }
        }
        Map<String, Point> arranged = layout.arrange(chosen, arrows);
        double dx = left(places(pipeline, chosen.keySet())) - left(arranged);
        double dy = top(places(pipeline, chosen.keySet())) - top(arranged);
        Map<String, Point> moved = new LinkedHashMap<>();
        arranged.forEach((id, corner) -> moved.put(id, new Point(corner.x() + dx, corner.y() + dy)));
        return moved;
    }

    private static Map<String, Point> places(Pipeline pipeline, Set<String> ids) {
        Map<String, Point> places = new LinkedHashMap<>();
        for (String id : ids) {
            Position position = pipeline.positions().get(id);
            if (position != null) {
                places.put(id, new Point(position.x(), position.y()));
            }
        }
        return places;
    }

    private static double left(Map<String, Point> corners) {
        return corners.values().stream().mapToDouble(Point::x).min().orElse(0);
    }

    private static double top(Map<String, Point> corners) {
        return corners.values().stream().mapToDouble(Point::y).min().orElse(0);
    }
}
