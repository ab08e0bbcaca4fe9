package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.Strategy;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What the chronicle says of each step, on pipelines so small that it can be reckoned by hand. */
class ChronicleLawsTest {

    private static final double EXACT = 1e-9;

    private static Lab call(String callee, String policies, double... at) {
        return Lab.of(Lab.client("a") + ",'x':{" + callee + "}", "'a->x':{" + policies + "}")
                .sends("a", at)
                .lasting("12s");
    }

    private static Chronicle record(Lab lab) {
        RecordedReplication recorded =
                Objects.requireNonNull(lab.simulation(Strategy.AS_DRAWN).record(42, 0, Simulation.Watch.NONE));
        return recorded.chronicle();
    }

    private static double[] row(Chronicle chronicle, ClientSeries series) {
        return IntStream.range(0, chronicle.recorded())
                .mapToDouble(step -> chronicle.get(series, 0, step))
                .toArray();
    }

    private static double[] row(Chronicle chronicle, ComponentSeries series) {
        int x = chronicle.components().indexOf("x");
        return IntStream.range(0, chronicle.recorded())
                .mapToDouble(step -> chronicle.get(series, x, step))
                .toArray();
    }

    private static double[] row(Chronicle chronicle, DependencySeries series) {
        return IntStream.range(0, chronicle.recorded())
                .mapToDouble(step -> chronicle.get(series, 0, step))
                .toArray();
    }

    private static void assertRow(double[] row, double... expected) {
        assertArrayEquals(expected, row, EXACT);
    }

    @Test
    void aStepHasWhatHappenedInItFromItsBeginUpToItsEndWithoutIt() {
        Chronicle chronicle = record(call("'kind':'service','latency':'1s'", "", 0, 0.5, 3));
        assertEquals(12, chronicle.recorded());
        assertEquals(1, chronicle.stepSeconds());
        assertRow(row(chronicle, ClientSeries.ARRIVED), 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        // Answers at 1 s, 1.5 s and 4 s.
        assertRow(row(chronicle, ClientSeries.OK), 0, 2, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0);
        assertRow(row(chronicle, ComponentSeries.BUSY), 1.5, 0.5, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        assertEquals(1, row(chronicle, ComponentSeries.RESPONSE)[1], EXACT);
        assertTrue(Double.isNaN(row(chronicle, ComponentSeries.RESPONSE)[0]));
        assertEquals(1, row(chronicle, ClientSeries.P99)[1], EXACT);
    }

    @Test
    void queuesAndServersAreAsWideAsTheyAreFull() {
        Chronicle chronicle =
                record(call("'kind':'service','concurrency':1,'queue':{'capacity':3},'latency':'2s'", "", 0, 0, 0));
        assertRow(row(chronicle, ComponentSeries.QUEUE), 2, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        assertEquals(1, row(chronicle, ComponentSeries.SERVERS)[5]);
        assertEquals(3, row(chronicle, ComponentSeries.ROOM)[5]);
    }

    @Test
    void aBreakerIsToldOpenFromWhenItOpensUntilItTriesAgain() {
        // Four fail at 0 to 3 s, and it opens at 3.01 s; the attempt at 9 s is the first after 5.5 s of waiting, and
        // closes it.
        Chronicle chronicle = record(call(
                        "'kind':'service','latency':'10ms'",
                        "'circuitBreaker':{'slidingWindow':{'type':'count','size':4},'waitInOpen':'5500ms',"
                                + "'permittedCallsInHalfOpen':1}",
                        Lab.every(1, 12))
                .faults("{'target':'x','at':'0s','for':'4500ms','errorRate':1}"));
        assertRow(row(chronicle, DependencySeries.OPEN), 0, 0, 0, 1, 1, 1, 1, 1, 1, 0, 0, 0);
        assertRow(row(chronicle, DependencySeries.SHORT_CIRCUITED), 0, 0, 0, 0, 1, 1, 1, 1, 1, 0, 0, 0);
        assertRow(row(chronicle, DependencySeries.REFUSED), 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertRow(row(chronicle, ComponentSeries.FAULTED), 1, 1, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
        assertEquals(List.of("x/error", "a->x/rejected"), chronicle.causes(0));
        assertEquals(1, chronicle.failures(0, "x/error", 2));
        assertEquals(1, chronicle.failures(0, "a->x/rejected", 6));
    }

    @Test
    void aRetryBudgetIsToldByWhatIsLeftOfIt() {
        // Each request fails twice and takes two retries' worth of a bucket of ten: five each, then none is left.
        Chronicle chronicle = record(call(
                "'kind':'service','latency':'10ms','errorRate':1",
                "'retry':{'maxAttempts':2,'backoff':{'initial':'100ms','jitter':'none'},"
                        + "'budget':{'type':'tokenBucket','capacity':10,'retryCost':5,'refund':1}}",
                0,
                1,
                2,
                3));
        assertRow(row(chronicle, DependencySeries.BUDGET_LEFT), 0.5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertRow(row(chronicle, DependencySeries.RETRIES), 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
        assertRow(row(chronicle, DependencySeries.BUDGET_DENIED), 0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void aQuotaIsToldByWhatIsUsedUpAndMoneyByWhenItIsSpent() {
        Chronicle chronicle = record(call(
                "'kind':'model','latency':{'type':'llm','timeToFirstToken':'100ms','tokensPerSecond':1000},"
                        + "'rateLimit':{'requestsPerMinute':60},'price':{'perRequest':0.25}",
                "'inputTokens':10,'outputTokens':100",
                0.2,
                0.4,
                5.2));
        // Two of sixty at once, one of which comes back each second.
        assertEquals((2 - 0.6 - 0.2) / 60, row(chronicle, ComponentSeries.QUOTA_USED)[0], 0.01);
        assertEquals(0, row(chronicle, ComponentSeries.QUOTA_USED)[3], EXACT);
        assertRow(row(chronicle, ComponentSeries.DOLLARS), 0.5, 0, 0, 0, 0, 0.25, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void latenciesAreToldApartByWhetherARequestWasSentBeforeDuringOrAfterTheFaults() {
        Chronicle chronicle = record(call("'kind':'service','latency':'500ms'", "", 1, 2.9, 3, 4, 5.9, 6, 9)
                .faults("{'target':'x','at':'3s','for':'3s','latencyFactor':2}"));
        assertEquals(2, chronicle.latency(0, Chronicle.Part.BEFORE).count());
        assertEquals(3, chronicle.latency(0, Chronicle.Part.DURING).count());
        assertEquals(2, chronicle.latency(0, Chronicle.Part.AFTER).count());
        assertEquals(1, chronicle.latency(0, Chronicle.Part.DURING).quantileSeconds(0.99), 1e-3);
    }
}
