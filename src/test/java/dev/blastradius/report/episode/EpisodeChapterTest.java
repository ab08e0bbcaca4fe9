package dev.blastradius.report.episode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.Names;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Texts;
import dev.blastradius.testing.LargeModels;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Runs whose numbers nobody simulated, so that what is said of them can be reckoned by hand. */
class EpisodeChapterTest {

    private static HandMadeEpisode broken() {
        return new HandMadeEpisode(HandMadeEpisode.FULL, "bad-day");
    }

    private static void assertSays(String words, String text) {
        assertTrue(text.contains(words), () -> "expected “" + words + "” in:\n" + text);
    }

    private static void assertDoesNotSay(String words, String text) {
        assertFalse(text.contains(words), () -> "did not expect “" + words + "” in:\n" + text);
    }

    @Test
    void aRunInWhichNothingIsBrokenAndNothingFailsIsToldCalmly() {
        HandMadeEpisode calm = new HandMadeEpisode(HandMadeEpisode.FULL, null);
        String chapter = calm.chapter();
        assertSays(
                "Nothing was broken, and nothing crossed its limits. Of 17,000 requests that ended after the warm-up, 0 (0 %)",
                chapter);
        assertSays("No part crossed any of its limits.", chapter);
        assertSays("No request failed in the whole run", chapter);
        assertSays("There is no worst", chapter);
        assertSays("No client with an objective below 100 % lost a request: no error budget was burnt.", chapter);
        assertDoesNotSay("recover", chapter);
        assertSays(
                "Nothing was broken in the run, so there is nothing that operators would have to do.", calm.runbook());
    }

    @Test
    void whatAPipelineDoesNotHaveIsSaidNotToBeThere() {
        String chapter = new HandMadeEpisode(HandMadeEpisode.BARE, "bad-day").chapter();
        assertSays("No call is repeated or sent twice: no dependency has a retry or a hedge.", chapter);
        assertSays("no fallback is drawn that could have taken over a call", chapter);
        assertSays("No dependency has a circuit breaker", chapter);
        assertSays("so there is no error budget to burn", chapter);
        assertSays("No component of the model has a price", chapter);
        assertSays("No request was answered, so there is no latency to tell.", chapter);
    }

    @Test
    void whatAPipelineHasAndDoesNotUseIsSaidNotToHaveBeenUsed() {
        String chapter = broken().chapter();
        assertSays("Retries or hedges are set on Assistant → Opus; after the warm-up none was sent.", chapter);
        assertSays("The pipeline has 1 fallback; after the warm-up none took over a call.", chapter);
        assertSays(
                "The one circuit breaker of the pipeline, on Assistant → Opus, never opened after the warm-up.",
                chapter);
        assertSays("Nothing was billed after the warm-up.", chapter);
    }

    @Test
    void aFaultThatLeavesNoMarkIsSaidToLeaveNone() {
        HandMadeEpisode harmless = new HandMadeEpisode(HandMadeEpisode.BARE, "bad-day");
        harmless.chronicle().put(ComponentSeries.FAULTED, "opus", 0, HandMadeEpisode.STEPS, 0);
        assertSays("The scenario’s faults left no mark that could be told from an ordinary day.", harmless.chapter());
    }

    @Test
    void lossesAreCountedAfterTheWarmUpAndInEachPartOfTheRun() {
        // 600 s × 5 and 600 s × 1 of 17,000 requests; what fails in the warm-up does not count.
        String chapter = broken().fail(0, HandMadeEpisode.WARMUP, 10)
                .fail(HandMadeEpisode.FAULT, HandMadeEpisode.OVER, 5)
                .fail(HandMadeEpisode.OVER, HandMadeEpisode.STEPS, 1)
                .chapter();
        assertSays(
                "Of 17,000 requests that ended after the warm-up, 3,600 (21.2 %) were not goodput, that is, not answered well, in time and"
                        + " rightly: 0 % of those that ended before the fault, 50 % of those that ended while it lasted and 10 % of"
                        + " those that ended afterwards.",
                chapter);
    }

    @Test
    void theErrorBudgetIsWhatTheObjectiveAllowsOfTheRunsRequestsAndOfThirtyDays() {
        // 1 % of 17,000 may be lost: 170. Lost are 10 s × 10 + 70 s × 1 = 170: all of it, and 1,700 s / 30 d of a
        // month's.
        String part = broken().fail(600, 610, 10).fail(700, 770, 1).part("Error budget");
        assertSays(
                "Of Web visitors, 170 requests were no goodput where the objective of 99 % allows 170 in as many",
                part);
        assertSays("100 % of the run’s error budget, and 0.066 % of a budget of 30 days", part);
        assertSays("Web visitors | 99 % | 170 | 170 | 100 % | 0.066 %", part);
    }

