package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.Arm;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoDisplayTest {

    /** With few requests, for two of its runs are really made. */
    private static final Model MODEL = ModelReader.read(
                    Trial.MODEL.replace("\"requestsPerSecond\": 40", "\"requestsPerSecond\": 0.5"), null)
            .model();

    @TempDir
    private Path folder;

    private final Trial trial = new Trial();

    private static NoDisplay.Shown shown(String name, Model model) {
        return new NoDisplay.Shown(name, "0".repeat(64), model);
    }

    private int show() {
        // Where no temporary file can be made, no report is, which takes longest.
        return show(folder.resolve("none"));
    }

    private int show(Path temporary) {
        return NoDisplay.show("DISPLAY is not set", shown("example", MODEL), temporary, trial.console(), trial);
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
                        .filter(arm -> !arm.isReference())
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
    void aReportLiesWhereItSays() throws IOException {
        show(folder);
        String line = trial.out()
                .lines()
                .filter(each -> each.startsWith("  A report of this"))
                .findFirst()
                .orElseThrow();
        Path report = Path.of(line.substring(line.indexOf(": ") + 2));
        String text = Jsoup.parse(report).text();
        assertTrue(text.contains("compare example.blast.json --replications 5 "), text);
        assertTrue(report.startsWith(folder), trial.out());
    }

    @Test
    void whereNoReportCanBeWrittenThatIsSaidAndAllElseGoesOn() {
        assertEquals(0, show());
        assertTrue(trial.out().contains("There is no report of this to hand on"), trial.out());
        assertTrue(trial.out().contains("Next, in the project's folder:"), trial.out());
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
        assertEquals(
                List.of("as-drawn"),
                trial.arms.stream()
                        .filter(arm -> !arm.isReference())
                        .map(Arm::id)
                        .toList());
        assertFalse(trial.out().contains("A report of this"), trial.out());
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
        assertEquals(
                0,
                NoDisplay.show(
                        "it is dark", shown("endless", endless), folder, trial.console(), Simulator.ofProgram()));
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
