package dev.blastradius.editor.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.io.Preset;
import dev.blastradius.io.Presets;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import java.util.List;
import org.junit.jupiter.api.Test;

class PlacingTest {

    private final EditorDriver driver = new EditorDriver(Models.BOT);

    private static Placed kind(String key) {
        for (Kind<? extends Component> kind : Kinds.ALL) {
            if (kind.key().equals(key)) {
                return Placed.of(kind);
            }
        }
        throw new AssertionError(key);
    }

    @Test
    void whatIsPlacedHangsAtThePointerAndIsAddedWhereItIsDropped() {
        driver.hold("alt").board.place(kind("cache"));
        driver.drag(new Point(203, 551));
        List<Overlay.Ghost> ghosts = driver.board.overlay().ghosts();
        assertEquals(1, ghosts.size());
        assertEquals(203, ghosts.get(0).box().centerX());
        driver.release();
        assertEquals(new Point(203, 551), driver.middle("cache"));
        assertEquals(Selection.component("cache"), driver.selection());
        assertEquals("Add Cache", driver.editor.undoLabel());
    }

    @Test
    void whatWasPlacedCanBeNamedAtOnce() {
        driver.board.place(kind("cache"));
        driver.drag(new Point(203, 551)).release();
        assertEquals("cache", driver.board.overlay().label().component());
        driver.board.enter("Replies");
        assertEquals("Replies", driver.pipeline().components().get("cache").title("cache"));
    }

    @Test
    void whatIsPlacedIsCaughtByTheOthers() {
        driver.board.place(kind("cache"));
        driver.drag(new Point(373, 551));
        assertEquals(370, driver.board.overlay().ghosts().get(0).box().centerX());
        assertFalse(driver.board.overlay().guides().isEmpty());
    }

    @Test
    void aPresetIsPlacedWithItsValuesAndItsName() {
        Preset preset = Presets.all().get(0);
        driver.board.place(Placed.of(preset));
        driver.drag(new Point(203, 551)).release();
        String id = driver.selection().onlyComponent();
        assertEquals(preset.name(), driver.pipeline().components().get(id).title(id));
    }

    @Test
    void whatIsTakenAwayFromTheCanvasIsNotAdded() {
        driver.board.place(kind("cache"));
        driver.drag(new Point(203, 551));
        driver.board.stopPlacing();
        driver.release();
        assertFalse(driver.editor.canUndo());
        assertEquals(List.of(), driver.board.overlay().ghosts());
    }

    @Test
    void escapeGivesUpPlacing() {
        driver.board.place(kind("cache"));
        driver.drag(new Point(203, 551));
        assertTrue(driver.key(Key.Code.ESCAPE));
        driver.release();
        assertFalse(driver.editor.canUndo());
    }

    @Test
    void comingInFromTheEdgeDoesNotMoveTheDrawingOn() {
        driver.board.place(kind("cache"));
        driver.drag(new Point(3, 300));
        assertFalse(driver.board.wantsTicks());
    }

    @Test
    void whatIsAddedByACommandLandsInTheMiddleOfWhatIsSeenAndOnNothingElse() {
        driver.board.add(kind("tool"));
        driver.board.cancel();
        driver.board.add(kind("tool"));
        assertEquals(500, driver.middle("tool").x());
        driver.pipeline()
                .components()
                .keySet()
                .forEach(id -> driver.pipeline().components().keySet().forEach(other -> {
                    if (!id.equals(other)) {
                        assertFalse(driver.box(id).overlaps(driver.box(other)), id + " on " + other);
                    }
                }));
    }

    @Test
    void whatIsDroppedOnAnArrowComesBetweenItsEnds() {
        driver.board.place(kind("gateway"));
        Point middle = driver.middleOf("bot->opus");
        driver.drag(middle);
        assertEquals("Put into Bot → opus", driver.said());
        driver.release();
        assertEquals(
                "30s",
                driver.pipeline().arrows().get("bot->gateway").call().timeout().text());
        assertTrue(driver.pipeline().arrows().containsKey("gateway->opus"));
        assertFalse(driver.pipeline().arrows().containsKey("bot->opus"));
        driver.editor.undo();
        assertTrue(driver.pipeline().arrows().containsKey("bot->opus"));
        assertFalse(driver.editor.canUndo());
    }

    @Test
    void withAltOrWhereItCannotPassCallsOnItIsOnlyAdded() {
        driver.board.place(kind("static"));
        driver.drag(driver.middleOf("bot->opus")).release();
        driver.board.cancel();
        driver.hold("alt").board.place(kind("gateway"));
        driver.drag(driver.middleOf("users->bot")).release();
        assertEquals(4, driver.pipeline().arrows().size());
    }
}
