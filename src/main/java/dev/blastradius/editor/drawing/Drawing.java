package dev.blastradius.editor.drawing;

import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where everything is drawn.
 *
 * @param boxes by component, the last on top
 * @param arrows by dependency
 */
public record Drawing(Map<String, Rect> boxes, Map<String, Route> arrows) {

    /** Nothing. */
    public static final Drawing EMPTY = new Drawing(Map.of(), Map.of());

    /** Where the arrows go for these boxes; arrows between boxes that are not there are left out. */
    public static Drawing of(Map<String, Rect> boxes, Collection<String> dependencies) {
        List<String> drawn = new ArrayList<>();
        for (String key : dependencies) {
            if (boxes.containsKey(Pipeline.from(key)) && boxes.containsKey(Pipeline.to(key))) {
                drawn.add(key);
            }
        }
        Map<String, Rect> kept = Collections.unmodifiableMap(new LinkedHashMap<>(boxes));
        return new Drawing(kept, ArrowRouter.route(kept, drawn));
    }

    /** The component under a point; null where there is none. */
    public @Nullable String boxAt(Point point) {
        String found = null;
        for (Map.Entry<String, Rect> box : boxes.entrySet()) {
            if (box.getValue().contains(point)) {
                found = box.getKey();
            }
        }
        return found;
    }

    /** The dependency whose arrow is nearest to a point, within {@code reach} pixels; null where there is none. */
    public @Nullable String arrowAt(Point point, double reach) {
        String found = null;
        double nearest = reach;
        for (Map.Entry<String, Route> arrow : arrows.entrySet()) {
            double distance = arrow.getValue().distanceTo(point);
            if (distance <= nearest) {
                nearest = distance;
                found = arrow.getKey();
            }
        }
        return found;
    }

    /** The components whose boxes lie at least partly in an area. */
    public List<String> boxesIn(Rect area) {
        List<String> inside = new ArrayList<>();
        boxes.forEach((id, box) -> {
            if (area.overlaps(box)) {
                inside.add(id);
            }
        });
        return inside;
    }

    /** The rectangle around these boxes and arrows; null where none of them is drawn. */
    public @Nullable Rect around(Collection<String> components, Collection<String> dependencies) {
        List<Rect> parts = new ArrayList<>();
        boxes.forEach((id, box) -> {
            if (components.contains(id)) {
                parts.add(box);
            }
        });
        arrows.forEach((key, route) -> {
            if (dependencies.contains(key)) {
                route.points().forEach(point -> parts.add(new Rect(point.x(), point.y(), 0, 0)));
            }
        });
        return Rect.around(parts);
    }

    /** The rectangle around all boxes; null where there are none. */
    public @Nullable Rect bounds() {
        return Rect.around(boxes.values());
    }
}
