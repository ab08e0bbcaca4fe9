package dev.blastradius.report.episode;

import dev.blastradius.chart.Names;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.engine.HandMadeChronicle;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.trace.Traces;
import dev.blastradius.experiment.Evidence;
import dev.blastradius.experiment.FaultWindows;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Cost;
import dev.blastradius.experiment.RunResult.Series;
import dev.blastradius.experiment.RunResult.Totals;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.policy.Retry;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Texts;
import dev.blastradius.report.finding.Episode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Half an hour in steps of a second in which visitors ask an assistant, which asks Opus: 10 requests a second, all of them goodput but for what
 * a test writes into it. The warm-up ends at 100 s; where Opus is broken, it is from 600 s to 1,200 s.
 */
final class HandMadeEpisode {

    static final int WARMUP = 100;
    static final int FAULT = 600;
    static final int OVER = 1_200;
    static final int STEPS = 1_800;

    /** A breaker, retries, a price and an objective. */
    static final String FULL = """
            {'format': 'blastradius/1',
             'components': {
              'visitors': {'kind': 'client', 'label': 'Web visitors', 'slo': {'successRate': 0.99},
                'traffic': {'arrivals': 'poisson', 'requestsPerSecond': 10}},
              'assistant': {'kind': 'service', 'label': 'Assistant', 'concurrency': 40},
              'opus': {'kind': 'model', 'label': 'Opus', 'price': {'perRequest': 0.01}},
              'gpt': {'kind': 'model', 'label': 'GPT'}},
             'dependencies': {'visitors->assistant': {},
              'assistant->opus': {'retry': {'maxAttempts': 3}, 'circuitBreaker': {}},
              'assistant->gpt': {'fallbackFor': 'assistant->opus'}},
             'scenarios': {
              'bad-day': {'label': 'A bad day', 'faults': [{'target': 'opus', 'at': '10m', 'for': '10m', 'errorRate': 0.4}]},
              'for-ever': {'faults': [{'target': 'opus', 'at': '10m', 'errorRate': 0.4}]}}}
            """.replace('\'', '"');

    /** None of them. */
    static final String BARE = """
            {'format': 'blastradius/1',
             'components': {
              'visitors': {'kind': 'client', 'label': 'Web visitors', 'traffic': {'arrivals': 'poisson', 'requestsPerSecond': 10}},
              'assistant': {'kind': 'service', 'label': 'Assistant', 'concurrency': 40},
              'opus': {'kind': 'model', 'label': 'Opus'}},
             'dependencies': {'visitors->assistant': {}, 'assistant->opus': {}},
             'scenarios': {'bad-day': {'faults': [{'target': 'opus', 'at': '10m', 'for': '10m', 'errorRate': 0.4}]}}}
            """.replace('\'', '"');

    private final RunSpec spec;
    private final HandMadeChronicle chronicle;

    HandMadeEpisode(String model, @Nullable String scenario) {
        ModelReader.Reading reading = ModelReader.read(model, null);
        spec = Strategies.runSpec(
                Objects.requireNonNull(reading.model(), () -> reading.problems().toString()),
                scenario,
                Strategy.AS_DRAWN);
        chronicle = new HandMadeChronicle(spec.pipeline(), 1, STEPS)
                .put(ClientSeries.ARRIVED, "visitors", 0, STEPS, 10)
                .put(ClientSeries.OK, "visitors", 0, STEPS, 10)
                .put(ClientSeries.GOODPUT, "visitors", 0, STEPS, 10)
                .put(ComponentSeries.ANSWERED, "assistant", 0, STEPS, 10)
                .put(ComponentSeries.SERVERS, "assistant", 0, STEPS, 40)
                .put(ComponentSeries.BUSY, "assistant", 0, STEPS, 10)
                .put(ComponentSeries.ANSWERED, "opus", 0, STEPS, 10)
                .put(DependencySeries.CALLS, "assistant->opus", 0, STEPS, 10)
                .put(DependencySeries.ATTEMPTS, "assistant->opus", 0, STEPS, 10);
        if (scenario != null) {
            chronicle.put(ComponentSeries.FAULTED, "opus", FAULT, scenario.equals("bad-day") ? OVER : STEPS, 1);
        }
    }

