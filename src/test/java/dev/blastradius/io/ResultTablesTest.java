package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.HandMadeRun;
import dev.blastradius.experiment.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResultTablesTest {

    private static final RunResult RUN = HandMadeRun.outage();

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
        assertEquals(rows.get(0).length, rows.get(1).length);
    }

    @Test
    void eachStepOfSimulatedTimeIsARow() {
        List<String[]> rows = rows(ResultTables.series(List.of(RUN)));
        assertEquals(1 + 3, rows.size());
        assertEquals("10.0", cell(rows, 2, "time_s"));
        assertEquals("2.5", cell(rows, 2, "visitors.ok_per_s"));
        assertEquals("2.5", cell(rows, 2, "opus.queue_length"));
        assertEquals("2.5", cell(rows, 2, "assistant->opus.attempts_per_s"));
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
        ResultTables.write("m", List.of(RUN), made);
        assertEquals(ResultTables.runs("m", List.of(RUN)), Files.readString(made.resolve("runs.csv")));
        assertEquals(ResultTables.series(List.of(RUN)), Files.readString(made.resolve("series.csv")));
    }

    @Test
    void aFileWhereTheFolderShouldBeIsAnError(@TempDir Path folder) throws IOException {
        Path file = Files.writeString(folder.resolve("a"), "x");
        assertThrows(IOException.class, () -> ResultTables.write("m", List.of(RUN), file));
    }

    /** The characters are those of OWASP's page "CSV Injection". */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '|',
            value = {"=1+1", "+1", "-1", "@SUM(A1)", "|=cmd /C calc|"})
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
