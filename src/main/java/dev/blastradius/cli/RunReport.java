package dev.blastradius.cli;

import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.Objective;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Breaker;
import dev.blastradius.experiment.RunResult.ComponentResult;
import dev.blastradius.experiment.RunResult.Cost;
import dev.blastradius.experiment.RunResult.DependencyResult;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** One run as a page of text, at most {@value TextTable#WIDTH} characters wide. */
final class RunReport {

    private static final int MOST_CAUSES = 8;

    private final Style style;
    private final Figures figures;
    private final StringBuilder text = new StringBuilder();

    private RunReport(Style style) {
        this.style = style;
        this.figures = new Figures(style);
    }

    /**
     * The page.
     *
     * @param pipeline the pipeline that was run, its strategy's patch applied
     */
    static String of(Pipeline pipeline, RunResult run, Style style) {
        RunReport report = new RunReport(style);
        report.header(pipeline, run);
        report.clients(pipeline, run);
        run.flows().forEach(report::causes);
        report.blastRadius(run);
        report.components(run.components());
        report.failures(run.components());
        report.dependencies(run.dependencies());
        report.breakers(run.dependencies());
        report.cost(run.cost());
        report.legend(run);
        return report.text.toString();
    }

    private void header(Pipeline pipeline, RunResult run) {
        RunSettings settings = run.settings();
        line(style.heading(style.shortened(Style.clean(pipeline.title()), TextTable.WIDTH)));
        field("scenario", scenario(pipeline, run.scenario()));
        field("strategy", strategy(pipeline, run.strategy()));
        field(
                "run",
                plural(run.evidence().replications(), "replication") + " of " + settings.duration()
                        + (settings.warmup().nanos() == 0 ? "" : ", measured after " + settings.warmup())
                        + ", seed " + settings.seed());
        List<String> scenarios = new ArrayList<>(pipeline.scenariosOrNone().keySet());
        field("scenarios", scenarios.isEmpty() ? "none in this file" : String.join(", ", scenarios));
        field("strategies", String.join(", ", Strategies.ids(pipeline)));
    }

    private static String scenario(Pipeline pipeline, @Nullable String id) {
        if (id == null) {
            return "none: nothing fails but what the model itself makes fail";
        }
        Scenario scenario = pipeline.scenariosOrNone().get(id);
        return named(id, scenario == null ? id : scenario.title(id));
    }

    private static String strategy(Pipeline pipeline, String id) {
        Strategy strategy = pipeline.strategiesOrNone().get(id);
        return named(id, strategy == null ? id : strategy.title(id));
    }

    private static String named(String id, String title) {
        return title.equals(id) ? id : id + ": " + Style.clean(title);
    }

    private void clients(Pipeline pipeline, RunResult run) {
        List<String> header = new ArrayList<>(List.of("Clients"));
        header.addAll(run.flows().keySet());
        TextTable table = new TextTable(style, header);
        List<Flow> flows = List.copyOf(run.flows().values());
        row(table, "requests, all replications", flows, flow -> Figures.count(flow.requests()));
        row(table, "requests a second", flows, flow -> figures.number(flow.requestsPerSecond()));
        for (RequestOutcome outcome : RequestOutcome.values()) {
            row(table, outcome.key(), flows, flow -> figures.share(flow.share().getOrDefault(outcome, Interval.NONE)));
        }
        row(table, "late", flows, flow -> figures.share(flow.late()));
        row(table, "wrong", flows, flow -> figures.share(flow.wrong()));
        row(table, "goodput", flows, flow -> figures.share(flow.goodput()));
        row(table, "latency, mean", flows, flow -> figures.time(flow.latency().mean()));
        row(table, "latency, p50", flows, flow -> figures.time(flow.latency().p50()));
        row(table, "latency, p95", flows, flow -> figures.time(flow.latency().p95()));
        row(table, "latency, p99", flows, flow -> figures.time(flow.latency().p99()));
        add(table);
        List<Objective> objectives = Objective.of(pipeline, run);
        if (!objectives.isEmpty()) {
            line("");
            line(style.heading("  Objectives"));
        }
        for (Objective objective : objectives) {
            String verdict = objective.isMet() ? style.good("met   ") : style.bad("missed");
            line("  " + verdict + "  " + style.shortened(ObjectiveText.of(objective), TextTable.WIDTH - 10));
        }
    }

    private void causes(String client, Flow flow) {
        if (flow.failuresByCause().isEmpty()) {
            return;
        }
        TextTable table = new TextTable(style, List.of("Why requests of " + client + " failed", "requests", "share"));
        long others = 0;
        int shown = 0;
        for (Map.Entry<String, Long> cause : flow.failuresByCause().entrySet()) {
            shown++;
            if (shown > MOST_CAUSES) {
                others += cause.getValue();
            } else {
                table.row(cause(cause.getKey(), cause.getValue(), flow.requests()));
            }
        }
        if (others > 0) {
            table.row(cause(plural(shown - MOST_CAUSES, "other cause"), others, flow.requests()));
        }
        add(table);
    }

    private static List<String> cause(String name, long count, long requests) {
        return List.of(explained(name), Figures.count(count), Figures.percentage((double) count / requests));
    }

    /** A cause with a few words, where the failure's name alone does not tell. */
    private static String explained(String cause) {
        String failure = cause.substring(cause.lastIndexOf('/') + 1);
        return switch (failure) {
            case "degraded" -> cause + " (a lesser answer, not accepted)";
            case "unanswered" -> cause + " (still waiting when the run ended)";
            default -> cause;
        };
    }

    private void blastRadius(RunResult run) {
        BlastRadius radius = run.blastRadius();
        if (radius != null) {
            line("");
            text.append(new BlastRadiusText(style, run.settings().confidence()).of(radius));
        }
    }

    private void components(Map<String, ComponentResult> components) {
        TextTable table = new TextTable(
                style, List.of("Components", "arrivals", "ok", "utilisation", "queue", "wait", "response p99"));
        components.forEach((id, component) -> {
            Interval utilisation = component.utilisation();
            long ok = component.outcomes().getOrDefault(CallOutcome.OK, 0L);
            table.row(List.of(
                    id,
                    Figures.count(component.arrivals()),
                    component.arrivals() == 0 ? style.none() : Figures.percentage((double) ok / component.arrivals()),
                    utilisation == null ? style.none() : figures.share(utilisation),
                    figures.number(component.queueLength()),
                    figures.meanTime(component.waitMean()),
                    figures.time(component.response().p99())));
        });
        add(table);
    }

    private void failures(Map<String, ComponentResult> components) {
        Map<String, ToLongFunction<ComponentResult>> kinds = new LinkedHashMap<>();
        for (CallOutcome outcome : CallOutcome.values()) {
            if (outcome != CallOutcome.OK) {
                kinds.put(outcome.key(), component -> component.outcomes().getOrDefault(outcome, 0L));
            }
        }
        kinds.put("abandoned", ComponentResult::abandoned);
        kinds.put("unfinished", ComponentResult::unfinished);
        kinds.values().removeIf(kind -> components.values().stream().allMatch(each -> kind.applyAsLong(each) == 0));
        List<String> header = new ArrayList<>(List.of("Not answered with ok"));
        header.addAll(kinds.keySet());
        TextTable table = new TextTable(style, header);
        components.forEach((id, component) -> {
            if (kinds.values().stream().anyMatch(kind -> kind.applyAsLong(component) > 0)) {
                List<String> cells = new ArrayList<>(List.of(id));
                kinds.values().forEach(kind -> cells.add(Figures.count(kind.applyAsLong(component))));
                table.row(cells);
            }
        });
        add(table);
    }

    private void dependencies(Map<String, DependencyResult> dependencies) {
        Map<String, ToLongFunction<DependencyResult>> counts = new LinkedHashMap<>();
        counts.put("hedges", DependencyResult::hedges);
        counts.put("timeouts", DependencyResult::timeouts);
        counts.put("fallbacks", DependencyResult::fallbacks);
        counts.put("no budget", DependencyResult::budgetDenied);
        counts.put("refused", DependencyResult::refused);
        counts.values()
                .removeIf(count -> dependencies.values().stream().allMatch(each -> count.applyAsLong(each) == 0));
        List<String> header = new ArrayList<>(List.of("Dependencies", "calls", "attempts", "retries"));
        header.addAll(counts.keySet());
        header.add("attempts/calls");
        TextTable table = new TextTable(style, header);
        dependencies.forEach((key, dependency) -> {
            List<String> cells = new ArrayList<>(List.of(
                    key,
                    Figures.count(dependency.calls()),
                    Figures.count(dependency.attempts()),
                    Figures.count(dependency.retries())));
            counts.values().forEach(count -> cells.add(Figures.count(count.applyAsLong(dependency))));
            cells.add(figures.number(dependency.amplification()));
            table.row(cells);
        });
        add(table);
    }

    private void breakers(Map<String, DependencyResult> dependencies) {
        TextTable table = new TextTable(style, List.of("Circuit breakers", "opened", "open", "attempts refused"));
        boolean any = false;
        for (Map.Entry<String, DependencyResult> dependency : dependencies.entrySet()) {
            Breaker breaker = dependency.getValue().breaker();
            if (breaker != null) {
                any = true;
                table.row(List.of(
                        dependency.getKey(),
                        figures.number(breaker.opened()),
                        figures.share(breaker.openShare()),
                        Figures.count(dependency.getValue().shortCircuited())));
            }
        }
        if (any) {
            add(table);
        }
    }

    private void cost(Cost cost) {
        if (cost.total().mean() > 0) {
            line("");
            line(style.heading("Cost") + " of the measured requests of a replication");
            field("total", figures.money(cost.total()));
            field("a thousand", figures.money(cost.perThousandRequests()) + " for each thousand requests");
            field("wasted", figures.money(cost.wasted()) + " on answers that nobody used");
        }
    }

    private void legend(RunResult run) {
        int replications = run.evidence().replications();
        line("");
        EvidenceText evidence = new EvidenceText(style);
        text.append(Wrapped.of(evidence.sentence(run.evidence()), "", ""));
        evidence.warnings(run).forEach(warning -> text.append(Wrapped.of(warning, "", "")));
        if (replications == 1) {
            line(
                    "One replication gives no interval: ask for more with --replications to see how sure the numbers are.");
        } else {
            line(style.plusMinus() + " is half the width of the "
                    + Figures.exactPercentage(run.settings().confidence()) + " confidence interval over " + replications
                    + " replications.");
        }
    }

    private static <T> void row(TextTable table, String name, List<T> values, Function<T, String> cell) {
        List<String> cells = new ArrayList<>(List.of(name));
        values.forEach(value -> cells.add(cell.apply(value)));
        table.row(cells);
    }

    private void add(TextTable table) {
        if (!table.isEmpty()) {
            line("");
            text.append(table.text());
        }
    }

    private void field(String name, String value) {
        line("  " + String.format("%-12s", name) + style.shortened(value, TextTable.WIDTH - 14));
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    static String plural(long count, String noun) {
        return Figures.count(count) + " " + noun + (count == 1 ? "" : "s");
    }
}
