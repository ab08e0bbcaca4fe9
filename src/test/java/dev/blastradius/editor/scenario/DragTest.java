package dev.blastradius.editor.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.scenario.Drag.Grip;
import dev.blastradius.editor.scenario.Drag.Way;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.sim.RandomStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** That gestures on the timeline do what the hand means, each as one step that can be undone. */
class DragTest {

    private static final Way MINUTES = Way.plain(60);

    private final Editor editor = ScenarioModels.open();
    private final ScenarioEditor scenario = ScenarioModels.first(editor);
    private final Pipeline before = editor.drawn();

    private Fault fault(int index) {
        return scenario.faults().get(index);
    }

    /** Drags, and lets go. */
    private String drag(Grip grip, int index, double from, double to, Target over, Way way) {
        Drag drag = scenario.drag(grip, index, from);
        drag.move((from + to) / 2, over, way);
        drag.move(to, over, way);
        return drag.drop();
    }

    private void assertOneStep(String label) {
        assertEquals(label, editor.undoLabel());
        editor.undo();
        assertEquals(before, editor.drawn());
        assertFalse(editor.canUndo());
    }

    @Test
    void aBarThatIsDraggedMovesAndKeepsItsLength() {
        drag(Grip.BODY, 0, 700, 700 + 290, null, MINUTES);

        assertEquals("15m", fault(0).at().text());
        assertEquals("20m", fault(0).lasting().text());
        assertEquals("2m", fault(0).ramp().text());
        assertOneStep("Move fault");
    }

    @Test
    void withAltItGoesWhereThePointerIs() {
        drag(Grip.BODY, 0, 700, 712.345, null, new Way(60, true, false, false));

        assertEquals("612.345s", fault(0).at().text());
    }

    @Test
    void aBarThatIsDraggedOntoAnotherTrackBefallsItsTarget() {
        drag(Grip.BODY, 0, 700, 700, Target.id("haiku"), MINUTES);

        assertEquals(Target.id("haiku"), fault(0).target());
        assertEquals("10m", fault(0).at().text());
        assertOneStep("Move fault to Haiku");
    }

    @Test
    void withShiftOnlyItsTargetChanges() {
        drag(Grip.BODY, 0, 700, 2_000, Target.id("haiku"), new Way(60, false, true, false));

        assertEquals(Target.id("haiku"), fault(0).target());
        assertEquals("10m", fault(0).at().text());
    }

    @Test
    void aTargetThatCannotSufferTheEffectsIsRefusedAndTheReasonSaid() {
        Drag drag = scenario.drag(Grip.BODY, 0, 700);
        drag.move(700, Target.id("users"), MINUTES);

        assertTrue(drag.obstacle().contains("cannot befall \"users\""), drag.obstacle());
        assertTrue(drag.drop().contains("cannot befall"));
        assertEquals(before, editor.drawn());
    }

    @Test
    void itsBeginningIsDraggedAndItsEndStays() {
        drag(Grip.BEGIN, 0, 600, 1_230, null, MINUTES);

        assertEquals("20m", fault(0).at().text());
        assertEquals("10m", fault(0).lasting().text());
        assertOneStep("Stretch fault");
    }

    @Test
    void itsEndIsDraggedAndItsBeginningStays() {
        drag(Grip.END, 0, 1_800, 1_500, null, MINUTES);

        assertEquals("10m", fault(0).at().text());
        assertEquals("15m", fault(0).lasting().text());
        assertOneStep("Stretch fault");
    }

    @Test
    void aRampIsNeverLongerThanItsFault() {
        drag(Grip.END, 0, 1_800, 660, null, MINUTES);

        assertEquals("1m", fault(0).lasting().text());
        assertEquals("1m", fault(0).ramp().text());
    }

    @Test
    void anEndThatIsDraggedPastTheRunsEndIsOpen() {
        drag(Grip.END, 0, 1_800, 4_000, null, MINUTES);
        assertNull(fault(0).lasting());

        drag(Grip.END, 0, 3_600, 3_000, null, MINUTES);
        assertEquals("40m", fault(0).lasting().text());
    }

    @Test
    void aRampIsDraggedFromNothingToTheWholeLength() {
        drag(Grip.RAMP, 0, 720, 1_210, null, MINUTES);
        assertEquals("10m", fault(0).ramp().text());
        assertEquals("Ramp fault", editor.undoLabel());

        drag(Grip.RAMP, 0, 1_200, 3_500, null, MINUTES);
        assertEquals("20m", fault(0).ramp().text());

        drag(Grip.RAMP, 0, 1_800, 590, null, MINUTES);
        assertNull(fault(0).ramp());
    }

