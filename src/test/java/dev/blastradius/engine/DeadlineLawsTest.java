package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** How a deadline is handed down from caller to callee, and what keeps a fallback from being there at once. */
class DeadlineLawsTest {

    private static final double EXACT = 1e-9;

    private static final String CHAIN = Lab.client("a")
            + ",'s':{'kind':'service'},'t':{'kind':'service'},'x':{'kind':'service','latency':'1s','errorRate':1},"
            + "'y':{'kind':'service'}";

    private static Lab chain(String first, String last) {
        return Lab.of(CHAIN, "'a->s':{" + first + "},'s->t':{},'t->x':{" + last + "}")
                .sends("a", 0);
    }

    @Test
    void aDeadlineIsHandedDownTwoLevels() {
        Trial trial = chain("'deadline':'3500ms'", "'retry':{'maxAttempts':10}").run();
        assertEquals(4, trial.dependency("t->x").attempts());
        assertEquals(Map.of("s/timeout", 1L), trial.causes("a"));
        assertEquals(Map.of("timeout", 1L), trial.outcomes("t"));
    }

    @Test
    void theEarlierOfTwoDeadlinesHolds() {
        assertEquals(
                2,
                chain("'deadline':'3500ms'", "'deadline':'1500ms','retry':{'maxAttempts':10}")
                        .run()
                        .dependency("t->x")
                        .attempts());
        assertEquals(
                2,
                chain("'deadline':'1500ms'", "'deadline':'3500ms','retry':{'maxAttempts':10}")
                        .run()
                        .dependency("t->x")
                        .attempts());
    }

    @Test
    void noRetryIsMadeAfterADeadlineFromAbove() {
        Trial trial = chain("'deadline':'20s'", "'retry':{'maxAttempts':5,'backoff':{'initial':'30s'}}")
                .run();
        assertEquals(1, trial.dependency("t->x").attempts());
    }

    @Test
    void noFallbackIsCalledAfterADeadlineFromAbove() {
        for (String deadline : new String[] {"500ms", "5s"}) {
            Trial trial = Lab.of(
                            CHAIN,
                            "'a->s':{'deadline':'" + deadline + "'},'s->t':{},'t->x':{},'t->y':{'fallbackFor':'t->x'}")
                    .sends("a", 0)
                    .run();
            assertEquals(deadline.equals("5s") ? 1 : 0, trial.dependency("t->y").attempts());
        }
    }

    @Test
    void aDeadlineStopsTheTriesOfWorkThatNobodyAwaits() {
        Trial trial = chain("'timeout':'1s','deadline':'3500ms'", "'retry':{'maxAttempts':10}")
                .run();
        assertEquals(Map.of("s/timeout", 1L), trial.causes("a"));
        assertEquals(4, trial.dependency("t->x").attempts());
    }

    @Test
    void aTimeOutIsNotHandedDown() {
        Trial trial = chain("'timeout':'1s'", "'retry':{'maxAttempts':10}").run();
        assertEquals(10, trial.dependency("t->x").attempts());
    }

    private static Lab standby(String readiness, double... at) {
        return Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service'},'y':{'kind':'service'}",
                        "'a->x':{},'a->y':{'fallbackFor':'a->x'," + readiness + "}")
                .sends("a", at)
                .faults("{'target':'x','at':'0s','unavailable':true}");
    }

    @Test
    void aFallbackWorksInAllOfARunOrInNoneOfIt() {
        Simulation simulation = standby("'readiness':0.7", Lab.every(1, 50)).simulation("as-drawn");
        int works = 0;
        int runs = 400;
        for (int run = 0; run < runs; run++) {
            Trial trial = new Trial(Objects.requireNonNull(simulation.replicate(42, run, Simulation.Watch.NONE)));
            long ok = trial.ok("a");
            assertEquals(0, ok % 50, "replication " + run);
            works += ok == 50 ? 1 : 0;
            if (ok == 0) {
                assertEquals(Map.of("a->y/error", 50L), trial.causes("a"));
            }
        }
        assertEquals(0.7, works / (double) runs, 3 * Math.sqrt(0.7 * 0.3 / runs));
    }

    @Test
    void whoeverComesDuringAColdStartWaitsForItsEndAndNobodyAfterIt() {
        Trial trial = standby("'coldStart':'20s'", 3, 5, 13, 23, 30).run();
        assertEquals((20 + 18 + 10 + 0 + 0) / 5.0, trial.latency("a"), EXACT);
        assertEquals(5, trial.ok("a"));
    }

    @Test
    void aTimeOutRunsDuringAColdStart() {
        Trial trial = standby("'coldStart':'20s','timeout':'15s'", 0, 4, 6).run();
        assertEquals(1, trial.ok("a"));
        assertEquals(14, trial.latency("a"), EXACT);
        assertEquals(2, trial.failed("a"));
    }

    @Test
    void aPrimaryNeedsNoColdStart() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service'},'y':{'kind':'service'}",
                        "'a->x':{},'a->y':{'fallbackFor':'a->x','coldStart':'20s','readiness':0}")
                .sends("a", 0, 1)
                .run();
        assertEquals(2, trial.ok("a"));
        assertEquals(0, trial.latency("a"), EXACT);
    }

    @Test
    void deadlinesThatAreHandedDownTakeNoEventsWhereTheCallsEndBefore() {
        Trial trial = Lab.of(
                        "'a':{'kind':'client','traffic':{'arrivals':'constant','requestsPerSecond':10}},"
                                + "'s':{'kind':'service'},'x':{'kind':'service'}",
                        "'a->s':{'deadline':'10s'},'s->x':{}")
                .run();
        assertEquals(999, trial.ok("a"));
        assertEquals(999, trial.result().events()); // arrivals, and nothing else
    }

    @Test
    void anOrphanInALineKeepsToItsDeadlineWhenItsTurnComes() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'s':{'kind':'service','concurrency':1,'latency':'4s'},'x':{'kind':'service','latency':'1s'}",
                        "'a->s':{'deadline':'6s','timeout':'2s'},'s->x':{}")
                .sends("a", 0, 0)
                .run();
        // The first reaches x at 4 s; the second is served from 5 to 9 s, when its time has been up for 3 s.
        assertEquals(1, trial.station("x").arrivals());
    }
}
