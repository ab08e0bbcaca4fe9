package dev.blastradius.chart;

import java.util.ArrayList;
import java.util.List;
import org.jfree.chart.axis.NumberTickUnit;

/** Round moments of a stretch of time: where a time axis has its marks, the same in every chart of the same width. */
public final class TimeMarks {

    /** What a label takes of the width, in units, with what stays free beside it. */
    private static final double LABEL = 88;

    private TimeMarks() {}

    /**
     * A mark.
     *
     * @param seconds the moment
     * @param label what stands at it: {@code "20 min 10 s"}
     */
    public record Mark(double seconds, String label) {}

    /**
     * The marks of a stretch.
     *
     * @param from where it begins, in seconds
     * @param to where it ends; above {@code from}
     * @param span how wide it is drawn, in units
     */
    public static List<Mark> of(double from, double to, double span) {
        double distance = unit(new TimeAxis(from, to), span).getSize();
        List<Mark> marks = new ArrayList<>();
        for (long i = (long) Math.ceil(from / distance - 1e-9); i * distance <= to + 1e-9 * distance; i++) {
            marks.add(new Mark(i * distance, Figures.moment(i * distance)));
        }
        return marks;
    }

    /** The distance of an axis' marks. */
    static NumberTickUnit unit(TimeAxis axis, double span) {
        double least = axis.getRange().getLength() * Math.min(1, LABEL / Math.max(1, span));
        return (NumberTickUnit) axis.getStandardTickUnits().getCeilingTickUnit(least);
    }
}
