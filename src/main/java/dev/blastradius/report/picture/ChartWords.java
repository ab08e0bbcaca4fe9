package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartSpec;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Charted.Entry;
import dev.blastradius.chart.DistributionSpec;
import dev.blastradius.chart.Figures;
import dev.blastradius.chart.HeatMap;
import dev.blastradius.chart.Plot;
import dev.blastradius.chart.StripSpec;
import dev.blastradius.editor.stage.Clock;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.metrics.TimeSeries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What charts say, in words with their numbers, for whoever does not see them. */
public final class ChartWords {

    /** So many curves, rows or cells are told; the others are counted. */
    private static final int MOST = 6;

    /** A line with so many points or fewer is told point by point. */
    private static final int FEW = 8;

    /** Values over time are told as means over this share of the run, so that no single second speaks for it. */
    private static final int PARTS = 60;

    private ChartWords() {}

    /** What a chart says: how each curve was before the fault, how far it went from then on, and how it was at the end. */
    public static String of(Charted chart) {
        if (chart.isEmpty()) {
            return chart.title() + ": " + lower(chart.empty()) + ".";
        }
        if (chart instanceof ChartSpec spec) {
            return ofCurves(spec);
        }
        return chart instanceof StripSpec strips ? ofStrips(strips) : ofDistribution((DistributionSpec) chart);
    }

    private static String ofCurves(ChartSpec spec) {
        List<Curve> told = spec.curves().stream()
                .filter(curve -> curve.style() != Style.LIMIT)
                .toList();
        double bucket = spec.duration() / PARTS;
        StringBuilder words = new StringBuilder(spec.title());
        words.append(spec.note().isEmpty() ? "" : " (" + spec.note() + ")")
                .append(", as means over ")
                .append(Figures.time(bucket))
                .append('.');
        for (Curve curve : told.subList(0, Math.min(MOST, told.size()))) {
            words.append(' ').append(ofCurve(spec, curve, bucket));
        }
        for (Curve curve : spec.curves()) {
            if (curve.style() == Style.LIMIT) {
                words.append(" A dashed line marks: ").append(curve.name()).append('.');
            }
        }
        return words.append(more(told.size(), "curve")).toString();
    }

    private static String ofCurve(ChartSpec spec, Curve curve, double bucket) {
        double begun = spec.windows().stream()
                .mapToDouble(Window::from)
                .filter(from -> from > spec.warmup())
                .min()
                .orElse(Double.NaN);
        double from = Double.isNaN(begun) ? spec.warmup() : begun;
        double lowest = Double.NaN;
        double highest = Double.NaN;
        double lowestAt = from;
        double highestAt = from;
        double last = Double.NaN;
        for (double at = from; at < spec.duration() - bucket / 2; at += bucket) {
            double mean = mean(curve.values(), at, Math.min(spec.duration(), at + bucket));
            if (!Double.isNaN(mean)) {
                last = mean;
                if (!(mean >= lowest)) {
                    lowest = mean;
                    lowestAt = at;
                }
                if (!(mean <= highest)) {
                    highest = mean;
                    highestAt = at;
                }
            }
        }
        String name = curve.name() + ": ";
        if (Double.isNaN(last)) {
            return name + "no value.";
        }
        ChartSpec.Measure measure = spec.axis(curve).measure();
        String range = lowest == highest
                ? "always " + measure.show(lowest)
                : "between " + measure.show(lowest) + " (at " + Clock.text(lowestAt) + ") and " + measure.show(highest)
                        + " (at " + Clock.text(highestAt) + "), " + measure.show(last) + " at the end";
        if (Double.isNaN(begun)) {
            return name + range + ".";
        }
        double before = mean(curve.values(), spec.warmup(), begun);
        String usual = Double.isNaN(before) ? "no value before the fault" : measure.show(before) + " before the fault";
        return name + usual + ", then " + range + ".";
    }

