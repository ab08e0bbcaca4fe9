package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.Strategies;
import dev.blastradius.metrics.StepCounts;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A run beside its twin without faults: each request is compared with itself. */
class TwinLawsTest {

    private static final String STATION = "'x':{'kind':'service','latency':'100ms'}";

    /** Ten requests a second for 100 s, answered in 100 ms. */
    private static Lab steady(String clientKeys, String faults) {
        return Lab.of(Lab.client("a", clientKeys) + "," + STATION, "'a->x':{}")
                .sends("a", Lab.every(0.1, 1_000))
                .faults(faults);
    }

    private static ReplicationResult beside(Lab lab) {
        return beside(lab, "0s", "100s", 42);
    }

    private static ReplicationResult beside(Lab lab, String warmup, String duration, long seed) {
        RunSpec spec = lab.spec(Strategy.AS_DRAWN);
        Duration from = Duration.of(warmup);
        Duration to = Duration.of(duration);
        ReplicationResult twin = Objects.requireNonNull(
                Simulation.of(spec.withoutFaults(), from, to).replicateNoting(seed, 0, Simulation.Watch.NONE));
        return Objects.requireNonNull(Simulation.of(spec, from, to)
                .replicateBeside(Objects.requireNonNull(twin.log()), false, seed, 0, Simulation.Watch.NONE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void withoutFaultsEveryRequestIsAsInItsTwin(long seed) {
        RunSpec spec = Strategies.runSpec(RandomPipelines.of(seed), null, Strategy.AS_DRAWN);
        Simulation simulation = Simulation.of(spec, Duration.of("5s"), Duration.of("60s"));
        ReplicationResult twin = Objects.requireNonNull(simulation.replicateNoting(seed, 0, Simulation.Watch.NONE));
        ReplicationResult again = Objects.requireNonNull(
                simulation.replicateBeside(Objects.requireNonNull(twin.log()), false, seed, 0, Simulation.Watch.NONE));
        for (int client = 0; client < again.clients(); client++) {
            TwinMeasures measures = again.twin(client);
            assertEquals(0, measures.affected());
            assertEquals(0, measures.withoutTwin());
            assertEquals(0, measures.missing());
        }
        assertTrue(Double.isNaN(again.loadAmplification()) || again.loadAmplification() == 1);
        assertNull(again.recovery());
    }

    @Test
    void anOutageAffectsTheRequestsOfItsWindowAndNoOther() {
        ReplicationResult run = beside(steady("", "{'target':'x','at':'20s','for':'10s','unavailable':true}"));
        TwinMeasures twin = run.twin(0);
        assertEquals(100, twin.affected());
        assertEquals(100, twin.failed());
        assertEquals(100, twin.lostGoodput());
        assertEquals(0, twin.late() + twin.degraded() + twin.wrong() + twin.abandoned());
        StepCounts steps = twin.affectedSteps();
        for (int second = 0; second < steps.steps(); second++) {
            assertEquals(second >= 20 && second < 30 ? 10 : 0, steps.get(second), "second " + second);
        }
    }

    @Test
    void whatIsLateWrongDegradedOrAbandonedIsAffectedWithoutHavingFailed() {
        TwinMeasures late = beside(
                        steady(",'slo':{'latency':'1s'}", "{'target':'x','at':'20s','for':'10s','addedLatency':'5s'}"))
                .twin(0);
        assertEquals(100, late.late());
        assertEquals(100, late.affected());
        assertEquals(100, late.lostGoodput());
        assertEquals(0, late.failed());
        TwinMeasures wrong = beside(steady("", "{'target':'x','at':'20s','for':'10s','wrongRate':1}"))
                .twin(0);
        // An answer is judged when it is given, a tenth of a second after its request.
        assertEquals(100, wrong.wrong());
        assertEquals(100, wrong.lostGoodput());
        TwinMeasures abandoned = beside(
                        steady(",'patience':'2s'", "{'target':'x','at':'20s','for':'10s','addedLatency':'5s'}"))
                .twin(0);
        assertEquals(100, abandoned.abandoned());
        assertEquals(0, abandoned.failed());
        TwinMeasures degraded = beside(Lab.of(
                                Lab.client("a") + "," + STATION + ",'z':{'kind':'static','quality':0.5}",
                                "'a->x':{},'a->z':{'fallbackFor':'a->x'}")
                        .sends("a", Lab.every(0.1, 1_000))
                        .faults("{'target':'x','at':'20s','for':'10s','unavailable':true}"))
                .twin(0);
        assertEquals(100, degraded.degraded());
        assertEquals(100, degraded.affected());
        assertEquals(0, degraded.lostGoodput());
    }

    @Test
    void whatFailsAnywayIsNotTheFaultsDoing() {
        Lab lab = Lab.of(Lab.client("a") + ",'x':{'kind':'service','latency':'100ms','errorRate':0.3}", "'a->x':{}")
                .sends("a", Lab.every(0.1, 1_000))
                .faults("{'target':'x','at':'20s','for':'50s','unavailable':true}");
        ReplicationResult run = beside(lab);
        TwinMeasures twin = run.twin(0);
        long failedInTwin = beside(lab.faults("{'target':'x','at':'99050ms','for':'1us','unavailable':true}"))
                .flow(0)
                .outcome(RequestOutcome.FAILED);
        long failed = run.flow(0).outcome(RequestOutcome.FAILED);
        assertEquals(failed - failedInTwin, twin.failed());
        assertTrue(twin.affected() < 500 && twin.affected() > 300, "about 350: " + twin.affected());
    }

    @Test
    void aSurgesRequestsHaveNoTwinAndThinnedOnesAreMissing() {
        String client = "'a':{'kind':'client','traffic':{'arrivals':'poisson','requestsPerSecond':20}},";
        Lab surge =
                Lab.of(client + STATION, "'a->x':{}").faults("{'target':'a','at':'20s','for':'50s','trafficFactor':3}");
        TwinMeasures more = beside(surge).twin(0);
        assertEquals(2_000, (double) more.withoutTwin(), 150);
        assertEquals(0, more.affected(), "what is answered well would not have been missed");
        assertEquals(0, more.missing());
        Lab lull = Lab.of(client + STATION, "'a->x':{}")
                .faults("{'target':'a','at':'20s','for':'50s','trafficFactor':0.5}");
        TwinMeasures fewer = beside(lull).twin(0);
        assertEquals(500, (double) fewer.missing(), 80);
        assertEquals(0, fewer.withoutTwin());
        assertEquals(0, fewer.affected());
    }

    @Test
    void aUsersRequestsAreComparedByTheirNumber() {
        Lab lab = Lab.of(
                        "'a':{'kind':'client','traffic':{'arrivals':'closed','users':7,'thinkTime':'900ms'}},"
                                + STATION,
                        "'a->x':{}")
                .faults("{'target':'x','at':'20s','for':'10s','unavailable':true}");
        ReplicationResult run = beside(lab);
        // Seven users fail ten times each, or eleven, as they rest for 0.9 s after a refusal.
        assertEquals(77, (double) run.twin(0).failed(), 7);
        assertEquals(run.twin(0).failed(), run.twin(0).affected());
    }

    @Test
    void aUsersFurtherAttemptsAreComparedWithTheSameAttempts() {
        Lab lab = Lab.of(
                        Lab.client("a", ",'userRetry':{'probability':1,'after':'1s','maxAttempts':2}")
                                + ",'x':{'kind':'service','latency':'100ms','errorRate':0.4}",
                        "'a->x':{}")
                .sends("a", Lab.every(0.1, 1_000))
                .faults("{'target':'x','at':'99900ms','for':'1s','latencyFactor':2}");
        TwinMeasures twin = beside(lab).twin(0);
        assertEquals(0, twin.withoutTwin());
        assertEquals(0, (double) twin.affected(), 3);
    }

    @Test
    void onlyMeasuredRequestsCount() {
        Lab lab = steady("", "{'target':'x','at':'20s','for':'10s','unavailable':true}");
        assertEquals(50, beside(lab, "25s", "100s", 42).twin(0).affected());
        assertEquals(70, beside(lab, "0s", "27s", 42).twin(0).affected());
    }

    @Test
    void aHundredThousandRequestsAreAllRemembered() {
        Lab lab = Lab.of(Lab.client("a") + ",'x':{'kind':'static'}", "'a->x':{}")
                .sends("a", Lab.every(0.001, 200_000))
                .faults("{'target':'a->x','at':'0s','for':'150s','unavailable':true}");
        TwinMeasures twin = beside(lab, "0s", "200s", 42).twin(0);
        assertEquals(150_000, twin.failed());
        assertEquals(0, twin.withoutTwin());
    }

    @Test
    void theLoadIsAmplifiedByTheAttemptsThatFaultsCause() {
        Lab lab = Lab.of(
                        Lab.client("a") + "," + STATION,
                        "'a->x':{'retry':{'maxAttempts':3,'backoff':{'initial':'1ms','jitter':'none'},'retryOn':['rejected','error']}}")
                .sends("a", Lab.every(0.1, 1_000))
                .faults("{'target':'x','at':'20s','for':'50s','unavailable':true}");
        assertEquals((500 + 3 * 500) / 1_000.0, beside(lab).loadAmplification(), 1e-12);
    }

    @Test
    void aRunRecoversWhenItsLastHalfMinuteIsGoodAgain() {
        ReplicationResult run = beside(
                Lab.of(Lab.client("a") + "," + STATION, "'a->x':{}")
                        .sends("a", Lab.every(0.1, 3_000))
                        .faults("{'target':'x','at':'60s','for':'10s','unavailable':true},"
                                + "{'target':'x','at':'100s','for':'20s','unavailable':true}"),
                "10s",
                "300s",
                42);
        assertNotNull(run.recovery());
        assertTrue(run.recovery().isRecovered());
        // Of 300 requests in the trailing half minute 15 may have failed: those of a second and a half.
        assertEquals(29, run.recovery().seconds());
    }

    @Test
    void thereIsNothingToRecoverFromUntilTheLastFaultHasEnded() {
        assertNull(beside(steady("", "{'target':'x','at':'20s','unavailable':true}"))
                .recovery());
        assertNull(beside(steady("", "{'target':'x','at':'20s','for':'80s','unavailable':true}"))
                .recovery());
    }

    @Test
    void aRunWithoutARequestDoesNotSayWhetherItRecovered() {
        String seldom = "'a':{'kind':'client','traffic':{'arrivals':'poisson','requestsPerSecond':0.000001}},";
        ReplicationResult run = beside(Lab.of(seldom + STATION, "'a->x':{}")
                .faults("{'target':'x','at':'20s','for':'10s','unavailable':true}"));
        assertEquals(0, run.flow(0).arrivals());
        assertNull(run.recovery());
    }

    @Test
    void aRunThatEndsTooSoonToSeeARecoveryDoesNotSayThatThereWasNone() {
        // The run ends after 100 s, and recovered is what has been well for 60 s.
        assertNull(beside(steady("", "{'target':'x','at':'20s','for':'20001ms','unavailable':true}"))
                .recovery());
        ReplicationResult justSo = beside(steady("", "{'target':'x','at':'20s','for':'20s','unavailable':true}"));
        assertNotNull(justSo.recovery());
        assertTrue(!justSo.recovery().isRecovered(), "the run ends before it has been well for a minute");
    }
}
