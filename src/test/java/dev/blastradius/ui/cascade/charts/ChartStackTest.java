package dev.blastradius.ui.cascade.charts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.cascade.SamplePlayback;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.ui.Fx;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.state.TimeScale;
import dev.blastradius.ui.look.Theme;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.shape.Line;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChartStackTest {

    private static final double WIDTH = 1_014;
    /** A place in the first chart's plot; the plots are 800 pixels wide. */
    private static final double Y = 60;

    private final CascadeState state = new CascadeState();
    private final SamplePlayback sample = SamplePlayback.broken();
    private ChartStack stack;
    private Stage stage;

    @BeforeAll
    static void startFx() {
        Fx.start();
    }

    @BeforeEach
    void open() {
        sample.chronicle()
                .put(ClientSeries.OK, "visitors", 0, SamplePlayback.STEPS, 10)
                .put(ClientSeries.OK, "visitors", 20, 40, 4)
                .put(ClientSeries.FAILED, "visitors", 20, 40, 6)
                .put(DependencySeries.OPEN, "assistant->opus", 0, SamplePlayback.STEPS, 0)
                .put(DependencySeries.HALF_OPEN, "assistant->opus", 0, SamplePlayback.STEPS, 0);
        Fx.run(() -> {
            stack = new ChartStack(state);
            Scene scene = new Scene(stack, WIDTH, 360);
            Theme.LIGHT.apply(scene);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            state.duration().set(120);
            state.showAll();
            state.playback().set(sample.playback());
        });
        waitForPictures();
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    private List<ChartTile> tiles() {
        return stack.board().column().tiles();
    }

    private ChartTile tile(String key) {
        return tiles().stream()
                .filter(each -> each.kind().key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    private void waitForPictures() {
        Fx.waitUntil(
                "the charts that are seen are painted",
                () -> tiles().stream()
                        .filter(Node::isVisible)
                        .allMatch(each -> each.picture().chart() != null));
    }

    @Test
    void everyMomentIsAtTheSamePlaceInEveryChartAsOnTheTimeline() {
        Fx.run(() -> {
            TimeScale scale = TimeScale.of(state, WIDTH);
            for (ChartTile tile : tiles()) {
                assertEquals(WIDTH, tile.getWidth());
                if (tile.isOverTime()) {
                    assertEquals(30, tile.at(scale.x(30)), 1e-9);
                }
            }
        });
    }

    @Test
    void theWheelZoomsAboutTheMomentUnderTheMouse() {
        Fx.run(() -> {
            double x = TimeScale.of(state, WIDTH).x(40);
            scroll(x, 400);
            assertEquals(120 * Math.exp(-1.6), state.to().get() - state.from().get(), 1e-9);
            assertEquals(x, TimeScale.of(state, WIDTH).x(40), 1e-9);
        });
    }

    @Test
    void besideThePlotsTheWheelScrollsTheCharts() {
        Fx.run(() -> {
            double before = tiles().get(0).getLayoutY();
            scroll(20, -50);
            stack.board().column().layout();
            assertEquals(before - 50, tiles().get(0).getLayoutY());
            assertEquals(120, state.to().get());
        });
    }

    @Test
    void draggingMovesTimeAlong() {
        Fx.run(() -> {
            state.show(40, 80);
            drag(350, 450, false);
            assertEquals(35, state.from().get(), 1e-9);
            assertEquals(75, state.to().get(), 1e-9);
            assertTrue(Double.isNaN(state.cursor().get()), "a drag is no click");
        });
    }

    @Test
    void draggingWithShiftZoomsToTheStretch() {
        Fx.run(() -> {
            drag(150 + 200, 150 + 400, true);
            assertEquals(30, state.from().get(), 1e-9);
            assertEquals(60, state.to().get(), 1e-9);
        });
    }

    @Test
    void aClickSetsTheMomentAndTwoShowTheWholeRun() {
        Fx.run(() -> {
            state.show(40, 80);
            click(150 + 400, 1);
            assertEquals(60, state.cursor().get(), 1e-9);
            click(150 + 400, 2);
            assertEquals(0, state.from().get());
            assertEquals(120, state.to().get());
        });
    }

    @Test
    void keysZoomPanAndShowTheWholeRun() {
        Fx.run(() -> {
            key(KeyCode.PLUS);
            assertEquals(72, state.to().get() - state.from().get(), 1e-9);
            double from = state.from().get();
            key(KeyCode.RIGHT);
            assertEquals(from + 7.2, state.from().get(), 1e-9);
            key(KeyCode.LEFT);
            assertEquals(from, state.from().get(), 1e-9);
            key(KeyCode.MINUS);
            assertEquals(120, state.to().get() - state.from().get(), 1e-9);
            key(KeyCode.PLUS);
            key(KeyCode.DIGIT0);
            assertEquals(0, state.from().get());
        });
    }

    @Test
    void valuesAreThoseUnderTheMouseAndElseThoseAtTheCursor() {
        Fx.run(() -> {
            state.cursor().set(50);
            assertEquals(
                    List.of("ok 2 /s", "failed 3 /s", "arriving 0 /s"),
                    tile("outcomes").head().told());
            mouse(MouseEvent.MOUSE_MOVED, TimeScale.of(state, WIDTH).x(10), MouseButton.NONE, 0, false);
            assertEquals(
                    List.of("ok 5 /s", "failed 0 /s", "arriving 0 /s"),
                    tile("outcomes").head().told());
            assertEquals(
                    "Outcomes of all clients, at 10 s: ok 5 /s; failed 0 /s; arriving 0 /s",
                    tile("outcomes").getAccessibleText());
            mouse(MouseEvent.MOUSE_EXITED, 0, MouseButton.NONE, 0, false);
            assertEquals("ok 2 /s", tile("outcomes").head().told().get(0));
        });
    }

    @Test
    void aChartThatIsScrolledToTellsTheValuesOfTheMomentThatIsLookedAt() {
        Fx.run(() -> {
            state.cursor().set(10);
            stack.board().column().scrollBy(10_000);
            stack.board().column().layout();
            assertFalse(tile("outcomes").isVisible());
            state.cursor().set(50);
            assertEquals("ok 5 /s", tile("outcomes").head().told().get(0));
            stack.board().column().scrollBy(-10_000);
            stack.board().column().layout();
            assertEquals("ok 2 /s", tile("outcomes").head().told().get(0));
        });
    }

    @Test
    void oneLineStandsAtTheCursorWithoutAnyPictureBeingPaintedForIt() {
        int before = painted();
        Fx.run(() -> {
            state.cursor().set(60);
            Line line = (Line) stack.lookup(".stack-cursor");
            assertTrue(line.isVisible());
            assertEquals(150 + 400, line.getStartX(), 1);
            state.cursor().set(130);
            assertFalse(line.isVisible());
        });
        Fx.pulse();
        assertEquals(before, painted());
    }

    private int painted() {
        return Fx.get(() ->
                tiles().stream().mapToInt(each -> each.picture().painted()).sum());
    }

    @Test
    void whileTheNewPictureIsPaintedTheOldOneIsWhereItsTimesAre() {
        Fx.run(() -> {
            state.show(30, 90);
            ChartPicture picture = tile("outcomes").picture();
            picture.layout();
            assertEquals(TimeScale.of(state, WIDTH).x(0), picture.plotFrom(), 1e-9);
            assertEquals(TimeScale.of(state, WIDTH).x(120), picture.plotTo(), 1e-9);
        });
        Fx.waitUntil("the stretch is painted", () -> {
            ChartPicture picture = tile("outcomes").picture();
            return Math.abs(picture.plotFrom() - TimeScale.LEFT) < 1e-9
                    && Math.abs(picture.plotTo() - (WIDTH - TimeScale.RIGHT)) < 1e-9;
        });
    }

    @Test
    void chartsThatAreNotSeenAreNotPainted() {
        Fx.run(() -> {
            assertTrue(tiles().stream().anyMatch(each -> !each.isVisible()));
            for (ChartTile tile : tiles()) {
                assertEquals(
                        tile.isVisible(),
                        tile.picture().painted() > 0,
                        tile.kind().key());
            }
        });
    }

    @Test
    void requestsAreAskedForAtTheMomentThatIsLookedAt() {
        Fx.run(() -> {
            key(KeyCode.R);
            assertTrue(Double.isNaN(state.askedRequests().get()));
            state.cursor().set(44);
            key(KeyCode.R);
            assertEquals(44, state.askedRequests().get());
        });
    }

    @Test
    void aChartFollowsWhatIsLookedAtElsewhere() {
        Fx.run(() -> {
            state.focus().set("assistant->gpt");
            assertEquals("assistant->gpt", tile("attempts").subject());
            state.focus().set("robots");
            assertEquals("robots", tile("outcomes").subject());
            assertEquals("assistant->gpt", tile("attempts").subject());
            Subject chosen = tile("outcomes").head().choice().getValue();
            assertEquals("Robots", chosen.name());
        });
    }

    @Test
    void aChartThatIsNotWantedIsLeftOut() {
        Fx.run(() -> {
            MenuButton menu = (MenuButton) stack.lookup(".charts-menu");
            CheckMenuItem latency = (CheckMenuItem) menu.getItems().stream()
                    .filter(each -> "show-latency".equals(each.getId()))
                    .findFirst()
                    .orElseThrow();
            latency.setSelected(false);
            assertTrue(tiles().stream().noneMatch(each -> each.kind().key().equals("latency")));
            latency.setSelected(true);
            assertEquals("latency", tiles().get(2).kind().key());
        });
    }

    @Test
    void chartsThatThereCanBeNothingForAreNamedWithTheReason() {
        SamplePlayback bare = SamplePlayback.bare();
        Fx.run(() -> {
            assertEquals("", stack.board().column().leftOut());
            state.playback().set(bare.playback());
            assertTrue(tiles().stream().noneMatch(each -> each.kind().key().equals("breakers")));
            assertTrue(stack.board().column().leftOut().contains("Circuit breakers (no circuit breaker in the model)"));
            state.playback().set(null);
            assertEquals(List.of(), tiles());
        });
    }

    @Test
    void aReplicationThatGoesOnIsDrawnAgainAsItGrows() {
        sample.chronicle().recorded(10);
        Fx.run(() -> state.growth().set(1));
        Fx.waitUntil("what is not recorded is gone", () -> {
            stack.board().hover(30, tile("outcomes"));
            return tile("outcomes").head().told().get(0).equals("ok –");
        });
    }

    @Test
    void aSingleChartFillsItsRoomAndCanBeChosen() {
        Fx.run(() -> {
            SingleChart single = new SingleChart(state, 2);
            single.key().set("breakers");
            Scene scene = new Scene(single, 900, 400);
            stage.setScene(scene);
            single.applyCss();
            single.layout();
            List<ChartTile> shown = single.board().column().tiles();
            assertEquals(
                    List.of("breakers"),
                    shown.stream().map(each -> each.kind().key()).toList());
            assertEquals(single.board().column().getHeight(), shown.get(0).getHeight());
            single.key().set("latency");
            assertEquals(
                    "latency", single.board().column().tiles().get(0).kind().key());
        });
    }

    private void scroll(double x, double deltaY) {
        Event.fireEvent(
                stack.board().column(),
                new ScrollEvent(
                        ScrollEvent.SCROLL,
                        x,
                        Y,
                        x,
                        Y,
                        false,
                        false,
                        false,
                        false,
                        false,
                        false,
                        0,
                        deltaY,
                        0,
                        deltaY,
                        ScrollEvent.HorizontalTextScrollUnits.NONE,
                        0,
                        ScrollEvent.VerticalTextScrollUnits.NONE,
                        0,
                        0,
                        null));
    }

    private void drag(double from, double to, boolean shift) {
        mouse(MouseEvent.MOUSE_PRESSED, from, MouseButton.PRIMARY, 1, shift);
        mouse(MouseEvent.MOUSE_DRAGGED, (from + to) / 2, MouseButton.PRIMARY, 1, shift);
        mouse(MouseEvent.MOUSE_DRAGGED, to, MouseButton.PRIMARY, 1, shift);
        mouse(MouseEvent.MOUSE_RELEASED, to, MouseButton.PRIMARY, 1, shift);
    }

    private void click(double x, int count) {
        mouse(MouseEvent.MOUSE_PRESSED, x, MouseButton.PRIMARY, count, false);
        mouse(MouseEvent.MOUSE_RELEASED, x, MouseButton.PRIMARY, count, false);
    }

    private void mouse(
            javafx.event.EventType<MouseEvent> type, double x, MouseButton button, int count, boolean shift) {
        boolean isDown = button == MouseButton.PRIMARY;
        Event.fireEvent(
                stack.board().column(),
                new MouseEvent(
                        type, x, Y, x, Y, button, count, shift, false, false, false, isDown, false, false, false, false,
                        true, null));
    }

    private void key(KeyCode code) {
        Event.fireEvent(stack, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
    }
}
