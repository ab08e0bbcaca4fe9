package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands sweep and tipping-point, on runs of three simulated minutes. */
class LimitsCommandsTest {

    private static final Path FREEZE = Path.of("src", "test", "resources", "validation", "metastable.blast.json");
    private static final String LOAD = "components.customers.traffic.requestsPerSecond";
    private static final String ATTEMPTS = "dependencies.customers->server.retry.maxAttempts";

    @TempDir
    private Path folder;

    private String model = "";

    @BeforeEach
    void copyModel() throws IOException {
        model = Files.copy(FREEZE, folder.resolve("freeze.blast.json")).toString();
    }

    private Trial run(String command, String... options) {
        List<String> args = new ArrayList<>(List.of(command, model));
        args.addAll(List.of(options));
        return new Trial().run(args.toArray(String[]::new));
    }

    private Trial quick(String command, String... options) {
        List<String> args = new ArrayList<>(List.of("--duration", "3m", "--warmup", "0s", "--replications", "3"));
        args.addAll(List.of("--confidence", "0.8"));
        args.addAll(List.of(options));
        return run(command, args.toArray(String[]::new));
    }

    private static List<String> lines(String text) {
        return text.lines().map(line -> line.strip().replaceAll(" {2,}", "|")).toList();
    }

    @Test
    void aSweepOfOneNumberIsATableWithARowForEachValue() {
        Trial trial = quick("sweep", "--scenario", "freeze", "--vary", LOAD + "=60..180/2");
        assertEquals(0, trial.status, trial.err());
        List<String> lines = lines(trial.out());
        assertEquals("A freeze of ten seconds", lines.get(0));
        assertTrue(lines.contains("run|3 replications of 3m at each point, seed 1"), trial.out());
        assertTrue(lines.contains("requests per second|without faults|goodput|affected|recovered|after"), trial.out());
        assertTrue(
                lines.stream().anyMatch(line -> line.matches("60\\|100.00 %.*\\|9\\d\\..*3 of 3\\|.*")), trial.out());
        assertTrue(lines.stream().anyMatch(line -> line.matches("180\\|.*0 of 3!.*")), trial.out());
        assertTrue(trial.out().contains("! collapsed"), trial.out());
        assertEquals("", trial.err());
    }

    @Test
    void aSweepOfTwoNumbersIsTwoMaps() {
        Trial trial = quick("sweep", "--scenario", "freeze", "--vary", LOAD + "=60,180", "--vary", ATTEMPTS + "=1,2");
        assertEquals(0, trial.status, trial.err());
        List<String> lines = lines(trial.out());
        assertTrue(lines.contains("Goodput in %|1|2"), trial.out());
        assertTrue(lines.contains("Recovered|1|2"), trial.out());
        assertTrue(lines.contains("180|3 of 3|0 of 3!"), trial.out());
        assertTrue(trial.out().contains("Down: customers: traffic, requests per second."), trial.out());
    }

    @Test
    void withoutAScenarioNothingFailsAndNothingIsSaidOfRecovery() {
        Trial trial = quick("sweep", "--vary", "load=0.1,0.2");
        assertEquals(0, trial.status, trial.err());
        assertTrue(lines(trial.out()).contains("scenario|none: nothing fails but what the model itself makes fail"));
        assertFalse(trial.out().contains("recovered"), trial.out());
    }

