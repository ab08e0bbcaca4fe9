package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.experiment.inference.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    private final Figures figures = new Figures(new Style(true, false));

    private static Interval of(double mean, double half) {
        return new Interval(mean, mean - half, mean + half);
    }

    @Test
    void aShareIsAPercentageWithItsHalfWidthInPoints() {
        assertEquals("91.23 % ±0.31", figures.share(of(0.9123, 0.0031)));
    }

    @Test
    void aSingleReplicationHasNoHalfWidth() {
        assertEquals("91.23 %", figures.share(new Interval(0.9123, Double.NaN, Double.NaN)));
    }

    @Test
    void whatThereIsNotIsADash() {
        assertEquals("–", figures.share(Interval.NONE));
        assertEquals("–", figures.time(Interval.NONE));
        assertEquals("–", figures.number(Interval.NONE));
        assertEquals("–", figures.money(Interval.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00 s",
        "0.0000005, 0.50 us",
        "0.00025, 250 us",
        "0.25, 250 ms",
        "1, 1.00 s",
        "0.9999, 1.00 s",
        "12.34, 12.3 s",
        "90, 90.0 s",
        "150, 2.50 min",
        "9000, 2.50 h"
    })
    void aTimeIsInTheUnitThatFits(double seconds, String text) {
        assertEquals(text, figures.meanTime(of(seconds, 0)));
    }

    @Test
    void aHalfWidthIsInTheUnitOfItsTime() {
        assertEquals("250 ms ±12", figures.time(of(0.25, 0.012)));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0.00",
        "0.001, 0.0010",
        "0.25, 0.25",
        "9.999, 10.0",
        "99.97, 100",
        "'12345', '12,345'",
        "1e15, 1.00e+15"
    })
    void aNumberHasAboutThreeDigits(double value, String text) {
        assertEquals(text, Figures.digits(value));
    }

    @ParameterizedTest
    @CsvSource({"0, $0.00", "0.000123, $0.000123", "0.25, $0.2500", "12.5, $12.50", "'123456', '$123,456'"})
    void moneyHasTheDecimalsThatItNeeds(double dollars, String text) {
        assertEquals(text, figures.money(new Interval(dollars, Double.NaN, Double.NaN)));
    }

    @Test
    void moneyAndItsHalfWidthHaveTheSameDecimals() {
        assertEquals("$12.50 ±0.01", figures.money(of(12.5, 0.01)));
    }

    @ParameterizedTest
    @CsvSource({"0.95, 95 %", "0.995, 99.5 %", "0.9999, 99.99 %", "0.5, 50 %"})
    void aLevelOfConfidenceKeepsAllItsDigits(double level, String text) {
        assertEquals(text, Figures.exactPercentage(level));
    }
}
