package dev.blastradius.chart;

import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.ChartSpec.Style;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.DependencySeries;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Attempts against the calls that were wanted over a dependency: where they part, a retry storm blows. */
final class AttemptsChart implements ChartKind {

    @Override
    public String key() {
        return "attempts";
    }

    @Override
    public String heading() {
        return "Attempts over";
    }

    @Override
    public List<Subject> subjects(RunResult result, Names names) {
        return Charts.subjects(result.series().dependencies(), names::dependency);
    }

    @Override
    public @Nullable String mostTelling(RunResult result) {
        String amplified = Charts.greatest(
                result.dependencies(), it -> it.amplification().mean(), RunResult.DependencyResult::attempts);
        if (amplified != null && result.series().dependencies().containsKey(amplified)) {
            return amplified;
        }
        return Charts.greatest(result.series().dependencies(), it -> 0, it -> 0);
    }

    @Override
    public ChartSpec chart(RunResult result, Names names, String subject) {
        DependencySeries series = result.series().dependencies().get(subject);
        List<Curve> curves = series == null
                ? List.of()
                : List.of(
                        new Curve("attempts", Ink.MADE, Style.FILLED, series.attempts()),
                        new Curve("failed", Ink.BROKEN, Style.PLAIN, series.failures()),
                        new Curve("requests", Ink.WANTED, Style.PLAIN, series.calls()));
        Axis axis = new Axis("calls a second", Measure.RATE, false, null);
        String title = heading() + " " + (series == null ? subject : names.dependency(subject));
        return Charts.over(result, title, axis, null, curves, "No call went over it");
    }
}
