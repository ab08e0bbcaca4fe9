package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What share of requests some path could have answered in time, whatever the caller does about failure. */
class ClairvoyantLawsTest {

    private static final String STATION = "'x':{'kind':'service','latency':'100ms'}";
    private static final String DOWN = "{'target':'x','at':'20s','for':'10s','unavailable':true}";
    private static final String SLO = ",'slo':{'latency':'1s'}";

    private static ReplicationResult run(RunSpec spec, String duration, long seed) {
        Duration end = Duration.of(duration);
        ReplicationResult twin = Objects.requireNonNull(Simulation.of(spec.withoutFaults(), Duration.ZERO, end)
                .replicateNoting(seed, 0, Simulation.Watch.NONE));
        return Objects.requireNonNull(Simulation.of(spec, Duration.ZERO, end)
                .replicateBeside(Objects.requireNonNull(twin.log()), true, seed, 0, Simulation.Watch.NONE));
    }

    private static long answerable(Lab lab) {
        return run(lab.spec(Strategy.AS_DRAWN), "100s", 42).twin(0).answerable();
    }

    /** A thousand requests, ten a second. */
    private static Lab lab(String clientKeys, String components, String dependencies, String faults) {
        return Lab.of(Lab.client("a", clientKeys) + "," + components, dependencies)
                .sends("a", Lab.every(0.1, 1_000))
                .faults(faults);
    }

    @Test
    void aFaultCanBeWaitedOutWhereThatIsInTime() {
        // Of the hundred that come while it is down, those of the last 0.9 s could still be answered within their
        // second.
        assertEquals(909, answerable(lab(SLO, STATION, "'a->x':{}", DOWN)));
        assertEquals(1_000, answerable(lab("", STATION, "'a->x':{}", DOWN)), "without a limit all can wait");
        assertEquals(909, answerable(lab(",'patience':'1s'", STATION, "'a->x':{}", DOWN)));
    }

    @Test
    void aFallbackThatHoldsMakesAllAnswerable() {
        String two = STATION + ",'y':{'kind':'service','latency':'200ms'}";
        assertEquals(1_000, answerable(lab(SLO, two, "'a->x':{},'a->y':{'fallbackFor':'a->x'}", DOWN)));
        String slow = STATION + ",'y':{'kind':'service','latency':'1200ms'}";
        assertEquals(909, answerable(lab(SLO, slow, "'a->x':{},'a->y':{'fallbackFor':'a->x'}", DOWN)));
    }

    @Test
    void aLesserAnswerIsOneForThoseWhoTakeIt() {
        String canned = STATION + ",'z':{'kind':'static','quality':0.2}";
        String calls = "'a->x':{},'a->z':{'fallbackFor':'a->x'}";
        assertEquals(1_000, answerable(lab(SLO, canned, calls, DOWN)));
        assertEquals(909, answerable(lab(SLO + ",'acceptsDegraded':0", canned, calls, DOWN)));
        assertEquals(
                909 + 91 * 0.5,
                (double) answerable(lab(SLO + ",'acceptsDegraded':0.5", canned, calls, DOWN)),
                4 * Math.sqrt(91 * 0.25));
    }

    @Test
    void anOptionalCallCanBeDoneWithout() {
        String two = STATION + ",'s':{'kind':'service','latency':'10ms'}";
        assertEquals(1_000, answerable(lab(SLO, two, "'a->s':{},'s->x':{'mode':'optional'}", DOWN)));
        assertEquals(909, answerable(lab(SLO, two, "'a->s':{},'s->x':{}", DOWN)));
    }

    @Test
    void asManyAttemptsAsThePipelineMakesHaveLuckOfTheirOwn() {
        String half = "{'target':'x','at':'0s','for':'100s','errorRate':0.5}";
        long once = answerable(lab(SLO, STATION, "'a->x':{}", half));
        assertEquals(500, (double) once, 4 * Math.sqrt(250));
        long thrice = answerable(lab(SLO, STATION, "'a->x':{'retry':{'maxAttempts':3}}", half));
        assertEquals(875, (double) thrice, 4 * Math.sqrt(1_000 * 0.875 * 0.125));
        long wrong =
                answerable(lab(SLO, STATION, "'a->x':{}", "{'target':'x','at':'0s','for':'100s','wrongRate':0.5}"));
        assertEquals(500, (double) wrong, 4 * Math.sqrt(250));
    }

    @Test
    void queuesAndQuotasAreNoConcernOfTheClairvoyant() {
        String one = "'x':{'kind':'model','latency':'900ms','concurrency':1,'rateLimit':{'requestsPerMinute':1}}";
        assertEquals(
                1_000,
                answerable(lab(SLO, one, "'a->x':{}", "{'target':'x','at':'0s','for':'200s','latencyFactor':1.1}")));
        assertEquals(
                0, answerable(lab(SLO, one, "'a->x':{}", "{'target':'x','at':'0s','for':'200s','latencyFactor':1.2}")));
        assertEquals(
                0, answerable(lab(SLO, one, "'a->x':{}", "{'target':'x','at':'0s','for':'200s','quotaFactor':0}")));
    }

    @Test
    void anyTargetOfAGatewayWillDo() {
        String gateway = STATION + ",'g':{'kind':'gateway'},'y':{'kind':'service','latency':'200ms'}";
        assertEquals(1_000, answerable(lab(SLO, gateway, "'a->g':{},'g->x':{},'g->y':{}", DOWN)));
    }

    @Test
    void whatIsLostOnTheWayCountsAsLost() {
        String cut = "{'target':'a->x','at':'20s','for':'10s','unavailable':true}";
        assertEquals(909, answerable(lab(SLO, STATION, "'a->x':{}", cut)));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16})
    void noPipelineBettersIt(long seed) {
        RunSpec spec = Strategies.runSpec(RandomPipelines.of(seed), "trouble", Strategy.AS_DRAWN);
        long good = 0;
        long bound = 0;
        long requests = 0;
        for (int run = 0; run < 4; run++) {
            ReplicationResult result = run(spec, "120s", 100 * seed + run);
            for (int client = 0; client < result.clients(); client++) {
                good += result.flow(client).goodput();
                bound += result.twin(client).answerable();
                requests += result.flow(client).requests();
            }
        }
        assertTrue(bound <= requests);
        // What the bound draws is independent of what the run draws: four standard errors of the difference, at most.
        assertTrue(
                good <= bound + 4 * Math.sqrt(requests * 0.5), good + " good of " + bound + " answerable, " + requests);
    }
}
