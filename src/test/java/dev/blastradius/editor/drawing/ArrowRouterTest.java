package dev.blastradius.editor.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArrowRouterTest {

    private static final Rect LEFT = new Rect(0, 100, 100, 50);

    @Test
    void boxesAtOneHeightAreJoinedByAStraightArrow() {
        Route route = only(Map.of("a", LEFT, "b", new Rect(200, 100, 100, 50)));
        assertEquals(List.of(new Point(100, 125), new Point(200, 125)), route.points());
    }

    @Test
    void aSmallDifferenceInHeightMakesNoJog() {
        Route route = only(Map.of("a", LEFT, "b", new Rect(200, 110, 100, 50)));
        assertEquals(2, route.points().size());
        assertEquals(route.start().y(), route.end().y());
    }

    @ParameterizedTest
    @CsvSource({"300,0", "300,300", "-300,0", "-300,250", "0,200", "20,-200", "0,60"})
    void everyArrowStartsAndEndsOnItsBoxesEdges(double dx, double dy) {
        Rect other = LEFT.movedBy(dx, dy);
        Route route = only(Map.of("a", LEFT, "b", other));
        assertOnEdge(LEFT, route.start());
        assertOnEdge(other, route.end());
    }

    private static void assertOnEdge(Rect box, Point point) {
        assertTrue(box.contains(point), point + " is not on " + box);
        assertFalse(box.grown(-0.5).contains(point), point + " is inside " + box);
    }

    @Test
    void aBoxInTheWayIsGoneAround() {
        Map<String, Rect> boxes = new LinkedHashMap<>();
        boxes.put("a", LEFT);
        boxes.put("between", new Rect(200, 90, 100, 70));
        boxes.put("b", new Rect(400, 100, 100, 50));
        Route route = ArrowRouter.route(boxes, List.of("a->b")).get("a->b");
        Rect between = new Rect(200, 90, 100, 70);
        for (int i = 1; i < route.points().size(); i++) {
            Rect piece = Rect.between(route.points().get(i - 1), route.points().get(i))
                    .grown(0.1);
            assertFalse(piece.overlaps(between), route.toString());
        }
    }

    @Test
    void arrowsBetweenTheSameColumnsStayApart() {
        Map<String, Rect> boxes = new LinkedHashMap<>();
        boxes.put("a", LEFT);
        for (int i = 0; i < 5; i++) {
            boxes.put("b" + i, new Rect(300, i * 80, 100, 50));
        }
        List<String> arrows = List.of("a->b0", "a->b1", "a->b2", "a->b3", "a->b4");
        Map<String, Route> routes = ArrowRouter.route(boxes, arrows);
        for (String one : arrows) {
            for (String other : arrows) {
                if (!one.equals(other)) {
                    assertFalse(sharesUpright(routes.get(one), routes.get(other)), one + " lies on " + other);
                }
            }
        }
    }

    private static boolean sharesUpright(Route one, Route other) {
        for (int i = 1; i < one.points().size(); i++) {
            for (int j = 1; j < other.points().size(); j++) {
                Rect a = Rect.between(one.points().get(i - 1), one.points().get(i));
                Rect b = Rect.between(other.points().get(j - 1), other.points().get(j));
                boolean upright = a.width() == 0 && b.width() == 0;
                if (upright && Math.abs(a.x() - b.x()) < 5 && a.y() < b.bottom() - 2 && b.y() < a.bottom() - 2) {
                    return true;
                }
            }
        }
        return false;
    }

    @Test
    void theSameDrawingGivesTheSameWays() {
        Map<String, Rect> boxes = Map.of("a", LEFT, "b", new Rect(300, 0, 100, 50), "c", new Rect(300, 300, 90, 50));
        List<String> arrows = List.of("a->b", "a->c", "b->c");
        assertEquals(ArrowRouter.route(boxes, arrows), ArrowRouter.route(boxes, arrows));
    }

    private static Route only(Map<String, Rect> boxes) {
        return ArrowRouter.route(boxes, List.of("a->b")).get("a->b");
    }
}