    /** The mean of the values between two moments, those that are none left out; NaN where there is none. */
    private static double mean(TimeSeries values, double from, double to) {
        int first = (int) Math.max(0, Math.floor(from / values.intervalSeconds() + 1e-9));
        int end = (int) Math.min(values.size(), Math.ceil(to / values.intervalSeconds() - 1e-9));
        double sum = 0;
        int count = 0;
        for (int step = first; step < end; step++) {
            if (Double.isFinite(values.value(step))) {
                sum += values.value(step);
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }

    private static String ofStrips(StripSpec spec) {
        StringBuilder words = new StringBuilder(spec.title()).append('.');
        for (StripSpec.Row row :
                spec.rows().subList(0, Math.min(MOST, spec.rows().size()))) {
            words.append(' ')
                    .append(row.name())
                    .append(": ")
                    .append(states(spec, row))
                    .append('.');
        }
        return words.append(more(spec.rows().size(), "row")).toString();
    }

    /** How much of the time a row was in each state, and when first where that is not the rest. */
    private static String states(StripSpec spec, StripSpec.Row row) {
        TimeSeries steps = row.shares().get(0);
        List<String> parts = new ArrayList<>();
        for (int state = 0; state < spec.states().size(); state++) {
            double sum = 0;
            int known = 0;
            double first = Double.NaN;
            for (int step = 0; step < steps.size(); step++) {
                double share = row.share(state, (step + 0.5) * steps.intervalSeconds());
                if (!Double.isNaN(share)) {
                    sum += share;
                    known++;
                    first = share > 0 && Double.isNaN(first) ? step * steps.intervalSeconds() : first;
                }
            }
            if (sum > 0) {
                boolean isRest = state == spec.states().size() - 1;
                parts.add(spec.states().get(state).name() + " " + Figures.share(sum / known) + " of the time"
                        + (isRest ? "" : ", first at " + Clock.text(first)));
            }
        }
        return parts.isEmpty() ? "not known" : String.join("; ", parts);
    }

    private static String ofDistribution(DistributionSpec spec) {
        StringBuilder words = new StringBuilder(spec.title()).append(", answers and their latencies.");
        List<String> values = spec.values(Double.NaN);
        List<Entry> legend = spec.legend();
        for (int i = 0; i < legend.size(); i++) {
            words.append(' ').append(legend.get(i).name());
            words.append(values.get(i).isEmpty() ? "" : ": " + values.get(i)).append('.');
        }
        return words.toString();
    }

    /** What a plot says: each measured value where they are few, else where each line begins, ends and is highest. */
    public static String of(Plot plot) {
        if (plot.isEmpty()) {
            return plot.title() + ": " + lower(plot.empty()) + ".";
        }
        StringBuilder words = new StringBuilder(plot.title());
        words.append(plot.note().isEmpty() ? "" : " (" + plot.note() + ")")
                .append(": ")
                .append(lower(plot.up().label()))
                .append(" against ")
                .append(lower(plot.across().label()))
                .append('.');
        for (Plot.Line line : plot.lines()) {
            List<Plot.Point> points = line.points().stream()
                    .filter(point -> Double.isFinite(point.value().mean()))
                    .toList();
            if (line.look() != Plot.Look.STEPS && !points.isEmpty()) {
                words.append(' ').append(ofLine(plot, line, points));
            }
        }
        for (Plot.Level level : plot.levels()) {
            words.append(" A dashed line marks: ").append(level.name()).append('.');
        }
        return words.toString();
    }

    private static String ofLine(Plot plot, Plot.Line line, List<Plot.Point> points) {
        String name = line.name().isEmpty() ? "" : line.name() + ": ";
        if (points.size() <= FEW) {
            List<String> told = points.stream().map(point -> told(plot, point)).toList();
            return name + String.join("; ", told) + ".";
        }
        Comparator<Plot.Point> byValue =
                Comparator.comparingDouble(point -> point.value().mean());
        return name + "from " + told(plot, points.get(0)) + " to " + told(plot, points.get(points.size() - 1))
                + "; lowest " + told(plot, points.stream().min(byValue).orElseThrow()) + "; highest "
                + told(plot, points.stream().max(byValue).orElseThrow()) + ".";
    }

    private static String told(Plot plot, Plot.Point point) {
        String at = plot.across().unit().show(point.at());
        String value = plot.up().unit().show(point.value().mean());
        String label = point.label().isEmpty() ? "" : point.label() + " ";
        return label + value + " at " + at;
    }

    /** What a heat map says: its worst cells. */
    public static String of(HeatMap map) {
        record Place(HeatMap.Row row, String column, HeatMap.Cell cell) {}
        List<Place> places = new ArrayList<>();
        for (HeatMap.Row row : map.rows()) {
            for (int column = 0; column < row.cells().size(); column++) {
                places.add(new Place(row, map.columns().get(column), row.cells().get(column)));
            }
        }
        List<Place> worst = places.stream()
                .filter(place -> map.scale().strength(place.cell().value()) > 0)
                .sorted(Comparator.comparingDouble(
                        (Place place) -> -map.scale().strength(place.cell().value())))
                .limit(MOST)
                .toList();
        StringBuilder words = new StringBuilder(map.title());
        words.append(map.note().isEmpty() ? "" : " (" + map.note() + ")").append(". ");
        words.append(map.rows().size())
                .append(" rows, ")
                .append(map.columns().size())
                .append(" columns; ")
                .append(lower(map.scale().label()))
                .append('.');
        if (worst.isEmpty()) {
            return words.append(" No cell stands out.").toString();
        }
        words.append(" Worst: ");
        words.append(String.join(
                "; ",
                worst.stream()
                        .map(place -> place.row().name() + ", " + place.column() + ": "
                                + place.cell().text())
                        .toList()));
        return words.append('.').toString();
    }

    private static String more(int all, String noun) {
        int more = all - MOST;
        return more <= 0 ? "" : " And " + more + " more " + noun + (more == 1 ? "" : "s") + ".";
    }

    private static String lower(String words) {
        boolean isName = words.length() > 1 && Character.isUpperCase(words.charAt(1));
        return words.isEmpty() || isName ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
    }
}
