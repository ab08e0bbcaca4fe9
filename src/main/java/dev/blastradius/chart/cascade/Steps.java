package dev.blastradius.chart.cascade;

import dev.blastradius.chart.ChartSpec;
import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.chart.Ink;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.metrics.TimeSeries;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** What the charts of one replication have in common: series of its recorded steps. */
final class Steps {

    private final Chronicle chronicle;
    private final int count;

    /** The steps that are recorded now. */
    Steps(Chronicle chronicle) {
        this.chronicle = chronicle;
        this.count = chronicle.recorded();
    }

    int count() {
        return count;
    }

    /** A value in each step. */
    TimeSeries values(IntToDoubleFunction value) {
        double[] values = new double[count];
        for (int step = 0; step < count; step++) {
            values[step] = value.applyAsDouble(step);
        }
        return new TimeSeries(chronicle.stepSeconds(), values);
    }

    /** Counts of each step as events a second. */
    TimeSeries rate(IntToDoubleFunction events) {
        double width = chronicle.stepSeconds();
        return values(step -> events.applyAsDouble(step) / width);
    }

    /** The sum over all steps; steps without a value count as 0. */
    double sum(IntToDoubleFunction value) {
        double sum = 0;
        for (int step = 0; step < count; step++) {
            double each = value.applyAsDouble(step);
            sum += Double.isNaN(each) ? 0 : each;
        }
        return sum;
    }

    /** Whether there is a value other than 0 in any step. */
    boolean any(IntToDoubleFunction value) {
        for (int step = 0; step < count; step++) {
            double each = value.applyAsDouble(step);
            if (!Double.isNaN(each) && each != 0) {
                return true;
            }
        }
        return false;
    }

    /** Whether a value exists in any step. */
    boolean exists(IntToDoubleFunction value) {
        for (int step = 0; step < count; step++) {
            if (!Double.isNaN(value.applyAsDouble(step))) {
                return true;
            }
        }
        return false;
    }

    /** A value that holds for the whole run, as a dashed line. */
    static Curve limit(String name, Ink ink, boolean onRight, double value, double duration) {
        return new Curve(name, ink, Style.LIMIT, onRight, new TimeSeries(duration, new double[] {value}));
    }

    /** A chart over the whole of a replication. */
    static ChartSpec over(
            Playback playback,
            String title,
            Axis left,
            @Nullable Axis right,
            List<Curve> curves,
            String empty,
            String gap) {
        return new ChartSpec(
                title,
                "replication " + (playback.replication() + 1),
                playback.duration(),
                playback.settings().warmup().seconds(),
                left,
                right,
                curves,
                playback.windows(),
                empty,
                gap);
    }
}
