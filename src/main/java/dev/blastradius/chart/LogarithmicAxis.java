package dev.blastradius.chart;

import dev.blastradius.chart.ChartSpec.Measure;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.AxisState;
import org.jfree.chart.axis.LogAxis;
import org.jfree.chart.axis.NumberTick;
import org.jfree.chart.axis.TickType;
import org.jfree.chart.ui.RectangleEdge;
import org.jfree.chart.ui.TextAnchor;
import org.jspecify.annotations.Nullable;

/**
 * A logarithmic axis that always has at least two labels: powers of ten, and 2 and 5 times those (or 3 times) where the range is
 * short. The library's own labels only powers of ten, of which a short range has none.
 */
final class LogarithmicAxis extends LogAxis {

    private static final long serialVersionUID = 1L;

    /** Less is drawn as this; no latency that matters is below a microsecond. */
    private static final double LEAST = 1e-6;

    private static final int[] ONE_TWO_FIVE = {1, 2, 5};
    private static final int[] ONE_THREE = {1, 3};
    private static final int[] ONE = {1};
    private static final double LABEL_HEIGHTS = 1.6;
    /** What a label of a lying axis takes of the width. */
    private static final double LABEL_WIDTH = 60;

    private final Measure measure;

    /**
     * An axis that holds two values, with room.
     *
     * @param low the least value; where it is no positive number, the axis is a decade around 1
     * @param high the greatest value
     * @param headroom share of the axis's length that stays free above
     */
    LogarithmicAxis(@Nullable String label, double low, double high, double headroom, Measure measure) {
        super(label);
        this.measure = measure;
        boolean known = Double.isFinite(low) && high > 0;
        double least = Math.log10(known ? Math.max(low, LEAST) : 0.1) - 0.05;
        double most = Math.log10(known ? Math.max(high, LEAST) : 10);
        // Three to one at the least, or a calm run would look wild.
        double span = Math.max(0.5, most - least);
        setRange(Math.pow(10, least), Math.pow(10, least + span / (1 - headroom)));
    }

    @Override
    public List<NumberTick> refreshTicks(Graphics2D graphics, AxisState state, Rectangle2D area, RectangleEdge edge) {
        double low = Math.log10(getLowerBound());
        double high = Math.log10(getUpperBound());
        boolean lying = RectangleEdge.isTopOrBottom(edge);
        double height = graphics.getFontMetrics(getTickLabelFont()).getHeight() * LABEL_HEIGHTS;
        double labelsThatFit = lying ? area.getWidth() / LABEL_WIDTH : area.getHeight() / height;
        double decades = high - low;
        int[] labelled = decades * 3 <= labelsThatFit ? ONE_TWO_FIVE : decades * 2 <= labelsThatFit ? ONE_THREE : ONE;
        int stride = Math.max(1, (int) Math.ceil(decades / Math.max(1, labelsThatFit)));
        List<NumberTick> ticks = new ArrayList<>();
        int majors = 0;
        for (int decade = (int) Math.floor(low); decade <= high; decade++) {
            boolean named = Math.floorMod(decade, stride) == 0;
            for (int factor = 1; factor <= 9; factor++) {
                double value = factor * Math.pow(10, decade);
                if (getRange().contains(value)) {
                    boolean major = named && contains(labelled, factor);
                    majors += major ? 1 : 0;
                    ticks.add(tick(value, major, lying));
                }
            }
        }
        if (majors < 2 && ticks.size() >= 2) {
            label(ticks, 0, lying);
            label(ticks, ticks.size() - 1, lying);
        }
        return ticks;
    }

    /**
     * Room is reserved before the plot's height is known: for whichever marks may have labels at that height, the outermost ones too.
     */
    @Override
    @SuppressWarnings("rawtypes") // the library's own signature
    protected double findMaximumTickLabelWidth(List ticks, Graphics2D graphics, Rectangle2D area, boolean vertical) {
        double widest = super.findMaximumTickLabelWidth(ticks, graphics, area, vertical);
        FontMetrics metrics = graphics.getFontMetrics(getTickLabelFont());
        for (int end : new int[] {0, ticks.size() - 1}) {
            if (!ticks.isEmpty() && ticks.get(end) instanceof NumberTick tick) {
                widest = Math.max(widest, metrics.stringWidth(measure.show(tick.getValue())) + 6);
            }
        }
        return widest;
    }

    /** One label alone does not show a scale: where no more fit by the rule, the outermost marks have them. */
    private void label(List<NumberTick> ticks, int index, boolean lying) {
        ticks.set(index, tick(ticks.get(index).getValue(), true, lying));
    }

    private NumberTick tick(double value, boolean major, boolean lying) {
        return new NumberTick(
                major ? TickType.MAJOR : TickType.MINOR,
                value,
                major ? measure.show(value) : "",
                lying ? TextAnchor.TOP_CENTER : TextAnchor.CENTER_RIGHT,
                TextAnchor.CENTER,
                0);
    }

    private static boolean contains(int[] factors, int factor) {
        for (int each : factors) {
            if (each == factor) {
                return true;
            }
        }
        return false;
    }
}