    @Test
    void manyTimesABudgetIsToldAsTimes() {
        assertSays(
                "17.6 times the run’s error budget", broken().fail(600, 900, 10).part("Error budget"));
    }

    @Test
    void theWorstIsTheMiddleOfTheLongestTimeOfLeastGoodput() {
        WorstTime worst = WorstTime.of(broken().fail(600, 640, 10)
                .fail(700, 1_000, 10)
                .fail(1_500, 1_530, 9)
                .recorded());
        assertNotNull(worst);
        assertEquals(0, worst.goodput());
        assertEquals(30, worst.seconds());
        assertEquals(700, worst.lasting().from());
        assertEquals(1_000, worst.lasting().to());
        assertEquals(835, worst.stretch().from());
    }

    @Test
    void aTimeInWhichRequestsArriveAndNoneEndsIsTheWorst() {
        HandMadeEpisode stalled = broken().fail(700, 760, 8);
        stalled.chronicle()
                .put(ClientSeries.OK, "visitors", 900, 960, 0)
                .put(ClientSeries.GOODPUT, "visitors", 900, 960, 0);
        String part = stalled.part("The pipeline at its worst");
        assertSays("From 15:15 to 15:45, during the fault, no request ended at all, though 300 arrived.", part);
    }

    @Test
    void whereFewRequestsEndTheWorstTimeIsLonger() {
        HandMadeEpisode slow = broken();
        // Six a minute, of which those in the tenth to the twentieth minute fail.
        slow.chronicle()
                .put(ClientSeries.ARRIVED, "visitors", 0, HandMadeEpisode.STEPS, step -> step % 10 == 0 ? 1 : 0)
                .put(ClientSeries.OK, "visitors", 0, HandMadeEpisode.STEPS, step -> step % 10 == 0 ? 1 : 0)
                .put(
                        ClientSeries.GOODPUT,
                        "visitors",
                        0,
                        HandMadeEpisode.STEPS,
                        step -> step % 10 == 0 && !(step >= 600 && step < 1_200) ? 1 : 0);
        WorstTime worst = WorstTime.of(slow.recorded());
        assertNotNull(worst);
        assertEquals(600, worst.seconds());
        // Nothing ends between 590 s and 600 s: the ten times that begin there are alike.
        assertEquals(595, worst.stretch().from());
        assertEquals(0, worst.goodput());
    }

    @Test
    void aBreakerThatIsNeverClosedForGoodIsSaidNotToBe() {
        HandMadeEpisode open = broken().fail(610, HandMadeEpisode.STEPS, 10);
        open.chronicle()
                .put(
                        DependencySeries.OPEN,
                        "assistant->opus",
                        0,
                        HandMadeEpisode.STEPS,
                        step -> step >= 610 && step % 60 != 0 ? 1 : 0)
                .put(
                        DependencySeries.HALF_OPEN,
                        "assistant->opus",
                        0,
                        HandMadeEpisode.STEPS,
                        step -> step >= 610 && step % 60 == 0 ? 1 : 0);
        String part = open.part("Circuit breakers");
        assertSays(
                "opened first at 10:10, 10 s after the fault had begun; by the end of the run it was not closed for good.",
                part);
        assertSays("| not by the end", part);
        // It opens once, and again after each of the 19 tries; of 1,700 s it is open 1,190 − 19.
        assertSays("Assistant → Opus | 10:10 | 20 | – | 68.9 %", part);
        assertSays("Circuit breakers were not closed for good on Assistant → Opus.", open.runbook());
    }

    @Test
    void aBreakerThatHasOpenedInTheWarmUpIsSaidToHaveOpenedThen() {
        HandMadeEpisode open = broken();
        open.chronicle().put(DependencySeries.OPEN, "assistant->opus", 40, 270, 1);
        // Of the 1,700 s after the warm-up it is open 170 s.
        assertSays("Assistant → Opus | 0:40 | 1 | – | 10 % | 0 | 4:30", open.part("Circuit breakers"));
    }

    @Test
    void aBreakerThatIsClosedAgainIsSaidToBeFromWhenOn() {
        HandMadeEpisode open = broken();
        open.chronicle()
                .put(DependencySeries.OPEN, "assistant->opus", 700, 760, 1)
                .put(DependencySeries.HALF_OPEN, "assistant->opus", 760, 765, 1);
        assertSays(
                "opened first at 11:40, 100 s after the fault had begun; it was closed for good at 12:45.",
                open.part("Circuit breakers"));
    }

