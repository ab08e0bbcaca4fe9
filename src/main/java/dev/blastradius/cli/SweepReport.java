package dev.blastradius.cli;

import dev.blastradius.experiment.search.Axis;
import dev.blastradius.experiment.search.Region;
import dev.blastradius.experiment.search.SweepPoint;
import dev.blastradius.experiment.search.SweepResult;
import dev.blastradius.io.LimitsWriter.Head;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.io.vary.VariedRuns;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A sweep as a page of text: a table of one parameter's values, or maps of two. */
final class SweepReport {

    private static final String VULNERABLE = "~";
    private static final String COLLAPSED = "!";

    private final Style style;
    private final Figures figures;
    private final LimitsText text;
    private final List<Dial> dials;
    private final SweepResult sweep;

    private SweepReport(List<Dial> dials, SweepResult sweep, Style style) {
        this.style = style;
        this.figures = new Figures(style);
        this.text = new LimitsText(style);
        this.dials = dials;
        this.sweep = sweep;
    }

    /** The page. */
    static String of(VariedRuns runs, Head head, SweepResult sweep, Style style) {
        SweepReport report = new SweepReport(runs.dials(), sweep, style);
        report.text.header(runs, head, "at each point");
        if (sweep.axes().size() == 1) {
            report.table();
        } else {
            report.map(
                    "Goodput in %",
                    point -> report.figures.percentagePoints(point.goodput().mean()));
            if (report.isJudged()) {
                report.map("Recovered", point -> report.text.of(point.recovered()));
            }
        }
        report.legend(head);
        return report.text.toString();
    }

    private boolean isJudged() {
        return sweep.points().stream().anyMatch(point -> point.recovered() != null);
    }

    private boolean isOutage() {
        return sweep.points().stream()
                .anyMatch(point -> Double.isFinite(point.affected().mean()));
    }

    private void table() {
        boolean judged = isJudged();
        List<String> header =
                new ArrayList<>(List.of(text.shortTitle(dials.get(0)), "goodput", isOutage() ? "affected" : "failed"));
        boolean fails = isOutage();
        if (fails) {
            header.add(1, "without faults");
        }
        if (judged) {
            header.addAll(List.of("recovered", "after"));
        }
        boolean paid = sweep.points().stream()
                .anyMatch(point -> point.costPerThousandRequests().mean() > 0);
        if (paid) {
            header.add("cost of 1,000");
        }
        TextTable table = new TextTable(style, header);
        for (SweepPoint point : sweep.points()) {
            List<String> cells = new ArrayList<>(List.of(
                    dials.get(0).text(point.values().get(0)),
                    figures.share(point.goodput()),
                    figures.share(fails ? point.affected() : point.failed())));
            if (fails) {
                cells.add(1, figures.share(point.withoutFaults()));
            }
            if (judged) {
                cells.add(text.of(point.recovered()) + mark(point));
                cells.add(figures.time(point.timeToRecover()));
            }
            if (paid) {
                cells.add(figures.money(point.costPerThousandRequests()));
            }
            table.row(cells);
        }
        text.table(table);
    }

    /** Rows are the first parameter's values, columns the second's; points that were not done are left out. */
    private void map(String name, Function<SweepPoint, String> cell) {
        Axis down = sweep.axes().get(0);
        Axis across = sweep.axes().get(1);
        Map<List<Double>, SweepPoint> points = new LinkedHashMap<>();
        sweep.points().forEach(point -> points.put(point.values(), point));
        List<String> header = new ArrayList<>(List.of(name));
        across.values().forEach(value -> header.add(dials.get(1).text(value) + " "));
        TextTable table = new TextTable(style, header);
        for (Double row : down.values()) {
            List<String> cells = new ArrayList<>(List.of(dials.get(0).text(row)));
            for (Double column : across.values()) {
                SweepPoint point = points.get(List.of(row, column));
                cells.add(point == null ? style.none() + " " : cell.apply(point) + mark(point));
            }
            table.row(cells);
        }
        text.table(table);
    }

    private static String mark(SweepPoint point) {
        @Nullable Region region = point.region();
        if (region == null) {
            return " ";
        }
        return switch (region) {
            case STABLE -> " ";
            case VULNERABLE -> VULNERABLE;
            case COLLAPSED -> COLLAPSED;
        };
    }

    private void legend(Head head) {
        text.line("");
        if (sweep.axes().size() > 1) {
            text.line("Down: " + text.title(dials.get(0)) + ". Across: " + text.title(dials.get(1)) + ".");
        }
        if (isJudged()) {
            text.line(VULNERABLE + " vulnerable: chance decides whether it recovers; " + COLLAPSED
                    + " collapsed: it does not; no mark: it does, in "
                    + Figures.exactPercentage(Region.NEARLY_ALL) + " of");
            text.line("the replications or more.");
        } else if (sweep.points().stream()
                .anyMatch(point -> Double.isFinite(point.affected().mean()))) {
            text.line("Recovery cannot be judged: not every fault ends before the run does.");
        }
        if (sweep.axes().size() == 1 && head.settings().replications() > 1) {
            text.line(style.plusMinus() + " is half the width of the "
                    + Figures.exactPercentage(head.settings().confidence()) + " confidence interval over the"
                    + " replications of a point.");
        }
    }
}
