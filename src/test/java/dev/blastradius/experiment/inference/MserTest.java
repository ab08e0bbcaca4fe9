package dev.blastradius.experiment.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MserTest {

    @Test
    void aSeriesThatNeverChangesHasSettledFromTheStart() {
        double[] values = new double[100];
        Arrays.fill(values, 7);
        assertEquals(OptionalInt.of(0), Mser.truncation(values));
    }

    @Test
    void aStepIsCutOffWhereItEnds() {
        double[] values = new double[200];
        for (int i = 0; i < values.length; i++) {
            values[i] = i < 40 ? 0 : 10 + i % 2;
        }
        assertEquals(OptionalInt.of(40), Mser.truncation(values));
    }

    @Test
    void theLeastSquaredStandardErrorIsTaken() {
        Random random = new Random(1997);
        for (int trial = 0; trial < 200; trial++) {
            double[] values = random.doubles(60 + trial).toArray();
            for (int i = 0; i < trial / 4; i++) {
                values[i] += 2 - 8.0 * i / trial;
            }
            assertEquals(byTheDefinition(values), Mser.truncation(values), "trial " + trial);
        }
    }

    /** As the papers have it, sum by sum. */
    private static OptionalInt byTheDefinition(double[] values) {
        int n = values.length / 5;
        double[] batches = new double[n];
        for (int i = 0; i < 5 * n; i++) {
            batches[i / 5] += values[i] / 5;
        }
        double least = Double.MAX_VALUE;
        int best = -1;
        for (int d = 0; d <= n / 2; d++) {
            double mean = Arrays.stream(batches).skip(d).average().orElseThrow();
            double squares = Arrays.stream(batches)
                    .skip(d)
                    .map(value -> (value - mean) * (value - mean))
                    .sum();
            if (squares / Math.pow(n - d, 2) < least) {
                least = squares / Math.pow(n - d, 2);
                best = d;
            }
        }
        return best == n / 2 ? OptionalInt.empty() : OptionalInt.of(5 * best);
    }

    @Test
    void aSeriesThatGoesOnRisingHasNotSettled() {
        double[] values = new double[200];
        Arrays.setAll(values, i -> i);
        assertEquals(OptionalInt.empty(), Mser.truncation(values));
    }

    @Test
    void ofAFewValuesNothingCanBeTold() {
        assertEquals(OptionalInt.empty(), Mser.truncation(new double[49]));
        assertEquals(OptionalInt.of(0), Mser.truncation(new double[50]));
    }

    /** A first-order autoregression begun far off: its mean falls to 1 % of that after ln 100 / -ln 0.95 = 90 steps. */
    @Test
    void anAutoregressionBegunFarOffIsCutWhereItHasComeBack() {
        Random random = new Random(2008);
        for (int trial = 0; trial < 100; trial++) {
            double[] values = new double[2_000];
            double x = 50;
            for (int i = 0; i < values.length; i++) {
                x = 0.95 * x + random.nextGaussian();
                values[i] = x;
            }
            int cut = Mser.truncation(values).orElse(-1);
            assertTrue(cut >= 30 && cut < 1_000, "trial " + trial + ": " + cut);
        }
    }
}
