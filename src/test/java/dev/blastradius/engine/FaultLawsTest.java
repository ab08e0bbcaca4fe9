package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What each fault does, exactly, and that nothing of it stays. */
class FaultLawsTest {

    private static final double EXACT = 1e-9;

    /** A request each second from 0 s on, 100 of them, to a service that takes 0.1 s. */
    private static Lab steady(String service) {
        return Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service'," + service + "},'y':{'kind':'service'}",
                        "'a->x':{'timeout':'50s'},'x->y':{}")
                .sends("a", Lab.every(1, 100));
    }

    private static Lab steady() {
        return steady("'latency':'100ms'");
    }

    private static Trial with(String fault) {
        return steady().faults(fault).run();
    }

    @Test
    void anUnavailableComponentRefusesAtOnceWithinItsWindow() {
        Trial trial = with("{'target':'x','at':'10s','for':'20s','unavailable':true}");
        assertEquals(Map.of("x/error", 20L), trial.causes("a"));
        assertEquals(80, trial.station("x").completions());
        assertEquals(80 * 0.1 / 100, trial.busyServers("x"), EXACT);
    }

    @Test
    void atTheMomentItEndsAFaultIsGone() {
        Trial trial = with("{'target':'x','at':'10500ms','for':'500ms','unavailable':true}");
        assertEquals(100, trial.ok("a"));
    }

    @Test
    void atTheMomentItFlapsOnAFaultIsThere() {
        // On from 9.5 s to 10 s, from 11 s to 11.5 s, from 12.5 s to 13 s, and so on: at 11 s, 14 s, 17 s.
        Trial trial =
                with("{'target':'x','at':'9500ms','for':'10s','flap':{'on':'500ms','off':'1s'},'unavailable':true}");
        assertEquals(Map.of("x/error", 3L), trial.causes("a"));
    }

    @Test
    void aFaultWithoutAnEndLastsToTheEndOfTheRun() {
        Trial trial = with("{'target':'x','at':'40s','unavailable':true}");
        assertEquals(60, trial.failed("a"));
    }

    @Test
    void errorsComeAfterTheComponentsOwnWorkAndBeforeItsCalls() {
        Trial trial = with("{'target':'x','at':'10s','for':'20s','errorRate':1}");
        assertEquals(Map.of("x/error", 20L), trial.causes("a"));
        assertEquals(100 * 0.1 / 100, trial.busyServers("x"), EXACT);
        assertEquals(80, trial.station("y").arrivals());
    }

    @Test
    void anErrorRateComposesWithTheBaseAsIndependentEvents() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service','errorRate':0.2}", "'a->x':{}")
                .sends("a", Lab.every(0.001, 20_000))
                .faults("{'target':'x','at':'0s','errorRate':0.5},{'target':'x','at':'0s','errorRate':0.25}")
                .run();
        double rate = 1 - 0.8 * 0.5 * 0.75;
        assertEquals(rate, trial.failed("a") / 20_000.0, 4 * Math.sqrt(rate * (1 - rate) / 20_000));
    }

    @Test
    void aHungRequestHoldsItsCallerUntilItsTimeOutAndNoServerWhereItHangs() {
        Trial trial = with("{'target':'y','at':'10s','for':'1s','hangRate':1}");
        assertEquals(Map.of("x/timeout", 1L), trial.causes("a"));
        // The server of x is held for ever by the call that is never answered.
        assertEquals((99 * 0.1 + 90) / 100, trial.busyServers("x"), EXACT);
        assertEquals(0, trial.busyServers("y"), EXACT);
        assertEquals(1, trial.station("y").unfinished());
    }

    @Test
    void withoutATimeOutAHungRequestIsNeverAnswered() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service'}", "'a->x':{}")
                .sends("a", 0, 20)
                .faults("{'target':'x','at':'10s','hangRate':1}")
                .run();
        assertEquals(Map.of("x/unanswered", 1L), trial.causes("a"));
        assertEquals(1, trial.station("x").unfinished());
    }

    @Test
    void aHangRateIsAShare() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service'}", "'a->x':{'timeout':'1s'}")
                .sends("a", Lab.every(0.001, 10_000))
                .faults("{'target':'x','at':'0s','hangRate':0.3}")
                .run();
        assertEquals(0.3, trial.failed("a") / 10_000.0, 4 * Math.sqrt(0.3 * 0.7 / 10_000));
    }

    @Test
    void latencyIsMultipliedAndThenAddedTo() {
        Trial trial = with("{'target':'x','at':'10s','for':'20s','latencyFactor':3,'addedLatency':'200ms'},"
                + "{'target':'x','at':'20s','for':'10s','latencyFactor':2}");
        // 0.1 s; from 10 s on 0.1 × 3 + 0.2 = 0.5 s; from 20 s on 0.1 × 6 + 0.2 = 0.8 s.
        assertEquals((80 * 0.1 + 10 * 0.5 + 10 * 0.8) / 100, trial.latency("a"), EXACT);
    }

    @Test
    void workKeepsTheLatencyThatItBeganWith() {
        Trial trial = steady("'latency':'900ms'")
                .faults("{'target':'x','at':'10500ms','for':'400ms','latencyFactor':9}")
                .run();
        assertEquals(0.9, trial.latency("a"), EXACT);
    }

    @Test
    void aFactorRisesAlongItsRamp() {
        Trial trial = with("{'target':'x','at':'10s','for':'20s','ramp':'10s','latencyFactor':3}");
        double sum = 80 * 0.1;
        for (int second = 10; second < 30; second++) {
            sum += 0.1 * (1 + 2 * Math.min(1, (second - 10) / 10.0));
        }
        assertEquals(sum / 100, trial.latency("a"), 1e-8);
    }

    @Test
    void aRateRisesAlongItsRamp() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service'}", "'a->x':{}")
                .sends("a", Lab.every(0.001, 20_000))
                .faults("{'target':'x','at':'0s','for':'20s','ramp':'10s','errorRate':0.8}")
                .run();
        // Half of 0.8 on average over the ramp, then 0.8.
        assertEquals((0.4 + 0.8) / 2, trial.failed("a") / 20_000.0, 4 * 0.5 / Math.sqrt(20_000));
    }

    @Test
    void aFlappingFaultIsOnAndOffInTurnAndBeginsWithOn() {
        Trial trial = with("{'target':'x','at':'10s','for':'20s','flap':{'on':'3s','off':'4s'},'unavailable':true}");
        // On in [10, 13), [17, 20), [24, 27).
        assertEquals(9, trial.failed("a"));
    }

    @Test
    void aNetworkThatIsDownFailsWithTheDependencyAsTheCause() {
        Trial trial = with("{'target':'x->y','at':'10s','for':'20s','unavailable':true}");
        assertEquals(Map.of("x->y/error", 20L), trial.causes("a"));
        assertEquals(80, trial.station("y").arrivals());
        assertEquals(100, trial.dependency("x->y").attempts());
    }

    @Test
    void aNetworkThatLosesCallsFailsWithTheDependencyAsTheCause() {
        Trial trial = steady().faults("{'target':'a->x','at':'10s','for':'20s','hangRate':1}")
                .run();
        assertEquals(Map.of("a->x/timeout", 20L), trial.causes("a"));
        assertEquals(80, trial.station("x").arrivals());
        assertEquals(20, trial.dependency("a->x").timeouts());
    }

    @Test
    void aNetworkThatLosesACallWithoutATimeOutLeavesItUnanswered() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service'}", "'a->x':{}")
                .sends("a", 0, 20)
                .faults("{'target':'a->x','at':'10s','hangRate':1}")
                .run();
        assertEquals(Map.of("a->x/unanswered", 1L), trial.causes("a"));
    }

    @Test
    void aSlowNetworkAddsToTheWay() {
        Trial trial = with("{'target':'x->y','at':'10s','for':'20s','addedLatency':'2s'}");
        assertEquals(0.1 + 0.2 * 2, trial.latency("a"), EXACT);
        assertEquals(0, trial.station("y").responses().meanSeconds(), EXACT);
    }

    @Test
    void tagsSelectAllThatHaveThemAll() {
        Trial trial = Lab.of(
                        Lab.client("a") + "," + Lab.client("b") + "," + Lab.client("c")
                                + ",'x':{'kind':'model','tags':{'provider':'p','tier':'big'}},"
                                + "'y':{'kind':'model','tags':{'provider':'p','tier':'big','region':'us'}},"
                                + "'z':{'kind':'model','tags':{'provider':'p','tier':'small'}}",
                        "'a->x':{},'b->y':{},'c->z':{}")
                .sends("a", 0)
                .sends("b", 0)
                .sends("c", 0)
                .faults("{'target':{'provider':'p','tier':'big'},'at':'0s','unavailable':true}")
                .run();
        assertEquals(Map.of("x/error", 1L), trial.causes("a"));
        assertEquals(Map.of("y/error", 1L), trial.causes("b"));
        assertEquals(1, trial.ok("c"));
    }

    @Test
    void capacityIsRoundedDownAndRunningWorkEnds() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service','concurrency':5,'latency':'10s'}", "'a->x':{}")
                .sends("a", 0, 0, 0, 0, 0, 5, 5, 5)
                .faults("{'target':'x','at':'1s','for':'29s','capacityFactor':0.5}")
                .run();
        // Five end at 10 s. Then two servers start: two of the three end at 20 s, the third at 30 s.
        assertEquals((5 * 10 + 2 * 15 + 25) / 8.0, trial.latency("a"), EXACT);
    }

    @Test
    void serversThatComeBackStartWhatWaits() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service','concurrency':4,'latency':'10s'}", "'a->x':{}")
                .sends("a", 5, 5, 5, 5)
                .faults("{'target':'x','at':'1s','for':'7s','capacityFactor':0.25}")
                .run();
        // One starts at 5 s, the others at 8 s.
        assertEquals((10 + 3 * 13) / 4.0, trial.latency("a"), EXACT);
    }

    @Test
    void capacityIsAShareOfTheServersOfAllReplicas() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service','instances':8,'concurrency':1,'latency':'1000s'}",
                        "'a->x':{}")
                .sends("a", Lab.every(0, 1_000))
                .faults("{'target':'x','at':'0s','capacityFactor':0.5}")
                .run();
        assertEquals(4, trial.busyServers("x"), EXACT);
    }

    @Test
    void afterAFaultEverythingIsAsIfItHadNeverBeen() {
        Lab lab = Lab.of(
                        Lab.client("a")
                                + ",'x':{'kind':'service','concurrency':2,'latency':{'type':'exponential','mean':'100ms'}},"
                                + "'y':{'kind':'model','errorRate':0.1,'latency':{'type':'exponential','mean':'100ms'}}",
                        "'a->x':{},'x->y':{'timeout':'300ms','retry':{'maxAttempts':3}}")
                .sends("a", Lab.every(0.25, 4_000))
                .warmup("500s")
                .lasting("1000s");
        Trial calm = lab.run();
        Trial after = lab.faults("{'target':'x','at':'10s','for':'100s','capacityFactor':0.5,'latencyFactor':4},"
                        + "{'target':'y','at':'20s','for':'200s','flap':{'on':'1s','off':'2s'},'freeze':true},"
                        + "{'target':'x->y','at':'30s','for':'100s','hangRate':0.5,'addedLatency':'1s'}")
                .run();
        assertEquals(Same.of(calm), Same.of(after));
    }

    @Test
    void aFaultThatChangesNothingChangesNothing() {
        Lab lab = steady();
        Trial calm = lab.run();
        Trial trial = lab.faults("{'target':'x','at':'10s','for':'50s','ramp':'5s','latencyFactor':1,'errorRate':0,"
                        + "'hangRate':0,'addedLatency':'0s','capacityFactor':1},"
                        + "{'target':'a','at':'10s','for':'50s','trafficFactor':1}")
                .run();
        assertEquals(Same.of(calm), Same.of(trial));
    }

    @Test
    void anUnansweredRequestIsBlamedOnTheDeepestThatItWaitsFor() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'service'},'y':{'kind':'service'},'z':{'kind':'model'}",
                        "'a->x':{},'x->y':{},'y->z':{}")
                .sends("a", 1)
                .faults("{'target':'z','at':'0s','for':'50s','hangRate':1}")
                .run();
        assertEquals(Map.of("z/unanswered", 1L), trial.causes("a"));
    }
}
