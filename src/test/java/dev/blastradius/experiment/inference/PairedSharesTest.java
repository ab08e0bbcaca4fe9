package dev.blastradius.experiment.inference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairedSharesTest {

    /** By hand: twice the tail of so many throws of a coin. */
    @ParameterizedTest
    @CsvSource({"7,0,0.015625", "0,7,0.015625", "5,1,0.21875", "3,3,1", "1,0,1", "10,2,0.03857421875"})
    void onlyTheReplicationsInWhichTheyDifferTell(int firstOnly, int secondOnly, double p) {
        PairedShares pair = new PairedShares();
        add(pair, firstOnly, true, false);
        add(pair, secondOnly, false, true);
        add(pair, 4, true, true);
        add(pair, 2, false, false);
        assertEquals(p, pair.p(), 1e-12);
        assertEquals(firstOnly + secondOnly + 6, pair.count());
        assertEquals(4 + firstOnly, pair.first());
        assertEquals(4 + secondOnly, pair.second());
        assertEquals(4, pair.both());
    }

    @Test
    void whereTheyNeverDifferThereIsNoTest() {
        PairedShares pair = new PairedShares();
        add(pair, 10, true, true);
        assertTrue(Double.isNaN(pair.p()));
    }

    /** An exact test never finds something in nothing more often than its level. */
    @ParameterizedTest
    @CsvSource({"5", "10", "40", "200"})
    void theTestKeepsItsLevel(int differing) {
        BinomialDistribution coin = new BinomialDistribution(null, differing, 0.5);
        double found = 0;
        for (int first = 0; first <= differing; first++) {
            PairedShares pair = new PairedShares();
            add(pair, first, true, false);
            add(pair, differing - first, false, true);
            found += pair.p() < 0.05 ? coin.probability(first) : 0;
        }
        assertTrue(found <= 0.05, "found " + found);
        assertTrue(differing < 6 || found > 0.01, "it can find something: " + found);
    }

    private static void add(PairedShares pair, int times, boolean first, boolean second) {
        for (int i = 0; i < times; i++) {
            pair.add(first, second);
        }
    }
}
