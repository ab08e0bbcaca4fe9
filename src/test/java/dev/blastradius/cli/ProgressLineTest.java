package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Progress on a clock that moves only when it is told to. */
class ProgressLineTest {

    private final ByteArrayOutputStream written = new ByteArrayOutputStream();
    private long nanos = 12_345;

    private ProgressLine line(boolean terminal, boolean shown) {
        PrintStream err = new PrintStream(written, true, StandardCharsets.UTF_8);
        return new ProgressLine(new Console(err, err, Style.PLAIN, terminal, () -> nanos), shown);
    }

    private void at(ProgressLine progress, double seconds, double done) {
        nanos = 12_345 + (long) (seconds * 1e9);
        progress.report(done);
    }

    private String text() {
        return written.toString(StandardCharsets.UTF_8);
    }

    @Test
    void quickWorkShowsNothing() {
        ProgressLine progress = line(true, true);
        at(progress, 0.1, 0.3);
        at(progress, 0.4, 0.9);
        at(progress, 0.6, 1);
        progress.end();
        assertEquals("", text());
    }

    @Test
    void aTerminalsLineIsRewrittenWithTheTimeLeft() {
        ProgressLine progress = line(true, true);
        at(progress, 10, 0.25);
        assertEquals("\r[#######.......................]  25 %, 30 s left", text());
        at(progress, 20, 0.5);
        assertTrue(text().endsWith("\r[###############...............]  50 %, 20 s left"), text());
        assertFalse(text().contains("\n"));
    }

    @Test
    void aTerminalsLineIsRewrittenTenTimesASecondAtMost() {
        ProgressLine progress = line(true, true);
        for (int i = 0; i < 1_000; i++) {
            at(progress, 1 + i / 1_000.0, 0.5);
        }
        assertTrue(text().chars().filter(c -> c == '\r').count() <= 11);
    }

    @Test
    void theEndTakesTheLineAway() {
        ProgressLine progress = line(true, true);
        at(progress, 10, 0.25);
        int length = text().length() - 1;
        progress.end();
        assertTrue(text().endsWith("\r" + " ".repeat(length) + "\r"));
        at(progress, 20, 0.5);
        assertTrue(text().endsWith("\r"), "nothing after the end");
    }

    @Test
    void longWaitsAreInMinutesAndHours() {
        ProgressLine progress = line(true, true);
        at(progress, 30, 0.25);
        assertTrue(text().contains("1:30 min left"), text());
        at(progress, 3_600, 0.5);
        assertTrue(text().contains("1:00 h left"), text());
    }

    @Test
    void elsewhereEachTenthIsALine() {
        ProgressLine progress = line(false, true);
        for (int i = 0; i <= 1_000; i++) {
            at(progress, i * 0.1, i / 1_000.0);
        }
        progress.end();
        List<String> lines = text().lines().toList();
        assertEquals(9, lines.size(), text());
        assertEquals(" 10 %, 90 s left", lines.get(0).replace("1:30 min", "90 s"));
        assertFalse(text().contains("\r"));
    }

    @Test
    void elsewhereFastWorkIsNoFloodOfLines() {
        ProgressLine progress = line(false, true);
        for (int i = 0; i <= 1_000; i++) {
            at(progress, i * 0.005, i / 1_000.0);
        }
        assertTrue(text().lines().count() <= 2, text());
    }

    @Test
    void quietShowsNothing() {
        ProgressLine progress = line(true, false);
        at(progress, 10, 0.5);
        progress.end();
        assertEquals("", text());
    }

    @Test
    void severalPartsCountTogether() {
        ProgressLine progress = line(false, true);
        progress.part("retry", 0.5, 0.25);
        at(progress, 60, 0.4);
        assertEquals(" 60 %, 40 s left  retry", text().stripTrailing());
    }

    @Test
    void cancellingIsSeenByTheWork() {
        ProgressLine progress = line(true, true);
        assertFalse(progress.isCancelled());
        progress.cancel();
        assertTrue(progress.isCancelled());
        at(progress, 10, 0.5);
        assertEquals("", text());
    }
}
