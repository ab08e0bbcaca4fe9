package dev.blastradius.report.study;

import dev.blastradius.chart.ChartKind;
import dev.blastradius.chart.Charts;
import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.Objective;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Breaker;
import dev.blastradius.experiment.RunResult.ComponentResult;
import dev.blastradius.experiment.RunResult.DependencyResult;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.finding.Finding.OfRun;
import dev.blastradius.report.finding.Looked;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** What a run gave, over all its replications: what became of the requests and why, and what the parts did. */
public final class OutcomeChapter {

    private static final int MOST_CAUSES = 8;
    private static final int MOST_PARTS = 15;

    private final RunResult run;
    private final OfRun finding;
    private final Who who;

    private OutcomeChapter(OfRun finding) {
        this.finding = finding;
        run = finding.result();
        who = Who.of(finding.spec().pipeline(), Looked.scenarios(finding));
    }

    /** The chapter {@code outcome}. */
    public static Section of(OfRun finding) {
        OutcomeChapter chapter = new OutcomeChapter(finding);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(chapter.opening()));
        Cautions.of(List.of(chapter.run), chapter.who).forEach(caution -> blocks.add(Block.notice(caution)));
        blocks.add(chapter.outcomes());
        blocks.add(chapter.latencies());
        blocks.addAll(chapter.charts());
        List<Section> parts = new ArrayList<>();
        parts.add(new Section("outcome-causes", "Why requests failed", chapter.causes()));
        parts.add(new Section("outcome-parts", "What the parts did", chapter.parts()));
        return new Section("outcome", "What became of the requests", blocks).with(parts);
    }

    private String opening() {
        return "Of all requests, " + Numbers.share(run.totals().goodput()) + " got a good answer and "
                + Numbers.share(run.totals().failed()) + " failed or were given up on"
                + Harm.groups(run) + ". "
                + Legend.uncertainty(
                        run.evidence().replications(), run.settings().confidence());
    }

    private Block outcomes() {
        List<String> headings = new ArrayList<>(List.of("Requests", "Good answers"));
        for (RequestOutcome outcome : RequestOutcome.values()) {
            headings.add(Phrases.sentence(outcome.key()));
        }
        headings.addAll(List.of("Late", "Wrong"));
        Grid grid = new Grid("What became of the requests: shares of each client's", "Client", headings);
        run.flows().entrySet().stream().limit(MOST_PARTS).forEach(client -> {
            Flow flow = client.getValue();
            List<String> cells =
                    new ArrayList<>(List.of(Figures.count(flow.requests()), Numbers.share(flow.goodput())));
            for (RequestOutcome outcome : RequestOutcome.values()) {
                cells.add(Numbers.share(flow.share().getOrDefault(outcome, Interval.NONE)));
            }
            cells.add(Numbers.share(flow.late()));
            cells.add(Numbers.share(flow.wrong()));
            grid.texts(who.client(client.getKey()), cells);
        });
        grid.note(
                "Requests are those of all replications together. Degraded: a lesser answer, such as a fallback's; deferred: accepted"
                        + " to be done later; abandoned: the user gave up first. Late and wrong answers are among those that were answered.");
        leftOut(grid, run.flows().size(), "client");
        return grid.block();
    }

    private Block latencies() {
        Grid grid = new Grid(
                "How long answered requests took, and what was promised",
                "Client",
                List.of("Mean", "Median", "95th percentile", "99th percentile", "Promised good answers"));
        List<Objective> objectives = Objective.of(finding.spec().pipeline(), run);
        run.flows().entrySet().stream().limit(MOST_PARTS).forEach(client -> {
            RunResult.Latency latency = client.getValue().latency();
            String promised = objectives.stream()
                    .filter(each -> each.client().equals(client.getKey()))
                    .map(each -> Figures.share(each.promised()) + kept(each))
                    .findFirst()
                    .orElse("nothing");
            grid.texts(
                    who.client(client.getKey()),
                    List.of(
                            Numbers.time(latency.mean()),
                            Numbers.time(latency.p50()),
                            Numbers.time(latency.p95()),
                            Numbers.time(latency.p99()),
                            promised));
        });
        leftOut(grid, run.flows().size(), "client");
        return grid.block();
    }

    /** Of a client without any request that was measured neither can be said. */
    private static String kept(Objective objective) {
        if (!objective.isMeasured()) {
            return ", not shown";
        }
        return objective.isMet() ? ", kept" : ", missed";
    }

    private static void leftOut(Grid grid, int all, String noun) {
        if (all > MOST_PARTS) {
            grid.note(Numbers.counted(all - MOST_PARTS, "more " + noun) + " left out.");
        }
    }

    /** The charts of what shows most, over all replications. */
    private List<Block> charts() {
        List<Block> blocks = new ArrayList<>();
        if (run.series().flows().isEmpty()) {
            return blocks;
        }
        for (ChartKind kind : Charts.ALL) {
            String subject = kind.mostTelling(run);
            if (subject != null) {
                String name = kind.subjects(run, who.names()).stream()
                        .filter(each -> each.id().equals(subject))
                        .map(ChartKind.Subject::name)
                        .findFirst()
                        .orElse(subject);
                blocks.add(Pictures.of(
                        kind.chart(run, who.names(), subject),
                        kind.heading() + " " + name + ", " + Charts.note(run) + "."));
            }
        }
        return blocks;
    }

    private List<Block> causes() {
        List<Block> blocks = new ArrayList<>();
        run.flows().entrySet().stream().limit(MOST_PARTS).forEach(client -> {
            Map<String, Long> causes = client.getValue().failuresByCause();
            long requests = client.getValue().requests();
            if (!causes.isEmpty()) {
                Grid grid = new Grid(
                        "Why requests of " + who.client(client.getKey()) + " failed, in all replications",
                        "Cause",
                        List.of("Requests", "Share"));
                causes.entrySet().stream()
                        .limit(MOST_CAUSES)
                        .forEach(cause -> grid.texts(
                                cause(cause.getKey()),
                                List.of(
                                        Figures.count(cause.getValue()),
                                        Figures.share((double) cause.getValue() / requests))));
                long others = causes.values().stream()
                        .skip(MOST_CAUSES)
                        .mapToLong(each -> each)
                        .sum();
                if (others > 0) {
                    grid.texts(
                            Numbers.counted(causes.size() - MOST_CAUSES, "other cause"),
                            List.of(Figures.count(others), Figures.share((double) others / requests)));
                }
                blocks.add(grid.block());
            }
        });
        if (blocks.isEmpty()) {
            blocks.add(Block.paragraph("No request failed."));
        }
        return blocks;
    }

    /** A cause in words: {@code "Opus: error"}. */
    private String cause(String cause) {
        int split = cause.lastIndexOf('/');
        String failure = cause.substring(split + 1);
        String meaning = switch (failure) {
            case "degraded" -> " (a lesser answer, not accepted)";
            case "unanswered" -> " (still waiting when the run ended)";
            default -> "";
        };
        return (split < 0 ? "" : who.client(cause.substring(0, split)) + ": ") + failure + meaning;
    }

    private List<Block> parts() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(components());
        if (!run.dependencies().isEmpty()) {
            blocks.add(dependencies());
        }
        return blocks;
    }

    private Block components() {
        Grid grid = new Grid(
                "The parts that failed to answer most often, in all replications",
                "Part",
                List.of("Calls that reached it", "Answered ok", "Busy", "Mean queue", "Response, p99"));
        run.components().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, ComponentResult> part) ->
                        -(part.getValue().arrivals() - ok(part.getValue()))))
                .limit(MOST_PARTS)
                .forEach(part -> {
                    ComponentResult result = part.getValue();
                    Interval busy = result.utilisation();
                    grid.texts(
                            who.client(part.getKey()),
                            List.of(
                                    Figures.count(result.arrivals()),
                                    result.arrivals() == 0
                                            ? Figures.NONE
                                            : Figures.share((double) ok(result) / result.arrivals()),
                                    busy == null ? "unlimited" : Numbers.share(busy),
                                    Numbers.number(result.queueLength()),
                                    Numbers.time(result.response().p99())));
                });
        leftOut(grid, run.components().size(), "part");
        return grid.note(
                        "Busy: the share of its workers that were, on average. Response: from arrival to answer, of those that were served.")
                .block();
    }

    private static long ok(ComponentResult result) {
        return result.outcomes().getOrDefault(CallOutcome.OK, 0L);
    }

    private Block dependencies() {
        Grid grid = new Grid(
                "The calls with the most attempts beyond the first, in all replications",
                "Call",
                List.of("Calls", "Attempts a call", "Retries", "Timed out", "As a fallback", "Breaker open"));
        run.dependencies().entrySet().stream()
                .sorted(Comparator.comparingLong((Map.Entry<String, DependencyResult> each) ->
                        -(each.getValue().retries() + each.getValue().hedges())))
                .limit(MOST_PARTS)
                .forEach(each -> {
                    DependencyResult result = each.getValue();
                    Breaker breaker = result.breaker();
                    grid.texts(
                            who.names().dependency(each.getKey()),
                            List.of(
                                    Figures.count(result.calls()),
                                    Numbers.times(result.amplification()),
                                    Figures.count(result.retries()),
                                    Figures.count(result.timeouts()),
                                    Figures.count(result.fallbacks()),
                                    breaker == null ? "none" : Numbers.share(breaker.openShare())));
                });
        leftOut(grid, run.dependencies().size(), "call");
        return grid.note(
                        "Breaker open: for what share of the time its circuit breaker refused calls; none: it has no breaker.")
                .block();
    }
}
