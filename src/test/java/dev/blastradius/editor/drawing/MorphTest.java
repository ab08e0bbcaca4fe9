package dev.blastradius.editor.drawing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MorphTest {

    private static final Drawing BEFORE =
            Drawing.of(Map.of("a", new Rect(0, 0, 100, 50), "b", new Rect(300, 0, 100, 50)), List.of("a->b"));
    private static final Drawing AFTER =
            Drawing.of(Map.of("a", new Rect(0, 200, 100, 50), "b", new Rect(300, 0, 100, 50)), List.of("a->b"));

    @Test
    void halfwayBoxesAreHalfwayAndArrowsBeginAndEndAtThem() {
        Drawing halfway = new Morph(BEFORE, AFTER).at(0.5);
        assertEquals(new Rect(0, 100, 100, 50), halfway.boxes().get("a"));
        Route arrow = halfway.arrows().get("a->b");
        assertEquals(100, arrow.start().x());
        assertEquals(true, halfway.boxes().get("a").contains(arrow.start()));
        assertEquals(true, halfway.boxes().get("b").contains(arrow.end()));
    }

    @Test
    void atTheEndIsWhatWasToBeDrawn() {
        assertSame(AFTER, new Morph(BEFORE, AFTER).at(1));
        assertEquals(200, new Morph(BEFORE, AFTER).furthest());
    }
}
