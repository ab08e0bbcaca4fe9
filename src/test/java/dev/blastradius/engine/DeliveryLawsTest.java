package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.metrics.StepCounts;
import dev.blastradius.model.RequestOutcome;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What a work queue does with what it has accepted: who waits for whom, what comes back, and what is lost. */
class DeliveryLawsTest {

    private static final double EXACT = 1e-9;

    /** A client that hands its requests to a queue, behind which a worker takes 2 s for each. */
    private static Lab mail(String queue, String worker) {
        return mail("", queue, worker, "");
    }

    private static Lab mail(String client, String queue, String worker, String call) {
        return Lab.of(
                Lab.client("a", client) + ",'mail':{'kind':'queue'" + queue
                        + "},'worker':{'kind':'service','latency':'2s'" + worker + "}",
                "'a->mail':{},'mail->worker':{" + call + "}");
    }

    private static long deferred(Trial trial) {
        return trial.flow("a").outcome(RequestOutcome.DEFERRED);
    }

    private static String down(String what, String at, String lasting) {
        return "{'target':'" + what + "','at':'" + at + "','for':'" + lasting + "','unavailable':true}";
    }

    @Test
    void theCallerIsAnsweredAtOnceAndTheWorkIsDoneLater() {
        Trial trial = mail("", "").sends("a", 0, 0, 0).run();
        assertEquals(3, deferred(trial));
        assertEquals(0, trial.latency("a"), EXACT);
        assertEquals(Map.of("ok", 3L), trial.outcomes("mail"));
        assertEquals(3, trial.station("mail").completions());
        assertEquals((2 + 4 + 6) / 3.0, trial.station("mail").responses().meanSeconds(), EXACT);
        assertEquals((0 + 2 + 4) / 3.0, trial.station("mail").waits().meanSeconds(), EXACT);
        assertEquals(6 / 100.0, trial.busyServers("mail"), EXACT);
        assertEquals((2 + 4) / 100.0, trial.queueLength("mail"), EXACT);
        assertEquals(3, trial.flow("a").goodput());
    }

    @Test
    void soManyConsumersWorkSideBySide() {
        Trial trial = mail(",'consumers':2", "").sends("a", 0, 0, 0).run();
        assertEquals((2 + 2 + 4) / 3.0, trial.station("mail").responses().meanSeconds(), EXACT);
    }

    @Test
    void itsConsumersAreTheServersOfAQueueAsTheoryHasIt() {
        // M/D/1 (Pollaczek 1930): at a load of 0.8, work of 1 s waits rho / (2 (1 - rho)) = 2 s on average.
        Lab lab = Lab.of(
                "'a':{'kind':'client','traffic':{'arrivals':'poisson','requestsPerSecond':0.8}},"
                        + "'mail':{'kind':'queue'},'worker':{'kind':'service','latency':'1s'}",
                "'a->mail':{},'mail->worker':{}");
        int runs = 20;
        double sum = 0;
        double squares = 0;
        for (int seed = 0; seed < runs; seed++) {
            double wait = lab.seed(seed)
                    .warmup("500s")
                    .lasting("20000s")
                    .run()
                    .station("mail")
                    .waits()
                    .meanSeconds();
            sum += wait;
            squares += wait * wait;
        }
        double mean = sum / runs;
        double error = StrictMath.sqrt((squares / runs - mean * mean) / (runs - 1));
        assertEquals(2, mean, 2.861 * error, "outside of the 99 % interval with 19 degrees of freedom");
        assertEquals(2, mean, 0.2);
    }

    @Test
    void aFullQueueRejects() {
        Trial trial = mail(",'queue':{'capacity':1}", "").sends("a", 0, 0, 0).run();
        assertEquals(Map.of("ok", 2L, "rejected", 1L), trial.outcomes("mail"));
        assertEquals(Map.of("mail/rejected", 1L), trial.causes("a"));
        assertEquals(2, deferred(trial));
    }

    @Test
    void withoutRoomOnlyAFreeConsumerAccepts() {
        Trial trial = mail(",'queue':{'capacity':0}", "").sends("a", 0, 1, 3).run();
        assertEquals(Map.of("ok", 2L, "rejected", 1L), trial.outcomes("mail"));
    }

