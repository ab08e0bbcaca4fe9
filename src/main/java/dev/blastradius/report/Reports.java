package dev.blastradius.report;

import dev.blastradius.chart.Names;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.io.Model;
import dev.blastradius.io.vary.VariedRuns;
import dev.blastradius.report.basis.AgainChapter;
import dev.blastradius.report.basis.AssumptionsChapter;
import dev.blastradius.report.basis.ModelLimitsChapter;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.episode.EpisodeChapter;
import dev.blastradius.report.episode.RunbookPage;
import dev.blastradius.report.finding.Episode;
import dev.blastradius.report.finding.Episodes;
import dev.blastradius.report.finding.Episodes.Choice;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Looked;
import dev.blastradius.report.study.BlastRadiusChapter;
import dev.blastradius.report.study.ComparisonChapter;
import dev.blastradius.report.study.MatrixChapter;
import dev.blastradius.report.study.OutcomeChapter;
import dev.blastradius.report.study.Summary;
import dev.blastradius.report.study.SweepChapter;
import dev.blastradius.report.study.TippingPointChapter;
import dev.blastradius.report.subject.PipelineChapter;
import dev.blastradius.report.subject.ScenariosChapter;
import dev.blastradius.report.subject.StrategiesChapter;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
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
        report.add(Summary.of(finding).onOwnPage());
        report.add(PipelineChapter.of(finding));
        report.add(ScenariosChapter.of(finding));
        report.found();
        report.episodes();
        // From here on it is there to be looked up.
        report.add(StrategiesChapter.of(finding));
        report.add(AssumptionsChapter.of(finding));
        report.add(ModelLimitsChapter.of(finding));
        report.add(AgainChapter.of(finding));
        Model model = finding.origin().model();
        return new Document(model.pipeline().title(), report.subtitle(), report.chapters);
    }

    /** What was measured. */
    private void found() {
        if (finding instanceof Finding.OfRun run) {
            add(OutcomeChapter.of(run));
            add(BlastRadiusChapter.of(run));
        } else if (finding instanceof Finding.OfComparison comparison) {
            add(ComparisonChapter.of(comparison));
            add(BlastRadiusChapter.of(comparison));
        } else if (finding instanceof Finding.OfMatrix matrix) {
            add(MatrixChapter.of(matrix));
        } else if (finding instanceof Finding.OfTippingPoint tipping) {
            add(TippingPointChapter.of(tipping));
        } else if (finding instanceof Finding.OfSweep sweep) {
            add(SweepChapter.of(sweep));
        }
    }

    /** What happened in the runs that are looked at, and a page of each scenario for who operates the pipeline. */
    private void episodes() {
        if (finding instanceof Finding.OfRun run && run.episode() != null) {
            episodes(List.of(run.episode()), run.spec().strategyId(), true);
        } else if (finding instanceof Finding.OfComparison comparison) {
            episodes(comparison);
        }
        chapters.addAll(runbooks);
    }

    private void episodes(Finding.OfComparison comparison) {
        Map<String, List<Choice>> scenarios = new LinkedHashMap<>();
        for (Choice choice : Episodes.of(comparison.arms(), comparison.study(), comparison.baseline())) {
            scenarios
                    .computeIfAbsent(id(choice.spec()), id -> new ArrayList<>())
                    .add(choice);
        }
        String told = worst(scenarios);
        List<Words> others = new ArrayList<>();
        List<Choice> cancelled = new ArrayList<>();
        scenarios.forEach((scenario, choices) -> {
            List<Episode> episodes = new ArrayList<>();
            for (Choice choice : choices) {
                Episode episode = comparison.looking().at(choice);
                if (episode == null) {
                    cancelled.add(choice);
                } else {
                    episodes.add(episode);
                }
            }
            boolean inFull = told.equals(scenario);
            episodes(episodes, comparison.baseline(), inFull);
            if (!inFull && !episodes.isEmpty()) {
                others.add(Words.NONE
                        .link(
                                names.scenario(scenario),
                                runbooks.get(runbooks.size() - 1).id())
                        .plain(" (scenario ")
                        .code(scenario)
                        .plain(")"));
            }
        });
        if (!others.isEmpty()) {
            long without = Looked.scenarios(finding).stream()
                    .filter(scenario -> !scenarios.containsKey(scenario))
                    .count();
            chapters.add(others(others, without));
        }
        if (!cancelled.isEmpty()) {
            chapters.add(notLookedAt(cancelled.size()));
        }
    }

    private static Section notLookedAt(int runs) {
        return new Section(
                "not-looked-at",
                "What was not looked at",
                List.of(Block.notice("Left out: what happened in " + Numbers.counted(runs, "run")
                        + " step by step, and what operators see and do in " + (runs == 1 ? "it" : "them")
                        + ". The work was ended before " + (runs == 1 ? "it was" : "they were") + " looked at.")));
    }

    /** The scenario that does the most damage to the pipeline as others are compared with it: a report of all of them would be read by nobody. */
    private static String worst(Map<String, List<Choice>> scenarios) {
        return scenarios.entrySet().stream()
                .min(Comparator.comparingDouble(
                        each -> -lostGoodput(each.getValue().get(0).result())))
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static double lostGoodput(RunResult run) {
        BlastRadius radius = run.blastRadius();
        double lost = radius == null ? Double.NaN : radius.all().lostGoodput().mean();
        return Double.isNaN(lost) ? Double.NEGATIVE_INFINITY : lost;
    }

    private static Section others(List<Words> scenarios, long without) {
        List<Block> blocks = List.of(
                Block.paragraph(
                        "The scenario that costs the most good answers is told step by step above. Of each other one"
                                + " there is a page for operators:"),
                new Block.Items(false, scenarios),
                Block.notice(
                        "Left out: what happened in these scenarios, step by step. The command run with --scenario,"
                                + " --strategy and --report tells it of each."
                                + (without == 0
                                        ? ""
                                        : " " + Numbers.counted(without, "scenario")
                                                + " more in the table have no page of their own.")));
        return new Section("other-scenarios", "The other scenarios", blocks);
    }

    /**
     * The chapters of the runs of one scenario.
     *
     * @param inFull whether what happened is told, or only what operators see and do
     */
    private void episodes(List<Episode> ofOneScenario, String baseline, boolean inFull) {
        if (inFull) {
            for (Episode episode : ofOneScenario) {
                chapters.add(EpisodeChapter.of(episode, names, ++looked));
            }
        }
        if (!ofOneScenario.isEmpty()
                && !id(ofOneScenario.get(0).playback().spec()).isEmpty()) {
            runbooks.add(RunbookPage.of(ofOneScenario, baseline, names, runbooks.size() + 1));
        }
    }

    private static String id(RunSpec spec) {
        return Objects.requireNonNullElse(spec.scenarioId(), "");
    }

    private void add(@Nullable Section chapter) {
        if (chapter != null) {
            chapters.add(chapter);
        }
    }

    private static String varied(VariedRuns runs) {
        return runs.dials().stream()
                .map(dial -> "“" + dial.varied().title() + "”")
                .collect(Collectors.joining(" and "));
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
        if (finding instanceof Finding.OfTippingPoint tipping) {
            return "Tipping point of " + varied(tipping.runs()) + ": " + broken;
        }
        return "Sweep of " + varied(((Finding.OfSweep) finding).runs()) + ": " + broken;
    }
}
