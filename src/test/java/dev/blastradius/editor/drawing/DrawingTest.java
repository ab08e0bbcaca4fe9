package dev.blastradius.editor.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.blastradius.io.Examples;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingTest {

    private static final Map<String, Rect> TWO = Map.of("a", new Rect(0, 0, 100, 50), "b", new Rect(300, 0, 100, 50));

    @Test
    void whatLiesUnderAPointIsFound() {
        Drawing drawing = Drawing.of(TWO, List.of("a->b"));
        assertEquals("a", drawing.boxAt(new Point(50, 25)));
        assertNull(drawing.boxAt(new Point(200, 25)));
        assertEquals("a->b", drawing.arrowAt(new Point(200, 29), 6));
        assertNull(drawing.arrowAt(new Point(200, 40), 6));
    }

    @Test
    void aBandFindsTheBoxesItTouches() {
        Drawing drawing = Drawing.of(TWO, List.of());
        assertEquals(List.of("a"), drawing.boxesIn(new Rect(-10, -10, 50, 30)));
        assertEquals(List.of(), drawing.boxesIn(new Rect(120, 0, 50, 50)));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 40})
    void arrangedBoxesOverlapNowhereAndGoFromLeftToRight(int count) {
        Map<String, Size> sizes = new LinkedHashMap<>();
        List<String> arrows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            sizes.put("c" + i, new Size(120 + i % 5 * 30, 54));
            if (i > 0) {
                arrows.add("c" + (i - 1) / 2 + "->c" + i);
            }
        }
        LayeredLayout layout = new LayeredLayout();
        Map<String, Point> corners = layout.arrange(sizes, arrows);
        assertEquals(corners, layout.arrange(sizes, arrows));
        Map<String, Rect> boxes = new LinkedHashMap<>();
        corners.forEach((id, corner) -> boxes.put(id, Rect.of(corner, sizes.get(id))));
        boxes.forEach((id, box) -> boxes.forEach(
                (other, second) -> assertFalse(!id.equals(other) && box.overlaps(second), id + " overlaps " + other)));
        for (String arrow : arrows) {
            assertEquals(
                    true,
                    boxes.get(Pipeline.from(arrow)).right()
                            < boxes.get(Pipeline.to(arrow)).x(),
                    arrow);
        }
    }

    @Test
    void boxesWithAPlaceKeepItAndTheOthersFindAFreeOne() {
        Pipeline pipeline = Examples.load(Examples.names().get(0)).pipeline();
        Map<String, Size> sizes = new LinkedHashMap<>();
        pipeline.components().keySet().forEach(id -> sizes.put(id, new Size(140, 54)));
        GraphLayout allAtOnePlace = (boxes, arrows) -> {
            Map<String, Point> corners = new LinkedHashMap<>();
            boxes.keySet().forEach(id -> corners.put(id, new Point(40, 40)));
            return corners;
        };
        Map<String, Rect> boxes = Placement.boxes(pipeline, sizes, allAtOnePlace);
        pipeline.positions()
                .forEach((id, position) ->
                        assertEquals(position.x(), boxes.get(id).x(), id));
        boxes.forEach((id, box) -> boxes.forEach((other, second) -> assertFalse(
                !id.equals(other) && !pipeline.positions().containsKey(id) && box.overlaps(second),
                id + " overlaps " + other)));
    }
}
