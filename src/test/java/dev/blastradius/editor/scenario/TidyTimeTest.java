package dev.blastradius.editor.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.model.descriptor.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** That times are written as people write them, and snap to moments that clocks have. */
class TidyTimeTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0s",
        "0.25, 250ms",
        "1.5, 1.5s",
        "45, 45s",
        "90, 90s",
        "750, 12.5m",
        "600, 10m",
        "2700, 45m",
        "3600, 1h",
        "4500, 75m",
        "5400, 1.5h",
        "7200, 2h",
        "-3, 0s",
        "3725, 3725s",
        "59.9996, 1m"
    })
    void timesHaveTheirTidiestSpelling(double seconds, String text) {
        assertEquals(text, TidyTime.of(seconds).text());
    }

    @Test
    void whatIsWrittenIsReadAsTheSameLength() {
        for (double seconds = 0; seconds < 10_000; seconds += 0.777) {
            Duration written = TidyTime.of(seconds);
            assertEquals(written, Duration.parse(written.text()));
            assertEquals(seconds, written.seconds(), 0.000_501);
        }
    }

    @ParameterizedTest
    @CsvSource({"0.01, 0.1", "0.1, 1", "0.5, 5", "1.2, 10", "4, 30", "9, 60", "40, 300", "1e9, 604800"})
    void thingsSnapToAClocksMomentsThatAreWideEnoughToAimAt(double secondsPerPixel, double step) {
        assertEquals(step, TidyTime.step(secondsPerPixel));
    }

    @ParameterizedTest
    @CsvSource({
        "0.25, 250 ms",
        "45, 45 s",
        "90.5, 90.5 s",
        "60, 1 min",
        "90, 1 min 30 s",
        "600, 10 min",
        "630, 10 min 30 s",
        "11400, 3 h 10 min",
        "7200, 2 h"
    })
    void lengthsAreSaidInTwoUnitsAtMost(double seconds, String words) {
        assertEquals(words, TidyTime.words(seconds));
    }
}