    @Test
    void repetitionsAreCountedAgainstCallsAndTheirWorstMinuteIsFound() {
        HandMadeEpisode storm = broken();
        storm.chronicle()
                .put(DependencySeries.ATTEMPTS, "assistant->opus", 600, 1_200, 25)
                .put(DependencySeries.RETRIES, "assistant->opus", 600, 1_200, 15)
                .put(DependencySeries.ATTEMPTS, "assistant->opus", 800, 860, 30)
                .put(DependencySeries.RETRIES, "assistant->opus", 800, 860, 20);
        String part = storm.part("Retries");
        // 17,000 calls; 540 s × 15 + 60 s × 20 repetitions.
        assertSays("17,000 calls led to 26,300 attempts, 9,300 of them repetitions", part);
        assertSays("in the worst minute, from 13:20 on, 1,200 of 1,800 attempts were repetitions", part);
        assertSays("| 1× | 2.55× | 1× | 1,200 of 1,800", part);
    }

    @Test
    void whatNobodyAsksAnyMoreIsNotSaidToFailStill() {
        HandMadeEpisode left = broken();
        left.chronicle()
                .put(ComponentSeries.FAILED, "opus", 600, 700, 9)
                .put(ComponentSeries.ANSWERED, "opus", 700, HandMadeEpisode.STEPS, 0);
        assertSays("unused from 11:40", left.part("Order of events"));
        assertDoesNotSay("not yet", left.part("Order of events").replace("Not yet:", ""));
        assertSays("Opus: failures are as usual | not seen: unused", left.runbook());
        assertSays("try it with a few calls before it is used again", left.runbook());
    }

    @Test
    void whatIsOverSecondsBeforeTheRunEndsIsNotSaidToBeOverForGood() {
        HandMadeEpisode late = broken();
        late.chronicle().put(ComponentSeries.FAILED, "opus", 600, HandMadeEpisode.STEPS - 5, 9);
        assertSays("Opus: failures are as usual | not by the end", late.runbook());
        HandMadeEpisode sooner = broken();
        sooner.chronicle().put(ComponentSeries.FAILED, "opus", 600, HandMadeEpisode.STEPS - 30, 9);
        assertSays("Opus: failures are as usual | +9:30", sooner.runbook());
    }

    @Test
    void aRetryBudgetThatNobodyAsksAnyMoreIsNotSaidToBeEmptyStill() {
        HandMadeEpisode poor = broken();
        poor.chronicle()
                .put(DependencySeries.BUDGET_DENIED, "assistant->opus", 600, 1_210, 5)
                .put(DependencySeries.RETRIES, "assistant->opus", 600, 1_210, 1);
        assertSays("its retry budget is empty: 83 % of the retries are not made; until +10:10", poor.runbook());
        assertSays("unused from 20:10", poor.part("Order of events"));
    }

    @Test
    void whatIsLeftOfCallsWhenNoMoreAreMadeIsNoWorseStorm() {
        HandMadeEpisode storm = broken();
        storm.chronicle()
                .put(DependencySeries.ATTEMPTS, "assistant->opus", 600, 700, 30)
                .put(DependencySeries.RETRIES, "assistant->opus", 600, 700, 20)
                .put(DependencySeries.CALLS, "assistant->opus", 700, HandMadeEpisode.STEPS, 0)
                .put(DependencySeries.ATTEMPTS, "assistant->opus", 700, HandMadeEpisode.STEPS, 0)
                .put(DependencySeries.ATTEMPTS, "assistant->opus", 700, 705, 5)
                .put(DependencySeries.RETRIES, "assistant->opus", 700, 705, 5);
        assertSays("3 attempts a call (usual 1)", storm.part("Order of events"));
    }

    @Test
    void aRunThatDoesNotRecoverIsSaidNotToHaveRecoveredByItsEnd() {
        HandMadeEpisode down = broken().fail(605, HandMadeEpisode.STEPS, 7);
        down.chronicle()
                .put(ComponentSeries.BUSY, "assistant", 605, HandMadeEpisode.STEPS, 40)
                .put(ComponentSeries.QUEUE, "assistant", 605, HandMadeEpisode.STEPS, 90);
        assertSays("It did not recover: by the end of the run, 10 min after the fault had ended", down.chapter());
        assertSays("in the last minute it was 30 %", down.chapter());
        String page = down.runbook();
        assertSays(
                "Something: by itself the pipeline did not come back in the 10 min that the run went on after the fault (goodput was 30 % in its"
                        + " last minute, and 95 % for a minute would count as back).",
                page);
        assertSays("more work than could be done: Assistant (all 40 servers busy, 90 waiting)", page);
        assertSays("not by the end", page);
    }