    @Test
    void aSweepsJsonAndTableHaveAPointForEachValue() throws IOException {
        Path json = folder.resolve("out.json");
        Trial trial = quick(
                "sweep",
                "--vary",
                "scenarios.freeze.faults[0].for=5s,10s",
                "--vary",
                LOAD + "=40,60",
                "--json",
                json.toString(),
                "--csv",
                folder.toString());
        assertEquals(0, trial.status, trial.err());
        JsonNode tree = new ObjectMapper().readTree(json.toFile());
        assertEquals("blastradius-result/1", tree.path("format").asText());
        assertEquals("freeze", tree.path("scenario").asText(), "the one that the path leads into");
        JsonNode sweep = tree.path("sweep");
        assertTrue(sweep.path("complete").asBoolean());
        assertEquals("s", sweep.path("parameters").path(0).path("unit").asText());
        assertEquals(4, sweep.path("points").size());
        assertEquals("[5.0,40.0]", sweep.path("points").path(0).path("values").toString());
        assertEquals(
                1.0, sweep.path("points").path(0).path("recovered").path("mean").asDouble());
        assertEquals("stable", sweep.path("points").path(3).path("region").asText());
        List<String> rows = Files.readAllLines(folder.resolve("sweep.csv"));
        assertEquals(5, rows.size());
        assertTrue(rows.get(0)
                .startsWith("model,scenario,strategy,seed,confidence,scenarios.freeze.faults[0].for," + LOAD));
        assertTrue(rows.get(1).startsWith("A freeze of ten seconds,freeze,as-drawn,1,0.8,5.0,40.0,3,"), rows.get(1));
        assertTrue(rows.get(4).endsWith(",stable"), rows.get(4));
    }

    @Test
    void aTippingPointIsASentenceAndEveryValueThatWasTried() {
        Trial trial = quick("tipping-point", "--vary", LOAD, "--from", "60", "--to", "220", "--tolerance", "40");
        assertEquals(0, trial.status, trial.err());
        assertTrue(
                trial.out().contains("It recovers at 100 requests a second, and no longer at 140 requests a second."),
                trial.out());
        List<String> lines = lines(trial.out());
        assertTrue(lines.stream().anyMatch(line -> line.matches("60\\|\\d+ of \\d+\\|.*\\|recovers")), trial.out());
        assertTrue(
                lines.stream().anyMatch(line -> line.matches("220\\|0 of \\d+\\|0.00 %\\|.*\\|does not")), trial.out());
    }

    @Test
    void aTippingPointOfWholeNumbersIsTwoNeighboursAndInJsonAndATableToo() throws IOException {
        Trial trial = quick(
                "tipping-point",
                "--vary",
                ATTEMPTS,
                "--strategy",
                "load-100",
                "--json",
                "-",
                "--csv",
                folder.toString());
        assertEquals(0, trial.status, trial.err());
        JsonNode found = new ObjectMapper().readTree(trial.out()).path("tippingPoint");
        assertEquals("found", found.path("verdict").asText());
        assertEquals(2.0, found.path("recovers").asDouble());
        assertEquals(3.0, found.path("collapses").asDouble());
        assertEquals(1.0, found.path("from").asDouble(), "the usual range's");
        assertEquals(ATTEMPTS, found.path("parameter").path("path").asText());
        assertEquals(
                found.path("probes").size() + 1,
                Files.readAllLines(folder.resolve("tipping-point.csv")).size());
    }

    @ParameterizedTest
    @CsvSource({"20, 40, It recovers at both ends of the range", "200, 300, It recovers at neither end of the range"})
    void whereBothEndsAreAlikeThatIsSaidAndItIsNoFailure(String from, String to, String says) {
        Trial trial = quick("tipping-point", "--vary", LOAD, "--from", from, "--to", to);
        assertEquals(0, trial.status, trial.err());
        assertTrue(trial.out().contains(says), trial.out());
    }

