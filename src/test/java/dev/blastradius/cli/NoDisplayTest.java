package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoDisplayTest {

    private static final Model MODEL = ModelReader.read(Trial.MODEL, null).model();

    private final Trial trial = new Trial();

    private int show() {
        return NoDisplay.show("DISPLAY is not set", "example", MODEL, trial.console(), trial);
    }

    @Test
    void itSaysThatThereIsNoDisplayAndHowToGetOne() {
        assertEquals(0, show());
        List<String> lines = trial.out().lines().toList();
        assertEquals("There is no display for the window: DISPLAY is not set.", lines.get(0));
        assertTrue(lines.get(4).contains("xvfb-run"), trial.out());
        assertTrue(lines.get(5).contains("run, compare, matrix"), trial.out());
    }

    @Test
    void itNamesTheSamePackagesAsTheReadme() throws IOException {
        show();
        String readme = Files.readString(Path.of("README.md"));
        assertTrue(readme.lines().anyMatch(NoDisplay.APT::equals), readme);
        assertTrue(trial.out().contains(NoDisplay.APT), trial.out());
    }

    @Test
    void itRunsTheFirstScenarioUnderEachStrategy() {
        show();
        assertEquals(
                List.of("opus-brownout as-drawn", "opus-brownout retry"),
                trial.arms.stream()
                        .map(arm -> arm.outages().get(0).scenarioId() + " " + arm.id())
                        .toList());
        assertTrue(trial.out().contains("as-drawn             retry"), trial.out());
        assertTrue(trial.out().contains("--scenario opus-brownout --strategy retry"), trial.out());
    }

    @Test
    void theBestIsMarkedWhereItIsEstablishedAndSaidInWords() {
        trial.goodput = spec -> spec.strategyId().equals("retry") ? 0.95 : 0.9;
        show();
        assertTrue(trial.out().contains("95.00 % ±1.00*"), trial.out());
        assertTrue(trial.out().contains("  3.00 % ±1.00*"), "fewer failures are better: " + trial.out());
        assertTrue(trial.out().contains("* the best"), trial.out());
        assertTrue(
                trial.out().contains("\"Three tries\" is best: its goodput is 5.00 percentage points higher"),
                trial.out());
    }

    @Test
    void nothingIsMarkedWhereAllAreAlike() {
        trial.goodput = spec -> 0.9;
        show();
        assertFalse(trial.out().contains("*"), trial.out());
    }

    @Test
    void aStrategyWhoseInputsAreMissingIsLeftOut() {
        trial.missing = spec -> spec.strategyId().equals("retry")
                ? List.of(Problem.error(JsonPath.ROOT, "nothing of it", "", null))
                : List.of();
        assertEquals(0, show());
        assertEquals(1, trial.arms.size());
        assertTrue(
                trial.out().contains("left out: retry, which needs recorded arrivals that are not there"), trial.out());
    }

    /** Two services that call each other nearly always as drawn, and hardly ever under the strategy. */
    private static final String ENDLESS = """
            {
              "format": "blastradius/1",
              "components": {
                "v": { "kind": "client", "traffic": { "arrivals": "constant", "requestsPerSecond": 1 } },
                "a": { "kind": "service" },
                "b": { "kind": "service" }
              },
              "dependencies": { "v->a": {}, "a->b": { "probability": 0.99999 }, "b->a": {} },
              "strategies": { "calm": { "patch": { "dependencies": { "a->b": { "probability": 0.1 } } } } },
              "experiment": { "duration": "10s" }
            }
            """;

    @Test
    void aStrategyThatAsksForMoreThanTheMachineHasIsLeftOut() {
        Model endless = ModelReader.read(ENDLESS, null).model();
        assertEquals(0, NoDisplay.show("it is dark", "endless", endless, trial.console(), Simulator.ofProgram()));
        assertTrue(trial.out().contains("left out: as-drawn, "), trial.out());
        assertTrue(trial.out().contains("--strategy calm"), trial.out());
    }

    @Test
    void interruptingItEndsIt() {
        trial.cancelled = true;
        assertEquals(130, show());
        assertFalse(trial.out().contains("goodput"), trial.out());
    }
}
