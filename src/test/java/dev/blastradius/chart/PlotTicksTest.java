package dev.blastradius.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlotTicksTest {

    private static String written(double distance, double mark) {
        return PlotTicks.distances(Unit.SHARE).getCeilingTickUnit(distance).valueToString(mark);
    }

    @Test
    void neighbouringMarksOfSharesReadDifferently() {
        assertEquals("99.0 %", written(0.005, 0.99));
        assertEquals("99.5 %", written(0.005, 0.995));
        assertEquals("100.0 %", written(0.005, 1));
        assertEquals("50.02 %", written(0.0002, 0.5002));
    }

    @Test
    void marksThatAreWholePerCentsApartHaveNoDecimals() {
        assertEquals("80 %", written(0.2, 0.8));
        assertEquals("100 %", written(0.01, 1));
    }
}
