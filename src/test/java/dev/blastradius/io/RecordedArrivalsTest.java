package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.Recording;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Arrivals recorded in a CSV file beside the model. */
class RecordedArrivalsTest {

    private static final String MODEL = """
            { "format": "blastradius/1",
              "components": {
                "web": { "kind": "client", "traffic": { "arrivals": "recorded", "file": "trace.csv" } },
                "api": { "kind": "service" } },
              "dependencies": { "web->api": {} },
              "strategies": { "other-day": { "patch": { "components": { "web": { "traffic": { "file": "tuesday.csv" } } } } } } }
            """;

    @TempDir
    Path folder;

    private Recording read(String csv, Problems problems) throws IOException {
        Files.writeString(folder.resolve("trace.csv"), csv);
        return RecordingReader.read(folder, "trace.csv", JsonPath.ROOT, problems);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0,10,1\n0.5,20,2\n0.5,,\n",
                "seconds,input,output\r\n0,10,1\r\n0.5,20,2\r\n0.5,,\r\n",
                "\uFEFFseconds;input;output\n0;10;1\n\n0.5 ; 20; 2\n0.50;;",
                "\"seconds\"\t\"input\"\t\"output\"\n\"0\"\t\"10\"\t1\n5e-1\t20\t2.0\n0.5\n",
            })
    void headersSeparatorsAndEmptyCellsAreUnderstood(String csv) throws IOException {
        Problems problems = new Problems();
        Recording recording = read(csv, problems);
        assertEquals(List.of(), problems.all());
        assertNotNull(recording);
        assertEquals(3, recording.size());
        assertEquals(500_000_000, recording.arrivalNanos(1));
        assertEquals(20, recording.inputTokens(1));
        assertEquals(2, recording.outputTokens(1));
        assertEquals(-1, recording.inputTokens(2));
        assertEquals(-1, recording.outputTokens(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0\\n2\\n1             | row 3: arrivals fall back in time",
                "0\\nx                 | row 2: not a time of arrival",
                "0\\nNaN               | row 2: not a time of arrival",
                "-1                    | row 1: not a time of arrival",
                "0\\n1e300             | row 2: not a time of arrival",
                "0,-1                  | row 1: not a count of tokens",
                "0,1.5                 | row 1: not a count of tokens",
                "0,1,1000000000        | row 1: not a count of tokens",
                "0,1,2,3               | row 1: too many columns",
                "seconds               | there are no arrivals",
                "``                    | there are no arrivals",
            })
    void aBadRowIsNamed(String csv, String what) throws IOException {
        Problems problems = new Problems();
        read(csv.replace("\\n", "\n"), problems);
        assertEquals(1, problems.all().size(), () -> problems.all().toString());
        Problem problem = problems.all().get(0);
        assertTrue(problem.isError());
        assertTrue(problem.what().startsWith("trace.csv"), problem::toString);
        assertTrue(problem.what().contains(what), problem::toString);
    }

    @Test
    void allBadRowsAreReportedUpToALimit() throws IOException {
        Problems problems = new Problems();
        read("0\n" + "x\n".repeat(1_000), problems);
        assertEquals(RecordingReader.MOST_PROBLEMS, problems.all().size());
    }

    @Test
    void aRowWithoutAnEndIsNotReadToIt() throws IOException {
        Problems problems = new Problems();
        read("1".repeat(5_000_000), problems);
        assertTrue(problems.all().get(0).what().contains("too long"));
    }

    @Test
    void aFileThatIsNotUtf8IsAProblem() throws IOException {
        Files.write(folder.resolve("trace.csv"), "0\n1,é\n".getBytes(StandardCharsets.ISO_8859_1));
        Problems problems = new Problems();
        RecordingReader.read(folder, "trace.csv", JsonPath.ROOT, problems);
        assertTrue(problems.all().get(0).what().contains("not UTF-8"));
    }

    @Test
    void theFilesOfDrawingAndStrategiesAreRead() throws IOException {
        Files.writeString(folder.resolve("trace.csv"), "0\n1\n");
        Files.writeString(folder.resolve("tuesday.csv"), "0\n1\n2\n");
        ModelReader.Reading reading = ModelReader.read(MODEL, folder);
        assertEquals(List.of(), reading.problems());
        assertNotNull(reading.model());
        Map<String, Recording> recordings = reading.model().recordings();
        assertEquals(List.of("trace.csv", "tuesday.csv"), List.copyOf(recordings.keySet()));
        assertEquals(
                3,
                Strategies.runSpec(reading.model(), null, "other-day")
                        .recordings()
                        .get("tuesday.csv")
                        .size());
    }

    @Test
    void aFileThatOnlyAStrategyLacksIsReportedAtItsPatch() throws IOException {
        Files.writeString(folder.resolve("trace.csv"), "0\n1\n");
        List<Problem> problems = ModelReader.read(MODEL, folder).problems();
        assertEquals(1, problems.size());
        assertEquals(
                "$.strategies.other-day.patch.components.web.traffic.file",
                problems.get(0).where().toString());
        assertEquals(6, problems.get(0).line());
    }

    @Test
    void withoutAFolderRecordingsAreNotReadAndThatIsSaid() {
        ModelReader.Reading reading = ModelReader.read(MODEL, null);
        assertNotNull(reading.model());
        assertTrue(reading.problems().stream().noneMatch(Problem::isError));
        assertEquals(2, reading.problems().size());
    }
}
