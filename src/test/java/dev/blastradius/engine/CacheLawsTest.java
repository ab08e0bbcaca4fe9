package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** Caches: a hit is answered by the cache, a miss goes on. */
class CacheLawsTest {

    private static final double EXACT = 1e-9;

    private static Lab cache(double hitRate) {
        return Lab.of(
                        Lab.client("a") + ",'x':{'kind':'cache','latency':'3ms','hitRate':" + hitRate
                                + "},'y':{'kind':'model','latency':'1s','price':{'perRequest':2}}",
                        "'a->x':{},'x->y':{}")
                .sends("a", Lab.every(0.01, 10_000));
    }

    @Test
    void aHitIsAnsweredAfterTheCachesOwnWorkAndCostsNothing() {
        Trial trial = cache(1).run();
        assertEquals(0.003, trial.latency("a"), EXACT);
        assertEquals(0, trial.result().billed(), EXACT);
        assertEquals(10_000, trial.ok("a"));
    }

    @Test
    void aMissGoesOnToWhatTheCacheStandsBefore() {
        Trial trial = cache(0).run();
        assertEquals(1.003, trial.latency("a"), EXACT);
        assertEquals(10_000, trial.station("y").arrivals());
    }

    @Test
    void theHitRateIsAShareOfTheRequests() {
        Trial trial = cache(0.3).run();
        double misses = trial.station("y").arrivals() / 10_000.0;
        assertEquals(0.7, misses, 4 * Math.sqrt(0.3 * 0.7 / 10_000));
        assertEquals(2.0 * trial.station("y").arrivals(), trial.result().billed(), 1e-6);
    }

    @Test
    void aFlushedCacheMissesAlways() {
        Trial trial = cache(1).faults("{'target':'x','at':'10s','for':'20s','hitRateFactor':0}")
                .run();
        assertEquals(2_000, trial.station("y").arrivals());
    }

    @Test
    void aFactorOnTheHitRateNeverMakesItMoreThanAll() {
        Trial trial =
                cache(0.5).faults("{'target':'x','at':'0s','hitRateFactor':3}").run();
        assertEquals(0, trial.station("y").arrivals());
    }

    @Test
    void factorsOnTheHitRateMultiply() {
        Trial trial = cache(0.8)
                .faults("{'target':'x','at':'0s','hitRateFactor':0.5},{'target':'x','at':'0s','hitRateFactor':0.5}")
                .run();
        double hits = 1 - trial.station("y").arrivals() / 10_000.0;
        assertEquals(0.2, hits, 4 * Math.sqrt(0.2 * 0.8 / 10_000));
    }

    @Test
    void aLesserFactorTakesHitsAwayAndAddsNone() {
        // The same requests hit as far as the rate allows: what hits at the lower rate hits at the higher one too.
        Trial full = cache(0.6).run();
        Trial half = cache(0.6)
                .faults("{'target':'x','at':'0s','hitRateFactor':0.5}")
                .run();
        Trial direct = cache(0.3).run();
        assertEquals(Same.of(direct), Same.of(half));
        assertEquals(true, full.station("y").arrivals() < half.station("y").arrivals());
    }

    @Test
    void peopleAreServersLikeAnyOther() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'x':{'kind':'human','concurrency':1,'latency':'10s','queue':{'capacity':1}}",
                        "'a->x':{}")
                .sends("a", 0, 1, 2)
                .run();
        assertEquals((10 + 19) / 2.0, trial.latency("a"), EXACT);
        assertEquals(1, trial.failed("a"));
    }
}
