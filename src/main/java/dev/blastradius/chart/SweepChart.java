package dev.blastradius.chart;

import dev.blastradius.chart.HeatMap.Cell;
import dev.blastradius.chart.HeatMap.Group;
import dev.blastradius.chart.HeatMap.Row;
import dev.blastradius.chart.HeatMap.Scale;
import dev.blastradius.chart.Plot.Axis;
import dev.blastradius.chart.Plot.Line;
import dev.blastradius.chart.Plot.Point;
import dev.blastradius.chart.Plot.Zone;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.search.Region;
import dev.blastradius.experiment.search.SweepPoint;
import dev.blastradius.experiment.search.SweepResult;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** A sweep as pictures: over one parameter a line with its intervals, over two a heat map. */
public final class SweepChart {

    private static final String VULNERABLE = "vulnerable: some replications recover, some do not";
    private static final double ROOM = 0.03;

    private SweepChart() {}

    /**
     * What a sweep varied.
     *
     * @param title what people call it
     * @param unit of its values; empty for a pure number
     * @param isTime whether its values are seconds
     */
    public record Parameter(String title, String unit, boolean isTime) {

        /** A value with its unit. */
        public String show(double value) {
            if (isTime) {
                return Figures.time(value);
            }
            return unit.isEmpty() ? Figures.number(value) : Figures.number(value) + " " + unit;
        }

        /** What an axis says. */
        String label() {
            return isTime || unit.isEmpty() ? title : title + ", " + unit;
        }

        Unit axisUnit() {
            return isTime ? Unit.TIME : Unit.NUMBER;
        }

        /** An axis from one value to another with a little room beside them. */
        Axis axis(double low, double high) {
            double room = high > low ? ROOM * (high - low) : Math.max(1, Math.abs(low)) * ROOM;
            return new Axis(label(), axisUnit(), low - room, high + room);
        }
    }

    /**
     * A measure over one parameter. Where chance decides whether the pipeline recovers, that is shaded, half-way to the neighbours.
     *
     * @param result of a sweep over one parameter, with a point or more
     */
    public static Plot plot(SweepResult result, Parameter parameter, SweepMeasure measure) {
        List<SweepPoint> points = sorted(result);
        List<Point> drawn = new ArrayList<>();
        List<Interval> values = new ArrayList<>();
        for (SweepPoint point : points) {
            Interval value = measure.of(point);
            values.add(value);
            drawn.add(new Point(at(point), value, "", sentence(point, List.of(parameter), measure)));
        }
        Axis up = measure.unit() == Unit.SHARE
                ? new Axis(measure.label(), Unit.SHARE, -0.02, 1.04)
                : Axis.holding(measure.label(), measure.unit(), values);
        return new Plot(
                measure.title() + " by " + parameter.title(),
                note(result),
                parameter.axis(at(points.get(0)), at(points.get(points.size() - 1))),
                up,
                lines(points, measure, drawn),
                zones(points),
                List.of(),
                "No point has a value of this");
    }

    /** The measure; and for goodput also what it would be without the faults, for a pipeline that is overloaded anyway has little to lose. */
    private static List<Line> lines(List<SweepPoint> points, SweepMeasure measure, List<Point> drawn) {
        Line line = new Line(measure.label() + ", with its interval", Ink.WANTED, true, drawn);
        boolean hasFaults = points.stream()
                .anyMatch(point -> Double.isFinite(point.affected().mean()));
        if (measure != SweepMeasure.GOODPUT || !hasFaults) {
            return List.of(line);
        }
        List<Point> healthy = new ArrayList<>();
        for (SweepPoint point : points) {
            Interval value = new Interval(point.withoutFaults().mean(), Double.NaN, Double.NaN);
            healthy.add(new Point(at(point), value, "", ""));
        }
        return List.of(new Line("the same without the faults", Ink.LIMIT, true, healthy), line);
    }

    private static List<SweepPoint> sorted(SweepResult result) {
        return result.points().stream()
                .sorted(Comparator.comparingDouble(SweepChart::at))
                .toList();
    }

    private static double at(SweepPoint point) {
        return point.values().get(0);
    }

    private static List<Zone> zones(List<SweepPoint> points) {
        List<Zone> zones = new ArrayList<>();
        for (int i = 0; i < points.size(); i++) {
            if (points.get(i).region() != Region.VULNERABLE) {
                continue;
            }
            int last = i;
            while (last + 1 < points.size() && points.get(last + 1).region() == Region.VULNERABLE) {
                last++;
            }
            double from = middle(points, i - 1, i);
            double to = middle(points, last + 1, last);
            zones.add(new Zone(zones.isEmpty() ? VULNERABLE : "", Ink.MADE, from, to));
            i = last;
        }
        return zones;
    }

