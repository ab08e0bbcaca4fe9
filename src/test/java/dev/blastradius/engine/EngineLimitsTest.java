package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Models that go wild, and pipelines far deeper than any real one. */
class EngineLimitsTest {

    private static final int DEPTH = 5_000;

    private static Lab chain(String station, String call, String last) {
        StringBuilder components = new StringBuilder(Lab.client("a", ",'patience':'5s'"));
        StringBuilder dependencies = new StringBuilder("'a->s0':{}");
        for (int i = 0; i < DEPTH; i++) {
            components.append(",'s" + i + "':{'kind':'service'" + (i == DEPTH - 1 ? last : station) + "}");
            if (i > 0) {
                dependencies.append(",'s" + (i - 1) + "->s" + i + "':{" + call + "}");
            }
        }
        return Lab.of(components.toString(), dependencies.toString()).lasting("10s");
    }

    @Test
    void aDeepChainWithoutAnyLatencyAnswers() {
        Trial trial = chain("", "", "").sends("a", 0, 1, 2).run();
        assertEquals(3, trial.ok("a"));
        assertEquals(0, trial.latency("a"));
        assertEquals(3, trial.station("s" + (DEPTH - 1)).completions());
    }

    @Test
    void aFailureComesUpADeepChain() {
        Trial trial = chain("", "", ",'errorRate':1").sends("a", 0, 1, 2).run();
        assertEquals(Map.of("s" + (DEPTH - 1) + "/error", 3L), trial.causes("a"));
    }

    @Test
    void cancellationGoesDownADeepChain() {
        Trial trial = chain(",'concurrency':1,'cancellation':'all'", "", ",'latency':'1h','cancellation':'all'")
                .sends("a", 0, 1, 2)
                .run();
        assertEquals(3, trial.abandoned("a"));
        assertEquals(3, trial.station("s0").abandoned());
        assertEquals(3, trial.station("s" + (DEPTH - 1)).abandoned());
        assertEquals(0, trial.station("s" + (DEPTH - 1)).completions());
    }

    @Test
    void aCycleThatMayEndEnds() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service'},'y':{'kind':'service'}",
                        "'a->x':{},'x->y':{'probability':0.5},'y->x':{'probability':0.5}")
                .sends("a", Lab.every(0.001, 10_000))
                .run();
        assertEquals(10_000, trial.ok("a"));
        // Each round trip begins with 1/2 · 1/2: 1/(1 - 1/4) visits.
        assertEquals(4 / 3.0, trial.station("x").arrivals() / 10_000.0, 0.03);
    }

    @Test
    void aCycleThatKeepsCallingItselfIsReported() {
        Lab lab = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service'},'y':{'kind':'service'}",
                        "'a->x':{},'x->y':{'probability':0.9999999},'y->x':{'probability':0.9999999}")
                .sends("a", 0);
        EngineLimits.Exceeded exceeded = assertThrows(EngineLimits.Exceeded.class, lab::run);
        assertTrue(exceeded.getMessage().contains("a cycle keeps calling itself"), exceeded.getMessage());
    }

    @Test
    void timeThatStandsStillIsReported() {
        Simulation simulation = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service'}",
                        "'a->x':{'calls':10000,'retry':{'maxAttempts':1000000}}")
                .sends("a", 2)
                .faults("{'target':'x','at':'1s','unavailable':true}")
                .simulation("as-drawn");
        EngineLimits.Exceeded exceeded = assertThrows(
                EngineLimits.Exceeded.class, () -> simulation.replicate(42, 0, Simulation.Watch.NONE, 100_000));
        assertEquals(
                "time no longer passes at 2.0 s: something calls or asks again and again without any wait",
                exceeded.getMessage());
    }
}
