package dev.blastradius.cli;

import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.Objective;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Standings;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Strategies side by side as a page of text, at most {@value TextTable#WIDTH} characters wide. */
final class ComparisonReport {

    private static final List<Metric> TOLD =
            List.of(Metric.GOODPUT, Metric.TIME_TO_RECOVER, Metric.LATENCY_P99, Metric.COST);

    private final Pipeline pipeline;
    private final List<Arm> arms;
    private final StudyResult study;
    private final String baseline;
    private final Style style;
    private final StringBuilder text = new StringBuilder();

    private ComparisonReport(Pipeline pipeline, List<Arm> arms, StudyResult study, String baseline, Style style) {
        this.pipeline = pipeline;
        this.arms = arms.stream().filter(arm -> !arm.isReference()).toList();
        this.study = study;
        this.baseline = baseline;
        this.style = style;
    }

    /**
     * The page.
     *
     * @param pipeline the model's, without a strategy's patch
     * @param arms what was studied
     * @param study what it gave
     * @param baseline the strategy that the others are set against
     */
    static String of(Pipeline pipeline, List<Arm> arms, StudyResult study, String baseline, Style style) {
        ComparisonReport report = new ComparisonReport(pipeline, arms, study, baseline, style);
        report.header();
        for (String scenario : report.scenarios()) {
            report.scenario(scenario);
        }
        report.scenario(null);
        report.objectives();
        report.summary();
        report.legend();
        return report.text.toString();
    }

    /** The strategies' runs in the order of the page: scenario by scenario, then those without faults. */
    static List<RunResult> runs(StudyResult study, List<String> scenarios) {
        List<RunResult> runs = new ArrayList<>();
        for (String scenario : scenarios) {
            runs.addAll(Standings.of(study, scenario).runs());
        }
        runs.addAll(Standings.of(study, null).runs());
        return runs.stream().filter(run -> !Standings.isBound(run)).toList();
    }

    /** The comparisons in the same order. */
    static List<Comparison> comparisons(StudyResult study) {
        List<Comparison> comparisons = new ArrayList<>();
        study.comparisons().stream().filter(each -> each.scenario() != null).forEach(comparisons::add);
        study.comparisons().stream().filter(each -> each.scenario() == null).forEach(comparisons::add);
        return List.copyOf(comparisons);
    }

    /** The scenarios under which arms are studied. */
    static List<String> scenarios(List<Arm> arms) {
        return arms.get(0).outages().stream()
                .map(spec -> Objects.requireNonNull(spec.scenarioId()))
                .toList();
    }

    private List<String> scenarios() {
        return scenarios(arms);
    }

    private void header() {
        RunSettings settings = study.settings();
        List<RunResult> runs = runs(study, scenarios());
        EvidenceText evidence = new EvidenceText(style);
        line(style.heading(style.shortened(Style.clean(pipeline.title()), TextTable.WIDTH)));
        String outages = scenarios().isEmpty()
                ? "without faults"
                : "under " + RunReport.plural(scenarios().size(), "scenario") + " and without faults";
        field(
                "compared",
                (arms.size() == 1 ? "1 strategy" : arms.size() + " strategies") + " " + outages
                        + ", all on the same random numbers");
        field(
                "run",
                EvidenceText.replications(runs) + " of " + settings.duration()
                        + (settings.warmup().nanos() == 0 ? "" : ", measured after " + settings.warmup()) + ", seed "
                        + settings.seed());
        field("evidence", evidence.requests(runs));
        String precision = evidence.precision(runs);
        if (!precision.isEmpty()) {
            field("precision", precision);
        }
        if (!study.isComplete()) {
            field("interrupted", "before all was done that was asked for; this is what was done");
        }
        for (Arm arm : arms) {
            Strategy strategy = pipeline.strategiesOrNone().get(arm.id());
            String title = strategy == null ? arm.id() : strategy.title(arm.id());
            field("strategy", title.equals(arm.id()) ? title : arm.id() + ": " + Style.clean(title));
        }
        if (study.arms().stream().anyMatch(ArmResult::isReference)
                && !scenarios().isEmpty()) {
            field("bound", "(no-protection): as drawn without any policy, time-out, fallback or fail-over");
        }
    }

    /** A scenario's tables and findings; null: without faults. */
    private void scenario(@Nullable String id) {
        List<RunResult> runs = Standings.of(study, id).runs();
        if (runs.isEmpty()) {
            return;
        }
        ComparisonTable table = table(id);
        line("");
        line(style.heading(style.shortened(title(id), TextTable.WIDTH)));
        text.append(table.values());
        warnings(runs);
        if (arms.size() < 2 || study.comparisons().isEmpty()) {
            return;
        }
        String differences = table.differences(baseline);
        if (!differences.isEmpty()) {
            line("");
            text.append(differences);
        }
        line("");
        for (Metric metric : TOLD) {
            Comparison comparison = table.comparison(metric);
            if (comparison != null && !comparison.finding().isBlank() && isTold(metric, runs)) {
                text.append(Wrapped.of(Style.clean(comparison.finding()), "  " + name(metric), " ".repeat(12)));
            }
        }
        String pairing = table.pairing(baseline);
        if (!pairing.isEmpty()) {
            text.append(Wrapped.of(pairing, "  Pairing   ", " ".repeat(12)));
        }
    }

    /** What speaks against a mean, by strategy; what is so of all of them once. */
    private void warnings(List<RunResult> runs) {
        Map<String, List<String>> strategies = new LinkedHashMap<>();
        EvidenceText evidence = new EvidenceText(style);
        for (RunResult run : runs) {
            List<String> collapse = run.evidence().collapse() == null
                    ? List.of()
                    : List.of(run.evidence().collapse().sentence());
            // The warm-up is the same in all scenarios: it is told of once, where nothing fails.
            List<String> warnings = run.scenario() == null ? evidence.warnings(run) : collapse;
            warnings.forEach(warning -> strategies
                    .computeIfAbsent(warning, each -> new ArrayList<>())
                    .add(run.strategy()));
        }
        if (!strategies.isEmpty()) {
            line("");
        }
        strategies.forEach((warning, of) -> {
            String who = of.size() == runs.size() && of.size() > 1 ? "All strategies" : String.join(", ", of);
            text.append(Wrapped.of(who + ": " + warning, "  ", "  "));
        });
    }

    /** Whether there is something to tell by a metric: a time to recover only where there was a fault, money where there was any. */
    private static boolean isTold(Metric metric, List<RunResult> runs) {
        return switch (metric) {
            case TIME_TO_RECOVER -> runs.stream().anyMatch(run -> run.blastRadius() != null);
            case COST -> runs.stream().anyMatch(run -> run.cost().total().mean() > 0);
            default -> true;
        };
    }

    private static String name(Metric metric) {
        return switch (metric) {
            case GOODPUT -> "Goodput   ";
            case TIME_TO_RECOVER -> "Recovery  ";
            case LATENCY_P99 -> "Latency   ";
            case COST -> "Cost      ";
            default -> "          ";
        };
    }

    private ComparisonTable table(@Nullable String id) {
        return ComparisonTable.of(study, id, style);
    }

    private String title(@Nullable String id) {
        if (id == null) {
            return "Without faults";
        }
        Scenario scenario = pipeline.scenariosOrNone().get(id);
        String title = scenario == null ? id : scenario.title(id);
        return title.equals(id) ? id : id + ": " + Style.clean(title);
    }

    /** Which objectives each strategy kept. */
    private void objectives() {
        TextTable table = summaryTable("Objectives kept");
        boolean any = false;
        for (String id : rows()) {
            List<String> cells = new ArrayList<>(List.of(Objects.requireNonNullElse(id, "without faults")));
            for (Arm arm : arms) {
                RunResult run = run(id, arm.id());
                List<Objective> objectives =
                        run == null ? List.of() : Objective.of(arm.twin().pipeline(), run);
                any |= !objectives.isEmpty();
                cells.add(kept(objectives));
            }
            table.row(cells);
        }
        if (any) {
            line("");
            text.append(table.text());
        }
    }

    private String kept(List<Objective> objectives) {
        long kept = objectives.stream().filter(Objective::isMet).count();
        return objectives.isEmpty() ? style.none() : kept + " of " + objectives.size();
    }

    /** Scenarios as rows, so that a strategy that wins one outage and loses another is seen. */
    private void summary() {
        if (arms.size() < 2 || scenarios().isEmpty()) {
            return;
        }
        Figures figures = new Figures(style);
        TextTable table = summaryTable("Goodput");
        for (String id : rows()) {
            ComparisonTable scenario = Standings.of(study, id).runs().isEmpty() ? null : table(id);
            List<String> cells = new ArrayList<>(List.of(Objects.requireNonNullElse(id, "without faults")));
            for (Arm arm : arms) {
                RunResult run = run(id, arm.id());
                boolean best = scenario != null && scenario.isBest(arm.id(), Metric.GOODPUT);
                cells.add(
                        run == null
                                ? style.none() + " "
                                : figures.share(run.totals().goodput()) + (best ? ComparisonTable.BEST : " "));
            }
            table.row(cells);
        }
        line("");
        text.append(table.text());
    }

    /** The scenarios in order, then null for none. */
    private List<@Nullable String> rows() {
        List<@Nullable String> rows = new ArrayList<>(scenarios());
        rows.add(null);
        return rows;
    }

    private TextTable summaryTable(String name) {
        List<String> header = new ArrayList<>(List.of(name));
        arms.forEach(arm -> header.add(arm.id() + " "));
        return new TextTable(style, header);
    }

    private @Nullable RunResult run(@Nullable String scenario, String strategy) {
        return Standings.of(study, scenario).runs().stream()
                .filter(run -> run.strategy().equals(strategy))
                .findFirst()
                .orElse(null);
    }

    private void legend() {
        line("");
        if (EvidenceText.most(runs(study, scenarios())) < 2) {
            line("One replication gives no interval and establishes nothing: ask for more with --replications.");
            return;
        }
        String level = Figures.exactPercentage(study.settings().confidence());
        boolean bounded = runs(study, scenarios()).stream()
                .map(RunResult::blastRadius)
                .anyMatch(radius ->
                        radius != null && Double.isFinite(radius.answerable().mean()));
        if (bounded) {
            text.append(Wrapped.of(
                    "\"could be answered\" is the clairvoyant bound: the share of requests that some path of the pipeline could"
                            + " have answered in time, had its policies known which.",
                    "",
                    ""));
        }
        line(style.plusMinus() + " is half the width of the " + level + " confidence interval.");
        List<ComparisonTable> tables = new ArrayList<>();
        for (String id : rows()) {
            if (!Standings.of(study, id).runs().isEmpty()) {
                tables.add(table(id));
            }
        }
        if (tables.stream().anyMatch(ComparisonTable::isMarked)) {
            line(ComparisonTable.BEST + " is the best of its row: significantly better than each other strategy. A"
                    + " latency is marked");
            line("  only where no other strategy has significantly more goodput.");
        }
        if (tables.stream().anyMatch(table -> table.isEstablished(baseline))) {
            line(ComparisonTable.ESTABLISHED + " is significant: by the paired t-test at " + level
                    + ", corrected by Holm for all pairs of its row.");
        }
    }

    private void field(String name, String value) {
        line("  " + String.format("%-13s", name) + style.shortened(value, TextTable.WIDTH - 15));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