    /** Any pipeline without a scenario, of which everything goes well for a third of the time and badly from then on. */
    HandMadeEpisode(Pipeline pipeline, int steps) {
        spec = new RunSpec(pipeline, null, Strategy.AS_DRAWN, List.of(), Map.of());
        chronicle = new HandMadeChronicle(pipeline, 1, steps);
        int bad = (WARMUP + steps) / 2;
        pipeline.components().forEach((id, component) -> {
            if (component.kind().role() == Kind.Role.SOURCE) {
                chronicle
                        .put(ClientSeries.ARRIVED, id, 0, steps, 10)
                        .put(ClientSeries.OK, id, 0, bad, 10)
                        .put(ClientSeries.GOODPUT, id, 0, bad, 10)
                        .put(ClientSeries.FAILED, id, bad, steps, 10);
            } else {
                chronicle
                        .put(ComponentSeries.ANSWERED, id, 0, steps, 10)
                        .put(ComponentSeries.FAILED, id, bad, steps, 9);
            }
        });
        pipeline.arrows().forEach((key, arrow) -> {
            chronicle.put(DependencySeries.CALLS, key, 0, steps, 10).put(DependencySeries.ATTEMPTS, key, 0, bad, 10);
            if (arrow.policy(Retry.class) != null) {
                chronicle
                        .put(DependencySeries.ATTEMPTS, key, bad, steps, 30)
                        .put(DependencySeries.RETRIES, key, bad, steps, 20);
            }
        });
    }

    /** From one step to another, so many of the ten requests of each fail. */
    HandMadeEpisode fail(int from, int to, int each) {
        chronicle
                .put(ClientSeries.OK, "visitors", from, to, 10 - each)
                .put(ClientSeries.GOODPUT, "visitors", from, to, 10 - each)
                .put(ClientSeries.FAILED, "visitors", from, to, each)
                .fail("visitors", "opus/error", from, to, each);
        return this;
    }

    HandMadeChronicle chronicle() {
        return chronicle;
    }

    Episode episode() {
        RunSettings settings =
                new RunSettings(Duration.ofSeconds(chronicle.chronicle().steps()), Duration.of("100s"), 1, 42, 0.95, 1);
        Playback playback = new Playback(
                spec,
                settings,
                0,
                chronicle.chronicle(),
                Traces.NONE,
                FaultWindows.of(
                        spec.pipeline(), spec.scenario(), settings.duration().seconds()));
        RunResult result = new RunResult(
                spec.scenarioId(),
                spec.strategyId(),
                settings,
                Map.of(),
                Map.of(),
                Map.of(),
                new Cost(Interval.NONE, Interval.NONE, Interval.NONE),
                new Totals(Interval.NONE, Interval.NONE, Interval.NONE, Interval.NONE),
                null,
                Evidence.NONE,
                Series.NONE);
        return new Episode(result, playback);
    }

    Recorded recorded() {
        return new Recorded(episode(), new Names(spec.pipeline()));
    }

    /** The chapter, as its reader reads it. */
    String chapter() {
        return Texts.of(EpisodeChapter.of(episode(), new Names(spec.pipeline()), 1));
    }

    /** The part of the chapter under a heading. */
    String part(String title) {
        Section part = EpisodeChapter.of(episode(), new Names(spec.pipeline()), 1).sections().stream()
                .filter(each -> each.title().equals(title))
                .findFirst()
                .orElseThrow();
        return Texts.of(part);
    }

    /** The page for operators. */
    String runbook() {
        return Texts.of(RunbookPage.of(List.of(episode()), Strategy.AS_DRAWN, new Names(spec.pipeline()), 1));
    }
}
