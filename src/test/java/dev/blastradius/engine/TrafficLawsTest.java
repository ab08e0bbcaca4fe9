package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When clients send their requests, with and without a fault on the traffic. */
class TrafficLawsTest {

    private static final double EXACT = 1e-9;

    private static Lab traffic(String traffic) {
        return Lab.of("'a':{'kind':'client','traffic':{" + traffic + "}},'x':{'kind':'service'}", "'a->x':{}");
    }

    /** Arrivals in each second of a run. */
    private static long[] counts(Trial trial) {
        var steps = trial.flow("a").arrivalSteps();
        long[] counts = new long[steps.steps()];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = steps.get(i);
        }
        return counts;
    }

    private static double mean(long[] counts) {
        double sum = 0;
        for (long count : counts) {
            sum += count;
        }
        return sum / counts.length;
    }

    private static double dispersion(long[] counts) {
        double mean = mean(counts);
        double squares = 0;
        for (long count : counts) {
            squares += (count - mean) * (count - mean);
        }
        return squares / (counts.length - 1) / mean;
    }

    @Test
    void poissonCountsHaveTheRateAsTheirMeanAndVariance() {
        long[] counts = counts(traffic("'arrivals':'poisson','requestsPerSecond':20")
                .lasting("7200s")
                .run());
        assertEquals(20, mean(counts), 4 * Math.sqrt(20 / 7200.0));
        // The index of dispersion of n Poisson counts has a standard deviation of sqrt(2/(n - 1)).
        assertEquals(1, dispersion(counts), 4 * Math.sqrt(2 / 7199.0));
    }

    @ParameterizedTest
    @ValueSource(doubles = {1, 1.4, 13.2})
    void burstyCountsHaveTheStatedIndexOfDispersion(double index) {
        long[] counts = counts(traffic("'arrivals':'bursty','requestsPerSecond':20,'varianceToMean':" + index)
                .lasting("7200s")
                .run());
        assertEquals(20, mean(counts), 4 * Math.sqrt(20 * index / 7200));
        // Negative binomial counts of shape r = 20/(V - 1) have an excess kurtosis of 6/r + 1/(V · 20).
        double kurtosis = 6 * (index - 1) / 20 + 1 / (20 * index);
        assertEquals(index, dispersion(counts), 4 * index * Math.sqrt((2 + kurtosis) / 7200));
    }

    @Test
    void constantArrivalsComeAtEvenGaps() {
        long[] counts =
                counts(traffic("'arrivals':'constant','requestsPerSecond':4").run());
        assertEquals(3, counts[0]);
        for (int second = 1; second < 100; second++) {
            assertEquals(4, counts[second], "second " + second);
        }
    }

    @Test
    void renewalArrivalsHaveTheirGapsSpread() {
        // Erlang-4 gaps: counts over a long time have an index of dispersion of 1/4, over a second of 10 arrivals a
        // little more
        // (renewal theory: cv^2 + (1 - cv^4)/6 per mean count, plus what the third moment adds).
        long[] counts = counts(traffic("'arrivals':'renewal','interarrival':{'type':'erlang','mean':'100ms','k':4}")
                .lasting("7200s")
                .run());
        assertEquals(10, mean(counts), 4 * Math.sqrt(10 * 0.25 / 7200));
        assertTrue(dispersion(counts) > 0.24 && dispersion(counts) < 0.3, "" + dispersion(counts));
    }

    @Test
    void recordedArrivalsComeWhenTheRecordingSays() {
        Trial trial = Lab.of(Lab.client("a") + ",'x':{'kind':'service'}", "'a->x':{}")
                .sends("a", 0, 0.5, 3.25, 99.999, 100, 200)
                .run();
        long[] counts = counts(trial);
        assertEquals(2, counts[0]);
        assertEquals(1, counts[3]);
        assertEquals(1, counts[99]);
        assertEquals(4, trial.flow("a").requests());
    }

    @Test
    void aProfileScalesTheRatePieceByPiece() {
        // 1 until 10 s, rising to 3 at 20 s, 0 from 30 s to 40 s, 2 from then on; before and after, as at its ends.
        long[] counts = counts(traffic(
                        "'arrivals':'constant','requestsPerSecond':100,"
                                + "'profile':[['10s',1],['20s',3],['20001ms',3],['30s',3],['30001ms',0],['40s',0],['40001ms',2]]")
                .run());
        for (int second = 0; second < 100; second++) {
            double from = second;
            double factor =
                    second < 10 ? 1 : second < 20 ? 1 + 0.2 * (from - 10 + 0.5) : second < 30 ? 3 : second < 40 ? 0 : 2;
            assertEquals(100 * factor, (double) counts[second], 1.2, "second " + second);
        }
    }

    @Test
    void aProfileThatBeginsWithNothingBeginsLater() {
        long[] counts = counts(traffic("'arrivals':'renewal','interarrival':{'type':'mixture','of':["
                        + "{'weight':1,'distribution':'0s'},{'weight':1,'distribution':'200ms'}]},"
                        + "'profile':[['0s',0],['50s',0],['50001ms',1]]")
                .run());
        long sum = 0;
        for (int second = 0; second < 100; second++) {
            assertTrue(second >= 50 || counts[second] == 0, "second " + second);
            sum += counts[second];
        }
        assertEquals(500, (double) sum, 120.0);
    }

    /** The interactive response time law: N = X (R + Z), exactly, but for what is under way at both ends. */
    @Test
    void closedUsersObeyTheInteractiveResponseTimeLaw() {
        Trial trial = Lab.of(
                        "'a':{'kind':'client','traffic':{'arrivals':'closed','users':20,"
                                + "'thinkTime':{'type':'exponential','mean':'5s'}}},"
                                + "'x':{'kind':'service','concurrency':1,'latency':{'type':'exponential','mean':'400ms'}}",
                        "'a->x':{}")
                .warmup("1000s")
                .lasting("50000s")
                .run();
        double throughput = trial.flow("a").requests() / 49_000.0;
        assertEquals(20, throughput * (trial.latency("a") + 5), 0.3);
    }

    @Test
    void closedUsersThinkFromTheAnswerOn() {
        Trial trial = closed("'thinkTime':'3s'", "2s").run();
        assertEquals(20, trial.flow("a").requests());
    }

    @Test
    void pacedUsersSendFromRequestToRequestOrAsSoonAsAnswered() {
        assertEquals(20, closed("'pace':'5s'", "2s").run().flow("a").requests());
        assertEquals(10, closed("'pace':'5s'", "10s").run().flow("a").requests());
    }

    private static Lab closed(String rest, String latency) {
        return Lab.of(
                "'a':{'kind':'client','traffic':{'arrivals':'closed','users':1," + rest + "}},"
                        + "'x':{'kind':'service','latency':'" + latency + "'}",
                "'a->x':{}");
    }

    @Test
    void usersGoOnAfterAFailureAndAfterTheyLeft() {
        Trial trial = Lab.of(
                        "'a':{'kind':'client','patience':'2s','traffic':{'arrivals':'closed','users':1,'thinkTime':'3s'}},"
                                + "'x':{'kind':'service','latency':'50s'}",
                        "'a->x':{}")
                .run();
        assertEquals(20, trial.abandoned("a"));
    }

    private static String factor(double factor) {
        return "{'target':'a','at':'20s','for':'40s','trafficFactor':" + factor + "}";
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'arrivals':'poisson','requestsPerSecond':200",
                "'arrivals':'constant','requestsPerSecond':200",
                "'arrivals':'renewal','interarrival':{'type':'erlang','mean':'5ms','k':3}",
                "'arrivals':'bursty','requestsPerSecond':200,'varianceToMean':2",
                "'arrivals':'closed','users':200,'thinkTime':{'type':'exponential','mean':'1s'}"
            })
    void trafficIsMultipliedWithinTheWindowAndOnlyThere(String kind) {
        for (double factor : new double[] {0, 0.25, 2.5}) {
            long[] counts = counts(traffic(kind).faults(factor(factor)).run());
            long before = 0;
            long within = 0;
            long after = 0;
            for (int second = 1; second < 100; second++) {
                before += second < 20 ? counts[second] : 0;
                // Copies of bursts come up to a second later, and so does what a user does who was about to.
                within += second >= 21 && second < 60 ? counts[second] : 0;
                after += second >= 61 ? counts[second] : 0;
            }
            assertEquals(200, before / 19.0, 20, kind + " before");
            assertEquals(200 * factor, within / 39.0, 20 * factor, kind + " within " + factor);
            assertEquals(200, after / 39.0, 20, kind + " after " + factor);
        }
    }

    @Test
    void usersWhoWereThinkingThinkOnAtTheFaultsPace() {
        // One user thinks 50 s, from 0 s: 20 s of it at pace 1, then 12 s at pace 2.5 for the other 30 s.
        Trial trial = closed("'thinkTime':'50s'", "0s").faults(factor(2.5)).run();
        assertEquals(
                2,
                trial.flow("a").arrivalSteps().get(32)
                        + trial.flow("a").arrivalSteps().get(0));
    }

    @Test
    void usersWhoAreKeptAwayComeBackWhenTheFaultIsGone() {
        // 20 s of 30 s are thought when the fault begins; the other 10 s follow its end.
        Trial trial = closed("'thinkTime':'30s'", "0s").faults(factor(0)).run();
        assertEquals(1, trial.flow("a").arrivalSteps().get(70));
        assertEquals(2, trial.flow("a").requests());
    }

    @Test
    void copiesOfRecordedRequestsHaveTheirTokens() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'x':{'kind':'model','price':{'perMillionInputTokens':1000000}}",
                        "'a->x':{}")
                .sends("a", new int[] {7, 5}, new int[] {1, 1}, 10, 30)
                .faults(factor(3))
                .run();
        assertEquals(1 + 3, trial.flow("a").requests());
        assertEquals(7 + 3 * 5, trial.result().billed(), EXACT);
    }

    /** Requests that fail are told by their own draws: those of the base traffic are the same ones under a fault that adds more. */
    @Test
    void addedTrafficLeavesTheOtherRequestsAsTheyAre() {
        Lab lab = Lab.of(
                Lab.client("a") + ",'b':{'kind':'client','traffic':{'arrivals':'poisson','requestsPerSecond':50}},"
                        + "'x':{'kind':'service','errorRate':0.3,'latency':{'type':'exponential','mean':'100ms'}}",
                "'a->x':{},'b->x':{}");
        lab.sends("a", Lab.every(0.05, 2_000));
        Trial calm = lab.run();
        Trial more = lab.faults("{'target':'b','at':'20s','for':'40s','trafficFactor':3}")
                .run();
        assertEquals(calm.failed("a"), more.failed("a"));
        assertEquals(calm.latency("a"), more.latency("a"));
        assertTrue(more.flow("b").requests() > calm.flow("b").requests() + 3_000);
    }

    /** Six surges of 20 that never meet: were their factors multiplied, a run would look at 640 million candidates a second. */
    @Test
    void surgesOneAfterTheOtherCostNoMoreThanTheLargestOfThem() {
        StringBuilder faults = new StringBuilder();
        for (int i = 0; i < 6; i++) {
            faults.append(i == 0 ? "" : ",")
                    .append("{'target':'a','at':'" + (10 + 10 * i) + "s','for':'5s','trafficFactor':20}");
        }
        Trial trial = Lab.of(
                        "'a':{'kind':'client','traffic':{'arrivals':'poisson','requestsPerSecond':10}},'x':{'kind':'service'}",
                        "'a->x':{}")
                .faults(faults.toString())
                .run();
        // 100 s of 10/s, and 30 s of 190/s more: 6,700 on average, with a standard deviation of 82.
        assertEquals(6_700.0, (double) trial.flow("a").requests(), 250);
    }
}
