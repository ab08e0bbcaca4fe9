package dev.blastradius.chart;

import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.metrics.LatencyHistogram;
import java.util.ArrayList;
import java.util.List;

/**
 * How latencies are distributed, as data: for each part of a run the share of its answers in each interval of latency, the intervals being
 * equally wide on a logarithmic axis.
 *
 * @param title what is shown
 * @param parts in drawing order
 * @param limit the latency that is promised, in seconds; NaN: none
 * @param empty what to say where nothing was answered
 */
public record DistributionSpec(String title, List<Part> parts, double limit, String empty) implements Charted {

    /** Intervals for each factor of ten: each reaches to 1.12 times where it begins. */
    static final int BINS_A_DECADE = 20;

    public DistributionSpec {
        parts = List.copyOf(parts);
    }

    /**
     * A part of the run.
     *
     * @param name what the legend says
     * @param latencies what was answered in it; must not change any more
     */
    public record Part(String name, Ink ink, LatencyHistogram latencies) {}

    /** The share of a part's answers in each interval of {@link #edges}; 0 in all where it has none. */
    double[] shares(Part part, double[] edges) {
        double[] shares = new double[edges.length - 1];
        if (part.latencies().count() == 0) {
            return shares;
        }
        double before = part.latencies().shareUpTo(edges[0]);
        for (int bin = 0; bin < shares.length; bin++) {
            double until = part.latencies().shareUpTo(edges[bin + 1]);
            shares[bin] = Math.max(0, until - before);
            before = until;
        }
        return shares;
    }

    /** Where the intervals that hold all answers begin, and where the last one ends, in seconds. There are two at the least. */
    double[] edges() {
        double low = Double.POSITIVE_INFINITY;
        double high = 0;
        for (Part part : parts) {
            if (part.latencies().count() > 0) {
                low = Math.min(low, part.latencies().quantileSeconds(0));
                high = Math.max(high, part.latencies().quantileSeconds(1));
            }
        }
        boolean known = high > 0;
        int first = (int) Math.floor(Math.log10(known ? Math.max(low, 1e-6) : 0.1) * BINS_A_DECADE - 1e-9);
        int last = (int) Math.ceil(Math.log10(known ? Math.max(high, 1e-6) : 10) * BINS_A_DECADE + 1e-9);
        double[] edges = new double[Math.max(last, first + 1) - first + 1];
        for (int i = 0; i < edges.length; i++) {
            edges[i] = Math.pow(10, (double) (first + i) / BINS_A_DECADE);
        }
        return edges;
    }

    /**
     * The latency at a place of its axis.
     *
     * @param share of the axis' length, 0 to 1
     * @return in seconds
     */
    public double latencyAt(double share) {
        LogarithmicAxis axis = DistributionBuilder.axis(this, ChartTheme.LIGHT);
        double low = Math.log(axis.getLowerBound());
        return Math.exp(low + share * (Math.log(axis.getUpperBound()) - low));
    }

    @Override
    public boolean isOverTime() {
        return false;
    }

    @Override
    public boolean isEmpty() {
        return parts.stream().allMatch(part -> part.latencies().count() == 0);
    }

    @Override
    public List<Window> windows() {
        return List.of();
    }

    @Override
    public List<Entry> legend() {
        List<Entry> entries = new ArrayList<>();
        for (Part part : parts) {
            entries.add(new Entry(part.name(), part.ink(), Sign.AREA));
        }
        if (!Double.isNaN(limit)) {
            entries.add(new Entry("SLO " + Figures.time(limit), Ink.LIMIT, Sign.DASHES));
        }
        return entries;
    }

    /** The share of each part's answers that took no longer; without a latency, how many there are, their median and 99th percentile. */
    @Override
    public List<String> values(double latency) {
        List<String> values = new ArrayList<>();
        for (Part part : parts) {
            LatencyHistogram all = part.latencies();
            if (all.count() == 0) {
                values.add("none");
            } else if (Double.isNaN(latency)) {
                values.add(Figures.count(all.count()) + ", median " + Figures.time(all.quantileSeconds(0.5)) + ", p99 "
                        + Figures.time(all.quantileSeconds(0.99)));
            } else {
                values.add(Figures.share(all.shareUpTo(latency)) + " ≤ " + Figures.time(latency));
            }
        }
        if (!Double.isNaN(limit)) {
            values.add("");
        }
        return values;
    }
}