    @Test
    void theLastComerIsServedFirstWhereTheQueueSaysSo() {
        Trial trial = mail(",'queue':{'discipline':'lifo'},'maxAge':'3s'", "")
                .sends("a", 0, 0.5, 1)
                .run();
        // The third is taken at 2 s; the second is 3 s old at 3.5 s.
        assertEquals(2, deferred(trial));
        assertEquals((2 + 3) / 2.0, trial.station("mail").responses().meanSeconds(), EXACT);
    }

    @Test
    void anItemThatMattersMoreDisplacesOneThatMattersLess() {
        Trial trial = Lab.of(
                        Lab.client("a", ",'priority':'essential'") + "," + Lab.client("b")
                                + ",'mail':{'kind':'queue','queue':{'capacity':1}},'worker':{'kind':'service','latency':'2s'}",
                        "'a->mail':{},'b->mail':{},'mail->worker':{}")
                .sends("a", 1)
                .sends("b", 0, 0.5)
                .run();
        assertEquals(1, deferred(trial));
        assertEquals(Map.of("mail/rejected", 1L), trial.causes("b"));
        // All three were accepted; the second of b is lost.
        assertEquals(Map.of("ok", 3L), trial.outcomes("mail"));
        assertEquals(1, trial.station("mail").lost());
    }

    @Test
    void whatIsTooOldIsLostAndNothingElse() {
        Trial trial = mail(",'maxAge':'5s'", "").sends("a", 0, 0, 0, 0, 0).run();
        // Taken at 0, 2 and 4 s; the others are too old at 5 s.
        assertEquals(3, deferred(trial));
        assertEquals(Map.of("mail/timeout", 2L), trial.causes("a"));
        assertEquals(2, trial.station("mail").lost());
        assertEquals((2 + 4 + 5 + 5) / 100.0, trial.queueLength("mail"), EXACT);
    }

    @Test
    void whatIsExactlySoOldWhenItsTurnComesIsLost() {
        Trial trial = mail(",'maxAge':'4s'", "").sends("a", 0, 0, 0).run();
        assertEquals(2, deferred(trial));
        assertEquals(Map.of("mail/timeout", 1L), trial.causes("a"));
    }

    @Test
    void aConsumerEndsWhatItHasBegunHoweverOldThatGrows() {
        Trial trial = mail(",'maxAge':'1s'", "").sends("a", 0).run();
        assertEquals(1, deferred(trial));
    }

    @Test
    void whatWaitsLongerThanTheQueueAllowsIsLostAsRejected() {
        Trial trial = mail(",'queue':{'maxWait':'3s'}", "").sends("a", 0, 0, 0).run();
        assertEquals(2, deferred(trial));
        assertEquals(Map.of("mail/rejected", 1L), trial.causes("a"));
    }

    @Test
    void whatWasNotDeliveredComesBackAfterAWhile() {
        Trial trial = mail(",'redeliverAfter':'10s'", "")
                .sends("a", 0)
                .faults(down("worker", "0s", "15s"))
                .run();
        // Refused at 0 and at 10 s, served from 20 to 22 s.
        assertEquals(1, deferred(trial));
        assertEquals(22, trial.station("mail").responses().meanSeconds(), EXACT);
        assertEquals(3, trial.dependency("mail->worker").calls());
        assertEquals(0.02, trial.busyServers("mail"), EXACT);
        assertEquals(0, trial.station("mail").waits().meanSeconds(), EXACT);
    }

    @Test
    void withoutAWordItComesBackAfterThirtySeconds() {
        Trial trial =
                mail("", "").sends("a", 0).faults(down("worker", "0s", "1s")).run();
        assertEquals(32, trial.station("mail").responses().meanSeconds(), EXACT);
    }

    @Test
    void whatComesBackStandsBehindWhatCameMeanwhile() {
        Trial trial = mail(",'redeliverAfter':'3s'", "")
                .sends("a", 0, 2, 2.5)
                .faults(down("worker", "0s", "1s"))
                .run();
        // The second runs from 2 to 4 s, the third to 6 s, the first, back at 3 s behind the third, to 8 s.
        assertEquals((8 + 2 + 3.5) / 3, trial.station("mail").responses().meanSeconds(), EXACT);
    }