    @Test
    void serversThatAreHeldByCallsThatNeverEndAreNotSaidToNeedLessLoad() {
        HandMadeEpisode held = broken().fail(605, HandMadeEpisode.STEPS, 10);
        held.chronicle()
                .put(ComponentSeries.BUSY, "assistant", 605, HandMadeEpisode.STEPS, 40)
                .put(DependencySeries.UNDER_WAY, "assistant->opus", 605, HandMadeEpisode.STEPS, 40)
                .put(DependencySeries.ATTEMPTS, "assistant->opus", 605, HandMadeEpisode.STEPS, 0);
        String page = held.runbook();
        assertSays("Assistant (40 calls to Opus under way, 0 begun in the last minute)", page);
        assertDoesNotSay("less comes in", page);
    }

    @Test
    void aRunThatRecoversIsSaidToHaveFromTheMomentOn() {
        // The last failure ends at 1,260 s; 30 s later all of the trailing half minute is good, and 95 % are a second
        // and a half before.
        HandMadeEpisode back = broken().fail(600, 1_260, 10);
        Recovery recovery = Recovery.of(back.recorded());
        assertNotNull(recovery);
        assertEquals(89, recovery.after());
        assertSays("It recovered 89 s after the fault had ended: from 21:29 on", back.chapter());
        assertSays(
                "Nothing to bring it back, in this run: goodput came back 89 s after the fault had ended",
                back.runbook());
        assertSays(
                "Against the loss while the fault lasted (goodput 0 %) the strategy has no step for people.",
                back.runbook());
        assertSays("Goodput: 95 % of before, for the first minute since | +1:29", back.runbook());
    }

    @Test
    void aFaultThatLastsToTheEndLeavesOpenWhetherThePipelineRecovers() {
        HandMadeEpisode endless =
                new HandMadeEpisode(HandMadeEpisode.FULL, "for-ever").fail(600, HandMadeEpisode.STEPS, 5);
        assertNull(Recovery.of(endless.recorded()));
        assertSays("so whether the pipeline recovers was not seen", endless.chapter());
        assertDoesNotSay("afterwards", endless.chapter());
        assertSays("Whether more is to do after the fault is not known", endless.runbook());
        assertSays("lasts to the end of the run, at 30:00", endless.runbook());
    }

    @Test
    void aSingleReplicationIsSaidToEstablishNothing() {
        assertSays("it is one possible course of events, and establishes nothing", broken().chapter());
    }

    @Test
    void whatFailsMostIsSaidToWithItsShare() {
        HandMadeEpisode failing = broken().fail(600, 700, 10);
        failing.chronicle().fail("visitors", "assistant/rejected", 700, 800, 4);
        String part = failing.part("Where failures began and where they surfaced");
        assertSays("Most failed requests failed of Opus (error): 1,000 of 1,400 (71.4 %).", part);
        assertSays("Opus | error | 1,000", part);
        assertSays("Assistant | rejected | 400", part);
    }

    @Test
    void ofAHundredComponentsThoseThatShowMostAreShownAndTheOthersAreCounted() {
        HandMadeEpisode large = new HandMadeEpisode(LargeModels.pipeline(100, 200), 600);
        Names names = new Names(large.episode().playback().spec().pipeline());
        Section chapter = EpisodeChapter.of(large.episode(), names, 1);
        List<Integer> rows = Stream.concat(Stream.of(chapter), chapter.sections().stream())
                .flatMap(section -> section.blocks().stream())
                .filter(Block.Tabular.class::isInstance)
                .map(table -> ((Block.Tabular) table).table().rows().size())
                .toList();
        assertTrue(rows.size() >= 4 && rows.stream().allMatch(count -> count > 0 && count <= 20), rows.toString());
        String text = Texts.of(chapter);
        assertTrue(
                Pattern.compile("\\d+ more parts stood less badly\\.")
                        .matcher(text)
                        .find(),
                text);
        assertTrue(
                Pattern.compile("\\d+ later crossings are left out here\\.")
                        .matcher(text)
                        .find(),
                text);
        assertTrue(
                Pattern.compile("\\d+ more dependencies repeated less often\\.")
                        .matcher(text)
                        .find(),
                text);
    }
}
