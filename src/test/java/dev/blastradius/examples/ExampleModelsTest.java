package dev.blastradius.examples;

import static dev.blastradius.examples.ExampleRuns.flow;
import static dev.blastradius.examples.ExampleRuns.goodput;
import static dev.blastradius.examples.ExampleRuns.goodputBetween;
import static dev.blastradius.examples.ExampleRuns.run;
import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.UnreadRecordings;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Position;
import dev.blastradius.model.Strategy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
}
