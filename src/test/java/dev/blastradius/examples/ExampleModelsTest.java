package dev.blastradius.examples;

import static dev.blastradius.examples.ExampleRuns.flow;
import static dev.blastradius.examples.ExampleRuns.goodput;
import static dev.blastradius.examples.ExampleRuns.goodputBetween;
import static dev.blastradius.examples.ExampleRuns.run;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.UnreadRecordings;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Position;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.model.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every example is, and that the outage it tells of in its description happens as told. */
class ExampleModelsTest {

    private static final Path FOLDER = Path.of("models");

    /** Where each description says that its numbers come from. */
    private static final String SOURCE = "Azure's LLM inference traces of 2023";

    static List<String> names() {
        return Examples.names();
    }

    @Test
    void theExamplesAreTheFilesOfTheFolder() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            TreeSet<String> stems = files.map(file -> String.valueOf(file.getFileName()))
                    .map(name -> name.replace(".blast.json", ""))
                    .collect(Collectors.toCollection(TreeSet::new));

            assertEquals(new TreeSet<>(Examples.names()), stems);
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void anExampleIsValidWithoutAWarning(String name) {
        assertEquals(
                List.of(),
                ModelReader.read(FOLDER.resolve(name + ".blast.json")).problems());
    }

    @ParameterizedTest
    @MethodSource("names")
    void everyStrategyOfAnExampleFitsAndEveryScenarioIsSimulatedUnderIt(String name) {
        Model model = Examples.load(name);
        assertTrue(model.pipeline().scenariosOrNone().size() >= 3);
        assertTrue(model.pipeline().strategiesOrNone().size() >= 3);

        for (String strategy : ExampleRuns.strategies(model)) {
            assertEquals(List.of(), Strategies.apply(model.pipeline(), strategy).problems());
            for (String scenario : model.pipeline().scenariosOrNone().keySet()) {
                assertEquals(List.of(), UnreadRecordings.problems(Strategies.runSpec(model, scenario, strategy)));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void anExampleSaysWhatToLookForAndWhereItsNumbersComeFrom(String name) {
        Pipeline pipeline = Examples.load(name).pipeline();
        String description = Objects.requireNonNull(pipeline.description());

        assertTrue(description.contains("What to look for:"), description);
        assertTrue(description.contains(SOURCE), description);
        pipeline.components()
                .forEach((id, component) -> assertTrue(component.about().description() != null, id));
    }

    @ParameterizedTest
    @MethodSource("names")
    void noTwoBoxesOfAnExampleTouch(String name) {
        Pipeline pipeline = Examples.load(name).pipeline();
        Map<String, Position> view = Objects.requireNonNull(pipeline.view());
        assertEquals(new TreeSet<>(pipeline.components().keySet()), new TreeSet<>(view.keySet()));

        List<Position> positions = new ArrayList<>(view.values());
        for (int i = 0; i < positions.size(); i++) {
            for (int j = 0; j < i; j++) {
                double across = Math.abs(positions.get(i).x() - positions.get(j).x());
                double down = Math.abs(positions.get(i).y() - positions.get(j).y());
                assertTrue(across >= 260 || down >= 110, positions.get(i) + " and " + positions.get(j));
            }
        }
    }

    // One provider --------------------------------------------------------------------------------------------------

    private static final String ONE = "rag-support-one-provider";
    private static final double BACK = 35 * 60;

    @Test
    void retriesInThreeLayersKeepTheShopDownAfterTheProviderIsBack() {
        RunResult run = run(ONE, "provider-down", Strategy.AS_DRAWN);

        assertAll(
                () -> assertTrue(goodput(run, "visitors") < 0.6),
                () -> assertTrue(goodput(run, "searchers") < 0.2),
                () -> assertTrue(goodputBetween(run, "searchers", BACK + 300, BACK + 600) < 0.05),
                () -> assertTrue(flow(run, "visitors").failuresByCause().containsKey("website/rejected")));
    }

    @Test
    void retryingInOnePlaceSparesTheSearchAndRecoversWithTheProvider() {
        RunResult run = run(ONE, "provider-down", "one-retry-layer");

        assertAll(
                () -> assertTrue(goodput(run, "searchers") > 0.99),
                () -> assertTrue(goodputBetween(run, "visitors", BACK + 60, BACK + 600) > 0.97));
    }

    @Test
    void manyRetriesAreBetterThanFewWhenHalfTheAnswersAreErrors() {
        double many = goodput(run(ONE, "half-errors", Strategy.AS_DRAWN), "visitors");
        double few = goodput(run(ONE, "half-errors", "one-retry-layer"), "visitors");

        assertTrue(many - few > 0.02, many + " and " + few);
    }

    @Test
    void aBreakerBeforeTheModelTakesTheSearchDownThatASlowModelLeftAlone() {
        assertTrue(goodput(run(ONE, "provider-slow", Strategy.AS_DRAWN), "searchers") > 0.99);
        assertTrue(goodput(run(ONE, "provider-slow", "breaker-at-the-model"), "searchers") < 0.25);
        assertTrue(goodput(run(ONE, "provider-slow", "breaker-at-the-page"), "searchers") > 0.99);
    }

    @Test
    void aBreakerBeforeTheAssistantLetsTheSearchRecoverFromTheIndexsPause() {
        assertTrue(goodput(run(ONE, "index-pause", "page-without-assistant"), "searchers") < 0.2);
        assertTrue(goodput(run(ONE, "index-pause", "breaker-at-the-page"), "searchers") > 0.9);
    }

    @Test
    void aRevokedKeyIsTriedAgainByWhoeverSeesItAsAnError() {
        assertTrue(goodput(run(ONE, "key-revoked", Strategy.AS_DRAWN), "searchers") < 0.2);
    }

    // Two providers -------------------------------------------------------------------------------------------------

    private static final String TWO = "rag-support-two-providers";

    @Test
    void aFallbackBehindThreeLongAttemptsServesHardlyAnybody() {
        assertTrue(goodput(run(TWO, "anthropic-stalls", Strategy.AS_DRAWN), "visitors") < 0.45);
        assertTrue(goodput(run(TWO, "anthropic-stalls", "more-workers"), "visitors") < 0.45);
        assertTrue(goodput(run(TWO, "anthropic-stalls", "fail-over-sooner"), "visitors") > 0.9);
    }

    @Test
    void theFallbacksProviderTakesTheQuestionsEmbeddingDownWithIt() {
        RunResult drawn = run(TWO, "openai-down", "fail-over-sooner");
        RunResult keywords = run(TWO, "openai-down", "keyword-search");

        assertTrue(goodput(drawn, "visitors") < 0.45);
        assertEquals(
                "embedder/error",
                flow(drawn, "visitors").failuresByCause().keySet().iterator().next());
        assertTrue(goodput(keywords, "visitors") > 0.7);
    }

    @Test
    void peopleWhoSwitchByHandEndTheOutageWhenTheyDoAndNotEarlier() {
        double switched = 25 * 60;
        RunResult drawn = run(TWO, "anthropic-stalls", Strategy.AS_DRAWN);
        RunResult byHand = run(TWO, "anthropic-stalls", "switch-by-hand");

        assertAll(
                () -> assertEquals(
                        goodputBetween(drawn, "visitors", 0, switched),
                        goodputBetween(byHand, "visitors", 0, switched)),
                () -> assertTrue(goodputBetween(drawn, "visitors", switched, BACK) < 0.05),
                () -> assertTrue(goodputBetween(byHand, "visitors", switched + 60, BACK) > 0.95),
                () -> assertEquals(0.62, goodput(byHand, "visitors"), 0.02));
    }

    @Test
    void aBreakerBeginsTheFallbackAtOnceWithTheTimeOutsAsTheyWere() {
        RunResult breaker = run(TWO, "anthropic-stalls", "breaker");
        RunResult sooner = run(TWO, "anthropic-stalls", "fail-over-sooner");

        assertTrue(goodput(breaker, "visitors") > 0.94);
        assertTrue(flow(breaker, "visitors").latency().p50().mean() < 5);
        assertTrue(flow(sooner, "visitors").latency().p50().mean() > 8);
    }

    @Test
    void aFallbackThatNobodyTriedIsWorthAllOrNothing() {
        Model model = Examples.load(TWO);
        double canned = goodput(run(TWO, "anthropic-stalls", "canned-at-once"), "visitors");
        double ready = goodput(run(TWO, "anthropic-stalls", "fail-over-sooner"), "visitors");

        Set<Boolean> seen = new HashSet<>();
        for (long seed = 1; seed <= 4; seed++) {
            RunResult run = run(
                    model,
                    "anthropic-stalls",
                    "unrehearsed",
                    ExampleRuns.settings(model).withSeed(seed));
            double good = goodput(run, "visitors");
            boolean works = good > (canned + ready) / 2;
            assertEquals(works ? ready : canned, good, 0.02);
            seen.add(works);
        }
        assertEquals(Set.of(true, false), seen);
    }

    // Agent ---------------------------------------------------------------------------------------------------------

    private static final String AGENT = "agent-with-tools";

    @Test
    void aToolThatHangsNowAndThenFillsTheAgentWithStuckSessions() {
        RunResult run = run(AGENT, "sandbox-hangs", Strategy.AS_DRAWN);

        assertTrue(goodputBetween(run, "developers", 15 * 60, 30 * 60) < 0.3);
        assertTrue(flow(run, "developers").failuresByCause().containsKey("agent/rejected"));
        assertTrue(goodput(run(AGENT, "sandbox-hangs", "fitting-time-outs"), "developers") > 0.9);
    }

    @Test
    void timeOutsDoNothingForAToolThatIsDownAndGoingOnWithoutItDoes() {
        double timeOuts = goodput(run(AGENT, "search-down", "fitting-time-outs"), "developers");
        double without = goodput(run(AGENT, "search-down", "tools-optional"), "developers");

        assertTrue(without - timeOuts > 0.15, timeOuts + " and " + without);
    }

    @Test
    void aSecondSearchServesWhoTheFirstKeepsWaiting() {
        RunResult hedged = run(AGENT, "search-uneven", "hedged-search");

        assertTrue(goodput(run(AGENT, "search-uneven", Strategy.AS_DRAWN), "developers") < 0.4);
        assertTrue(goodput(hedged, "developers") > 0.9);
        assertEquals(0, share(hedged, "developers", RequestOutcome.DEGRADED));
    }

    @Test
    void aTurnsDeadlineKeepsTheAgentOpenAndFailsWhoIsStuck() {
        RunResult run = run(AGENT, "sandbox-hangs", "turn-deadline");

        assertFalse(flow(run, "developers").failuresByCause().containsKey("agent/rejected"));
        assertEquals(
                "turn/timeout",
                flow(run, "developers").failuresByCause().keySet().iterator().next());
        assertTrue(goodput(run(AGENT, "sandbox-hangs", "sandbox-bulkhead"), "developers") > 0.85);
    }

    // Batch ---------------------------------------------------------------------------------------------------------

    private static final String BATCH = "batch-enrichment";

    @Test
    void aJobWhoseModelIsDownTakesTheShopWithItForGood() {
        RunResult run = run(BATCH, "haiku-down", Strategy.AS_DRAWN);

        assertTrue(goodput(run, "shoppers") < 0.3);
        assertTrue(goodputBetween(run, "shoppers", 25 * 60, 30 * 60) < 0.05);
        assertTrue(goodput(run(BATCH, "haiku-down", "back-off"), "shoppers") > 0.99);
    }

    @Test
    void onlyDroppingStaleQueriesBringsTheShopBackWhenTheDatabaseItselfWasSlow() {
        assertTrue(goodput(run(BATCH, "database-slow", "back-off"), "shoppers") < 0.3);
        assertTrue(goodput(run(BATCH, "database-slow", "own-replica"), "shoppers") < 0.3);
        assertTrue(goodput(run(BATCH, "database-slow", "drop-stale-queries"), "shoppers") > 0.9);
    }

    @Test
    void retriesPaidFromABucketBringTheShopBack() {
        assertTrue(goodput(run(BATCH, "haiku-down", "retry-budgets"), "shoppers") > 0.7);
        assertTrue(goodput(run(BATCH, "database-slow", "retry-budgets"), "shoppers") > 0.9);
    }

    @Test
    void aJobUnderALimitOfItsOwnLeavesTheShopAlone() {
        RunResult limited = run(BATCH, "haiku-down", "rate-limiter");
        RunResult paid = run(BATCH, "haiku-down", "retry-budgets");

        assertTrue(goodput(limited, "shoppers") > 0.99);
        assertEquals(5_000, failures(limited, "records"), 500);
        assertEquals(45_000, failures(paid, "records"), 2_000);
    }

    @Test
    void aQueueLosesNoRecordWhileTheModelIsDown() {
        RunResult run = run(BATCH, "haiku-down", "work-queue");

        assertTrue(goodput(run, "shoppers") > 0.99);
        assertTrue(share(run, "records", RequestOutcome.DEFERRED) > 0.999);
    }

    // Gateway -------------------------------------------------------------------------------------------------------

    private static final String GATEWAY = "llm-gateway";

    @Test
    void anAccountWithoutQuotaDrawsAllCallsUntilItIsLeftAlone() {
        assertTrue(goodput(run(GATEWAY, "quota-used-up", Strategy.AS_DRAWN), "editor") < 0.8);
        for (String strategy : List.of("cooldown", "breakers", "retry-budget")) {
            assertTrue(goodput(run(GATEWAY, "quota-used-up", strategy), "editor") > 0.95, strategy);
        }
    }

    @Test
    void aCooldownTakesTheHealthyProviderOutTooWhenItsLimitsAreMet() {
        RunResult cooled = run(GATEWAY, "provider-down", "cooldown");

        assertTrue(goodput(run(GATEWAY, "provider-down", Strategy.AS_DRAWN), "chat") > 0.98);
        assertTrue(goodput(cooled, "chat") < 0.93);
        assertEquals(
                "gateway/rejected",
                flow(cooled, "chat").failuresByCause().keySet().iterator().next());
        assertTrue(goodput(run(GATEWAY, "provider-down", "fixed-shares"), "chat") > 0.995);
    }

    @Test
    void noPolicySeesAWrongAnswerAndPeopleDo() {
        double drawn = flow(run(GATEWAY, "wrong-answers", Strategy.AS_DRAWN), "chat")
                .wrong()
                .mean();
        double breakers =
                flow(run(GATEWAY, "wrong-answers", "breakers"), "chat").wrong().mean();
        double people =
                flow(run(GATEWAY, "wrong-answers", "by-hand"), "chat").wrong().mean();

        assertEquals(0.06, drawn, 0.01);
        assertEquals(drawn, breakers, 0.01);
        assertTrue(people < drawn / 2);
    }

    @Test
    void aSecondRequestIsPaidEveryDayAndHarmsWhereLimitsAreShort() {
        RunResult goodDay = run(GATEWAY, null, Strategy.AS_DRAWN);
        RunResult hedged = run(GATEWAY, null, "hedge");

        assertEquals(1.3, hedged.cost().total().mean() / goodDay.cost().total().mean(), 0.05);
        assertEquals(goodput(goodDay, "chat"), goodput(hedged, "chat"), 0.001);
        assertTrue(goodput(run(GATEWAY, "cache-flushed", "hedge"), "editor")
                < goodput(run(GATEWAY, "cache-flushed", Strategy.AS_DRAWN), "editor") - 0.2);
    }

    private static double share(RunResult run, String client, RequestOutcome outcome) {
        return Objects.requireNonNull(flow(run, client).share().get(outcome)).mean();
    }

    private static double failures(RunResult run, String client) {
        return flow(run, client).failuresByCause().values().stream()
                .mapToDouble(Long::doubleValue)
                .sum();
    }
}
