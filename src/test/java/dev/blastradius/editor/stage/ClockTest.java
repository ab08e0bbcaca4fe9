package dev.blastradius.editor.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClockTest {

    @ParameterizedTest
    @CsvSource({
        "12m30s, 750",
        "12m 30s, 750",
        "12:30, 750",
        "750, 750",
        "750s, 750",
        "1:02:03.5, 3723.5",
        "1h, 3600",
        "1h5m, 3900",
        "1.5H, 5400",
        "250ms, 0.25",
        "0, 0",
        "' 2m ', 120"
    })
    void momentsAreReadAsPeopleWriteThem(String text, double seconds) {
        assertEquals(seconds, Clock.seconds(text), 1e-9);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "12:", "m30", "12m30", "-5", "1h x"})
    void whatIsNoMomentIsNone(String text) {
        assertTrue(Double.isNaN(Clock.seconds(text)), text);
    }

    @ParameterizedTest
    @CsvSource({"0, 0:00", "59.96, 0:59.9", "750, 12:30", "3723.5, 1:02:03.5", "0.3, 0:00.3"})
    void momentsAreWrittenAsAClock(double seconds, String text) {
        assertEquals(text, Clock.text(seconds));
    }

    @Test
    void whatTheClockShowsIsReadAsTheSameMoment() {
        for (int tenths = 0; tenths < 100_000; tenths += 37) {
            assertEquals(tenths / 10.0, Clock.seconds(Clock.text(tenths / 10.0)), 1e-9);
        }
    }
}
