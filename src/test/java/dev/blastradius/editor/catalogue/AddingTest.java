package dev.blastradius.editor.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.io.Examples;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Position;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.ModelApi;
import dev.blastradius.model.component.StaticAnswer;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AddingTest {

    private static final Size SIZE = new Size(140, 54);
    private static final Point MIDDLE = new Point(500, 300);

    private final Editor editor = new Editor(Examples.load("rag-support-two-providers"), null);
    private final Adding adding = new Adding(editor, AddingTest::sizes);
    private final Map<String, Rect> boxes = new LinkedHashMap<>();

    private static Map<String, Size> sizes(Pipeline pipeline) {
        Map<String, Size> sizes = new LinkedHashMap<>();
        pipeline.components().keySet().forEach(id -> sizes.put(id, SIZE));
        return sizes;
    }

    @BeforeEach
    void boxesFarBelow() {
        double x = 0;
        for (String id : editor.pipeline().components().keySet()) {
            boxes.put(id, Rect.of(new Point(x, 2_000), SIZE));
            x += 400;
        }
    }

    private static Piece piece(Kind<?> kind) {
        return new Piece.OfKind(kind);
    }

    private Position at(String id) {
        return editor.pipeline().positions().get(id);
    }

    @Test
    void withNothingSelectedItComesAroundTheMiddleOfWhatIsSeen() {
        String id = adding.add(piece(ModelApi.KIND), MIDDLE, boxes, false);
        assertEquals(new Position(430.0, 273.0), at(id));
        assertEquals(Selection.component(id), editor.selection());
    }

    @Test
    void aSecondOneInTheSamePlaceGoesBelowTheFirst() {
        String first = adding.add(piece(ModelApi.KIND), MIDDLE, boxes, false);
        boxes.put(first, Rect.of(new Point(at(first).x(), at(first).y()), SIZE));
        editor.select(Selection.NONE);
        String second = adding.add(piece(ModelApi.KIND), MIDDLE, boxes, false);
        assertTrue(at(second).y() >= at(first).y() + SIZE.height());
    }

    @Test
    void besideASelectedBoxItComesToTheRightAtTheSameHeight() {
        editor.select(Selection.component("assistant"));
        String id = adding.add(piece(ModelApi.KIND), MIDDLE, boxes, false);
        Rect box = boxes.get("assistant");
        assertEquals(new Position(box.right() + 110, box.y()), at(id));
        assertFalse(editor.pipeline().arrows().containsKey("assistant->" + id));
    }

    @Test
    void connectedItIsCalledByTheSelectedBoxAndOneUndoTakesBothBack() {
        Pipeline before = editor.pipeline();
        editor.select(Selection.component("assistant"));
        String id = adding.add(piece(StaticAnswer.KIND), MIDDLE, boxes, true);
        assertTrue(editor.pipeline().arrows().containsKey("assistant->" + id));
        editor.undo();
        assertEquals(before, editor.pipeline());
    }

    @Test
    void aClientComesToTheLeftAndCallsTheSelectedBox() {
        editor.select(Selection.component("assistant"));
        String id = adding.add(piece(Client.KIND), MIDDLE, boxes, true);
        assertTrue(at(id).x() < boxes.get("assistant").x());
        assertTrue(editor.pipeline().arrows().containsKey(id + "->assistant"));
    }

    @Test
    void whereNoArrowCanBeItIsAddedWithoutOne() {
        editor.select(Selection.component("canned"));
        int arrows = editor.pipeline().arrows().size();
        String id = adding.add(piece(StaticAnswer.KIND), MIDDLE, boxes, true);
        assertTrue(editor.pipeline().components().containsKey(id));
        assertEquals(arrows, editor.pipeline().arrows().size());
    }

    @Test
    void aPresetBringsItsNameAndItsValues() {
        Piece opus = Catalogue.find("Claude Opus").get(0).pieces().get(0);
        String id = adding.add(opus, MIDDLE, boxes, false);
        assertEquals(opus.title(), editor.pipeline().components().get(id).title(id));
    }
}
