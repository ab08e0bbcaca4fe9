package dev.blastradius.report.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortPathTest {

    @ParameterizedTest
    @CsvSource({
        "M56 5 L56 238 L698 238 L698 5 Z, M56 5v233h642v-233z",
        "M0 0 L1.25 0 L1.25 -3.5 L2 -3, M0 0h1.3v-3.5l0.7 0.5",
        "M1 1 L2 2 L3 1 M9 9 L9 9, M1 1l1 1 1-1M9 9h0",
        "M0 0 C1 1 2 1 3 0 Q4 4 5 5 Z L1 1, M0 0c1 1 2 1 3 0q1 4 2 5zl1 1",
    })
    void aPathIsToldFromPointToPoint(String path, String expected) {
        assertEquals(expected, ShortPath.of(path));
    }

    @ParameterizedTest
    @CsvSource({"M0 0 A1 1 0 0 1 2 2", "M0 0 l1 1", "M0", "'M1e3 0 L1 1'"})
    void aPathOfAnotherKindStaysAsItIs(String path) {
        assertEquals(path, ShortPath.of(path));
    }

    @Test
    void manySmallStepsDoNotAddUpToAnError() {
        StringBuilder path = new StringBuilder("M0 0");
        for (int i = 1; i <= 1000; i++) {
            path.append(" L").append(i * 4 / 100.0).append(" 0");
        }
        String told = ShortPath.of(path.toString());
        double sum = 0;
        for (String step : told.substring(told.indexOf('h') + 1).split(" ")) {
            sum += Double.parseDouble(step);
        }
        assertEquals(40, sum, 1e-9);
    }
}
