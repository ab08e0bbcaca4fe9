package dev.blastradius.report.study;

import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.BlastRadius.Damage;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.Standings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.finding.Finding.OfComparison;
import dev.blastradius.report.finding.Finding.OfRun;
import dev.blastradius.report.finding.Looked;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Who is hit: each client's losses, by scenario and strategy. */
public final class BlastRadiusChapter {

    private static final int MOST_CLIENTS = 6;
    private static final int MOST_COLUMNS = 5;
    private static final int MOST_ROWS = 15;

    private static final String MEANING =
            "Each request is compared with the same request in the run without faults. Affected: it ended"
                    + " otherwise, or late or wrong otherwise. Lost: it would have got a good answer and did not, less those that got one"
                    + " only because of the faults. Wrong: it got a bad answer that nobody noticed.";

    private BlastRadiusChapter() {}

    /** The chapter {@code blast-radius} of a run. */
    public static Section of(OfRun finding) {
        RunResult run = finding.result();
        Who who = Who.of(finding.spec().pipeline(), Looked.scenarios(finding));
        BlastRadius radius = run.blastRadius();
        List<Block> blocks = new ArrayList<>();
        if (radius == null) {
            blocks.add(
                    Block.paragraph(
                            run.scenario() == null
                                    ? "Nothing was broken, so nobody was hit."
                                    : "The run was not compared with one without the faults, so it is not known who was hit by them."));
            return section(blocks, List.of());
        }
        blocks.add(Block.paragraph(Phrases.sentence(Harm.clause(radius, run, who)) + "."));
        blocks.add(Block.paragraph(MEANING));
        blocks.add(details(Map.of("", run), who, "Who was hit and how: shares of a client's requests"));
        blocks.add(Block.paragraph(Phrases.sentence(RunSummary.recovery(finding)) + "."));
        return section(blocks, List.of());
    }

    /** The chapter {@code blast-radius} of a comparison. */
    public static Section of(OfComparison finding) {
        Told told = Told.of(finding);
        List<Block> blocks = new ArrayList<>();
        RunResult worst = told.worst();
        BlastRadius radius = worst == null ? null : worst.blastRadius();
        if (worst == null || radius == null) {
            blocks.add(Block.paragraph("Nothing was broken, so nobody was hit."));
            return section(blocks, List.of());
        }
        Who who = told.who();
        blocks.add(Block.paragraph(ComparisonSummary.hit(finding)));
        blocks.add(Block.paragraph(MEANING));
        blocks.addAll(losses(told));
        List<Section> parts = new ArrayList<>();
        parts.add(detailed(told, told.subject(), "blast-radius-detail-1"));
        if (!told.favourite().equals(told.subject())) {
            parts.add(detailed(told, told.favourite(), "blast-radius-detail-2"));
        }
        long without = told.runs().stream()
                .map(RunResult::blastRadius)
                .filter(Objects::nonNull)
                .mapToLong(each -> each.all().withoutTwin())
                .sum();
        if (without > 0) {
            blocks.add(Block.notice(Numbers.counted(without, "request")
                    + " in all runs together exist only because of the faults, such as those of a surge or of users who tried again;"
                    + " they are compared with a good answer."));
        }
        blocks.add(Block.paragraph("Below are the details " + who.with(told.subject())
                + (told.favourite().equals(told.subject())
                        ? "."
                        : " and " + who.with(told.favourite())
                                + ", the strategy with the most good answers over all scenarios.")));
        return section(blocks, parts);
    }

    private static Section section(List<Block> blocks, List<Section> parts) {
        return new Section("blast-radius", "Who was hit", blocks).with(parts);
    }

    private static Section detailed(Told told, String strategy, String id) {
        Map<String, RunResult> runs = new LinkedHashMap<>();
        told.outages().forEach((scenario, standings) -> {
            RunResult run = standings.run(strategy);
            if (run != null && run.blastRadius() != null) {
                runs.put(
                        told.outages().size() == 1
                                ? ""
                                : Phrases.sentence(told.who().scenario(scenario)),
                        run);
            }
        });
        String how = Phrases.sentence(told.who().with(strategy));
        Block block = runs.isEmpty()
                ? Block.paragraph("Nothing was run of it.")
                : details(runs, told.who(), how + ": who was hit and how, shares of a client's requests");
        return new Section(id, how, List.of(block));
    }

