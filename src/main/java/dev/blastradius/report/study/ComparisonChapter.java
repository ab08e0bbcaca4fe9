package dev.blastradius.report.study;

import dev.blastradius.chart.StrategyCharts;
import dev.blastradius.chart.StrategyInks;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.Objective;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.Standings;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.model.Strategy;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.finding.Finding.OfComparison;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The strategies side by side: all scenarios in one table, then each scenario with its differences, findings and charts. */
public final class ComparisonChapter {

    private static final List<Metric> TOLD = List.of(Metric.TIME_TO_RECOVER, Metric.LATENCY_P99, Metric.COST);
    private static final int MOST_COLUMNS = 5;
    private static final int MOST_CURVES = 8;

    /** Why there is no number. */
    private static final String NOT_RUN = "not run";

    private final OfComparison finding;
    private final Told told;
    private final Who who;

    private ComparisonChapter(OfComparison finding) {
        this.finding = finding;
        told = Told.of(finding);
        who = told.who();
    }

    /** The chapter {@code comparison}, with a section {@code comparison-N} for each scenario and {@code comparison-calm} for no faults. */
    public static Section of(OfComparison finding) {
        ComparisonChapter chapter = new ComparisonChapter(finding);
        List<Section> parts = new ArrayList<>();
        chapter.told
                .outages()
                .forEach((scenario, standings) ->
                        parts.add(chapter.scenario(scenario, standings, "comparison-" + (parts.size() + 1))));
        if (!chapter.told.calm().strategies().isEmpty()) {
            parts.add(chapter.scenario(null, chapter.told.calm(), "comparison-calm"));
        }
        return new Section("comparison", "Strategies compared", chapter.opening()).with(parts);
    }

    private List<Block> opening() {
        List<Block> blocks = new ArrayList<>();
        List<Standings> compared = told.compared();
        String found = told.strategies() == 1
                ? "only one strategy was run, so there is nothing to compare"
                : new Winners(compared, finding.baseline(), who).clause();
        blocks.add(Block.paragraph(Phrases.sentence(found) + "."));
        blocks.add(Block.paragraph(
                "All strategies met the same users, the same requests and the same bad luck in each replication, so"
                        + " their differences are their own. "
                        + Legend.uncertainty(
                                Phrases.most(told.runs()), told.settings().confidence())));
        blocks.addAll(overview("Good answers, share of requests", this::goodput, true));
        if (finding.arms().stream().anyMatch(this::hasPromise)) {
            blocks.addAll(overview("Promises to clients that were kept", this::kept, false));
        }
        return blocks;
    }

    private boolean hasPromise(Arm arm) {
        RunResult run = told.calm().run(arm.id());
        return !arm.isReference()
                && run != null
                && !Objective.of(arm.twin().pipeline(), run).isEmpty();
    }

    /** What stands in a table's cell of an arm. */
    private interface Entry {
        Cell of(Arm arm, @Nullable String scenario);
    }

    /** Strategies by scenarios; several tables where there are many scenarios. */
    private List<Block> overview(String caption, Entry entry, boolean bounds) {
        List<@Nullable String> columns = new ArrayList<>(told.outages().keySet());
        columns.add(null);
        List<Block> tables = new ArrayList<>();
        int count = (columns.size() + MOST_COLUMNS - 1) / MOST_COLUMNS;
        int each = (columns.size() + count - 1) / count;
        for (int from = 0; from < columns.size(); from += each) {
            List<@Nullable String> part = columns.subList(from, Math.min(columns.size(), from + each));
            Grid grid = new Grid(
                    caption + (count == 1 ? "" : " (" + (tables.size() + 1) + " of " + count + ")"),
                    "Strategy",
                    part.stream().map(this::column).toList());
            for (Arm arm : finding.arms()) {
                if (bounds || !arm.isReference()) {
                    String name = arm.isReference()
                            ? ScenarioTables.BOUND
                            : who.names().strategy(arm.id());
                    grid.row(
                            name,
                            part.stream()
                                    .map(scenario -> entry.of(arm, scenario))
                                    .toList());
                }
            }
            grid.note(
                    bounds
                            ? "(best): significantly more than with each other strategy. No protection: as drawn without any time-out,"
                                    + " retry, breaker, limit or fallback."
                            : "Kept: the mean share of good answers is not below the promised one. How sure that is, is not in it.");
            tables.add(grid.block());
        }
        return tables;
    }

