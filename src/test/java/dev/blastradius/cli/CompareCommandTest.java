package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.Stopping;
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
import org.junit.jupiter.params.provider.ValueSource;

class CompareCommandTest {

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        model = Files.writeString(
                folder.resolve("m.blast.json"),
                Trial.MODEL
                        .replace("\"strategies\": {", "\"strategies\": { \"wait\": { \"patch\": {} },")
                        .replace(
                                "\"scenarios\": {",
                                "\"scenarios\": { \"down\": { \"faults\": [ { \"target\": \"opus\", \"at\": \"10m\","
                                        + " \"unavailable\": true } ] },"));
    }

    private Trial compare(String... options) {
        return compare(new Trial(), options);
    }

    private Trial compare(Trial trial, String... options) {
        List<String> args = new ArrayList<>(List.of("compare", model.toString()));
        args.addAll(List.of(options));
        return trial.run(args.toArray(String[]::new));
    }

    private static List<String> arms(Trial trial) {
        return trial.arms.stream()
                .filter(arm -> !arm.isReference())
                .map(Arm::id)
                .toList();
    }

    private static List<String> outages(Trial trial) {
        return trial.arms.get(0).outages().stream()
                .map(spec -> String.valueOf(spec.scenarioId()))
                .toList();
    }

    @Test
    void withoutOptionsEveryStrategyMeetsEveryScenario() {
        Trial trial = compare();
        assertEquals(0, trial.status, trial.err());
        assertEquals(List.of("as-drawn", "wait", "retry"), arms(trial));
        assertEquals(List.of("down", "opus-brownout"), outages(trial));
        for (Arm arm : trial.arms) {
            assertNull(arm.twin().scenarioId());
            assertEquals(arm.id(), arm.twin().strategyId());
            assertEquals(arm.id(), arm.outages().get(0).strategyId());
        }
        assertNull(trial.stopping);
        assertTrue(trial.keepsSeries);
        assertEquals("", trial.err());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--strategy retry,as-drawn --scenario down",
                "--strategy retry as-drawn --scenario down",
                "--strategy retry --strategy as-drawn --scenario=down",
                "--strategy=retry, as-drawn, --scenario down --strategy retry"
            })
    void severalIdsCanBeNamedInAnyOfTheUsualWays(String options) {
        Trial trial = compare(options.split(" "));
        assertEquals(0, trial.status, trial.err());
        assertEquals(List.of("retry", "as-drawn"), arms(trial));
        assertEquals(List.of("down"), outages(trial));
    }

    @Test
    void theModelMayStandBehindAListOfIds() {
        Trial trial = Trial.of("compare", "--scenario", "down", model.toString());
        assertEquals(0, trial.status, trial.err());
        assertEquals(List.of("down"), outages(trial));
    }

    @Test
    void theStoppingRuleIsHandedOn() {
        assertEquals(new Stopping(0.005, 50), compare("--precision", "0.005", "--max-replications", "50").stopping);
        assertEquals(new Stopping(0.005, 1_000), compare("--precision", "0.005").stopping);
        assertEquals(new Stopping(0.005, 2_000), compare("--precision", "0.005", "--replications", "2000").stopping);
    }

    @Test
    void allWrongOptionsAreReportedAtOnce() {
        Trial trial = compare(
                "--precision",
                "0",
                "--max-replications",
                "none",
                "--seed",
                "x",
                "--json",
                "/no/such/folder/x",
                "--strategy",
                "--baselin",
                "retry");
        assertEquals(2, trial.status);
        for (String part : new String[] {
            "--precision: out of range; expected a number, above 0 up to 0.5; found \"0\"",
            "--max-replications: not a whole number",
            "--strategy: nothing is named; expected an id",
            "--seed: not a whole number",
            "--json: there is no folder",
            "unknown option --baselin; did you mean --baseline?",
            "Try: blastradius compare --help"
        }) {
            assertTrue(trial.err().contains(part), part + " in " + trial.err());
        }
        assertTrue(trial.arms.isEmpty());
    }

    @Test
    void allIdsThatThereAreNotAreReportedAtOnce() {
        Trial trial = compare(
                "--scenario",
                "dwon,flood",
                "--strategy",
                "retyr",
                "--baseline",
                "wait",
                "--max-replications",
                "5",
                "--precision",
                "0.01");
        assertEquals(2, trial.status);
        for (String part : new String[] {
            "--scenario: there is no scenario \"dwon\"; the model has down, opus-brownout",
            "--scenario: there is no scenario \"flood\"",
            "--strategy: there is no strategy \"retyr\"; did you mean \"retry\"?",
            "--baseline: \"wait\" is not compared; expected one of retyr",
            "--max-replications: fewer than the replications that are made in any case; expected 10 or more; found \"5\""
        }) {
            assertTrue(trial.err().contains(part), part + " in " + trial.err());
        }
    }

    @Test
    void aLimitWithoutAPrecisionEndsNothing() {
        Trial trial = compare("--max-replications", "50");
        assertEquals(2, trial.status);
        assertTrue(trial.err().contains("without --precision there is nothing for it to end"), trial.err());
    }

    @Test
    void inputsThatAreMissingAreListedOnce() {
        Trial trial = new Trial();
        trial.missing = spec -> List.of(Problem.error(JsonPath.ROOT, "one has not been read", "", null));
        compare(trial);
        assertEquals(3, trial.status);
        assertEquals(1, trial.err().split("one has not been read", -1).length - 1);
        assertTrue(trial.err().contains("1 input of these runs"), trial.err());
        assertTrue(trial.arms.isEmpty());
    }

    @Test
    void theResultHasTheRunsAskedForAndBesideThemThoseWithoutFaults() throws IOException {
        Trial trial = compare("--scenario", "down", "--strategy", "as-drawn,retry", "--json", "-");
        JsonNode result = new ObjectMapper().readTree(trial.out());
        assertEquals(List.of("down as-drawn", "down retry"), runs(result.at("/runs")));
        assertEquals(List.of("null as-drawn", "null retry"), runs(result.at("/withoutFaults")));
        assertEquals("down", result.at("/comparison/0/scenario").textValue());
        assertEquals("goodput", result.at("/comparison/0/metric").textValue());
        assertEquals("retry", result.at("/comparison/0/pairs/0/b").textValue());
        assertEquals(10, result.at("/replications").intValue());
        assertEquals("", trial.err());
        assertEquals("down", result.at("/bounds/0/scenario").textValue());
        assertEquals(0.9, result.at("/bounds/0/noProtection/mean").doubleValue());
        assertEquals(0.99, result.at("/bounds/0/clairvoyant/mean").doubleValue());
    }

    @Test
    void theTablesAreThoseOfTheRunsOfTimeAndOfTheComparison() throws IOException {
        Path tables = folder.resolve("tables");
        assertEquals(0, compare("--csv", tables.toString()).status);
        try (Stream<Path> files = Files.list(tables)) {
            assertEquals(
                    List.of("comparison.csv", "runs.csv", "series.csv"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aMissedObjectiveInAnyRunFailsWhereAsked() {
        assertEquals(0, compare().status);
        Trial trial = compare("--fail-on-slo", "--scenario", "down", "--strategy", "retry");
        assertEquals(1, trial.status);
        assertTrue(
                trial.err().contains("SLO missed: down, retry: visitors: goodput 90.00 % misses the promised 99.50 %"),
                trial.err());
        assertTrue(trial.err().contains("SLO missed: without faults, retry: visitors: goodput 98.00 %"), trial.err());
    }

    @Test
    void anInterruptedComparisonSaysAndWritesWhatWasDone() throws IOException {
        Trial trial = new Trial();
        trial.done = 3;
        Path json = folder.resolve("r.json");
        compare(trial, "--json", json.toString(), "--fail-on-slo");
        assertEquals(130, trial.status);
        assertTrue(trial.err().contains("Interrupted: this is what was done by then, 3 replications."), trial.err());
        assertTrue(trial.out().contains("interrupted  before all was done that was asked for"), trial.out());
        assertTrue(trial.out().contains("run          3 replications of 90m"), trial.out());
        assertEquals(
                3,
                new ObjectMapper().readTree(json.toFile()).at("/replications").intValue());
    }

    @Test
    void aComparisonInterruptedAtOnceWritesNothing() throws IOException {
        Trial trial = new Trial();
        trial.cancelled = true;
        Path json = folder.resolve("r.json");
        compare(trial, "--json", json.toString());
        assertEquals(130, trial.status);
        assertEquals("", trial.out());
        assertTrue(trial.err().contains("Interrupted before the first replication was done"), trial.err());
        assertFalse(Files.exists(json));
    }

    @ParameterizedTest
    @CsvSource({"--scenario", "--strategy", "--baseline"})
    void anOptionWithoutItsValueIsWrongUsage(String option) {
        assertEquals(2, compare(option).status);
    }

    @Test
    void theProgramsOwnSimulatorGivesTheSameBytesOnAnyNumberOfThreads() {
        String[] results = new String[2];
        for (int threads = 1; threads <= 2; threads++) {
            Trial trial = new Trial();
            String[] args = {
                "compare",
                model.toString(),
                "--duration",
                "12m",
                "--warmup",
                "9m",
                "--replications",
                "2",
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
    }

    private static List<String> runs(JsonNode list) {
        List<String> runs = new ArrayList<>();
        list.forEach(run -> runs.add(
                run.at("/scenario").asText() + " " + run.at("/strategy").textValue()));
        return runs;
    }
}