    /** Half-way from a point to a neighbour; the point itself where it has none. */
    private static double middle(List<SweepPoint> points, int neighbour, int own) {
        boolean hasNone = neighbour < 0 || neighbour >= points.size();
        return hasNone ? at(points.get(own)) : (at(points.get(neighbour)) + at(points.get(own))) / 2;
    }

    /**
     * A measure over two parameters: the first one's values from left to right, the second one's from the bottom up. Points that were not
     * done are left empty.
     *
     * @param result of a sweep over two parameters, with a point or more
     */
    public static HeatMap map(SweepResult result, Parameter across, Parameter down, SweepMeasure measure) {
        List<Double> columns = distinct(result, 0);
        List<Double> rows = new ArrayList<>(distinct(result, 1));
        rows.sort(Comparator.reverseOrder());
        List<Row> lines = new ArrayList<>();
        for (double row : rows) {
            List<Cell> cells = new ArrayList<>();
            for (double column : columns) {
                cells.add(cell(result, List.of(column, row), List.of(across, down), measure));
            }
            lines.add(new Row(brief(down, row), cells));
        }
        boolean isVulnerable = result.points().stream().anyMatch(point -> point.region() == Region.VULNERABLE);
        return new HeatMap(
                measure.title() + " by " + across.title() + " and " + down.title(),
                note(result),
                across.label(),
                down.label(),
                columns.stream().map(value -> brief(across, value)).toList(),
                List.of(new Group("", lines)),
                scale(result, measure),
                isVulnerable ? VULNERABLE : "");
    }

    private static String brief(Parameter parameter, double value) {
        return parameter.isTime() ? Figures.time(value) : Figures.number(value);
    }

    private static List<Double> distinct(SweepResult result, int parameter) {
        return result.points().stream()
                .map(point -> point.values().get(parameter))
                .distinct()
                .sorted()
                .toList();
    }

    private static Cell cell(
            SweepResult result, List<Double> values, List<Parameter> parameters, SweepMeasure measure) {
        for (SweepPoint point : result.points()) {
            if (point.values().equals(values)) {
                double value = measure.of(point).mean();
                boolean isVulnerable = point.region() == Region.VULNERABLE;
                return new Cell(value, measure.unit().brief(value), sentence(point, parameters, measure), isVulnerable);
            }
        }
        return new Cell(Double.NaN, "", "not run", false);
    }

    private static Scale scale(SweepResult result, SweepMeasure measure) {
        if (measure.unit() == Unit.SHARE) {
            return new Scale(
                    measure.label(), Unit.SHARE, measure.isMoreBetter() ? 1 : 0, measure.isMoreBetter() ? 0 : 1);
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (SweepPoint point : result.points()) {
            double value = measure.of(point).mean();
            if (Double.isFinite(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        return most < least
                ? new Scale(measure.label(), measure.unit(), 0, 1)
                : new Scale(measure.label(), measure.unit(), least, most);
    }

    /** A point in a sentence: where it is, the measure with its interval, and how often the pipeline recovered. */
    private static String sentence(SweepPoint point, List<Parameter> parameters, SweepMeasure measure) {
        StringBuilder words = new StringBuilder();
        for (int i = 0; i < parameters.size(); i++) {
            words.append(i == 0 ? "" : ", ")
                    .append(parameters.get(i).title())
                    .append(" = ")
                    .append(parameters.get(i).show(point.values().get(i)));
        }
        Interval value = measure.of(point);
        words.append(" → ")
                .append(measure.label())
                .append(' ')
                .append(measure.unit().show(value.mean()));
        if (value.isBounded()) {
            words.append(" (")
                    .append(measure.unit().show(value.low()))
                    .append(" to ")
                    .append(measure.unit().show(value.high()))
                    .append(')');
        }
        boolean hasFaults = Double.isFinite(point.affected().mean());
        if (measure == SweepMeasure.GOODPUT && hasFaults) {
            words.append(", without the faults ")
                    .append(Figures.share(point.withoutFaults().mean()));
        }
        Proportion recovered = point.recovered();
        if (recovered != null) {
            words.append("; recovered in ")
                    .append(recovered.successes())
                    .append(" of ")
                    .append(recovered.of())
                    .append(" replications");
        }
        return words.toString();
    }

    private static String note(SweepResult result) {
        int replications =
                result.points().isEmpty() ? 0 : result.points().get(0).replications();
        String count = Figures.count(result.points().size()) + (result.points().size() == 1 ? " point" : " points")
                + " of " + Figures.count(replications) + (replications == 1 ? " replication" : " replications each");
        return result.isComplete() ? count : count + "; cancelled before all was done";
    }
}
