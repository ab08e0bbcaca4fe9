package dev.blastradius.chart;

import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.search.SweepPoint;
import java.util.function.Function;

/** What can be shown of the points of a sweep. */
public enum SweepMeasure {
    GOODPUT("Goodput", "goodput, share of requests", Unit.SHARE, true, SweepPoint::goodput),
    RECOVERED("Recovered", "share of replications that recovered", Unit.SHARE, true, SweepMeasure::recovered),
    TIME_TO_RECOVER("Time to recover", "time to recover", Unit.TIME, false, SweepPoint::timeToRecover),
    AFFECTED("Affected requests", "share of requests affected", Unit.SHARE, false, SweepPoint::affected),
    COST("Cost", "cost of 1,000 requests", Unit.MONEY, false, SweepPoint::costPerThousandRequests);

    private final String title;
    private final String label;
    private final Unit unit;
    private final boolean moreIsBetter;
    private final Function<SweepPoint, Interval> value;

    SweepMeasure(String title, String label, Unit unit, boolean moreIsBetter, Function<SweepPoint, Interval> value) {
        this.title = title;
        this.label = label;
        this.unit = unit;
        this.moreIsBetter = moreIsBetter;
        this.value = value;
    }

    /** What people choose. */
    public String title() {
        return title;
    }

    /** What an axis or a legend says. */
    public String label() {
        return label;
    }

    /** What it is counted in. */
    public Unit unit() {
        return unit;
    }

    /** Whether a higher value is the better one. */
    public boolean isMoreBetter() {
        return moreIsBetter;
    }

    /** Its value at a point; NaN where there is none. */
    public Interval of(SweepPoint point) {
        return value.apply(point);
    }

    private static Interval recovered(SweepPoint point) {
        Proportion recovered = point.recovered();
        return recovered == null ? Interval.NONE : new Interval(recovered.share(), recovered.low(), recovered.high());
    }
}
