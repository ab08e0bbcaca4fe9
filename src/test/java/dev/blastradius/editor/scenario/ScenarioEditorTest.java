package dev.blastradius.editor.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import java.util.List;
import org.junit.jupiter.api.Test;

/** That scenarios and their faults are made, copied, moved, named and deleted, each in one step that can be undone. */
class ScenarioEditorTest {

    private final Editor editor = ScenarioModels.open();
    private final ScenarioEditor scenario = ScenarioModels.first(editor);
    private final Pipeline before = editor.drawn();

    private Fault last() {
        return scenario.faults().get(scenario.faults().size() - 1);
    }

    private void assertOneStep(String label) {
        assertEquals(label, editor.undoLabel());
        ScenarioModels.assertRuns(editor.drawn());
        editor.undo();
        assertEquals(before, editor.drawn());
        assertFalse(editor.canUndo());
    }

    @Test
    void nudgesInARowAreOneStep() {
        scenario.select(0);
        scenario.nudge(60);
        scenario.nudge(60);
        scenario.nudge(-30);

        assertEquals("11.5m", scenario.faults().get(0).at().text());
        assertOneStep("Move fault");
    }

    @Test
    void afterTheyAreSettledTheNextNudgeIsAStepOfItsOwn() {
        scenario.select(0);
        scenario.nudge(60);
        scenario.settle();
        scenario.nudge(60);
        editor.undo();

        assertEquals("11m", scenario.faults().get(0).at().text());
    }

    @Test
    void nudgesStopAtTheRunsEnds() {
        scenario.select(0);
        scenario.nudge(-5_000);
        assertEquals(0, scenario.faults().get(0).at().nanos());
        scenario.nudge(9_000);
        assertTrue(scenario.faults().get(0).at().seconds() < 3_600);
    }

    @Test
    void aFaultIsMadeLongerAndShorterByKeys() {
        scenario.select(0);
        scenario.stretch(300);
        assertEquals("25m", scenario.faults().get(0).lasting().text());
        scenario.stretch(-3_000);
        assertEquals("10ms", scenario.faults().get(0).lasting().text());
        assertOneStep("Stretch fault");
    }

    @Test
    void anOpenEndIsClosedWhenItIsMadeShorter() {
        scenario.select(1);
        scenario.stretch(-300);

        assertEquals("40m", scenario.faults().get(1).lasting().text());
    }

    @Test
    void aDuplicateBeginsWhereTheFaultEnds() {
        scenario.select(0);
        scenario.duplicate();

        assertEquals("30m", last().at().text());
        assertEquals(3, scenario.selected());
        assertOneStep("Duplicate fault");
    }

    @Test
    void aDeletedFaultsTrackStays() {
        scenario.select(1);
        scenario.delete();

        assertEquals(2, scenario.faults().size());
        assertEquals(2, scenario.timeline().tracks().size());
        assertEquals(ScenarioEditor.NONE, scenario.selected());
        assertOneStep("Delete fault");
    }

    @Test
    void whatIsCutCanBePastedIntoAnotherScenarioAtAMoment() {
        scenario.select(0);
        scenario.cut();
        assertEquals("Cut fault", editor.undoLabel());
        scenario.choose("second");
        scenario.paste(240);

        assertEquals(2, scenario.faults().size());
        assertEquals("4m", last().at().text());
        assertEquals(0.4, last().effects().get("errorRate"));
    }

    @Test
    void pastedWithoutAMomentItBeginsWhenItDid() {
        scenario.select(0);
        scenario.copy();
        scenario.paste(Double.NaN);

        assertEquals("10m", last().at().text());
        assertOneStep("Paste fault");
    }

    @Test
    void aFaultIsAimedAtAnotherTargetOrTheReasonIsSaid() {
        scenario.select(0);
        assertTrue(scenario.aim(Target.id("users")).contains("cannot befall"));
        assertTrue(scenario.aim(Target.id("gone")).contains("no such component"));
        assertEquals(before, editor.drawn());

        assertEquals("", scenario.aim(Target.id("haiku")));
        assertOneStep("Aim fault at Haiku");
    }

    @Test
    void byKeysAFaultGoesToTheNextTrack() {
        scenario.select(2);
        scenario.aimAtTrack(1);
        assertEquals(
                new Target(null, java.util.Map.of("provider", "anthropic")),
                scenario.faults().get(2).target());
        scenario.aimAtTrack(1);
        assertEquals("Aim fault at provider = anthropic", editor.undoLabel());
    }

    @Test
    void aTrackCanBeAddedForANewTarget() {
        scenario.addTrack(Target.id("bot"));

        assertEquals("Bot", scenario.timeline().tracks().get(2).name());
        assertEquals(before, editor.drawn());
        scenario.add(Target.id("bot"), 1_200);
        assertEquals(Target.id("bot"), scenario.selectedFault().target());
        assertEquals("20m", last().at().text());
        assertOneStep("New fault");
    }

    @Test
    void aNewScenarioIsEmptyAndEdited() {
        scenario.newScenario();

        assertEquals("scenario-3", scenario.scenario());
        assertEquals(List.of(), scenario.faults());
        assertOneStep("New scenario");
        assertNull(scenario.selectedFault());
    }

    @Test
    void aScenarioIsDuplicatedNamedAndDeleted() {
        scenario.duplicateScenario();
        assertEquals(before.scenariosOrNone().get("first").faults(), scenario.faults());
        scenario.renameScenario("Worse");
        assertEquals(
                "Worse",
                editor.drawn().scenariosOrNone().get(scenario.scenario()).label());
        scenario.deleteScenario();

        assertEquals(before.scenariosOrNone(), editor.drawn().scenariosOrNone());
        assertEquals("second", scenario.scenario());
    }

    @Test
    void underAStrategyAScenarioIsStillTheModels() {
        editor.chooseStrategy("by-hand");
        scenario.select(0);
        scenario.nudge(60);

        assertEquals(
                "11m",
                editor.drawn()
                        .scenariosOrNone()
                        .get("first")
                        .faults()
                        .get(0)
                        .at()
                        .text());
        assertEquals(before.strategiesOrNone(), editor.drawn().strategiesOrNone());
    }

    @Test
    void theRunIsLengthenedTogetherWithTheFaultThatItCut() {
        scenario.select(0);
        Fault whole = ScenarioEdits.timed(scenario.faults().get(0), 600, 7_200.0, 0);
        scenario.lengthenRun(9_000, List.of(whole));

        assertEquals("2.5h", editor.drawn().settings().duration().text());
        assertEquals("2h", scenario.faults().get(0).lasting().text());
        assertOneStep("Lengthen the run to 2 h 30 min");
    }
}
