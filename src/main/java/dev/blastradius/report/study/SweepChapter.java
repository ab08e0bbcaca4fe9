package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.SweepChart;
import dev.blastradius.chart.SweepChart.Parameter;
import dev.blastradius.chart.SweepMeasure;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.search.Axis;
import dev.blastradius.experiment.search.Region;
import dev.blastradius.experiment.search.SweepPoint;
import dev.blastradius.experiment.search.SweepResult;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Cell;
import dev.blastradius.report.finding.Finding.OfSweep;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One or two numbers of the model over a range: a line and a table, or maps. */
public final class SweepChapter {

    private static final int MOST_ROWS = 40;
    private static final int MOST_COLUMNS = 10;

    private final SweepResult sweep;
    private final List<Parameter> parameters;

    private SweepChapter(OfSweep finding) {
        sweep = finding.sweep();
        parameters = finding.runs().dials().stream().map(Varying::parameter).toList();
    }

    /** The chapter {@code sweep}. */
    public static Section of(OfSweep finding) {
        SweepChapter chapter = new SweepChapter(finding);
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(SweepSummary.opening(finding)));
        if (!chapter.sweep.points().isEmpty()) {
            chapter.add(blocks);
        }
        return new Section("sweep", "Over a range", blocks);
    }

    private boolean isJudged() {
        return sweep.points().stream().anyMatch(point -> point.recovered() != null);
    }

    private boolean isBroken() {
        return sweep.points().stream()
                .anyMatch(point -> Double.isFinite(point.affected().mean()));
    }

    private boolean isPaid() {
        return sweep.points().stream()
                .anyMatch(point -> point.costPerThousandRequests().mean() > 0);
    }

    private void add(List<Block> blocks) {
        if (parameters.size() == 1) {
            picture(blocks, SweepMeasure.GOODPUT, "Good answers over the range, with their intervals.");
            if (isJudged()) {
                picture(blocks, SweepMeasure.RECOVERED, "The share of replications that recovered, with its interval.");
            }
            blocks.add(table());
            return;
        }
        picture(blocks, SweepMeasure.GOODPUT, "Good answers over both ranges.");
        blocks.add(map("Good answers, share of requests", SweepChapter::goodput));
        if (isJudged()) {
            picture(blocks, SweepMeasure.RECOVERED, "The share of replications that recovered.");
            blocks.add(map("Replications that recovered", SweepChapter::recovered));
        }
    }

    private void picture(List<Block> blocks, SweepMeasure measure, String caption) {
        blocks.add(
                parameters.size() == 1
                        ? Pictures.of(SweepChart.plot(sweep, parameters.get(0), measure), caption)
                        : Pictures.of(SweepChart.map(sweep, parameters.get(0), parameters.get(1), measure), caption));
    }

    private Block table() {
        List<String> headings = new ArrayList<>(List.of("Good answers"));
        if (isBroken()) {
            headings.add("Without faults");
        }
        headings.add(isBroken() ? "Affected" : "Failed or given up");
        if (isJudged()) {
            headings.addAll(List.of("Recovered", "So it", "Time to recover"));
        }
        if (isPaid()) {
            headings.add("Cost of 1,000");
        }
        Grid grid = new Grid("Every value of " + parameters.get(0).title(), "Value", headings);
        sweep.points().stream()
                .limit(MOST_ROWS)
                .forEach(point -> grid.row(parameters.get(0).show(point.values().get(0)), cells(point)));
        if (sweep.points().size() > MOST_ROWS) {
            grid.note(Numbers.counted(sweep.points().size() - MOST_ROWS, "more point")
                    + " left out; they are in the picture.");
        }
        if (isJudged()) {
            grid.note("It recovers where at least " + Figures.share(Region.NEARLY_ALL)
                    + " of the replications did; it does not where at most " + Figures.share(1 - Region.NEARLY_ALL)
                    + " did; between, chance decides.");
        }
        return grid.block();
    }

    private List<Cell> cells(SweepPoint point) {
        List<Cell> cells = new ArrayList<>(List.of(goodput(point)));
        if (isBroken()) {
            cells.add(Cell.of(Numbers.share(point.withoutFaults())));
        }
        cells.add(Cell.of(Numbers.share(isBroken() ? point.affected() : point.failed())));
        if (isJudged()) {
            cells.add(recovered(point));
            cells.add(verdict(point.region()));
            cells.add(Cell.of(Numbers.time(point.timeToRecover())));
        }
        if (isPaid()) {
            cells.add(Cell.of(Numbers.money(point.costPerThousandRequests())));
        }
        return cells;
    }

    private static Cell verdict(@Nullable Region region) {
        if (region == null) {
            return Cell.of("is not judged");
        }
        return switch (region) {
            case STABLE -> Cell.of("recovers");
            case VULNERABLE -> Cell.of("recovers by chance");
            case COLLAPSED -> Grid.bad("does not recover");
        };
    }

    private static Cell goodput(SweepPoint point) {
        return Cell.of(Numbers.share(point.goodput()));
    }

    private static Cell recovered(SweepPoint point) {
        Proportion share = point.recovered();
        return Cell.of(share == null ? Figures.NONE : share.successes() + " of " + share.of());
    }

    /** What stands in a map's cell. */
    private interface Entry {
        Cell of(SweepPoint point);
    }

    /** Rows are the first parameter's values, columns the second's. */
    private Block map(String name, Entry entry) {
        Axis down = sweep.axes().get(0);
        Axis across = sweep.axes().get(1);
        Map<List<Double>, SweepPoint> points = new LinkedHashMap<>();
        sweep.points().forEach(point -> points.put(point.values(), point));
        List<Double> columns = across.values()
                .subList(0, Math.min(MOST_COLUMNS, across.values().size()));
        Grid grid = new Grid(
                name + "; down: " + parameters.get(0).title() + ", across: "
                        + parameters.get(1).title(),
                parameters.get(0).title(),
                columns.stream().map(parameters.get(1)::show).toList());
        down.values().stream()
                .limit(MOST_ROWS)
                .forEach(row -> grid.row(
                        parameters.get(0).show(row),
                        columns.stream()
                                .map(column -> points.get(List.of(row, column)))
                                .map(point -> point == null ? Cell.of("not run") : entry.of(point))
                                .toList()));
        int more = across.values().size() - columns.size();
        if (more > 0) {
            grid.note(Numbers.counted(more, "more column") + " left out; the picture has them.");
        }
        int rows = down.values().size() - MOST_ROWS;
        if (rows > 0) {
            grid.note(Numbers.counted(rows, "more row") + " left out; the picture has them.");
        }
        return grid.block();
    }
}
