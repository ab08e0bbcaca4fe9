package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RunCommandTest {

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        model = Files.writeString(folder.resolve("m.blast.json"), Trial.MODEL);
    }

    private Trial run(String... options) {
        return run(new Trial(), options);
    }

    private Trial run(Trial trial, String... options) {
        List<String> args = new ArrayList<>(List.of("run", model.toString()));
        args.addAll(List.of(options));
        return trial.run(args.toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void withoutOptionsNothingFailsAndTheModelSaysHow() {
        Trial trial = run();
        assertEquals(0, trial.status, trial.err());
        assertNull(trial.specs.get(0).scenarioId());
        assertEquals("as-drawn", trial.specs.get(0).strategyId());
        RunSettings settings = trial.settings.get(0);
        assertEquals(
                new RunSettings(
                        Duration.of("90m"),
                        Duration.of("5m"),
                        10,
                        7,
                        0.95,
                        Runtime.getRuntime().availableProcessors()),
                settings);
        assertEquals("", trial.err());
    }

    @Test
    void theReportNamesTheScenariosAndStrategiesThatThereAre() {
        Trial trial = run();
        assertTrue(trial.out().contains("scenarios   opus-brownout"), trial.out());
        assertTrue(trial.out().contains("strategies  as-drawn, retry"), trial.out());
    }

    @Test
    void scenarioAndStrategyAreRunAsAsked() {
        Trial trial = run("--scenario", "opus-brownout", "--strategy=retry");
        assertEquals(0, trial.status, trial.err());
        assertEquals("opus-brownout", trial.specs.get(0).scenarioId());
        assertEquals("retry", trial.specs.get(0).strategyId());
        assertTrue(trial.out().contains("opus-brownout: Opus returns errors"), trial.out());
        assertTrue(trial.out().contains("retry: Three tries"), trial.out());
    }

    @Test
    void optionsTakeThePlaceOfTheModelsSettings() {
        Trial trial = run(
                "--seed",
                "-5",
                "--replications",
                "3",
                "--duration",
                "1h",
                "--warmup",
                "1m",
                "--confidence",
                "0.9",
                "--threads",
                "4");
        assertEquals(new RunSettings(Duration.of("1h"), Duration.of("1m"), 3, -5, 0.9, 4), trial.settings.get(0));
    }

    @Test
    void allWrongValuesAreReportedAtOnce() {
        Trial trial = run(
                "--seed",
                "x",
                "--replications",
                "0",
                "--duration",
                "5",
                "--warmup",
                "1w",
                "--confidence",
                "95",
                "--threads",
                "0",
                "--json",
                "/no/such/folder/x",
                "--csv",
                model.toString(),
                "--sceanrio",
                "surplus");
        assertEquals(2, trial.status);
        assertEquals("", trial.out());
        for (String part : new String[] {
            "--seed: not a whole number; expected a whole number; found \"x\"",
            "--replications: out of range; expected a whole number from 1 to 1,000,000; found \"0\"",
            "--duration: not a duration; expected a duration with a unit",
            "add the unit, as in \"5s\"",
            "found \"1w\"",
            "--confidence: out of range; expected a number from 0.5 to 0.9999; found \"95\"",
            "--threads: out of range; expected a whole number from 1 to 1,024; found \"0\"",
            "--json: there is no folder",
            "--csv: expected a folder; found the file",
            "unknown option --sceanrio; did you mean --scenario?",
            "unexpected argument \"surplus\"",
            "Try: blastradius run --help"
        }) {
            assertTrue(trial.err().contains(part), part + " in " + trial.err());
        }
        assertTrue(trial.specs.isEmpty());
    }

    @Test
    void anOptionGivenTwiceIsWrongUsage() {
        assertEquals(2, run("--seed", "1", "--seed", "2").status);
    }

    @Test
    void aMissingModelIsWrongUsage() {
        Trial trial = Trial.of("run");
        assertEquals(2, trial.status);
        assertTrue(trial.err().contains("MODEL"), trial.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--scenario, opus-brownut, 'there is no scenario \"opus-brownut\"; did you mean \"opus-brownout\"?'",
        "--scenario, flood, 'there is no scenario \"flood\"; the model has opus-brownout'",
        "--strategy, retyr, 'there is no strategy \"retyr\"; did you mean \"retry\"?'",
        "--strategy, zzz, 'there is no strategy \"zzz\"; the model has as-drawn, retry'"
    })
    void anUnknownScenarioOrStrategyIsWrongUsageWithAdvice(String option, String id, String advice) {
        Trial trial = run(option, id);
        assertEquals(2, trial.status);
        assertTrue(trial.err().contains(advice), trial.err());
    }

    @ParameterizedTest
    @CsvSource({
        "--duration, 5m, --duration: 5m is no longer than the model's warm-up",
        "--warmup, 90m, --warmup: the warm-up takes the whole run; expected less than 90m"
    })
    void aWarmUpThatTakesTheWholeRunIsWrongUsage(String option, String value, String complaint) {
        Trial trial = run(option, value);
        assertEquals(2, trial.status);
        assertTrue(trial.err().contains(complaint), trial.err());
    }

    @Test
    void everyProblemOfAModelIsListedWithItsPlace() throws IOException {
        Files.writeString(
                model, Trial.MODEL.replace("\"timeout\"", "\"timeuot\"").replace("\"90m\"", "\"90 minutes\""));
        Trial trial = run();
        assertEquals(3, trial.status);
        assertEquals("", trial.out());
        assertTrue(trial.err().contains(model + ":10:"), trial.err());
        assertTrue(trial.err().contains(": error at $.dependencies[\"assistant->opus\"]"), trial.err());
        assertTrue(trial.err().contains("timeout"), trial.err());
        assertTrue(trial.err().contains("$.experiment.duration: not a duration; expected"), trial.err());
        assertTrue(trial.err().contains("2 errors and 1 warning in " + model), trial.err());
    }

    @Test
    void aModelThatIsNotThereIsAnInvalidInput() {
        Trial trial = Trial.of("run", folder.resolve("none.blast.json").toString());
        assertEquals(3, trial.status);
        assertTrue(trial.err().contains("none.blast.json: error at $"), trial.err());
    }

    @Test
    void aRunWithoutItsInputsIsRefusedAndTheyAreListed() {
        Trial trial = new Trial();
        JsonPath where = JsonPath.ROOT.key("components").key("visitors").key("traffic");
        trial.missing = spec -> List.of(
                Problem.error(where.key("file"), "one has not been read", "", null),
                Problem.error(where, "another has not been read", "", null));
        run(trial);
        assertEquals(3, trial.status);
        assertTrue(trial.err().contains("one has not been read"), trial.err());
        assertTrue(trial.err().contains("another has not been read"), trial.err());
        assertTrue(trial.err().contains("2 inputs of this run"), trial.err());
        assertTrue(trial.specs.isEmpty());
    }

    @Test
    void jsonOnStandardOutputIsAllThatIsThere() throws IOException {
        Trial trial = run("--json", "-");
        assertEquals(0, trial.status);
        assertEquals(
                "blastradius-result/1",
                new ObjectMapper().readTree(trial.out()).at("/format").textValue());
        assertEquals("", trial.err());
        assertEquals(List.of("m.blast.json"), files());
    }

    @Test
    void singleRequestsInAFileComeBesideTheReportInTheFormThatItsNameSays() throws IOException {
        Path jaeger = folder.resolve("t.json");
        Path otlp = folder.resolve("t.otlp.json");
        Trial trial = run("--traces", jaeger.toString());
        assertEquals(0, trial.status, trial.err());
        assertEquals(run().out(), trial.out());
        assertTrue(Files.readString(jaeger).startsWith("{\"data\":["), "Jaeger's");
        assertEquals(0, run("--traces", otlp.toString()).status);
        assertTrue(Files.readString(otlp).startsWith("{\"resourceSpans\":["), "OpenTelemetry's");
        Trial wrong = run("--traces", folder.resolve("none/t.json").toString());
        assertEquals(2, wrong.status);
        assertTrue(wrong.err().contains("--traces: there is no folder"), wrong.err());
    }

    @Test
    void jsonInAFileComesBesideTheReport() throws IOException {
        Path json = folder.resolve("r.json");
        Trial trial = run("--json", json.toString());
        assertEquals(0, trial.status);
        assertTrue(trial.out().contains("goodput"));
        assertEquals(7, new ObjectMapper().readTree(json.toFile()).at("/seed").intValue());
        assertEquals(List.of("m.blast.json", "r.json"), files());
    }

    @Test
    void csvTablesAreWritten() throws IOException {
        assertEquals(0, run("--csv", folder.resolve("tables").toString()).status);
        assertTrue(Files.exists(folder.resolve("tables").resolve("runs.csv")));
        assertTrue(Files.exists(folder.resolve("tables").resolve("series.csv")));
    }

    @Test
    void allPlacesThatCannotBeWrittenAreReportedAtOnce() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        Trial trial = run(
                "--json",
                folder.resolve("none/a.json").toString(),
                "--csv",
                file.resolve("x").toString());
        assertEquals(2, trial.status);
        assertTrue(trial.err().contains("--json: there is no folder"), trial.err());
        assertTrue(trial.err().contains("--csv: "), trial.err());
        assertEquals(List.of("file", "m.blast.json"), files());
    }

    @Test
    void theModelIsNeverOverwrittenByItsResult() throws IOException {
        Trial trial = run("--json", model.toString());
        assertEquals(2, trial.status);
        assertTrue(trial.err().contains("the model itself"), trial.err());
        assertEquals(Trial.MODEL, Files.readString(model));
    }

    @Test
    void aResultThatCannotBeWrittenIsNotSuccess() throws IOException {
        Trial trial = new Trial();
        Path json = folder.resolve("r.json");
        trial.meanwhile = () -> {
            try {
                Files.createDirectory(json);
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        };
        run(trial, "--json", json.toString());
        assertEquals(2, trial.status);
        assertTrue(trial.err().contains("cannot write " + json), trial.err());
    }

    @Test
    void aMissedObjectiveFailsOnlyWhereAsked() {
        assertEquals(0, run().status);
        Trial trial = run("--fail-on-slo", "--quiet");
        assertEquals(1, trial.status);
        assertTrue(
                trial.err().contains("visitors: goodput 90.00 % misses the promised 99.50 % by 9.50 points"),
                trial.err());
    }

    @Test
    void aKeptObjectiveIsSuccess() {
        Trial trial = new Trial();
        trial.goodput = spec -> 0.995;
        assertEquals(0, run(trial, "--fail-on-slo").status);
        assertTrue(trial.out().contains("met     visitors: goodput 99.50 % keeps the promised 99.50 %"), trial.out());
    }

    @Test
    void anObjectiveOfNoRequestsIsNotKept() {
        Trial trial = new Trial();
        trial.goodput = spec -> Double.NaN;
        assertEquals(1, run(trial, "--fail-on-slo").status);
        assertTrue(trial.err().contains("no request was measured"), trial.err());
    }

    @Test
    void failingOnObjectivesThatThereAreNotIsSaid() throws IOException {
        Files.writeString(model, Trial.MODEL.replace(", \"successRate\": 0.995", ""));
        Trial trial = run("--fail-on-slo");
        assertEquals(0, trial.status);
        assertTrue(trial.err().contains("no client has a slo.successRate"), trial.err());
    }

    @Test
    void anInterruptedRunEndsWithTheShellsStatusAndWritesNothing() throws IOException {
        Trial trial = new Trial();
        trial.cancelled = true;
        run(trial, "--json", folder.resolve("r.json").toString());
        assertEquals(130, trial.status);
        assertEquals("", trial.out());
        assertEquals(List.of("m.blast.json"), files());
    }

    @Test
    void quietMeansNothingOnStandardError() {
        Trial trial = run("--quiet");
        assertEquals("", trial.err());
        assertFalse(trial.out().isEmpty());
    }

    /** Two services that call each other nearly always; no rule of the model forbids it. */
    private static final String ENDLESS = """
            {
              "format": "blastradius/1",
              "components": {
                "v": { "kind": "client", "traffic": { "arrivals": "constant", "requestsPerSecond": 1 } },
                "a": { "kind": "service" },
                "b": { "kind": "service" }
              },
              "dependencies": { "v->a": {}, "a->b": { "probability": 0.99999 }, "b->a": {} },
              "experiment": { "duration": "10s" }
            }
            """;

    @Test
    void aModelThatAsksForMoreThanTheMachineHasIsInvalid() throws IOException {
        Files.writeString(model, ENDLESS);
        Trial trial = new Trial();
        int status =
                CommandLineProgram.run(new String[] {"run", model.toString()}, trial.console(), Simulator.ofProgram());
        assertEquals(3, status);
        assertTrue(trial.err().contains(model + ": error: "), trial.err());
    }

    @Test
    void theProgramsOwnSimulatorGivesTheSameBytesOnAnyNumberOfThreads() {
        String[] results = new String[2];
        for (int threads = 1; threads <= 2; threads++) {
            Trial trial = new Trial();
            String[] args = {
                "run",
                model.toString(),
                "--scenario",
                "opus-brownout",
                "--duration",
                "12m",
                "--warmup",
                "9m",
                "--replications",
                "3",
                "--json",
                "-",
                "--quiet",
                "--threads",
                String.valueOf(threads)
            };
            assertEquals(0, CommandLineProgram.run(args, trial.console(), Simulator.ofProgram()), trial.err());
            results[threads - 1] = trial.out();
        }
        assertEquals(results[0], results[1]);
        assertTrue(results[0].contains("opus/error"), results[0]);
    }
}
