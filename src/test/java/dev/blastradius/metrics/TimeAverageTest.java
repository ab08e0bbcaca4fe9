package dev.blastradius.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.blastradius.sim.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimeAverageTest {

    @Test
    void aQuantityThatIsNeverSetIsZero() {
        TimeAverage average = new TimeAverage(10, 20, 5, 4);
        average.finish(20);

        assertEquals(0, average.value());
        assertEquals(0, average.mean(20));
        assertEquals(0, average.stepMean(3));
    }

    @Test
    void aValueCountsFromWhenItIsSetToWhenItChanges() {
        TimeAverage average = new TimeAverage(0, 100, 50, 2);
        average.set(10, 4);
        average.add(30, -3);
        average.add(80, 9);
        average.finish(100);

        assertEquals(10, average.value());
        assertEquals((20 * 4 + 50 * 1 + 20 * 10) / 100.0, average.mean(100));
        assertEquals((20 * 4 + 20 * 1) / 50.0, average.stepMean(0));
        assertEquals((30 * 1 + 20 * 10) / 50.0, average.stepMean(1));
    }

    @Test
    void oneChangeAcrossManyStepsFillsEachOfThem() {
        TimeAverage average = new TimeAverage(25, 75, 10, 10);
        average.set(5, 2);
        average.set(1_000, 7);

        assertEquals(1, average.stepMean(0));
        for (int step = 1; step < 10; step++) {
            assertEquals(2, average.stepMean(step), "step " + step);
        }
        assertEquals(2, average.mean(1_000));
    }

    @Test
    void aRunThatEndsEarlyIsAveragedOverWhatThereWas() {
        TimeAverage average = new TimeAverage(10, 100, 40, 3);
        average.set(0, 6);
        average.set(30, 0);
        average.finish(60);

        assertEquals(20 * 6 / 50.0, average.mean(60));
        assertEquals(30 * 6 / 40.0, average.stepMean(0));
        assertEquals(0, average.stepMean(1));
        assertEquals(Double.NaN, average.stepMean(2));
    }

    @Test
    void aWindowThatIsEmptyOrHasNotBegunHasNoMean() {
        assertEquals(Double.NaN, new TimeAverage(10, 10, 5, 1).mean(50));
        assertEquals(Double.NaN, new TimeAverage(10, 20, 5, 1).mean(10));
    }

    @Test
    void theMeanUntilBeforeTheLastChangeIsRefused() {
        TimeAverage average = new TimeAverage(0, 100, 10, 1);
        average.set(50, 1);

        assertThrows(IllegalArgumentException.class, () -> average.mean(40));
    }

    /** One value for each nanosecond, averaged by adding them all up. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void averagesAreThoseOfAddingUpEveryNanosecond(long seed) {
        RandomStream random = new RandomStream().start(RandomStream.mix(seed, 0));
        int end = 2_000;
        int stepNanos = 1 + random.below(300);
        int steps = random.below(10);
        int windowStart = random.below(500);
        int windowEnd = windowStart + 1 + random.below(2_000);
        TimeAverage average = new TimeAverage(windowStart, windowEnd, stepNanos, steps);
        double[] values = new double[end];
        int now = 0;
        while (now < end) {
            int value = random.below(20);
            average.set(now, value);
            Arrays.fill(values, now, end, value);
            now += random.below(1 + random.below(200));
            if (now < end && now > windowStart && random.below(4) == 0) {
                int last = Math.min(now, windowEnd);
                assertEquals(mean(values, windowStart, last), average.mean(now), 1e-9);
            }
        }
        average.finish(end);

        assertEquals(mean(values, windowStart, Math.min(end, windowEnd)), average.mean(end), 1e-9);
        for (int step = 0; step < steps; step++) {
            int from = step * stepNanos;
            assertEquals(
                    mean(values, from, Math.min(end, from + stepNanos)), average.stepMean(step), 1e-9, "step " + step);
        }
    }

    private static double mean(double[] values, int from, int to) {
        double sum = 0;
        for (int i = from; i < to; i++) {
            sum += values[i];
        }
        return from < to ? sum / (to - from) : Double.NaN;
    }
}
