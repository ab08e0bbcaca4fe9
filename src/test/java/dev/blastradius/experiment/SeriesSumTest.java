package dev.blastradius.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.metrics.StepCounts;
import org.junit.jupiter.api.Test;

class SeriesSumTest {

    @Test
    void aSeriesIsTheMeanOfThoseReplicationsThatHaveAValue() {
        SeriesSum sum = new SeriesSum(2, 2, 3);
        sum.add(step -> step == 1 ? Double.NaN : step);
        sum.add(step -> step == 2 ? Double.NaN : step + 10.0);
        double[] means = sum.mean().toArray();
        assertEquals(5, means[0]);
        assertEquals(11, means[1]);
        assertEquals(2, means[2]);
    }

    @Test
    void theLastStepsRateIsOverItsOwnShorterTime() {
        StepCounts counts = new StepCounts(2_000_000_000L, 3);
        counts.add(0, 8);
        counts.add(4_000_000_000L, 3);
        SeriesSum sum = new SeriesSum(2, 0.5, 3);
        sum.addRates(counts);
        assertEquals(4, sum.mean().value(0));
        assertEquals(0, sum.mean().value(1));
        assertEquals(6, sum.mean().value(2));
    }
}
