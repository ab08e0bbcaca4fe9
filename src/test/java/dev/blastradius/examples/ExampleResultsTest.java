package dev.blastradius.examples;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.io.NumberOutput;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.BlastRadius.Damage;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.DependencyResult;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Study;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.model.descriptor.Duration;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every example under every scenario and strategy gives the numbers of {@code results/examples.csv}, to the last bit and on any
 * machine: a change of behaviour shows as a change of that file. Each run is one replication of a quarter of an hour, long
 * enough to be in the midst of every outage.
 */
class ExampleResultsTest {

    private static final Path TABLE = Path.of("src/test/resources/results/examples.csv");
    private static final String UPDATE = "update.results";
    private static final int SHOWN = 10;

    /** People who act after the table's quarter of an hour, and a fallback that happens to work in its one replication. */
    private static final Set<String> NOT_IN_THE_TABLE = Set.of("switch-by-hand", "by-hand", "unrehearsed");

    private static final List<String> HEADINGS = List.of(
            "model",
            "scenario",
            "strategy",
            "client",
            "requests",
            "ok",
            "degraded",
            "failed",
            "abandoned",
            "late",
            "goodput",
            "p99Seconds",
            "runAmplification",
            "runDollars",
            "runDollarsWasted",
            "affected",
            "failedMore",
            "lostGoodput",
            "runSecondsToRecover",
            "runLoadAmplification",
            "runAnswerable");

    private static final double CHANCE = 0.003;

    private static final List<String> ROWS = new ArrayList<>();
    private static final List<String> OVER_THE_BOUND = new ArrayList<>();

    @BeforeAll
    static void runsAllExamples() {
        ROWS.add(String.join(",", HEADINGS));
        for (String name : Examples.names()) {
            Model model = Examples.load(name);
            List<@Nullable String> scenarios = new ArrayList<>();
            scenarios.add(null);
            scenarios.addAll(model.pipeline().scenariosOrNone().keySet());
            StudyResult study = study(model);
            for (String scenario : scenarios) {
                for (ArmResult arm : study.arms()) {
                    RunResult run = scenario == null ? arm.twin() : Objects.requireNonNull(arm.outage(scenario));
                    run.flows().keySet().forEach(client -> ROWS.add(row(name, run, client)));
                    checkBound(name, run);
                }
            }
        }
    }

    private static void checkBound(String model, RunResult run) {
        double goodput = run.totals().goodput().mean();
        BlastRadius radius = run.blastRadius();
        if (radius != null && goodput > radius.answerable().mean() + CHANCE) {
            OVER_THE_BOUND.add(model + " " + run.scenario() + " " + run.strategy() + ": " + goodput);
        }
    }

    @Test
    void everyRunOfTheExamplesGivesTheCommittedResultBitForBit() throws IOException {
        List<String> rows = ROWS;
        if (Boolean.getBoolean(UPDATE)) {
            Files.write(TABLE, rows, StandardCharsets.UTF_8);
        }

        List<String> committed = Files.readAllLines(TABLE, StandardCharsets.UTF_8);
        assertTrue(rows.equals(committed), () -> difference(committed, rows));
    }

    /** What the clairvoyant draws is independent of what runs draw: a little is allowed for chance. */
    @Test
    void noStrategyOfAnExampleBettersTheClairvoyant() {
        assertEquals(List.of(), OVER_THE_BOUND);
    }

    /** What a strategy is for: a client gets something else, or it costs something else, in some scenario. */
    @Test
    void noTwoStrategiesOfAnExampleGiveTheSameUnderAllScenarios() throws IOException {
        Map<String, String> ofStrategy = new TreeMap<>();
        for (String row : Files.readAllLines(TABLE, StandardCharsets.UTF_8)) {
            String[] cells = row.split(",", 4);
            if (!NOT_IN_THE_TABLE.contains(cells[2])) {
                ofStrategy.merge(cells[0] + " " + cells[2], cells[1] + "," + cells[3] + "\n", String::concat);
            }
        }

        Map<String, String> strategies = new HashMap<>();
        ofStrategy.forEach((strategy, results) -> {
            String model = strategy.substring(0, strategy.indexOf(' '));
            assertNull(strategies.putIfAbsent(model + "\n" + results, strategy), strategy);
        });
    }