    @Test
    void withCtrlACopyIsDraggedAndSelected() {
        drag(Grip.BODY, 0, 700, 1_900, null, new Way(60, false, false, true));

        assertEquals(4, scenario.faults().size());
        assertEquals("10m", fault(0).at().text());
        assertEquals("30m", fault(3).at().text());
        assertEquals(fault(0).effects(), fault(3).effects());
        assertEquals(3, scenario.selected());
        assertOneStep("Duplicate fault");
    }

    @Test
    void aNewFaultIsDrawnFromWhereThePointerWasPressedInEitherDirection() {
        Drag drag = scenario.draw(Target.id("haiku"), 1_190);
        drag.move(610, Target.id("haiku"), MINUTES);
        assertEquals("10m", drag.fault().at().text());
        assertEquals("", drag.drop());

        assertEquals(3, scenario.selected());
        assertEquals("10m", fault(3).lasting().text());
        assertEquals(true, fault(3).effects().get("unavailable"));
        assertOneStep("New fault");
    }

    @Test
    void aNewFaultOfAClientIsMoreTraffic() {
        scenario.draw(Target.id("users"), 600).drop();

        assertEquals(3.0, fault(3).effects().get("trafficFactor"));
        ScenarioModels.assertRuns(editor.drawn());
    }

    @Test
    void aFaultDrawnWhereThereIsNoScenarioMakesOne() {
        scenario.choose("");
        Drag drag = scenario.draw(Target.id("opus"), 600);
        drag.move(900, null, MINUTES);
        assertEquals(1, drag.timeline().tracks().size());
        drag.drop();

        assertEquals("scenario-3", scenario.scenario());
        assertEquals(1, scenario.faults().size());
        assertOneStep("New fault");
    }

    @Test
    void aFlagThatIsDraggedChangesWhenPeopleAct() {
        editor.chooseStrategy("by-hand");
        drag(Grip.FLAG, 0, 1_200, 1_805, null, MINUTES);

        assertEquals(
                "20m",
                editor.drawn()
                        .strategiesOrNone()
                        .get("by-hand")
                        .runbookOrEmpty()
                        .get(0)
                        .after()
                        .text());
        assertEquals("Move step of the runbook", editor.undoLabel());

        drag(Grip.FLAG, 0, 1_800, 10, null, MINUTES);
        assertEquals(
                0,
                editor.drawn()
                        .strategiesOrNone()
                        .get("by-hand")
                        .runbookOrEmpty()
                        .get(0)
                        .after()
                        .nanos());
    }

    @Test
    void whatIsGivenUpHasChangedNothing() {
        Drag drag = scenario.drag(Grip.BODY, 0, 700);
        drag.move(2_000, Target.id("haiku"), MINUTES);
        assertNotEquals(scenario.timeline(), drag.timeline());

        assertEquals(before, editor.drawn());
        assertFalse(editor.canUndo());
    }

    @Test
    void tracksStayWhereTheyAreWhileABarIsDraggedOffThem() {
        Drag drag = scenario.drag(Grip.BODY, 1, 1_000);
        drag.move(1_000, Target.id("opus"), MINUTES);

        assertEquals(2, drag.timeline().tracks().size());
        assertEquals(3, drag.timeline().tracks().get(0).bars().size());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noGestureMakesAModelThatCannotRun(long seed) {
        RandomStream random = new RandomStream().start(seed);
        List<Targets.Choice> targets = Targets.all(editor.drawn());
        for (int i = 0; i < 60 && !scenario.faults().isEmpty(); i++) {
            Grip grip = Grip.values()[random.below(4)];
            Target over = targets.get(random.below(targets.size())).target();
            Way way = new Way(
                    TidyTime.step(random.uniform() * 20),
                    random.below(3) == 0,
                    random.below(4) == 0,
                    random.below(9) == 0);
            drag(
                    grip,
                    random.below(scenario.faults().size()),
                    random.uniform() * 3_600,
                    random.uniform() * 5_000 - 600,
                    random.below(2) == 0 ? over : null,
                    way);
            ScenarioModels.assertRuns(editor.drawn());
            for (Fault fault : scenario.faults()) {
                assertTrue(fault.at().seconds() < 3_600, "begins within the run");
                assertTrue(fault.lasting() == null || fault.lasting().nanos() > 0, "lasts");
                assertTrue(
                        fault.ramp() == null
                                || fault.lasting() == null
                                || fault.ramp().nanos() <= fault.lasting().nanos(),
                        "reaches its full strength");
            }
        }
    }
}
