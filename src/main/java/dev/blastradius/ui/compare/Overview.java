package dev.blastradius.ui.compare;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.ui.compare.Compared.Bound;
import dev.blastradius.ui.compare.Compared.Contender;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Scenarios against strategies in a few numbers each, so that a strategy that wins one outage and loses another is seen. */
record Overview(List<Row> rows) {

    /**
     * A scenario.
     *
     * @param scenario its id; null: no fault
     * @param name what people call it
     * @param cells by strategy, in the order of the comparison
     * @param bounds of what they are held against
     */
    record Row(@Nullable String scenario, String name, List<Cell> cells, List<Cell> bounds) {}

    /**
     * What a strategy gave in a scenario.
     *
     * @param goodput its mean
     * @param spread half of its interval; empty where there is none
     * @param below whether it recovered, and what it cost
     * @param isBest whether its goodput is significantly better than that of every other
     * @param detail the same in a sentence
     */
    record Cell(String goodput, String spread, String below, boolean isBest, String detail) {}

    static Overview of(Compared compared) {
        List<Row> rows = new ArrayList<>();
        rows.add(row(compared, null));
        compared.request().scenarios().forEach(scenario -> rows.add(row(compared, scenario)));
        return new Overview(List.copyOf(rows));
    }

    private static Row row(Compared compared, @Nullable String scenario) {
        Comparison comparison = compared.comparison(scenario, Metric.GOODPUT);
        String name = compared.names().scenario(scenario);
        List<Cell> cells = new ArrayList<>();
        for (Contender each : compared.contenders()) {
            RunResult run = each.run(scenario);
            boolean best = comparison != null && each.id().equals(comparison.best());
            cells.add(
                    run == null
                            ? new Cell(Figures.NONE, "", "", false, "Not run")
                            : cell(name, each.name(), run.totals().goodput(), run, best));
        }
        List<Cell> bounds = new ArrayList<>();
        for (Bound each : compared.bounds(scenario)) {
            bounds.add(cell(name, each.name(), each.goodput(), each.run(), false));
        }
        return new Row(scenario, name, List.copyOf(cells), bounds);
    }

    private static Cell cell(String scenario, String who, Interval share, @Nullable RunResult run, boolean best) {
        String goodput = Figures.shareOf(share);
        String spread = Figures.spreadOf(share);
        List<String> below = new ArrayList<>();
        String recovered = run == null ? "" : recovered(run);
        if (!recovered.isEmpty()) {
            below.add("recovered " + recovered);
        }
        double cost = run == null ? 0 : run.cost().perThousandRequests().mean();
        if (cost > 0) {
            below.add(Figures.money(cost) + " / 1,000");
        }
        String detail = who + ", " + scenario + ": " + goodput + " " + spread + " goodput"
                + below.stream().map(each -> ", " + each).reduce("", String::concat)
                + (best ? ". Significantly better than every other strategy" : "");
        return new Cell(goodput, spread, String.join("\n", below), best, detail);
    }

    /** In how many replications it recovered, {@code "7 of 10"}; empty where that is no question. */
    static String recovered(RunResult run) {
        BlastRadius radius = run.blastRadius();
        Proportion recovered = radius == null ? null : radius.recovered();
        return recovered == null ? "" : recovered.successes() + " of " + recovered.of();
    }
}
