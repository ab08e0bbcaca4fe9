package dev.blastradius.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.experiment.inference.Interval;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|0", "1.9249|1.92", "0.5|0.5", "48213.4|48,213", "0.00012345|0.000123", "NaN|–"})
    void aNumberHasThreeDigitsThatMatter(double value, String text) {
        assertEquals(text, Figures.number(value));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 s",
                "0.0000005|0.5 µs",
                "0.85|850 ms",
                "1.924|1.92 s",
                "119|119 s",
                "250|4 min 10 s",
                "5400|90 min",
                "7500|2 h 5 min",
                "NaN|–"
            })
    void aTimeIsInTheUnitThatGivesShortNumbers(double seconds, String text) {
        assertEquals(text, Figures.time(seconds));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0 %",
                "1|100 %",
                "0.9312|93.1 %",
                "0.9995|99.95 %",
                "0.99996|99.996 %",
                "0.0004|0.04 %",
                "0.000000001|< 0.0001 %",
                "0.9999999999|> 99.9999 %",
                "1.005|100.5 %",
                "1.0000000001|> 100 %",
                "1.0149|101 %",
                "3.5|350 %",
                "-12.34|−1,234 %",
                "NaN|–"
            })
    void aShareNeverLooksLikeAllOrNothingWhereItIsNot(double share, String text) {
        assertEquals(text, Figures.share(share));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"0|$0.00", "12.3|$12.30", "1234.56|$1,235", "0.00412|$0.00412", "NaN|–"})
    void moneyIsInDollars(double dollars, String text) {
        assertEquals(text, Figures.money(dollars));
    }

    @Test
    void aSpreadIsHalfOfTheIntervalInTheUnitOfTheMean() {
        assertEquals("±0.42", Figures.spread(new Interval(0.931, 0.9268, 0.9352), Figures.PER_CENT));
        assertEquals("±30", Figures.spread(new Interval(0.85, 0.82, 0.88), Figures.timeUnit(0.85)));
        assertEquals("±1.5", Figures.spread(new Interval(123.4, 121.9, 124.9), 1));
    }

    @Test
    void oneReplicationHasNoSpread() {
        assertEquals("", Figures.spread(new Interval(0.931, Double.NaN, Double.NaN), Figures.PER_CENT));
    }

    @Test
    void aShareAndHalfOfItsIntervalHaveTheSameDecimals() {
        Interval known = new Interval(0.96, 0.9588, 0.9612);
        assertEquals("96.00 % ±0.12", Figures.shareOf(known) + " " + Figures.spreadOf(known));
        Interval vague = new Interval(0.851, 0.683, 1.019);
        assertEquals("85.1 % ±16.8", Figures.shareOf(vague) + " " + Figures.spreadOf(vague));
        assertEquals("0.50 pp", Figures.points(new Interval(-0.00504, -0.0057, -0.0044)));
    }

    @Test
    void aShareWithAnIntervalNeverLooksLikeAllOrNothingWhereItIsNot() {
        assertEquals("99.997 %", Figures.shareOf(new Interval(0.99997, 0.9998, 1.0001)));
        assertEquals("100.00 %", Figures.shareOf(new Interval(1, 0.9998, 1.0002)));
        assertEquals("96.1 %", Figures.shareOf(new Interval(0.961, Double.NaN, Double.NaN)));
    }
}
