package dev.blastradius.report;

import dev.blastradius.chart.Names;
import dev.blastradius.io.Model;
import dev.blastradius.report.basis.AgainChapter;
import dev.blastradius.report.basis.AssumptionsChapter;
import dev.blastradius.report.basis.ModelLimitsChapter;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.episode.EpisodeChapter;
import dev.blastradius.report.episode.RunbookPage;
import dev.blastradius.report.finding.Episode;
import dev.blastradius.report.finding.Episodes;
import dev.blastradius.report.finding.Episodes.Choice;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Looked;
import dev.blastradius.report.subject.PipelineChapter;
import dev.blastradius.report.subject.ScenariosChapter;
import dev.blastradius.report.subject.StrategiesChapter;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts a report together, chapter by chapter. */
public final class Reports {

    private final Finding finding;
    private final Names names;
    private final List<Section> chapters = new ArrayList<>();
    private final List<Section> runbooks = new ArrayList<>();
    private int looked;

    private Reports(Finding finding) {
        this.finding = finding;
        this.names = new Names(finding.origin().model().pipeline());
    }

    /** The report of what a command found out. Runs of a comparison are looked at closely meanwhile, which takes as long as they do. */
    public static Document of(Finding finding) {
        Reports report = new Reports(finding);
        report.add(PipelineChapter.of(finding));
        report.add(ScenariosChapter.of(finding));
        report.add(StrategiesChapter.of(finding));
        report.episodes();
        report.add(AssumptionsChapter.of(finding));
        report.add(ModelLimitsChapter.of(finding));
        report.add(AgainChapter.of(finding));
        Model model = finding.origin().model();
        return new Document(model.pipeline().title(), report.subtitle(), report.chapters);
    }

    /** What happened in the runs that are looked at, and a page of each scenario for who operates the pipeline. */
    private void episodes() {
        if (finding instanceof Finding.OfRun run && run.episode() != null) {
            episodes(List.of(run.episode()), run.spec().strategyId());
        } else if (finding instanceof Finding.OfComparison comparison) {
            Map<String, List<Choice>> scenarios = new LinkedHashMap<>();
            for (Choice choice : Episodes.of(comparison.arms(), comparison.study(), comparison.baseline())) {
                String scenario = Objects.requireNonNullElse(choice.spec().scenarioId(), "");
                scenarios.computeIfAbsent(scenario, id -> new ArrayList<>()).add(choice);
            }
            for (List<Choice> choices : scenarios.values()) {
                List<Episode> episodes = new ArrayList<>();
                for (Choice choice : choices) {
                    Episode episode = comparison.looking().at(choice);
                    if (episode != null) {
                        episodes.add(episode);
                    }
                }
                episodes(episodes, comparison.baseline());
            }
        }
        chapters.addAll(runbooks);
    }

    /** The chapters of the runs of one scenario. */
    private void episodes(List<Episode> ofOneScenario, String baseline) {
        for (Episode episode : ofOneScenario) {
            chapters.add(EpisodeChapter.of(episode, names, ++looked));
        }
        if (!ofOneScenario.isEmpty() && ofOneScenario.get(0).playback().spec().scenarioId() != null) {
            runbooks.add(RunbookPage.of(ofOneScenario, baseline, names, runbooks.size() + 1));
        }
    }

    private void add(@Nullable Section chapter) {
        if (chapter != null) {
            chapters.add(chapter);
        }
    }

    /** What was done, in a line. */
    private String subtitle() {
        List<String> scenarios = Looked.scenarios(finding);
        String broken = scenarios.isEmpty()
                ? "nothing fails"
                : scenarios.size() == 1
                        ? names.scenario(scenarios.get(0))
                        : Numbers.counted(scenarios.size(), "scenario");
        if (finding instanceof Finding.OfRun run) {
            return broken + ", under the strategy “" + names.strategy(run.spec().strategyId()) + "”";
        }
        if (finding instanceof Finding.OfComparison) {
            int strategies = Looked.strategies(finding).size();
            return (strategies == 1 ? "One strategy" : strategies + " strategies side by side") + ": " + broken;
        }
        if (finding instanceof Finding.OfMatrix) {
            return "Blast-radius matrix: each part fails in turn, and who loses by it";
        }
        return (finding instanceof Finding.OfTippingPoint ? "Tipping point: " : "Sweep: ") + broken;
    }
}