    @Test
    void whatComesBackIsTakenEvenByAFullQueue() {
        Trial trial = mail(",'redeliverAfter':'3s','queue':{'capacity':1}", "")
                .sends("a", 0, 2, 2.5)
                .faults(down("worker", "0s", "1s"))
                .run();
        assertEquals(3, deferred(trial));
    }

    @Test
    void itIsGivenOutSoManyTimesAndThenLostOfItsLastFailure() {
        Trial trial = mail(",'redeliverAfter':'1s','maxDeliveries':3", ",'errorRate':1")
                .sends("a", 0)
                .run();
        assertEquals(Map.of("mail/error", 1L), trial.causes("a"));
        assertEquals(3, trial.station("worker").arrivals());
        assertEquals(3 * 2 / 100.0, trial.busyServers("mail"), EXACT);
    }

    @Test
    void whatWouldComeBackTooOldIsLostWhenItIs() {
        Trial trial = mail(",'redeliverAfter':'4s','maxAge':'7s'", ",'errorRate':1")
                .sends("a", 0)
                .run();
        // Fails at 2 s and, back at 6 s, at 8 s: it is too old then.
        assertEquals(2, trial.station("worker").arrivals());
        assertEquals(Map.of("mail/timeout", 1L), trial.causes("a"));
    }

    @Test
    void eachDeliveryHasItsOwnLuck() {
        Trial trial = mail(",'redeliverAfter':'1s','consumers':100", ",'errorRate':0.5")
                .lasting("2000s")
                .sends("a", Lab.every(0.1, 10_000))
                .run();
        assertEquals(10_000, deferred(trial));
        // Geometric: two deliveries on average, with a standard error of sqrt(2) / 100.
        assertEquals(2, trial.station("worker").arrivals() / 10_000.0, 3 * StrictMath.sqrt(2) / 100);
    }

    @Test
    void itsCallsHaveTheirPolicies() {
        Trial trial = mail("", ",'maxDeliveries':2", "", "'timeout':'1s','retry':{'maxAttempts':2}")
                .sends("a", 0)
                .run();
        // Nothing is ever in time: twice in each delivery.
        assertEquals(4, trial.dependency("mail->worker").timeouts());
    }