    private Standings standings(@Nullable String scenario) {
        Standings standings = scenario == null ? null : told.outages().get(scenario);
        return standings == null ? told.calm() : standings;
    }

    /** An arm's run, a bound's too; null where nothing of it was done. */
    private @Nullable RunResult run(Arm arm, @Nullable String scenario) {
        for (ArmResult result : finding.study().arms()) {
            if (result.id().equals(arm.id())) {
                return scenario == null ? result.twin() : result.outage(scenario);
            }
        }
        return null;
    }

    private String column(@Nullable String scenario) {
        return scenario == null ? "No faults" : Phrases.sentence(who.scenario(scenario));
    }

    private Cell goodput(Arm arm, @Nullable String scenario) {
        RunResult run = run(arm, scenario);
        if (run == null) {
            return Cell.of(NOT_RUN);
        }
        String share = Numbers.share(run.totals().goodput());
        return standings(scenario).isBest(arm.id(), Metric.GOODPUT) ? Grid.best(share) : Cell.of(share);
    }

    private Cell kept(Arm arm, @Nullable String scenario) {
        RunResult run = run(arm, scenario);
        if (run == null) {
            return Cell.of(NOT_RUN);
        }
        List<Objective> objectives = Objective.of(arm.twin().pipeline(), run);
        if (!objectives.isEmpty() && objectives.stream().noneMatch(Objective::isMeasured)) {
            return Cell.of("not shown");
        }
        long kept = objectives.stream().filter(Objective::isMet).count();
        String text = objectives.isEmpty() ? "none made" : kept + " of " + objectives.size();
        return kept < objectives.size() ? Grid.bad(text) : Cell.of(text);
    }

    private Section scenario(@Nullable String scenario, Standings standings, String id) {
        String name = scenario == null ? "no faults" : who.scenario(scenario);
        String title = scenario == null
                ? "Without faults"
                : (told.outages().size() > 1 ? Phrases.sentence(name) + ": " : "")
                        + who.names().scenario(scenario);
        List<Block> blocks = new ArrayList<>();
        Comparison goodput = standings.comparison(Metric.GOODPUT);
        blocks.add(
                Block.paragraph(goodput == null ? alone(standings) : "By good answers (goodput): " + found(goodput)));
        Cautions.of(standings.strategies(), who).stream()
                .filter(caution -> !caution.startsWith("One replication"))
                .forEach(caution -> blocks.add(Block.notice(caution)));
        ScenarioTables tables = new ScenarioTables(standings, name, finding.baseline(), who);
        blocks.addAll(tables.values());
        String bound =
                scenario == null ? "" : ScenarioTables.bound(finding.study().clairvoyant(scenario));
        if (!bound.isEmpty()) {
            blocks.add(Block.paragraph(bound));
        }
        blocks.addAll(tables.differences());
        List<Words> findings = findings(standings);
        if (!findings.isEmpty()) {
            blocks.add(new Block.Items(false, findings));
        }
        blocks.addAll(pictures(scenario, standings));
        return new Section(id, title, blocks);
    }

    private String alone(Standings standings) {
        RunResult run = standings.strategies().get(0);
        return Phrases.sentence(who.with(run.strategy())) + ", "
                + Numbers.share(run.totals().goodput()) + " of the requests got a good answer.";
    }

