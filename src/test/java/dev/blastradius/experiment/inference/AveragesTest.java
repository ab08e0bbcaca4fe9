package dev.blastradius.experiment.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.blastradius.metrics.Tally;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AveragesTest {

    /** Quantiles of Student's t from the NIST/SEMATECH e-Handbook of Statistical Methods, table 1.3.6.7.2. */
    @ParameterizedTest
    @CsvSource({
        "2,0.95,12.706",
        "3,0.95,4.303",
        "6,0.95,2.571",
        "10,0.95,2.262",
        "10,0.90,1.833",
        "10,0.99,3.250",
        "31,0.95,2.042",
        "101,0.95,1.984"
    })
    void anIntervalsHalfWidthIsStudentsQuantileTimesTheStandardError(int n, double confidence, double quantile) {
        Tally tally = new Tally();
        for (int i = 0; i < n; i++) {
            tally.add(i);
        }
        Interval interval = Averages.of(tally, confidence);
        double error = tally.standardDeviation() / Math.sqrt(n);
        assertEquals((n - 1) / 2.0, interval.mean(), 1e-12);
        assertEquals(quantile, interval.halfWidth() / error, 0.0005 + 1e-9);
        assertEquals(interval.mean(), (interval.low() + interval.high()) / 2, 1e-12);
    }

    @Test
    void oneReplicationHasNoInterval() {
        Tally tally = new Tally();
        tally.add(7);
        Interval interval = Averages.of(tally, 0.95);
        assertEquals(7, interval.mean());
        assertFalse(interval.isBounded());
    }

    @Test
    void noReplicationHasNoMean() {
        assertEquals(Interval.NONE, Averages.of(new Tally(), 0.95));
    }
}
