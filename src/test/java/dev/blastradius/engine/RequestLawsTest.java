package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How a client's requests end, and which of them are measured. */
class RequestLawsTest {

    private static final double EXACT = 1e-9;

    private static Lab one(String client, String latency) {
        return Lab.of(Lab.client("a", client) + ",'x':{'kind':'service','latency':'" + latency + "'}", "'a->x':{}");
    }

    @Test
    void anAnswerIsLateOnlyOverTheObjective() {
        assertEquals(
                0,
                one(",'slo':{'latency':'4s'}", "4s")
                        .sends("a", 0)
                        .run()
                        .flow("a")
                        .late());
        Trial late = one(",'slo':{'latency':'4s'}", "4000001us").sends("a", 0).run();
        assertEquals(1, late.flow("a").late());
        assertEquals(0, late.flow("a").goodput());
        assertEquals(1, late.ok("a"));
    }

    @Test
    void whoseUserLeavesFirstIsAbandoned() {
        Trial trial = one(",'patience':'3s'", "4s").sends("a", 0, 10).run();
        assertEquals(2, trial.abandoned("a"));
        assertEquals(0, trial.flow("a").latency().count());
        assertEquals(0, trial.flow("a").goodput());
    }

    @Test
    void outcomesAreDisjointAndAddUp() {
        Trial trial = Lab.of(
                        Lab.client("a", ",'patience':'500ms','acceptsDegraded':0.5,'slo':{'latency':'100ms'}")
                                + ",'x':{'kind':'model','errorRate':0.2,'latency':{'type':'exponential','mean':'200ms'}},"
                                + "'canned':{'kind':'static','quality':0.5}",
                        "'a->x':{},'a->canned':{'fallbackFor':'a->x'}")
                .sends("a", Lab.every(0.01, 10_000))
                .run();
        FlowMeasures flow = trial.flow("a");
        assertEquals(10_000, trial.ok("a") + trial.degraded("a") + trial.failed("a") + trial.abandoned("a"));
        assertEquals(flow.latency().count(), trial.ok("a") + trial.degraded("a"));
        assertEquals(flow.goodput() + flow.late(), trial.ok("a") + trial.degraded("a"));
        assertEquals(Map.of("canned/degraded", trial.failed("a")), trial.causes("a"));
        // Served for longer than 0.5 s: e^-2.5 of all.
        assertEquals(Math.exp(-2.5), trial.abandoned("a") / 10_000.0, 0.012);
    }

    @Test
    void requestsAreMeasuredFromTheWarmUpToTheDuration() {
        Trial trial = one("", "1s")
                .sends("a", 0, 9.9, 10, 50, 99.9, 100)
                .warmup("10s")
                .run();
        assertEquals(3, trial.flow("a").requests());
        assertEquals(3, trial.ok("a"));
        assertEquals(3, trial.station("x").arrivals());
        assertEquals(3, trial.dependency("a->x").calls());
    }

    @Test
    void measuredRequestsAreFollowedAfterTheDuration() {
        Trial trial = one("", "3000s").sends("a", 99).run();
        assertEquals(3000, trial.latency("a"), EXACT);
    }

    @Test
    void whatIsNotAnsweredWithinAnHourFails() {
        Trial trial = one("", "4000s").sends("a", 99).run();
        assertEquals(Map.of("x/unanswered", 1L), trial.causes("a"));
        assertEquals(1, trial.failed("a"));
    }
}