    @Test
    void twoRunsOnDifferentNumbersOfThreadsGiveTheSame() {
        Model model = Examples.load("batch-enrichment");
        RunSettings two = settings(model).withReplications(2);

        RunResult inTurn = ExampleRuns.run(model, "haiku-down", "own-replica", two.withThreads(1));
        RunResult sideBySide = ExampleRuns.run(model, "haiku-down", "own-replica", two.withThreads(2));

        assertEquals(inTurn.flows(), sideBySide.flows());
        assertEquals(inTurn.series(), sideBySide.series());
    }

    private static RunSettings settings(Model model) {
        return ExampleRuns.settings(model).withSpan(Duration.of("15m"), Duration.of("2m"));
    }

    /** Every strategy under every scenario, and without any protection. */
    private static StudyResult study(Model model) {
        List<String> scenarios = List.copyOf(model.pipeline().scenariosOrNone().keySet());
        List<Arm> arms = Strategies.arms(model, scenarios, ExampleRuns.strategies(model));
        RunSettings settings = settings(model).withThreads(2);
        return Objects.requireNonNull(Study.run(arms, settings, null, true, RunProgress.NONE));
    }

    private static String row(String model, RunResult run, String client) {
        Flow flow = Objects.requireNonNull(run.flows().get(client));
        return String.join(
                ",",
                Arrays.asList(
                        model,
                        Objects.requireNonNullElse(run.scenario(), ""),
                        run.strategy(),
                        client,
                        Long.toString(flow.requests()),
                        share(flow, RequestOutcome.OK),
                        share(flow, RequestOutcome.DEGRADED),
                        share(flow, RequestOutcome.FAILED),
                        share(flow, RequestOutcome.ABANDONED),
                        number(flow.late().mean()),
                        number(flow.goodput().mean()),
                        number(flow.latency().p99().mean()),
                        number(amplification(run)),
                        number(run.cost().total().mean()),
                        number(run.cost().wasted().mean()),
                        damage(run, client, Damage::affected),
                        damage(run, client, Damage::failed),
                        damage(run, client, Damage::lostGoodput),
                        ofRun(run, BlastRadius::timeToRecover),
                        ofRun(run, BlastRadius::loadAmplification),
                        ofRun(run, BlastRadius::answerable)));
    }

    private static String damage(RunResult run, String client, Function<Damage, Interval> share) {
        return ofRun(
                run,
                radius -> share.apply(Objects.requireNonNull(radius.clients().get(client))));
    }

    private static String ofRun(RunResult run, Function<BlastRadius, Interval> value) {
        BlastRadius radius = run.blastRadius();
        return radius == null ? "" : number(value.apply(radius).mean());
    }

    private static String share(Flow flow, RequestOutcome outcome) {
        return number(Objects.requireNonNull(flow.share().get(outcome)).mean());
    }

    /** Attempts over all dependencies for each call over all dependencies. */
    private static double amplification(RunResult run) {
        long attempts = 0;
        long calls = 0;
        for (DependencyResult dependency : run.dependencies().values()) {
            attempts += dependency.attempts();
            calls += dependency.calls();
        }
        return (double) attempts / calls;
    }

    /** All digits that tell the number from its neighbours, the same on every Java; empty where there is none. */
    private static String number(double value) {
        return Double.isFinite(value) ? NumberOutput.toString(value, true) : "";
    }

    private static String difference(List<String> committed, List<String> now) {
        StringBuilder text = new StringBuilder("results differ from " + TABLE + ":\n");
        int shown = 0;
        for (int line = 0; line < Math.max(committed.size(), now.size()) && shown < SHOWN; line++) {
            String before = line < committed.size() ? committed.get(line) : "(none)";
            String after = line < now.size() ? now.get(line) : "(none)";
            if (!before.equals(after)) {
                shown++;
                text.append("- ").append(before).append("\n+ ").append(after).append('\n');
            }
        }
        return text.append("Where that is meant: ./mvnw test -Dtest=ExampleResultsTest -D")
                .append(UPDATE)
                .append("=true, and commit the file.")
                .toString();
    }
}
