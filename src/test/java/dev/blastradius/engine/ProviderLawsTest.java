package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A provider's rate limits and prices. */
class ProviderLawsTest {

    private static final double EXACT = 1e-9;

    private static Lab limited(String limit) {
        return Lab.of(Lab.client("a") + ",'x':{'kind':'model','rateLimit':{" + limit + "}}", "'a->x':{}");
    }

    private static int[] all(int count, int value) {
        int[] values = new int[count];
        Arrays.fill(values, value);
        return values;
    }

    @Test
    void aFullBucketAdmitsExactlyAMinutesRequestsAtOnce() {
        Trial trial = limited("'requestsPerMinute':600")
                .sends("a", Lab.every(0, 1_000))
                .run();
        assertEquals(Map.of("ok", 600L, "rateLimited", 400L), trial.outcomes("x"));
        assertEquals(Map.of("x/rateLimited", 400L), trial.causes("a"));
    }

    @Test
    void theBucketRefillsContinuously() {
        double[] times = Lab.every(0, 611);
        for (int i = 600; i < 611; i++) {
            // Ten a second: one each tenth of a second, from 0.1 s on; the eleventh comes half a tenth too early.
            times[i] = i == 610 ? 1.05 : (i - 599) / 10.0;
        }
        Trial trial = limited("'requestsPerMinute':600").sends("a", times).run();
        assertEquals(Map.of("ok", 610L, "rateLimited", 1L), trial.outcomes("x"));
    }

    @Test
    void theBucketHoldsNoMoreThanAMinute() {
        double[] times = Lab.every(0, 1_300);
        Arrays.fill(times, 600, 1_300, 90);
        Trial trial = limited("'requestsPerMinute':600").sends("a", times).run();
        assertEquals(1_200, trial.ok("a"));
    }

    @Test
    void inputTokensFillTheirOwnBucket() {
        Trial trial = limited("'inputTokensPerMinute':10000")
                .sends("a", all(20, 700), all(20, 1), Lab.every(0, 20))
                .run();
        assertEquals(10_000 / 700, trial.ok("a"));
    }

    @Test
    void outputTokensFillTheirOwnBucket() {
        Trial trial = limited("'outputTokensPerMinute':10000,'requestsPerMinute':18")
                .sends("a", all(20, 1), all(20, 500), Lab.every(0, 20))
                .run();
        assertEquals(18, trial.ok("a"));
    }

    @Test
    void whatIsRefusedByOneBucketTakesNothingFromTheOthers() {
        int[] input = all(12, 1_000);
        input[0] = 20_000;
        Trial trial = limited("'inputTokensPerMinute':10000,'requestsPerMinute':10")
                .sends("a", input, all(12, 1), Lab.every(0, 12))
                .run();
        assertEquals(Map.of("ok", 10L, "rateLimited", 2L), trial.outcomes("x"));
    }

    @Test
    void replicasShareTheProvidersLimit() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'model','instances':5,'rateLimit':{'requestsPerMinute':10}}",
                        "'a->x':{}")
                .sends("a", Lab.every(0, 100))
                .run();
        assertEquals(10, trial.ok("a"));
    }

    @Test
    void aRefusalCostsNeitherTimeNorMoneyNorAServer() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'x':{'kind':'model','latency':'5s','rateLimit':{'requestsPerMinute':1},"
                                + "'price':{'perRequest':1}}",
                        "'a->x':{}")
                .sends("a", 0, 0, 0)
                .run();
        assertEquals(1, trial.result().billed(), EXACT);
        assertEquals(0.05, trial.busyServers("x"), EXACT);
        assertEquals(1, trial.station("x").completions());
    }

    @Test
    void whatTheCallerNoLongerWaitsForIsBilledAndWasted() {
        Trial trial = Lab.of(
                        Lab.client("a") + "," + Lab.client("later")
                                + ",'x':{'kind':'model','latency':'5s','price':{'perRequest':2}}",
                        "'a->x':{'timeout':'1s'},'later->x':{}")
                .sends("a", 0)
                .sends("later", 50)
                .run();
        assertEquals(4, trial.result().billed(), EXACT);
        assertEquals(2, trial.result().wasted(), EXACT);
    }

    @Test
    void anErrorIsNotBilled() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'model','errorRate':1,'price':{'perRequest':2}}", "'a->x':{}")
                .sends("a", 0)
                .run();
        assertEquals(0, trial.result().billed(), EXACT);
    }

    private static Trial paidThen(String next) {
        return Lab.of(
                        Lab.client("a") + ",'agent':{'kind':'service'},'x':{'kind':'model','price':{'perRequest':2}},"
                                + "'bad':{'kind':'service','latency':'1s','errorRate':1}",
                        "'a->agent':{},'agent->x':{},'agent->bad':{'step':2" + next + "}")
                .sends("a", 0)
                .run();
    }

    @Test
    void whatAFailedRequestHadPaidForIsWasted() {
        Trial trial = paidThen("");
        assertEquals(2, trial.result().billed(), EXACT);
        assertEquals(2, trial.result().wasted(), EXACT);
    }

    @Test
    void whatADegradedRequestHadPaidForIsNotWasted() {
        Trial trial = paidThen(",'mode':'optional'");
        assertEquals(2, trial.result().billed(), EXACT);
        assertEquals(0, trial.result().wasted(), EXACT);
    }

    @Test
    void onlyMeasuredRequestsAreBilled() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'model','price':{'perRequest':2}}", "'a->x':{}")
                .sends("a", 0, 10, 20, 30)
                .warmup("15s")
                .run();
        assertEquals(4, trial.result().billed(), EXACT);
    }
}