    /** What is and is not established by the other metrics. */
    private List<Words> findings(Standings standings) {
        List<Words> findings = new ArrayList<>();
        for (Metric metric : TOLD) {
            Comparison comparison = standings.comparison(metric);
            if (comparison != null && !comparison.finding().isBlank() && isTold(metric, standings)) {
                findings.add(
                        Words.ofStrong(ScenarioTables.heading(metric) + ". ").plain(found(comparison)));
            }
        }
        return findings;
    }

    /** A finding with names in the report's quotation marks. */
    private String found(Comparison comparison) {
        String text = comparison.finding();
        for (Arm arm : finding.arms()) {
            String title = who.names().strategy(arm.id());
            text = text.replace('"' + title + '"', Phrases.quoted(title));
        }
        return text;
    }

    /** Whether there is something to tell by a metric: a time to recover only where there was a fault, money where there was any. */
    private static boolean isTold(Metric metric, Standings standings) {
        return switch (metric) {
            case TIME_TO_RECOVER -> standings.runs().stream().anyMatch(run -> run.blastRadius() != null);
            case COST -> standings.runs().stream().anyMatch(Price::isBilled);
            default -> true;
        };
    }

    private List<Block> pictures(@Nullable String scenario, Standings standings) {
        List<Block> pictures = new ArrayList<>();
        List<RunResult> shown = shown(standings);
        List<StrategyCharts.Entry> entries = shown.stream().map(this::entry).toList();
        if (entries.isEmpty()) {
            return pictures;
        }
        int more = standings.strategies().size() - shown.size();
        String left = more == 0
                ? ""
                : " The " + shown.size() + " strategies with the most good answers and the baseline; "
                        + Numbers.counted(more, "other") + " left out of the picture.";
        if (scenario != null
                && shown.stream().noneMatch(run -> run.series().flows().isEmpty())) {
            RunResult twin = told.calm().run(finding.baseline());
            pictures.add(Pictures.of(
                    StrategyCharts.goodput(entries, twin, finding.study().noProtection(scenario), null),
                    "Good answers a second in the course of the run; the time of the faults is shaded." + left));
        }
        if (standings.strategies().stream().anyMatch(Price::isBilled) && entries.size() > 1) {
            pictures.add(Pictures.of(
                    Pareto.of(entries, references(scenario)),
                    "Good answers against what a thousand requests cost: further up is better, further left is cheaper."
                            + left));
        }
        return pictures;
    }

    /** The baseline and those with the most goodput, in the study's order. */
    private List<RunResult> shown(Standings standings) {
        List<String> most = Leader.ranking(standings).stream()
                .sorted(Comparator.comparing(run -> !run.strategy().equals(finding.baseline())))
                .limit(MOST_CURVES)
                .map(RunResult::strategy)
                .toList();
        return standings.strategies().stream()
                .filter(run -> most.contains(run.strategy()))
                .toList();
    }

    private StrategyCharts.Entry entry(RunResult run) {
        List<String> known = new ArrayList<>(List.of(Strategy.AS_DRAWN));
        known.addAll(finding.origin().model().pipeline().strategiesOrNone().keySet());
        return new StrategyCharts.Entry(
                who.names().strategy(run.strategy()), StrategyInks.of(known.indexOf(run.strategy())), run);
    }

    private List<StrategyCharts.Reference> references(@Nullable String scenario) {
        List<StrategyCharts.Reference> references = new ArrayList<>();
        for (ArmResult arm : finding.study().arms()) {
            RunResult run = !arm.isReference() ? null : scenario == null ? arm.twin() : arm.outage(scenario);
            if (run != null) {
                references.add(new StrategyCharts.Reference(
                        "No protection",
                        run.cost().perThousandRequests(),
                        run.totals().goodput()));
            }
        }
        Interval bound = scenario == null ? Interval.NONE : finding.study().clairvoyant(scenario);
        if (Double.isFinite(bound.mean())) {
            references.add(new StrategyCharts.Reference("Most that any policy could reach", Interval.NONE, bound));
        }
        return references;
    }
}
