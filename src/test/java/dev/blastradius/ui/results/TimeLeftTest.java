package dev.blastradius.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeLeftTest {

    @ParameterizedTest
    @CsvSource({
        "0.1, 0.5, ''",
        "5, 0.01, ''",
        "2, 0.5, 2 s left",
        "1, 0.99, 1 s left",
        "10, 0.3, 25 s left",
        "60, 0.25, 3 min left",
        "3600, 0.2, 4 h left",
        "5, 1, ''"
    })
    void theTimeLeftIsRoundedAsFarAsItCanBeTrusted(double seconds, double done, String text) {
        long start = 1_000;
        assertEquals(text, new TimeLeft(start).at(start + (long) (seconds * 1e9), done));
    }
}
