package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The option --report of the commands that find something out. */
class ReportOptionTest {

    /** A fault of ten seconds in a run of two minutes, so that recovery can be judged. */
    private static final String MODEL = """
            {
              "format": "blastradius/1",
              "name": "Desk",
              "components": {
                "readers": { "kind": "client", "traffic": { "arrivals": "poisson", "requestsPerSecond": 4 },
                             "slo": { "latency": "8s", "successRate": 0.995 } },
                "desk": { "kind": "service" },
                "opus": { "kind": "model", "latency": { "type": "lognormal", "median": "1s", "p99": "3s" } }
              },
              "dependencies": { "readers->desk": {}, "desk->opus": { "timeout": "5s" } },
              "scenarios": {
                "errors": { "faults": [ { "target": "opus", "at": "20s", "for": "10s", "errorRate": 0.8 } ] },
                "down": { "faults": [ { "target": "opus", "at": "20s", "for": "10s", "unavailable": true } ] } },
              "strategies": { "retry": { "label": "Three tries",
                "patch": { "dependencies": { "desk->opus": { "retry": { "maxAttempts": 3 } } } } } },
              "experiment": { "duration": "2m", "warmup": "5s", "replications": 2, "seed": 7 }
            }
            """;

    private static final Pattern COMMAND = Pattern.compile("java -jar blastradius.jar (.*)");

    @TempDir
    private Path folder;

    private Path model;

    @BeforeEach
    void writeModel() throws IOException {
        model = Files.writeString(folder.resolve("it's a model.blast.json"), MODEL);
    }

    private Trial blastradius(Simulator simulator, List<String> args) {
        Trial trial = new Trial();
        trial.status = CommandLineProgram.run(args.toArray(String[]::new), trial.console(), simulator);
        return trial;
    }

    private List<String> line(String line) {
        List<String> args = new ArrayList<>(List.of(line.split(" ")));
        args.add(1, model.toString());
        return args;
    }

    /** The words of a line as a POSIX shell gives them to a program. */
    private static List<String> words(String line) {
        List<String> words = new ArrayList<>();
        Matcher word = Pattern.compile("(?:'[^']*'|\\\\'|[^ '])+").matcher(line);
        while (word.find()) {
            words.add(word.group().replace("\\'", "\0").replace("'", "").replace('\0', '\''));
        }
        return words;
    }

    /** The commands that a web page prints, each on one line. */
    private static List<String> commands(Path report) throws IOException {
        return Jsoup.parse(report).select("#again pre, section#again pre").eachText().stream()
                .map(text -> text.replaceAll("\\\\\\s+", ""))
                .flatMap(text -> COMMAND.matcher(text).results().map(found -> found.group(1)))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "run --scenario errors --strategy retry --seed 9",
                "compare --scenario down --strategy retry,as-drawn --baseline retry --confidence 0.9 --precision 0.3 --max-replications 4",
                "matrix --arrows --scenario errors --strategy retry --fault {\"for\":\"10s\",\"hangRate\":1}",
                "tipping-point --scenario errors --vary scenarios.errors.faults[0].for --from 1s --to 30s --tolerance 10s",
                "sweep --scenario errors --vary dependencies.desk->opus.timeout=1s..5s/4 --vary load=0.5,1",
            })
    void theCommandInAReportMakesTheSameFileAgainByteForByte(String line) throws IOException {
        Path first = folder.resolve("first.html");
        List<String> args = line(line);
        args.addAll(List.of("--report", first.toString()));
        Trial trial = blastradius(Simulator.ofProgram(), args);
        assertEquals(0, trial.status, trial.err());

        String printed = commands(first).get(0);
        List<String> again = new ArrayList<>(words(printed));
        assertEquals(again.get(again.indexOf("--report") + 1), "report.html");
        Path second = folder.resolve("report.html");
        again.set(again.indexOf("--report") + 1, second.toString());
        assertEquals(model.getFileName().toString(), again.get(1));
        again.set(1, model.toString());
        Trial repeated = blastradius(Simulator.ofProgram(), again);
        assertEquals(0, repeated.status, repeated.err());
        assertArrayEquals(Files.readAllBytes(first), Files.readAllBytes(second));
    }

    private Trial run(String... options) {
        List<String> args = new ArrayList<>(List.of("run", model.toString()));
        args.addAll(List.of(options));
        return blastradius(Simulator.ofProgram(), args);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "report.docx | --report: expected a name that ends with .html, .pdf or .md; found",
                "-           | --report: expected a name that ends with .html, .pdf or .md; found",
                "none/r.html | --report: there is no folder",
                "sub.html    | --report: expected a file to write; found the folder",
            })
    void whatCannotBeWrittenIsFoundOutBeforeAnythingIsRun(String name, String complaint) throws IOException {
        Files.createDirectory(folder.resolve("sub.html"));
        String place = name.equals("-") ? name : folder.resolve(name).toString();
        Trial trial = new Trial();
        trial.meanwhile = () -> {
            throw new AssertionError("it was run");
        };
        trial.run("run", model.toString(), "--report", place);
        assertEquals(2, trial.status);
        assertTrue(trial.err().contains(complaint), trial.err());
    }

    @Test
    void aFileWhereThePicturesShouldGoIsFoundOutBeforeAnythingIsRun() throws IOException {
        Files.writeString(folder.resolve("a-pictures"), "mine");
        Trial trial = blastradius(Simulator.ofProgram(), line("run --report " + folder.resolve("a.md")));
        assertEquals(ExitStatus.WRONG_USAGE, trial.status, trial.err());
        assertTrue(trial.err().contains("cannot be made: it is a file"), trial.err());
        assertEquals("", trial.out());
    }

    @Test
    void aReportIsNotWrittenOverTheModelOrOverAnotherResult() throws IOException {
        Path web = Files.writeString(folder.resolve("model.html"), MODEL);
        Trial over = blastradius(Simulator.ofProgram(), List.of("run", web.toString(), "--report", web.toString()));
        assertEquals(2, over.status);
        assertTrue(over.err().contains("is the model itself"), over.err());
        assertEquals(MODEL, Files.readString(web));
        String same = folder.resolve("result.html").toString();
        Trial twice = run("--json", same, "--report", same);
        assertEquals(2, twice.status);
        assertTrue(twice.err().contains("is where --json writes"), twice.err());
    }

    @Test
    void anInterruptedComparisonIsReportedAsFarAsItGot() throws IOException {
        Path report = folder.resolve("r.html");
        Trial trial = new Trial();
        trial.done = 1;
        trial.run("compare", model.toString(), "--report", report.toString());
        assertEquals(130, trial.status);
        assertTrue(Jsoup.parse(report).text().contains("The work was interrupted"));
    }

    @Test
    void anInterruptedRunWritesNone() {
        Path report = folder.resolve("r.html");
        Trial trial = new Trial();
        trial.cancelled = true;
        trial.run("run", model.toString(), "--report", report.toString());
        assertEquals(130, trial.status);
        assertFalse(Files.exists(report));
    }
}
