package dev.blastradius.editor.drawing;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Gives every component a place: its own where the model says one, a free one where it does not. */
public final class Placement {

    private static final double APART = 18;
    private static final double STEP = 20;

    private Placement() {}

    /**
     * The boxes of all components. Those with a position keep it; the others are arranged, and moved down until they overlap
     * nothing.
     *
     * @param sizes by component
     */
    public static Map<String, Rect> boxes(Pipeline pipeline, Map<String, Size> sizes, GraphLayout layout) {
        Map<String, Rect> placed = new LinkedHashMap<>();
        sizes.forEach((id, size) -> {
            Position position = pipeline.positions().get(id);
            if (position != null) {
                placed.put(id, Rect.of(new Point(position.x(), position.y()), size));
            }
        });
        if (placed.size() < sizes.size()) {
            Map<String, Point> arranged =
                    layout.arrange(sizes, pipeline.arrows().keySet());
            sizes.forEach((id, size) -> {
                if (!placed.containsKey(id)) {
                    Point corner = arranged.getOrDefault(id, new Point(0, 0));
                    placed.put(id, free(Rect.of(corner, size), placed));
                }
            });
        }
        Map<String, Rect> inOrder = new LinkedHashMap<>();
        for (String id : sizes.keySet()) {
            Rect box = placed.get(id);
            if (box != null) {
                inOrder.put(id, box);
            }
        }
        return Collections.unmodifiableMap(inOrder);
    }

    /** The nearest place below the wished one that is free. */
    public static Rect free(Rect wished, Map<String, Rect> taken) {
        Rect place = wished;
        while (overlapsAny(place, taken)) {
            place = place.movedBy(0, STEP);
        }
        return place;
    }

    private static boolean overlapsAny(Rect place, Map<String, Rect> taken) {
        Rect wide = place.grown(APART / 2);
        return taken.values().stream().anyMatch(wide::overlaps);
    }
}
