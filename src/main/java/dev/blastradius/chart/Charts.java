package dev.blastradius.chart;

import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.experiment.RunResult;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** All kinds of charts. */
public final class Charts {

    /** In the order in which they are shown. */
    public static final List<ChartKind> ALL =
            List.of(new OutcomesChart(), new LatencyChart(), new AttemptsChart(), new QueueChart());

    private Charts() {}

    /** What the reader of a result must know of its values: how many replications they are the mean of. */
    public static String note(RunResult result) {
        int made = result.evidence().replications();
        int replications = made > 0 ? made : result.settings().replications();
        return replications == 1 ? "one replication" : "mean of " + replications + " replications";
    }

    /** A chart over the whole run, with the fault's windows: what all kinds have in common. */
    static ChartSpec over(
            RunResult result, String title, Axis left, @Nullable Axis right, List<Curve> curves, String empty) {
        return over(result, title, left, right, curves, empty, "");
    }

    /** The same with what to say of a stretch without values. */
    static ChartSpec over(
            RunResult result,
            String title,
            Axis left,
            @Nullable Axis right,
            List<Curve> curves,
            String empty,
            String gap) {
        return new ChartSpec(
                title,
                note(result),
                result.settings().duration().seconds(),
                result.settings().warmup().seconds(),
                left,
                right,
                curves,
                result.series().faultWindows(),
                empty,
                gap);
    }

    /** The key of the entry with the greatest measure, by {@code first} and, where equal, by {@code second}; null: no entry. */
    static <T> @Nullable String greatest(
            Map<String, T> entries, ToDoubleFunction<T> first, ToDoubleFunction<T> second) {
        Comparator<Map.Entry<String, T>> order = Comparator.comparingDouble(
                        (Map.Entry<String, T> entry) -> orLeast(first.applyAsDouble(entry.getValue())))
                .thenComparingDouble(entry -> orLeast(second.applyAsDouble(entry.getValue())));
        Map.Entry<String, T> best = null;
        for (Map.Entry<String, T> entry : entries.entrySet()) {
            if (best == null || order.compare(entry, best) > 0) {
                best = entry;
            }
        }
        return best == null ? null : best.getKey();
    }

    /** Subjects with the ids of a map. */
    static List<ChartKind.Subject> subjects(Map<String, ?> entries, Function<String, String> name) {
        return entries.keySet().stream()
                .map(id -> new ChartKind.Subject(id, name.apply(id)))
                .toList();
    }

    private static double orLeast(double value) {
        return Double.isNaN(value) ? Double.NEGATIVE_INFINITY : value;
    }
}
