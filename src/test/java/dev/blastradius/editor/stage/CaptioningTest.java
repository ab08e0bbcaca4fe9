package dev.blastradius.editor.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.drawing.Drawing;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Route;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CaptioningTest {

    @Test
    void wordsStandOnTheirArrowInTheMiddleWhereNothingIsInTheWay() {
        Drawing drawing =
                Drawing.of(Map.of("a", new Rect(0, 0, 140, 54), "b", new Rect(600, 0, 140, 54)), List.of("a->b"));
        Point at = Captioning.places(drawing, 1).get("a->b");
        assertEquals(370, at.x(), 20);
        assertEquals(0, drawing.arrows().get("a->b").distanceTo(at), 1e-9);
    }

    @Test
    void wordsStandOverOrUnderAnArrowThatIsTooShortForThem() {
        Drawing drawing =
                Drawing.of(Map.of("a", new Rect(0, 0, 140, 54), "b", new Rect(200, 0, 140, 54)), List.of("a->b"));
        Point at = Captioning.places(drawing, 1).get("a->b");
        assertTrue(drawing.arrows().get("a->b").distanceTo(at) > 17, at.toString());
        assertEquals(170, at.x(), 20);
    }

    @Test
    void wordsOfArrowsSideBySideDoNotHideEachOther() {
        Map<String, Rect> boxes = new LinkedHashMap<>();
        boxes.put("hub", new Rect(0, 200, 140, 54));
        for (int i = 0; i < 4; i++) {
            boxes.put("leaf-" + i, new Rect(520, i * 130, 140, 54));
        }
        Drawing drawing = Drawing.of(boxes, List.of("hub->leaf-0", "hub->leaf-1", "hub->leaf-2", "hub->leaf-3"));
        List<Point> places = List.copyOf(Captioning.places(drawing, 1).values());
        for (int i = 0; i < places.size(); i++) {
            for (int j = i + 1; j < places.size(); j++) {
                boolean apart = Math.abs(places.get(i).x() - places.get(j).x()) > 90
                        || Math.abs(places.get(i).y() - places.get(j).y()) > 24;
                assertTrue(apart, places.get(i) + " and " + places.get(j));
            }
        }
    }

    @Test
    void aPointAlongAWayIsAsFarAlongAsAsked() {
        Route way = new Route(List.of(new Point(0, 0), new Point(100, 0), new Point(100, 50)));
        assertEquals(new Point(30, 0), Captioning.along(way, 30));
        assertEquals(new Point(100, 20), Captioning.along(way, 120));
        assertEquals(new Point(100, 50), Captioning.along(way, 500));
    }
}
