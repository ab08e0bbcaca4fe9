package dev.blastradius.report.episode;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.Names;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Study;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.experiment.cascade.Recorder;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Texts;
import dev.blastradius.report.finding.Episode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of runs that were simulated, held against what the same runs gave. */
class RecordedEpisodesTest {

    private static Episode episode(String example, String scenario, String strategy, String duration) {
        Model model = Examples.load(example);
        return episode(
                Strategies.runSpec(model, scenario, strategy),
                RunSettings.of(model.pipeline().settings())
                        .withSpan(Duration.of(duration), Duration.of("3m"))
                        .withReplications(1)
                        .withThreads(1));
    }

    private static Episode episode(RunSpec spec, RunSettings settings) {
        ArmResult result = Objects.requireNonNull(Study.run(
                        List.of(new Arm(spec.strategyId(), spec.withoutFaults(), List.of(spec))),
                        settings,
                        null,
                        false,
                        RunProgress.NONE))
                .arms()
                .get(0);
        return new Episode(
                result.outages().get(0), Objects.requireNonNull(Recorder.record(spec, settings, 0, RunProgress.NONE)));
    }

    private static List<Section> all(Section section) {
        List<Section> all = new ArrayList<>(List.of(section));
        section.sections().forEach(part -> all.addAll(all(part)));
        return all;
    }

    @ParameterizedTest
    @CsvSource({
        "rag-support-two-providers, anthropic-stalls, breaker, 38m",
        "rag-support-one-provider, index-pause, as-drawn, 13m",
        "batch-enrichment, haiku-slow, as-drawn, 20m"
    })
    void whatIsToldOfARunIsWhatTheRunGave(String example, String scenario, String strategy, String duration) {
        Episode episode = episode(example, scenario, strategy, duration);
        Names names = new Names(episode.playback().spec().pipeline());
        Recovery told = Recovery.of(new Recorded(episode, names));
        BlastRadius gave = episode.result().blastRadius();
        assertNotNull(gave);
        assertNotNull(told);
        assertNotNull(gave.recovered());
        assertEquals(gave.recovered().successes() == 1, told.isRecovered());
        assertEquals(gave.timeToRecover().mean(), told.after());
        Section chapter = EpisodeChapter.of(episode, names, 3);
        Section page = RunbookPage.of(List.of(episode), strategy, names, 2);
        String text = Texts.of(chapter) + Texts.of(page);
        assertFalse(text.matches("(?s).*(NaN|null|Infinity|\\{|->).*"), text);
        List<Section> sections = all(chapter);
        sections.addAll(all(page));
        assertEquals(
                sections.size(), sections.stream().map(Section::id).distinct().count());
        assertTrue(sections.stream()
                .allMatch(each -> each.id().startsWith("episode-3") || each.id().startsWith("runbook-2")));
        assertTrue(page.ownPage());
        assertTrue(sections.stream().allMatch(each -> !each.blocks().isEmpty()));
    }

    @Test
    void whatPeopleDoIsToldWithItsTimeAndWhatGoodputWasBeforeAndAfterIt() {
        Episode episode = episode("rag-support-two-providers", "anthropic-stalls", "switch-by-hand", "30m");
        String page = Texts.of(RunbookPage.of(
                List.of(episode),
                Strategy.AS_DRAWN,
                new Names(episode.playback().spec().pipeline()),
                1));
        assertTrue(page.contains("+15:00 Change Assistant → Sonnet ("), page);
        assertTrue(page.contains("Timeout: 30 s → 8 s"), page);
        assertTrue(
                page.matches(
                        "(?s).*Goodput was 0 % in the two minutes before, and \\d\\d\\.\\d % in the two after\\..*"),
                page);
        assertTrue(page.contains("No step puts back Assistant → Sonnet"), page);
    }

    @Test
    void theStrategyThatOthersAreSetAgainstComesFirstAndOneThatRecoversIsNamed() {
        Episode drawn = episode("rag-support-one-provider", "index-pause", Strategy.AS_DRAWN, "13m");
        Episode better = episode("rag-support-one-provider", "index-pause", "one-retry-layer", "13m");
        Names names = new Names(drawn.playback().spec().pipeline());
        String page = Texts.of(RunbookPage.of(List.of(better, drawn), Strategy.AS_DRAWN, names, 1));
        String other = names.strategy("one-retry-layer");
        assertTrue(page.indexOf("Under “As drawn”") < page.indexOf("Under “" + other), page);
        boolean recovers =
                Objects.requireNonNull(Recovery.of(new Recorded(better, names))).isRecovered();
        assertEquals(recovers, page.contains("Under “" + other + "” it came back."), page);
    }

    @Test
    void theFirstReplicationIsHeldAgainstTheMeanOfAll() {
        Model model = Examples.load("batch-enrichment");
        RunSettings settings = RunSettings.of(model.pipeline().settings())
                .withSpan(Duration.of("9m"), Duration.of("3m"))
                .withReplications(2)
                .withThreads(1);
        Episode episode = episode(Strategies.runSpec(model, "haiku-slow", Strategy.AS_DRAWN), settings);
        Interval mean = episode.result().totals().goodput();
        assertTrue(mean.isBounded());
        String text = Texts.of(EpisodeChapter.of(episode, new Names(model.pipeline()), 1));
        assertTrue(text.contains("What follows is replication 1 of 2, looked at closely."), text);
        assertTrue(text.contains("the mean of the 2 is "), text);
    }

    @Test
    void whatAGatewaySendsOnToAnotherTargetIsNotCalledAFallback() {
        Episode episode = episode("llm-gateway", "provider-down", Strategy.AS_DRAWN, "13m");
        String text = Texts.of(
                EpisodeChapter.of(episode, new Names(episode.playback().spec().pipeline()), 1));
        assertTrue(
                text.contains(
                        "What fails at one target of AI gateway goes on to another, which is not counted as a fallback"),
                text);
        assertFalse(text.contains("Answered by a fallback"), text);
        assertTrue(text.contains("answered after another target of AI gateway had failed"), text);
        assertFalse(text.contains("as a fallback: error"), text);
    }
}
