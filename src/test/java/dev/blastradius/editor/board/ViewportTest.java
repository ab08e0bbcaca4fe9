package dev.blastradius.editor.board;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.board.Pointer.Button;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import org.junit.jupiter.api.Test;

class ViewportTest {

    private static final double EPS = 1e-9;

    private final EditorDriver driver = new EditorDriver(Models.BOT);
    private final Viewport viewport = driver.viewport;

    private static Pointer ctrl(double x, double y) {
        return new Pointer(x, y, Button.NONE, false, true, false, false, 1);
    }

    @Test
    void theWheelWithCtrlZoomsToThePointer() {
        Point under = viewport.toDrawing(320, 170);
        driver.board.scroll(ctrl(320, 170), 0, 40);
        assertEquals(1.1, viewport.zoom(), EPS);
        assertEquals(0, under.distanceTo(viewport.toDrawing(320, 170)), EPS);
    }

    @Test
    void aStepBackUndoesAStepOfZoom() {
        driver.board.scroll(ctrl(320, 170), 0, 40);
        driver.board.scroll(ctrl(320, 170), 0, -40);
        assertEquals(1, viewport.zoom(), EPS);
        assertEquals(0, viewport.offsetX(), EPS);
    }

    @Test
    void fingersThatSpreadZoomToThePointBetweenThem() {
        Point under = viewport.toDrawing(100, 200);
        driver.board.zoom(ctrl(100, 200), 1.7);
        assertEquals(1.7, viewport.zoom(), EPS);
        assertEquals(0, under.distanceTo(viewport.toDrawing(100, 200)), EPS);
    }

    @Test
    void zoomByKeysKeepsTheMiddleOfWhatIsSeenOfTheDrawing() {
        Rect seen = viewport.seen();
        Rect area = new Rect(seen.x() - 300, seen.y() + 10, 400, 50);
        Point middle = new Point(seen.x() + 50, seen.y() + 35);
        Point before = viewport.toScreen(middle);
        viewport.zoomBy(1.7, area);
        assertEquals(0, before.distanceTo(viewport.toScreen(middle)), EPS);
    }

    @Test
    void zoomByKeysKeepsTheMiddleOfTheCanvasWhereNothingIsSeen() {
        Rect seen = viewport.seen();
        Point middle = new Point(seen.centerX(), seen.centerY());
        Point before = viewport.toScreen(middle);
        viewport.zoomBy(0.6, new Rect(seen.right() + 1, 0, 10, 10));
        viewport.zoomBy(1.9, (Rect) null);
        assertEquals(0, before.distanceTo(viewport.toScreen(middle)), EPS);
    }

    @Test
    void zoomStaysWithinItsLimits() {
        driver.board.zoom(ctrl(0, 0), 1e6);
        assertEquals(4, viewport.zoom());
        driver.board.zoom(ctrl(0, 0), 1e-9);
        assertEquals(0.05, viewport.zoom());
    }

    @Test
    void twoFingersMoveTheDrawingPixelForPixel() {
        driver.board.scroll(Pointer.at(0, 0), -3.5, 12);
        assertEquals(-3.5, viewport.offsetX());
        assertEquals(12, viewport.offsetY());
    }

    @Test
    void theWheelWithShiftMovesSideways() {
        driver.board.scroll(new Pointer(0, 0, Button.NONE, true, false, false, false, 1), 0, -40);
        assertEquals(-40, viewport.offsetX());
        assertEquals(0, viewport.offsetY());
    }

    @Test
    void draggingWithTheMiddleButtonMovesTheDrawing() {
        driver.press(Button.MIDDLE, driver.middle("bot"), 1)
                .dragBy(30, -20)
                .dragBy(5, 5)
                .release();
        assertEquals(35, viewport.offsetX());
        assertEquals(-15, viewport.offsetY());
        assertTrue(driver.selection().isEmpty());
    }

    @Test
    void draggingWithSpaceHeldMovesTheDrawingAndNoBox() {
        driver.hold("space").press(driver.middle("bot"));
        assertEquals(CursorShape.CLOSED_HAND, driver.board.overlay().cursor());
        driver.dragBy(30, -20).release();
        assertEquals(30, viewport.offsetX());
        assertEquals(new Point(300, 300), driver.place("bot"));
        assertEquals(CursorShape.OPEN_HAND, driver.board.overlay().cursor());
    }

    @Test
    void fittingShowsEverythingInTheMiddle() {
        Rect bounds = driver.board.drawing().bounds();
        viewport.fit(bounds, 30);
        Rect seen = viewport.seen();
        assertTrue(seen.x() < bounds.x() && seen.right() > bounds.right());
        assertTrue(seen.y() < bounds.y() && seen.bottom() > bounds.bottom());
    }

    @Test
    void revealingMovesAsLittleAsItTakes() {
        viewport.reveal(new Rect(100, 100, 50, 50));
        assertEquals(0, viewport.offsetX());
        viewport.reveal(new Rect(1_000, 100, 50, 50));
        assertEquals(1_000 - 36 - 1_050, viewport.offsetX());
        assertEquals(0, viewport.offsetY());
    }

    @Test
    void pointsOfTheScreenAndOfTheDrawingAreEachOthersInverse() {
        viewport.zoomBy(0.37, 12, 34);
        viewport.panBy(-17, 5);
        Point point = viewport.toScreen(viewport.toDrawing(123, 456));
        assertEquals(123, point.x(), EPS);
        assertEquals(456, point.y(), EPS);
    }
}
