package dev.blastradius.model.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The word that was probably meant. */
class NearestTest {

    private static final List<String> WORDS = List.of("latency", "concurrency", "errorRate", "queue", "blocking");

    @ParameterizedTest
    @CsvSource({
        "latancy, latency",
        "Latency, latency",
        "concurency, concurrency",
        "error_rate, errorRate",
        "errorrate, errorRate",
        "queu, queue",
        "blocked, blocking",
    })
    void aSlipOfTheKeyboardIsRecognised(String word, String meant) {
        assertEquals(meant, Nearest.of(word, WORDS));
    }

    @ParameterizedTest
    @CsvSource({"weather", "x", "''"})
    void aWordFarFromAllOthersIsNotGuessedAt(String word) {
        assertNull(Nearest.of(word, WORDS));
    }

    @Test
    void aVeryLongWordIsNotCompared() {
        assertNull(Nearest.of("latency".repeat(100_000), WORDS));
    }

    @Test
    void nothingIsNearWhereThereIsNothing() {
        assertNull(Nearest.of("latency", List.of()));
    }
}
