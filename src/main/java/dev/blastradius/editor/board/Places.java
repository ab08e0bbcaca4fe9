package dev.blastradius.editor.board;

import dev.blastradius.editor.drawing.Placement;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Position;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** Where boxes are: each where the model has it, else where it was arranged, else where there is room. */
final class Places {

    private static final double APART = 140;

    private final Function<Pipeline, Map<String, Size>> sizes;
    private final Map<String, Point> arranged = new LinkedHashMap<>();

    Places(Function<Pipeline, Map<String, Size>> sizes, Map<String, Rect> arranged) {
        this.sizes = sizes;
        arranged.forEach((id, box) -> this.arranged.put(id, new Point(box.x(), box.y())));
    }

    /** The boxes of all components, in the model's order. */
    Map<String, Rect> of(Pipeline pipeline) {
        Map<String, Rect> boxes = new LinkedHashMap<>();
        Map<String, Size> homeless = new LinkedHashMap<>();
        sizes.apply(pipeline).forEach((id, size) -> {
            Position position = pipeline.positions().get(id);
            Point known = position == null ? arranged.get(id) : new Point(position.x(), position.y());
            // A place that is not known yet keeps the component's turn in the order.
            boxes.put(id, Rect.of(known == null ? new Point(0, 0) : known, size));
            if (known == null) {
                homeless.put(id, size);
            }
        });
        homeless.forEach((id, size) -> {
            Map<String, Rect> taken = new LinkedHashMap<>(boxes);
            taken.remove(id);
            leaveRoom(pipeline, size, taken);
            Rect free = Placement.free(Rect.of(besideCaller(pipeline, id, taken), size), taken);
            arranged.put(id, new Point(free.x(), free.y()));
            boxes.put(id, free);
        });
        return Collections.unmodifiableMap(boxes);
    }

    /** Where something stands that is not in sight, because another strategy has it, nothing else is put. */
    private static void leaveRoom(Pipeline pipeline, Size size, Map<String, Rect> taken) {
        pipeline.positions().forEach((id, position) -> {
            if (!pipeline.components().containsKey(id)) {
                taken.put(id, Rect.of(new Point(position.x(), position.y()), size));
            }
        });
    }

    private static Point besideCaller(Pipeline pipeline, String id, Map<String, Rect> taken) {
        for (String key : pipeline.arrows().keySet()) {
            Rect caller = taken.get(Pipeline.from(key));
            if (Pipeline.to(key).equals(id) && caller != null) {
                return new Point(caller.right() + APART, caller.y());
            }
        }
        return new Point(0, 0);
    }

    /** How large a component's box is. */
    Size size(Pipeline pipeline, String id) {
        return sizes.apply(pipeline).getOrDefault(id, new Size(0, 0));
    }
}