    @Test
    void whatIsHeldInAnOutageIsDrainedAtTheRateThatIsLeftOver() {
        // As A18 of the published results: 5 a second come and 20 a second can be done, so the 150 that came in 30 s
        // are gone
        // 150 / (20 - 5) = 10 s after the outage.
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'mail':{'kind':'queue','consumers':2},'worker':{'kind':'service','latency':'100ms'}",
                        "'a->mail':{},'mail->worker':{}")
                .sends("a", Lab.every(0.2, 500))
                .faults("{'target':'mail','at':'20s','for':'30s','freeze':true}")
                .run();
        assertEquals(500, deferred(trial));
        assertEquals(0, trial.latency("a"), EXACT);
        StepCounts done = trial.flow("a").steps(RequestOutcome.DEFERRED);
        for (int second = 0; second < 100; second++) {
            double expected = second < 20 || second >= 61 ? 5 : second < 50 ? 0 : 20;
            if (second != 60) {
                assertEquals(expected, (double) done.get(second), 2.0, "at " + second + " s");
            }
        }
        // Two triangles: the backlog grows to 150 in 30 s and falls in 10 s.
        assertEquals(150 * (30 + 10) / 2.0 / 100, trial.queueLength("mail"), 0.5);
    }

    @Test
    void theOutcomeIsCountedWhenItIsKnown() {
        Trial trial = mail("", "").sends("a", 0, 10).run();
        assertEquals(1, trial.flow("a").steps(RequestOutcome.DEFERRED).get(2));
        assertEquals(1, trial.flow("a").steps(RequestOutcome.DEFERRED).get(12));
    }

    @Test
    void aUserWithTheAcknowledgementHasPatience() {
        Trial trial = mail(",'patience':'1s'", "", "", "").sends("a", 0, 0).run();
        assertEquals(2, deferred(trial));
    }

    @Test
    void whoGivesUpBeforeTheAcknowledgementLeavesTheItemToBeDeliveredForNobody() {
        Trial trial = Lab.of(
                        Lab.client("a", ",'patience':'1s'")
                                + ",'desk':{'kind':'service'},'slow':{'kind':'service','latency':'5s'},"
                                + "'mail':{'kind':'queue'},'worker':{'kind':'tool','latency':'2s','price':{'perRequest':1}}",
                        "'a->desk':{},'desk->mail':{},'desk->slow':{'step':2},'mail->worker':{}")
                .sends("a", 0)
                .run();
        assertEquals(1, trial.abandoned("a"));
        assertEquals(1, trial.station("mail").completions());
        assertEquals(1, trial.result().wasted(), EXACT);
    }

    @Test
    void usersWhoTakeTurnsGoOnWithTheAcknowledgement() {
        Trial trial = Lab.of(
                        "'a':{'kind':'client','traffic':{'arrivals':'closed','users':1,'thinkTime':'10s'}},"
                                + "'mail':{'kind':'queue','consumers':10},'worker':{'kind':'service','latency':'25s'}",
                        "'a->mail':{},'mail->worker':{}")
                .run();
        assertEquals(10, trial.flow("a").requests());
        assertEquals(10, deferred(trial));
    }

    @Test
    void aUserWhoseItemIsLostDoesNotTryAgain() {
        Trial trial = mail(
                        ",'userRetry':{'probability':1,'after':'1s','maxAttempts':3}",
                        ",'maxDeliveries':1",
                        ",'errorRate':1",
                        "")
                .sends("a", 0)
                .run();
        assertEquals(1, trial.flow("a").requests());
        assertEquals(1, trial.failed("a"));
    }

    @Test
    void aUserWhomAFullQueueRejectsTriesAgain() {
        Trial trial = mail(
                        ",'userRetry':{'probability':1,'after':'3s','maxAttempts':3}",
                        ",'queue':{'capacity':0}",
                        "",
                        "")
                .sends("a", 0, 1)
                .run();
        assertEquals(3, trial.flow("a").requests());
        assertEquals(2, deferred(trial));
    }

    @Test
    void anAnswerIsLateByItsAcknowledgement() {
        Lab lab = Lab.of(
                Lab.client("a", ",'slo':{'latency':'1s'}")
                        + ",'mail':{'kind':'queue'},'worker':{'kind':'service','latency':'9s'}",
                "'a->mail':{'network':'500ms'},'mail->worker':{}");
        Trial trial = lab.sends("a", 0).run();
        assertEquals(0, trial.flow("a").late());
        assertEquals(0.5, trial.latency("a"), EXACT);
    }

    /** The desk hands something to the queue, then works on for so long. */
    private static Lab desk(String mode, String worker) {
        return Lab.of(
                        Lab.client("a")
                                + ",'desk':{'kind':'service'},'slow':{'kind':'service','latency':'5s'},'mail':{'kind':'queue','maxDeliveries':1},"
                                + "'worker':{'kind':'tool','latency':'2s','price':{'perRequest':1}" + worker + "}",
                        "'a->desk':{},'desk->mail':{" + mode + "},'desk->slow':{'step':2},'mail->worker':{}")
                .sends("a", 0);
    }

    @Test
    void anItemDeliveredBeforeTheAnswerMakesItDeferredToo() {
        Trial trial = desk("", "").run();
        assertEquals(1, deferred(trial));
        assertEquals(5, trial.latency("a"), EXACT);
        assertEquals(0, trial.result().wasted(), EXACT);
    }

    @Test
    void anItemLostBeforeTheAnswerFailsTheRequestWhenItIsAnswered() {
        Trial trial = desk("", ",'errorRate':1").run();
        assertEquals(Map.of("mail/error", 1L), trial.causes("a"));
        assertEquals(1, trial.flow("a").steps(RequestOutcome.FAILED).get(5));
    }

    @Test
    void whatIsQueuedOverAnOptionalCallDefersNothing() {
        Trial trial = desk("'mode':'optional'", "").run();
        assertEquals(1, trial.ok("a"));
        assertEquals(1, trial.station("mail").completions());
        assertEquals(0, trial.result().wasted(), EXACT);
    }

    @Test
    void whatIsQueuedOverAnOptionalCallMayBeLost() {
        Trial trial = desk("'mode':'optional'", ",'errorRate':1").run();
        assertEquals(1, trial.ok("a"));
        assertEquals(1, trial.station("mail").lost());
    }

    @Test
    void aRequestThatFailsLaterLeavesItsItemToBeDeliveredForNobody() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'desk':{'kind':'service'},'bad':{'kind':'service','latency':'1s','errorRate':1},"
                                + "'mail':{'kind':'queue'},'worker':{'kind':'tool','latency':'2s','price':{'perRequest':1}}",
                        "'a->desk':{},'desk->mail':{},'desk->bad':{'step':2},'mail->worker':{}")
                .sends("a", 0)
                .run();
        assertEquals(Map.of("bad/error", 1L), trial.causes("a"));
        assertEquals(1, trial.station("mail").completions());
        assertEquals(1, trial.result().wasted(), EXACT);
    }

    @Test
    void aQueueStandsInForWhatIsDown() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'desk':{'kind':'service'},'model':{'kind':'service','latency':'1s'},"
                                + "'mail':{'kind':'queue','redeliverAfter':'5s'}",
                        "'a->desk':{},'desk->model':{},'desk->mail':{'fallbackFor':'desk->model'},'mail->model':{}")
                .sends("a", 0, 10, 20)
                .faults(down("model", "8s", "10s"))
                .run();
        assertEquals(2, trial.ok("a"));
        assertEquals(1, deferred(trial));
        // Given up at 10 and 15 s, done from 20 to 21 s.
        assertEquals(11, trial.station("mail").responses().meanSeconds(), EXACT);
    }

    @Test
    void aQueueBehindAQueueIsWaitedForToo() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'first':{'kind':'queue'},'second':{'kind':'queue','maxDeliveries':1},"
                                + "'worker':{'kind':'service','latency':'2s','errorRate':1}",
                        "'a->first':{},'first->second':{},'second->worker':{}")
                .sends("a", 0)
                .run();
        assertEquals(1, trial.station("first").completions());
        assertEquals(Map.of("second/error", 1L), trial.causes("a"));
    }

    @Test
    void aWrongDeliveryIsAWrongAnswer() {
        Trial trial = mail("", "")
                .sends("a", 0, 50)
                .faults("{'target':'worker','at':'10s','wrongRate':1}")
                .run();
        assertEquals(2, deferred(trial));
        assertEquals(1, trial.flow("a").wrong());
        assertEquals(1, trial.flow("a").goodput());
    }

    @Test
    void aLesserDeliveryIsNoAnswerToThoseWhoAcceptNone() {
        Trial trial = mail(",'acceptsDegraded':0", "", ",'quality':0.5", "")
                .sends("a", 0)
                .run();
        assertEquals(Map.of("worker/degraded", 1L), trial.causes("a"));
    }

    @Test
    void whatFailedDeliveriesCostIsWasted() {
        Trial trial = Lab.of(
                        Lab.client("a")
                                + ",'mail':{'kind':'queue','maxDeliveries':2,'redeliverAfter':'1s'},"
                                + "'worker':{'kind':'tool','price':{'perRequest':1}},'bad':{'kind':'service','errorRate':1}",
                        "'a->mail':{},'mail->worker':{},'mail->bad':{'step':2}")
                .sends("a", 0)
                .run();
        assertEquals(2, trial.result().billed(), EXACT);
        assertEquals(2, trial.result().wasted(), EXACT);
    }

    @Test
    void whatIsHeldWhenTheRunEndsIsUnanswered() {
        Trial trial =
                mail("", "").sends("a", 0).faults(down("worker", "0s", "2h")).run();
        assertEquals(Map.of("mail/unanswered", 1L), trial.causes("a"));
        assertEquals(1, trial.station("mail").held());
        assertEquals(1, trial.failed("a"));
    }

    @Test
    void aQueueWithNothingBehindItDeliversAtOnce() {
        Trial trial = Lab.of(Lab.client("a") + ",'mail':{'kind':'queue'}", "'a->mail':{}")
                .sends("a", 0, 1)
                .run();
        assertEquals(2, deferred(trial));
        assertEquals(0, trial.station("mail").responses().meanSeconds(), EXACT);
    }

    @Test
    void aQueueThatIsDownAcceptsNothingAndDeliversWhatItHas() {
        Trial trial = mail("", "")
                .sends("a", 0, 0, 3)
                .faults(down("mail", "1s", "10s"))
                .run();
        assertEquals(2, deferred(trial));
        assertEquals(Map.of("mail/error", 1L), trial.causes("a"));
    }

    @Test
    void aQueueThatHangsKeepsItsCallerWaiting() {
        Trial trial = mail(",'patience':'5s'", "", "", "")
                .sends("a", 0)
                .faults("{'target':'mail','at':'0s','hangRate':1}")
                .run();
        assertEquals(1, trial.abandoned("a"));
        assertEquals(0, trial.station("mail").accepted());
    }

    @Test
    void aFaultCanMakeAcceptanceSlowOrFail() {
        Trial slow = mail("", "")
                .sends("a", 0)
                .faults("{'target':'mail','at':'0s','addedLatency':'3s'}")
                .run();
        assertEquals(3, slow.latency("a"), EXACT);
        assertEquals(2, slow.station("mail").responses().meanSeconds(), EXACT);
        Trial failing = mail("", "")
                .sends("a", 0)
                .faults("{'target':'mail','at':'0s','errorRate':1}")
                .run();
        assertEquals(Map.of("mail/error", 1L), failing.causes("a"));
        assertEquals(0, failing.station("mail").accepted());
    }

    @Test
    void whoGivesUpWhileItIsAcceptedHasItDeliveredForNobody() {
        Trial trial = mail(",'patience':'1s'", "", ",'price':{'perRequest':1}", "")
                .sends("a", 0)
                .faults("{'target':'mail','at':'0s','addedLatency':'3s'}")
                .run();
        assertEquals(1, trial.abandoned("a"));
        assertEquals(1, trial.station("mail").completions());
    }

    @Test
    void onlyAShareOfTheConsumersWorksWhereTheCapacityIsReduced() {
        Trial trial = mail(",'consumers':2", "")
                .sends("a", 0, 0)
                .faults("{'target':'mail','at':'0s','capacityFactor':0.5}")
                .run();
        assertEquals((2 + 4) / 2.0, trial.station("mail").responses().meanSeconds(), EXACT);
    }

    @Test
    void aFreezeHoldsUpTheConsumersAndNotTheAcceptance() {
        Trial trial = mail("", "")
                .sends("a", 0, 5)
                .faults("{'target':'mail','at':'1s','for':'9s','freeze':true}")
                .run();
        assertEquals(0, trial.latency("a"), EXACT);
        // The first comes back from the worker at 2 s and is done with at 10 s, the second from then on.
        assertEquals((10 + 7) / 2.0, trial.station("mail").responses().meanSeconds(), EXACT);
    }

    @Test
    void itemsInheritNoDeadline() {
        Trial trial = Lab.of(
                        Lab.client("a") + ",'mail':{'kind':'queue'},'worker':{'kind':'service','latency':'2s'}",
                        "'a->mail':{'deadline':'1s','timeout':'1s'},'mail->worker':{}")
                .sends("a", 0, 0)
                .run();
        assertEquals(2, deferred(trial));
    }

    @Test
    void moreConsumersInMidRunTakeUpWhatWaits() {
        Trial trial = mail("", "")
                .sends("a", 0, 0, 0, 0)
                .faults("{'target':'worker','at':'1s','for':'1s','errorRate':0}")
                .then("0s", "{'components':{'mail':{'consumers':3}}}")
                .run("runbook");
        // One from 0 to 2 s, two from 1 to 3 s, the last from 2 to 4 s.
        assertEquals((2 + 3 + 3 + 4) / 4.0, trial.station("mail").responses().meanSeconds(), EXACT);
    }
}
