package dev.blastradius.ui.cascade.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.scenario.EffectWords;
import dev.blastradius.editor.scenario.ScenarioEditor;
import dev.blastradius.editor.scenario.pattern.Patterns;
import dev.blastradius.editor.scenario.pattern.RealIncidents;
import dev.blastradius.io.Examples;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.ui.Fx;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.cascade.state.TimeScale;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.robot.Robot;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That a scenario can be drawn with the mouse and with keys as on paper, and that the pane beside it edits what a fault does. */
class TimelineViewTest {

    private final CascadeState state = new CascadeState();
    private Editor editor;
    private FaultDesk desk;
    private TimelineView view;
    private FaultPane pane;
    private Stage stage;
    private Robot robot;

    @BeforeEach
    void open() {
        Fx.start();
        editor = new Editor(Examples.load("rag-support-two-providers"), null);
        Fx.run(() -> {
            desk = new FaultDesk(state);
            view = new TimelineView(state, desk);
            pane = new FaultPane(desk);
            pane.setPrefWidth(380);
            state.duration().set(2_700);
            state.showAll();
            state.scenario().set("both-slow");
            state.editor().set(editor);
            BorderPane root = new BorderPane(view, null, pane, null, null);
            root.getStyleClass().add("light");
            Scene scene = new Scene(root, 1_366, 320);
            scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            robot = new Robot();
        });
        Fx.pulse();
        Fx.pulse();
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    private List<Fault> faults() {
        return editor.drawn().scenariosOrNone().get(state.scenario().get()).faults();
    }

    private double x(double seconds) {
        return Fx.get(() -> TimeScale.of(state, view.tracks().getWidth()).x(seconds));
    }

    private double middleOf(int bar) {
        return Fx.get(() -> view.bar(bar).getLayoutY() + BarNode.HEIGHT / 2);
    }

    /** Drags on the tracks from one place to another, and lets go unless told not to. */
    private void drag(double fromX, double fromY, double toX, double toY, boolean letGo) {
        moveTo(fromX, fromY);
        Fx.run(() -> robot.mousePress(MouseButton.PRIMARY));
        moveTo((fromX + toX) / 2, (fromY + toY) / 2);
        moveTo(toX, toY);
        if (letGo) {
            Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
            Fx.pulse();
        }
    }

    private void moveTo(double x, double y) {
        Fx.run(() -> {
            Point2D at = view.tracks().localToScreen(x, y);
            robot.mouseMove(at.getX(), at.getY());
        });
        Fx.pulse();
    }

    private void press(KeyCode... keys) {
        Fx.run(() -> {
            for (KeyCode key : keys) {
                robot.keyPress(key);
            }
            for (int i = keys.length - 1; i >= 0; i--) {
                robot.keyRelease(keys[i]);
            }
        });
        Fx.pulse();
    }

    private void select(int bar) {
        moveTo(Fx.get(() -> view.bar(bar).startX()) + 30, middleOf(bar));
        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));
        Fx.pulse();
    }

    private String message() {
        return Fx.get(() -> ((Labeled) view.lookup("#timeline-message")).getText());
    }

    @Test
    void barsStandWhereTheChartsHaveTheirMoments() {
        assertEquals(
                List.of("provider = anthropic", "provider = openai"),
                Fx.get(() -> view.tracks().trackNames()));
        assertEquals(x(600), Fx.get(() -> view.bar(0).startX()), 0.01);
        assertEquals(x(2_100), Fx.get(() -> view.bar(0).endX()), 0.01);
        assertEquals(x(720), Fx.get(() -> view.bar(0).fullX()), 0.01);
        assertEquals(
                "Fault of provider = anthropic: latency × 6, from 10 min to 35 min, ramp 2 min",
                Fx.get(() -> view.bar(0).getAccessibleText()));
    }

    @Test
    void aBarIsDraggedAndItsFieldsFollow() {
        drag(x(1_200), middleOf(0), x(1_500), middleOf(0), true);

        assertEquals("15m", faults().get(0).at().text());
        assertEquals("Move fault", editor.undoLabel());
        assertEquals("15 min", Fx.get(() -> ((TextField) pane.lookup("#field-faults-0-at")).getText()));
    }

    @Test
    void anEndARampAndATargetAreDragged() {
        drag(x(2_100) - 3, middleOf(0), x(1_800) - 3, middleOf(0), true);
        assertEquals("20m", faults().get(0).lasting().text());

        drag(x(720), middleOf(0) - 7, x(1_200), middleOf(0) - 7, true);
        assertEquals("10m", faults().get(0).ramp().text());

        drag(x(1_300), middleOf(0), x(1_300), middleOf(1), true);
        assertEquals(faults().get(1).target(), faults().get(0).target());
        assertEquals("10m", faults().get(0).at().text());
    }

    @Test
    void escapeGivesUpADrag() {
        drag(x(1_200), middleOf(0), x(1_500), middleOf(0), false);
        assertEquals(x(900), Fx.get(() -> view.bar(0).startX()), 0.01);
        press(KeyCode.ESCAPE);
        Fx.run(() -> robot.mouseRelease(MouseButton.PRIMARY));
        Fx.pulse();

        assertEquals("10m", faults().get(0).at().text());
        assertFalse(editor.canUndo());
        assertEquals(x(600), Fx.get(() -> view.bar(0).startX()), 0.01);
    }

    @Test
    void keysMoveStretchDuplicateAndDelete() {
        select(0);
        press(KeyCode.RIGHT);
        assertEquals("10.5m", faults().get(0).at().text());
        press(KeyCode.PLUS);
        assertEquals("25.5m", faults().get(0).lasting().text());
        press(KeyCode.CONTROL, KeyCode.D);
        assertEquals(3, faults().size());
        assertEquals(2, Fx.get(() -> desk.selected()));
        assertTrue(Fx.get(() -> view.bar(2).isFocused()), "the copy has the keyboard");
        press(KeyCode.DELETE);
        assertEquals(2, faults().size());
        press(KeyCode.UP);
        assertEquals(1, Fx.get(() -> desk.selected()));
        press(KeyCode.SHIFT, KeyCode.UP);
        assertEquals(faults().get(0).target(), faults().get(1).target());
    }

    @Test
    void aFaultIsDrawnOnAnEmptyPartOfATrack() {
        drag(x(2_400), middleOf(0), x(2_580), middleOf(0), true);

        assertEquals(3, faults().size());
        assertEquals("40m", faults().get(2).at().text());
        assertEquals("3m", faults().get(2).lasting().text());
        assertEquals("unavailable", EffectWords.of(faults().get(2)));
    }

    @Test
    void aClickOnAnEmptyPartMovesTheCursor() {
        moveTo(x(2_400), middleOf(0));
        Fx.run(() -> robot.mouseClick(MouseButton.PRIMARY));
        Fx.pulse();

        assertEquals(2_400, state.cursor().get(), 3);
        assertEquals(ScenarioEditor.NONE, Fx.get(() -> desk.selected()));
    }

    @Test
    void thePaneEditsWhatTheFaultDoesAndSaysWhatIsWrong() {
        select(0);
        Fx.run(() -> {
            TextField field = (TextField) pane.lookup("#field-faults-0-latencyFactor");
            field.requestFocus();
            field.setText("-2");
        });
        press(KeyCode.ENTER);
        Node problem = Fx.get(() -> pane.lookup("#field-faults-0-latencyFactor-problem"));
        assertTrue(Fx.get(problem::isVisible));
        assertEquals(6.0, faults().get(0).effects().get("latencyFactor"));

        Fx.run(() -> ((TextField) pane.lookup("#field-faults-0-latencyFactor")).setText("2.5"));
        press(KeyCode.ENTER);
        assertEquals(2.5, faults().get(0).effects().get("latencyFactor"));
        assertTrue(Fx.get(() -> view.bar(0).getAccessibleText()).contains("latency × 2.5"));
    }

    @Test
    void whatCannotBeIsSaidOverTheTracks() {
        Fx.run(() -> {
            desk.select(0);
            desk.act(editing -> editing.aim(Target.id("visitors")));
        });
        assertTrue(message().startsWith("Not done: this cannot befall"), message());
        assertNotNull(faults().get(0).target().tags());
    }

    @Test
    void anotherIncidentIsDrawnAtEachPressInPlaceOfTheLast() {
        Fx.run(() -> desk.draw(RealIncidents.PROVIDERS.get(0)));
        Fault first = faults().get(2);
        assertTrue(message().startsWith("OpenAI API, draw 1: "), message());
        Fx.run(() -> desk.draw(RealIncidents.PROVIDERS.get(0)));

        assertEquals(3, faults().size());
        assertTrue(message().startsWith("OpenAI API, draw 2: "), message());
        assertFalse(first.equals(faults().get(2)) && first.lasting().seconds() < 2_000);
    }

    @Test
    void aPatternMakesAScenarioWhereNoneIsChosen() {
        Fx.run(() -> {
            state.scenario().set("");
            desk.add(Patterns.ALL.get(0), null);
        });
        Fx.pulse();

        assertEquals("scenario-5", state.scenario().get());
        assertEquals(
                "Full outage",
                editor.drawn().scenariosOrNone().get("scenario-5").label());
        assertEquals("Add Full outage", editor.undoLabel());
    }

    @Test
    void whileItIsLiveNothingIsEdited() {
        Fx.run(() -> state.live().set(true));
        select(0);
        press(KeyCode.RIGHT);
        press(KeyCode.DELETE);

        assertFalse(editor.canUndo());
        assertTrue(Fx.get(() -> view.lookup("#timeline-patterns").isDisabled()));
    }

    @Test
    void zoomingAndUndoingKeepBarsAndFieldsInStep() {
        Fx.run(() -> state.show(600, 900));
        Fx.pulse();
        assertEquals(x(600), Fx.get(() -> view.bar(0).startX()), 0.01);
        select(0);
        press(KeyCode.RIGHT);
        assertEquals("605s", faults().get(0).at().text());
        Fx.run(editor::undo);
        Fx.pulse();
        assertEquals(x(600), Fx.get(() -> view.bar(0).startX()), 0.01);
        assertNull(faults().get(0).flap());
    }
}
