package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Stopping;
import dev.blastradius.model.Fault;
import dev.blastradius.model.descriptor.Duration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MatrixCommandTest {

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        model = Files.writeString(folder.resolve("m.blast.json"), Trial.MODEL);
    }

    private Trial matrix(String... options) {
        return matrix(new Trial(), options);
    }

    private Trial matrix(Trial trial, String... options) {
        List<String> args = new ArrayList<>(List.of("matrix", model.toString()));
        args.addAll(List.of(options));
        return trial.run(args.toArray(String[]::new));
    }

    private static Fault fault(Trial trial, int row) {
        RunSpec spec = trial.arms.get(0).outages().get(row);
        return Objects.requireNonNull(spec.scenario()).faults().get(0);
    }

    private static List<String> targets(Trial trial) {
        return trial.arms.get(0).outages().stream()
                .map(spec -> Objects.requireNonNull(spec.scenario())
                        .faults()
                        .get(0)
                        .target()
                        .id())
                .toList();
    }

    @Test
    void withoutOptionsEachComponentIsUnavailableInTurnFromTheWarmUpOn() {
        Trial trial = matrix();
        assertEquals(0, trial.status, trial.err());
        assertEquals(List.of("assistant", "opus"), targets(trial));
        assertEquals(Duration.of("5m"), fault(trial, 0).at());
        assertNull(fault(trial, 0).lasting());
        assertEquals(Map.of("unavailable", true), fault(trial, 0).effects());
        assertEquals("as-drawn", trial.arms.get(0).id());
        assertNull(trial.arms.get(0).twin().scenarioId());
        assertFalse(trial.keepsSeries);
        assertEquals("", trial.err());
    }

    @Test
    void theFaultIsAsAsked() {
        Trial trial = matrix("--fault", "{\"at\":\"10m\",\"for\":\"2m\",\"errorRate\":0.4}");
        assertEquals(Duration.of("10m"), fault(trial, 1).at());
        assertEquals(Duration.of("2m"), fault(trial, 1).lasting());
        assertEquals(Map.of("errorRate", 0.4), fault(trial, 1).effects());
        assertTrue(trial.out().contains("fault        errorRate 0.4, from 10m for 2m"), trial.out());
    }

    @Test
    void aScenarioOfTheModelAndTheArrowsAreFurtherRows() {
        Trial trial = matrix("--scenario", "opus-brownout", "--arrows", "--strategy", "retry");
        assertEquals(0, trial.status, trial.err());
        assertEquals(List.of("assistant", "opus", "visitors->assistant", "assistant->opus", "opus"), targets(trial));
        assertEquals("opus-brownout", trial.arms.get(0).outages().get(4).scenarioId());
        assertEquals("retry", trial.arms.get(0).id());
        assertTrue(trial.out().contains("scenario opus-brownout "), trial.out());
    }

    @Test
    void theStoppingRuleIsHandedOn() {
        assertEquals(new Stopping(0.01, 1_000), matrix("--precision", "0.01").stopping);
    }

    @Test
    void everythingThatIsWrongIsReportedAtOnce() {
        Trial trial =
                matrix("--fault", "{\"for\":\"2\",\"errorRate\":3}", "--strategy", "retyr", "--scenario", "flood");
        assertEquals(2, trial.status);
        for (String part : new String[] {
            "--fault: at $.for: not a duration; expected a duration with a unit",
            "--fault: at $.errorRate: out of range; expected a share from 0 to 1; found 3",
            "--strategy: there is no strategy \"retyr\"; did you mean \"retry\"?",
            "--scenario: there is no scenario \"flood\"; the model has opus-brownout",
            "Try: blastradius matrix --help"
        }) {
            assertTrue(trial.err().contains(part), part + " in " + trial.err());
        }
        assertTrue(trial.arms.isEmpty());
    }

    @Test
    void aFaultThatCanBefallNothingIsWrongUsage() {
        Trial trial = matrix("--fault", "{\"hitRateFactor\":0}");
        assertEquals(2, trial.status);
        assertTrue(trial.err().contains("--fault: it can befall no component of this pipeline"), trial.err());
    }

    @Test
    void thePageSaysWhatEachClientLosesTheMostFirst() {
        Trial trial = new Trial();
        trial.goodput = spec -> spec.scenarioId().contains("opus") ? 0.08 : 0.58;
        matrix(trial);
        List<String> lines = trial.out().lines().toList();
        assertEquals("Support assistant", lines.get(0));
        assertEquals("  strategy     as-drawn", lines.get(1));
        assertEquals("  fault        unavailable, from 5m to the end of the run", lines.get(2));
        assertEquals("  run          10 replications of 90m, measured after 5m, seed 7", lines.get(3));
        assertEquals("  unharmed     visitors has 98.00 % ±1.00 of goodput", lines.get(5));
        assertEquals("  Share of requests lost       visitors  recovered", lines.get(7));
        assertEquals("  opus                    90.00 % ±1.00    7 of 10", lines.get(8));
        assertEquals("  assistant               40.00 % ±1.00    7 of 10", lines.get(9));
        assertTrue(trial.out().contains("Every request that is measured arrives during the failure."), trial.out());
        assertTrue(lines.stream().allMatch(line -> line.length() <= 100), trial.out());
    }

    @Test
    void theResultHasTheTwinAndTheMatrix() throws IOException {
        Trial trial = matrix("--json", "-");
        JsonNode result = new ObjectMapper().readTree(trial.out());
        assertEquals(1, result.at("/runs").size());
        assertTrue(result.at("/runs/0/scenario").isNull());
        assertEquals(2, result.at("/matrix/rows").size());
        assertEquals("assistant", result.at("/matrix/rows/0/target").textValue());
        assertEquals(0.08, result.at("/matrix/rows/0/lostShare/mean").doubleValue(), 1e-12);
    }

    @Test
    void theTablesAreTheRunsAndTheMatrix() throws IOException {
        Path tables = folder.resolve("tables");
        Trial trial = matrix("--csv", tables.toString());
        assertEquals(0, trial.status, trial.err());
        try (Stream<Path> files = Files.list(tables)) {
            assertTrue(files.anyMatch(file -> file.endsWith("matrix.csv")));
        }
    }

    @Test
    void anInterruptedMatrixSaysAndWritesWhatWasDone() throws IOException {
        Trial trial = new Trial();
        trial.done = 2;
        Path json = folder.resolve("r.json");
        matrix(trial, "--json", json.toString());
        assertEquals(130, trial.status);
        assertTrue(trial.err().contains("Interrupted: this is what was done by then, 2 replications."), trial.err());
        assertTrue(trial.out().contains("interrupted  before all was done"), trial.out());
        assertTrue(Files.exists(json));
    }

    @Test
    void aMatrixInterruptedAtOnceWritesNothing() {
        Trial trial = new Trial();
        trial.cancelled = true;
        matrix(trial);
        assertEquals(130, trial.status);
        assertEquals("", trial.out());
    }

    @Test
    void theProgramsOwnSimulatorFindsWhatNothingReplaces() throws IOException {
        Trial trial = new Trial();
        String[] args = {
            "matrix",
            model.toString(),
            "--duration",
            "7m",
            "--warmup",
            "6m",
            "--replications",
            "2",
            "--json",
            "-",
            "--quiet"
        };
        assertEquals(0, CommandLineProgram.run(args, trial.console(), Simulator.ofProgram()), trial.err());
        JsonNode rows = new ObjectMapper().readTree(trial.out()).at("/matrix/rows");
        rows.forEach(row -> assertEquals(1, row.at("/clients/visitors/mean").doubleValue(), row.toString()));
    }
}
