package dev.blastradius.chart;

import java.util.List;
import org.jfree.data.xy.AbstractXYDataset;

/** Curves as the chart library's data: one series each, one item for each bucket. */
final class CurveSet extends AbstractXYDataset {

    private static final long serialVersionUID = 1L;

    private final transient List<PlottedCurve> curves;

    CurveSet(List<PlottedCurve> curves) {
        this.curves = List.copyOf(curves);
    }

    PlottedCurve curve(int series) {
        return curves.get(series);
    }

    @Override
    public int getSeriesCount() {
        return curves.size();
    }

    @Override
    public Comparable<String> getSeriesKey(int series) {
        return curves.get(series).curve().name();
    }

    @Override
    public int getItemCount(int series) {
        return curves.get(series).buckets().size();
    }

    @Override
    public Number getX(int series, int item) {
        return curves.get(series).buckets().start(item);
    }

    @Override
    public Number getY(int series, int item) {
        return curves.get(series).top(item);
    }
}
