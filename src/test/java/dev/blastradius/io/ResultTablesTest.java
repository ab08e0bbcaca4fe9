package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Comparison.Pair;
import dev.blastradius.experiment.HandMadeDamage;
import dev.blastradius.experiment.HandMadeRun;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.Failure.Kind;
import dev.blastradius.experiment.matrix.HandMadeMatrix;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTablesTest {

    private static final RunResult RUN = HandMadeDamage.run("opus-brownout", "as-drawn", 0.9, 0.08);

    private static List<String[]> rows(String csv) {
        return csv.lines().map(line -> line.split(",", -1)).toList();
    }

    private static String cell(List<String[]> rows, int row, String column) {
        int index = new ArrayList<>(List.of(rows.get(0))).indexOf(column);
        assertTrue(index >= 0, column);
        return rows.get(row)[index];
    }

    @Test
    void eachClientOfEachRunIsARow() {
        List<String[]> rows = rows(ResultTables.runs("Support assistant", List.of(RUN, RUN)));
        assertEquals(3, rows.size());
        assertEquals("Support assistant", cell(rows, 1, "model"));
        assertEquals("opus-brownout", cell(rows, 1, "scenario"));
        assertEquals("visitors", cell(rows, 1, "client"));
        assertEquals("48000", cell(rows, 1, "requests"));
        assertEquals("0.9", cell(rows, 1, "goodput_share"));
        assertEquals("0.89", cell(rows, 1, "goodput_share_low"));
        assertEquals("0.02", cell(rows, 1, "degraded_share"));
        assertEquals("9.5", cell(rows, 1, "latency_p99_s"));
        assertEquals("10", cell(rows, 1, "replications"));
        assertEquals("0.08", cell(rows, 1, "lost_goodput_share"));
        assertEquals("95.0", cell(rows, 1, "time_to_recover_s"));
        assertEquals("0.7", cell(rows, 1, "recovered_share"));
        assertEquals("1.4", cell(rows, 1, "load_amplification"));
        assertEquals(rows.get(0).length, rows.get(1).length);
    }

    @Test
    void eachStepOfSimulatedTimeIsARow() {
        List<String[]> rows = rows(ResultTables.series(List.of(RUN)));
        assertEquals(1 + 3, rows.size());
        assertEquals("10.0", cell(rows, 2, "time_s"));
        assertEquals("2.5", cell(rows, 2, "visitors.ok_per_s"));
        assertEquals("1.5", cell(rows, 2, "visitors.affected_per_s"));
        assertEquals("2.5", cell(rows, 2, "opus.queue_length"));
        assertEquals("2.5", cell(rows, 2, "assistant->opus.attempts_per_s"));
    }

    @Test
    void runsWithAndWithoutFaultsAreOneTable() {
        RunResult twin = HandMadeDamage.run(null, "as-drawn", 0.98, 0);
        List<String[]> steps = rows(ResultTables.series(List.of(RUN, twin)));
        assertEquals("", cell(steps, 5, "visitors.affected_per_s"));
        List<String[]> clients = rows(ResultTables.runs("m", List.of(RUN, twin)));
        assertEquals("", cell(clients, 2, "affected_share"));
        assertEquals("", cell(clients, 2, "recovered_share"));
        assertEquals(clients.get(0).length, clients.get(2).length);
    }

    @Test
    void eachTwoStrategiesAreARowOfTheComparison() {
        Pair pair = new Pair("a", "b", HandMadeRun.interval(0.1), 0.004, true, 0.93);
        Comparison goodput = new Comparison("outage", Metric.GOODPUT, null, List.of(pair, pair), "");
        List<String[]> rows = rows(StudyTables.comparison("m", List.of(goodput)));
        assertEquals(3, rows.size());
        assertEquals("outage", cell(rows, 1, "scenario"));
        assertEquals("goodput", cell(rows, 1, "metric"));
        assertEquals("", cell(rows, 1, "best"));
        assertEquals("0.1", cell(rows, 1, "difference"));
        assertEquals("true", cell(rows, 1, "significant"));
        assertEquals("0.004", cell(rows, 1, "p"));
        assertEquals("0.93", cell(rows, 1, "variance_saved"));
        assertEquals(rows.get(0).length, rows.get(1).length);
    }

    @Test
    void eachFailureHasARowForAllAndOneForEachClient() {
        DamageMatrix matrix =
                HandMadeMatrix.of(HandMadeMatrix.row(Kind.TAG, "provider=anthropic", List.of("region=us"), 0.4));
        List<String[]> rows = rows(StudyTables.matrix("m", matrix));
        assertEquals(3, rows.size());
        assertEquals("tag", cell(rows, 1, "kind"));
        assertEquals("provider=anthropic", cell(rows, 1, "target"));
        assertEquals("region=us", cell(rows, 1, "also"));
        assertEquals("", cell(rows, 1, "client"));
        assertEquals("visitors", cell(rows, 2, "client"));
        assertEquals("0.4", cell(rows, 2, "lost_goodput_share"));
        assertEquals(rows.get(0).length, rows.get(2).length);
    }

    @Test
    void tablesWithoutARowAreNotWritten(@TempDir Path folder) throws IOException {
        RunResult twin = HandMadeDamage.withoutSeries(RUN);
        DamageMatrix matrix = HandMadeMatrix.of(HandMadeMatrix.row(Kind.COMPONENT, "opus", List.of(), 0.4));
        ResultTables.write(new Results("m", List.of(twin), List.of(), List.of(), matrix), folder);
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(
                    List.of("matrix.csv", "runs.csv"),
                    files.map(file -> file.getFileName().toString()).sorted().toList());
        }
    }

    @Test
    void aStepWithoutAValueIsAnEmptyCell() {
        assertEquals("", cell(rows(ResultTables.series(List.of(RUN))), 3, "visitors.latency_p99_s"));
    }

    @Test
    void stepsDuringAFaultAreMarked() {
        List<String[]> rows = rows(ResultTables.series(List.of(RUN)));
        assertEquals("0", cell(rows, 1, "faults_active"));
        assertEquals("1", cell(rows, 2, "faults_active"));
        assertEquals("0", cell(rows, 3, "faults_active"));
    }

    @Test
    void bothTablesAreWrittenIntoAFolderThatIsMade(@TempDir Path folder) throws IOException {
        Path made = folder.resolve("a").resolve("b");
        ResultTables.write(Results.of("m", List.of(RUN)), made);
        assertEquals(ResultTables.runs("m", List.of(RUN)), Files.readString(made.resolve("runs.csv")));
        assertEquals(ResultTables.series(List.of(RUN)), Files.readString(made.resolve("series.csv")));
    }

    @Test
    void aFileWhereTheFolderShouldBeIsAnError(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "x");
        assertThrows(IOException.class, () -> ResultTables.write(Results.of("m", List.of(RUN)), file));
    }

    /** The characters are those of OWASP's page "CSV Injection". */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"=1+1", "+1", "-1", "@SUM(A1)", "＝1+1", "|=cmd /C calc|"})
    void aNameIsNeverAFormula(String name) {
        assertTrue(ResultTables.runs(name, List.of(RUN)).contains("\n'" + name + ","));
    }

    @Test
    void aNameThatNeedsQuotesGetsThem() {
        assertTrue(ResultTables.runs("a, \"b\"\nc", List.of(RUN)).contains("\n\"a, \"\"b\"\"\nc\",opus-brownout"));
        assertTrue(ResultTables.runs("=a,b", List.of(RUN)).contains("\n\"'=a,b\",opus-brownout"));
    }

    @Test
    void aNegativeNumberIsNoFormula() {
        assertEquals("-2.5,-3\n", new Csv().number(-2.5).count(-3).endRow().toString());
    }
}
