package dev.blastradius.chart;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.metrics.TimeSeries;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BucketsTest {

    @Test
    void aSeriesThatFitsStaysAsItIs() {
        Buckets buckets = Buckets.of(new TimeSeries(2, new double[] {3, 1, 4}), 3);
        assertEquals(3, buckets.size());
        assertEquals(1, buckets.mean(1));
        assertEquals(2, buckets.start(1));
        assertEquals(4, buckets.end(1));
    }

    @Test
    void aBucketHoldsItsStepsMeanAndExtremesAndTheLastOneWhatIsLeft() {
        Buckets buckets = Buckets.of(new TimeSeries(10, new double[] {1, 5, Double.NaN, 7, 2}), 3);
        assertEquals(3, buckets.size());
        assertEquals(3, buckets.mean(0));
        assertEquals(1, buckets.low(0));
        assertEquals(5, buckets.high(0));
        assertEquals(7, buckets.mean(1));
        assertEquals(2, buckets.mean(2));
        assertEquals(40, buckets.start(2));
        assertEquals(50, buckets.end(2));
    }

    @Test
    void aBucketWithoutAnyValueHasNone() {
        Buckets buckets = Buckets.of(new TimeSeries(1, new double[] {Double.NaN, Double.NaN}), 1);
        assertTrue(Double.isNaN(buckets.mean(0)));
        assertTrue(Double.isNaN(buckets.low(0)));
        assertTrue(Double.isNaN(buckets.high(0)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void noExtremeAndNoRequestIsLostByDrawingFewerPoints(long seed) {
        Random random = new Random(seed);
        double[] values = random.doubles(1 + random.nextInt(6_000), 0, 1_000).toArray();
        int most = 20 + random.nextInt(400);
        Buckets buckets = Buckets.of(new TimeSeries(1, values), most);
        assertTrue(buckets.size() <= most);
        IntStream all = IntStream.range(0, buckets.size());
        assertEquals(max(values), all.mapToDouble(buckets::high).max().orElseThrow());
        assertEquals(
                Arrays.stream(values).min().orElseThrow(),
                IntStream.range(0, buckets.size())
                        .mapToDouble(buckets::low)
                        .min()
                        .orElseThrow());
        double total = IntStream.range(0, buckets.size())
                .mapToDouble(bucket -> buckets.mean(bucket) * (buckets.end(bucket) - buckets.start(bucket)))
                .sum();
        assertEquals(DoubleStream.of(values).sum(), total, 1e-6 * total);
    }

    private static double max(double[] values) {
        return Arrays.stream(values).max().orElseThrow();
    }
}