    @Test
    void whereNoFaultEndsThatIsAnErrorOfTheModel() {
        Trial shorter = run(
                "tipping-point", "--vary", LOAD, "--from", "40", "--to", "60", "--duration", "65s", "--warmup", "0s");
        assertEquals(3, shorter.status);
        assertTrue(shorter.err().contains("$.scenarios.freeze.faults: recovery cannot be judged"), shorter.err());
        assertEquals("", shorter.out());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sweep | --vary load | --vary: no values; expected load=1,2,5 or load=1..5/4, a range in 4 steps",
                "sweep | --vary load=1..2/0 | --vary load: not a number of steps; expected 1 to 1000 after the /; found \"0\"",
                "sweep | --vary load=1,x | --vary load: not a number; expected a number, above 0 up to 1,000,000; found \"x\"",
                "sweep | --vary load=1 --vary load=2 | --vary: load is varied twice; expected two parameters",
                "sweep | --vary load=1 --vary load=2 --vary load=3 | --vary: 3 parameters; expected one or two",
                "sweep | --vary load=1 --scenario freez | --scenario: there is no scenario \"freez\"; did you mean \"freeze\"? the model has freeze",
                "sweep | --vary experiment.duration=2m,6m | --vary at 2m: at $.experiment.warmup: the warm-up takes the whole run; expected less than 2m; found 5m",
                "sweep | --vary experiment.duration=6m,7m --duration 8m | --vary experiment.duration: another option says this already",
                "sweep | --vary load=1..2/200 --vary components.server.concurrency=1..100/99 | --vary: 20,100 points; expected 10,000 at most",
                "sweep | --vary components.customers.traffic.requestsPerSecond=1 --strategy load-100 | --vary: at $.components.customers.traffic.requestsPerSecond: the strategy \"load-100\" sets this itself; expected the path strategies.load-100.patch.components.customers.traffic.requestsPerSecond",
                "sweep | --vary scenarios.freeze.faults[0].forr=1s | --vary: at $.scenarios.freeze.faults[0].forr: unknown key; expected target, at, for, ramp, flap, unavailable, errorRate, hangRate, latencyFactor, addedLatency, latencySigma, malformedRate, and 8 more; found \"forr\"; did you mean \"for\"?",
                "tipping-point | --vary load=1..2/4 | --vary: a path alone; the range is said by --from and --to",
                "tipping-point | --vary load --from 2 --to 2 | --to: the range has no width; expected another value than 2",
                "tipping-point | --vary load --from 1 --to 2 --tolerance 1e-9 | --tolerance: too fine; expected at least a millionth of the range; found \"1e-9\"",
                "tipping-point | --vary load --recovered 1 | --recovered: out of range; expected a number from 0.01 to 0.999; found \"1\"",
                "tipping-point | --vary load --max-replications 5 | --max-replications: fewer than the replications that are made to begin with; expected 20 or more; found \"5\"",
                "tipping-point | --vary components.server.latency --from 1s --to 2ss | --to: not a duration; expected a duration with a unit, such as \"250ms\", \"4s\", \"10m\" or \"1.5h\" (us, ms, s, m, h, d), of at most 36500d; found \"2ss\"",
                "tipping-point | --vary components.server.latency --from 1s | --to: there is no usual range of components.server.latency; expected --from and --to",
            })
    void whatIsWrongIsSaidWithWhatWasExpected(String command, String options, String complaint) {
        Trial trial = run(command, options.split(" "));
        assertEquals(2, trial.status, trial.err());
        assertEquals(
                "blastradius: " + complaint, trial.err().lines().findFirst().orElse(""));
        assertTrue(trial.err().endsWith("Try: blastradius " + command + " --help\n"), trial.err());
        assertEquals("", trial.out());
    }

    @Test
    void severalWrongThingsAreSaidAtOnce() {
        Trial trial = run("sweep", "--vary", "lod=1", "--vary", LOAD + "=0,1", "--scenario", "none");
        assertEquals(4, trial.err().lines().count(), trial.err());
    }

    @Test
    void recordedArrivalsThatAreMissingStopItBeforeItBegins() {
        Trial trial = new Trial();
        trial.missing = spec -> List.of(Problem.error(JsonPath.ROOT, "not there", "", null));
        trial.run("sweep", model, "--vary", "load=1,2");
        assertEquals(3, trial.status);
        assertTrue(trial.err().contains("not there"), trial.err());
    }
}