    /** What became of each client's requests; those with the largest losses where there are many. */
    private static Block details(Map<String, RunResult> runs, Who who, String caption) {
        record Line(String name, Damage damage) {}
        List<Line> lines = new ArrayList<>();
        runs.forEach((scenario, run) -> {
            BlastRadius radius = Objects.requireNonNull(run.blastRadius());
            String before = scenario.isEmpty() ? "" : scenario + ": ";
            radius.clients().forEach((client, damage) -> lines.add(new Line(before + who.client(client), damage)));
            if (radius.clients().size() > 1) {
                lines.add(new Line(before + "all clients", radius.all()));
            }
        });
        List<Line> shown = lines;
        if (lines.size() > MOST_ROWS) {
            List<Line> most = lines.stream()
                    .sorted(Comparator.comparingDouble(
                            line -> -orNone(line.damage().lostGoodput().mean())))
                    .limit(MOST_ROWS)
                    .toList();
            shown = lines.stream().filter(most::contains).toList();
        }
        Grid grid = new Grid(
                caption,
                runs.size() > 1 ? "Scenario: client" : "Client",
                List.of(
                        "Affected",
                        "Lost",
                        "Failed more",
                        "Given up more",
                        "Degraded more",
                        "Late more",
                        "Wrong more"));
        for (Line line : shown) {
            Damage damage = line.damage();
            grid.row(
                    line.name(),
                    List.of(
                            share(damage.affected()),
                            heated(damage.lostGoodput()),
                            share(damage.failed()),
                            share(damage.abandoned()),
                            share(damage.degraded()),
                            share(damage.late()),
                            share(damage.wrong())));
        }
        grid.note("“More” is net: those that the faults made so less those that they kept from being so.");
        if (lines.size() > shown.size()) {
            grid.note(Numbers.counted(lines.size() - shown.size(), "more row") + " with smaller losses left out.");
        }
        return grid.block();
    }

    private static double orNone(double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }

    private static Cell share(Interval share) {
        return Cell.of(Numbers.share(share));
    }

    private static Cell heated(Interval lost) {
        return Double.isNaN(lost.mean())
                ? share(lost)
                : Cell.heated(Numbers.share(lost), Math.max(0, Math.min(1, lost.mean())));
    }

    /** Strategies by scenarios, a table for each client. */
    private static List<Block> losses(Told told) {
        List<@Nullable String> clients = clients(told);
        List<Block> blocks = new ArrayList<>();
        List<@Nullable String> shown = clients.subList(0, Math.min(MOST_CLIENTS, clients.size()));
        for (String client : shown) {
            blocks.addAll(losses(told, client));
        }
        int more = clients.size() - shown.size();
        if (more > 0) {
            blocks.add(Block.notice("The " + (shown.size() - 1) + " clients that can lose most have a table each; "
                    + Numbers.counted(more, "more client") + " lost less in every run and have none."));
        }
        return blocks;
    }

    /** The clients, those with the largest loss in any run first; null stands for all of them together, before them where there are several. */
    private static List<@Nullable String> clients(Told told) {
        Map<String, Double> most = new LinkedHashMap<>();
        for (RunResult run : told.runs()) {
            BlastRadius radius = run.blastRadius();
            if (radius != null) {
                radius.clients()
                        .forEach((client, damage) ->
                                most.merge(client, orNone(damage.lostGoodput().mean()), Math::max));
            }
        }
        List<@Nullable String> clients = new ArrayList<>(most.keySet().stream()
                .sorted(Comparator.comparingDouble(client -> -most.getOrDefault(client, 0.0)))
                .toList());
        if (clients.size() > 1) {
            clients.add(0, null);
        }
        return clients;
    }

    private static List<Block> losses(Told told, @Nullable String client) {
        List<String> scenarios = List.copyOf(told.outages().keySet());
        int count = (scenarios.size() + MOST_COLUMNS - 1) / MOST_COLUMNS;
        int each = (scenarios.size() + count - 1) / count;
        List<Block> tables = new ArrayList<>();
        for (int from = 0; from < scenarios.size(); from += each) {
            List<String> part = scenarios.subList(from, Math.min(scenarios.size(), from + each));
            String whose = client == null ? "all clients together" : told.who().client(client);
            Grid grid = new Grid(
                    "Good answers lost, share of the requests of " + whose
                            + (count == 1 ? "" : " (" + (tables.size() + 1) + " of " + count + ")"),
                    "Strategy",
                    part.stream()
                            .map(scenario -> Phrases.sentence(told.who().scenario(scenario)))
                            .toList());
            for (RunResult strategy : told.compared().get(0).strategies()) {
                grid.row(
                        told.who().names().strategy(strategy.strategy()),
                        part.stream()
                                .map(scenario -> lost(told.outages().get(scenario), strategy.strategy(), client))
                                .toList());
            }
            tables.add(grid.note("The stronger a cell's colour, the larger the loss.")
                    .block());
        }
        return tables;
    }

    private static Cell lost(@Nullable Standings standings, String strategy, @Nullable String client) {
        RunResult run = standings == null ? null : standings.run(strategy);
        BlastRadius radius = run == null ? null : run.blastRadius();
        if (radius == null) {
            return Cell.of("not run");
        }
        Damage damage = client == null ? radius.all() : radius.clients().get(client);
        return damage == null ? Cell.of(Words.of("not there")) : heated(damage.lostGoodput());
    }
}
