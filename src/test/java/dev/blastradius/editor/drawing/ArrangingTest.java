package dev.blastradius.editor.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.editor.Edits;
import dev.blastradius.model.Pipeline;
import dev.blastradius.testing.LargeModels;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrangingTest {

    private static final Pipeline PIPELINE = LargeModels.pipeline(12, 16);
    private static final Map<String, Size> SIZES = sizes();

    private static Map<String, Size> sizes() {
        Map<String, Size> sizes = new LinkedHashMap<>();
        PIPELINE.components().keySet().forEach(id -> sizes.put(id, new Size(150, 54)));
        return sizes;
    }

    @Test
    void withFewerThanTwoSelectedEverythingIsArranged() {
        Set<String> all = PIPELINE.components().keySet();
        assertEquals(
                all,
                Arranging.places(PIPELINE, Set.of(), SIZES, new LayeredLayout()).keySet());
        assertEquals("Arrange", Arranging.label(Set.of()));
    }

    @Test
    void selectedBoxesKeepTheirUpperLeftCornerAndTheOthersStay() {
        List<String> ids = new ArrayList<>(PIPELINE.components().keySet());
        Set<String> selected = Set.of(ids.get(0), ids.get(5), ids.get(9));
        Map<String, Point> scattered = new LinkedHashMap<>();
        ids.forEach(id -> scattered.put(id, new Point(700 + 13 * ids.indexOf(id), 900 - 7 * ids.indexOf(id))));
        Map<String, Point> places =
                Arranging.places(Edits.place(PIPELINE, scattered), selected, SIZES, new LayeredLayout());
        assertEquals(selected, places.keySet());
        assertEquals(700, places.values().stream().mapToDouble(Point::x).min().orElseThrow());
        assertEquals(
                900 - 7 * 9,
                places.values().stream().mapToDouble(Point::y).min().orElseThrow());
        assertEquals("Arrange selection", Arranging.label(selected));
    }
}
