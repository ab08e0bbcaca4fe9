package dev.blastradius.ui.results;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Names;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.ComponentResult;
import dev.blastradius.experiment.RunResult.DependencyResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.model.CallOutcome;
import java.util.Locale;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** A result's components and dependencies as tables. */
final class Tables {

    private Tables() {}

    static FigureTable<ComponentResult> components(RunResult result, Names names) {
        FigureTable<ComponentResult> table = new FigureTable<>("components", "The run had no components");
        table.names("Component", names::component);
        counts(table, "Arrivals", "Attempts that reached it, all replications together", ComponentResult::arrivals);
        for (CallOutcome outcome : CallOutcome.values()) {
            ToLongFunction<ComponentResult> count = it -> it.outcomes().getOrDefault(outcome, 0L);
            boolean occurred = result.components().values().stream().anyMatch(it -> count.applyAsLong(it) > 0);
            if (occurred || outcome == CallOutcome.OK) {
                counts(table, title(outcome), outcome.meaning(), count);
            }
        }
        counts(
                table,
                "Given up",
                "Arrivals whose caller stopped waiting for another reason than a time-out",
                ComponentResult::abandoned);
        intervals(
                table,
                "Utilisation",
                "Mean share of its servers that were busy",
                ComponentResult::utilisation,
                Figures::share);
        intervals(table, "Busy", "Mean number of busy servers", ComponentResult::busyServers, Figures::number);
        intervals(table, "Waiting", "Mean number in its queue", ComponentResult::queueLength, Figures::number);
        intervals(
                table,
                "Mean wait",
                "Time in its queue, of those that were served",
                ComponentResult::waitMean,
                Figures::time);
        intervals(table, "p99 wait", "99 % waited no longer", ComponentResult::waitP99, Figures::time);
        String response = "From arrival to departure, of those that were served";
        intervals(table, "p50 response", response, it -> it.response().p50(), Figures::time);
        intervals(table, "p95 response", response, it -> it.response().p95(), Figures::time);
        intervals(table, "p99 response", response, it -> it.response().p99(), Figures::time);
        fill(table, result.components());
        return table;
    }

    static FigureTable<DependencyResult> dependencies(RunResult result, Names names) {
        FigureTable<DependencyResult> table = new FigureTable<>("dependencies", "The run had no dependencies");
        table.names("Dependency", names::dependency);
        counts(table, "Calls", "Calls that the caller wanted to make", DependencyResult::calls);
        counts(table, "Attempts", "Attempts sent, retries and hedges counted", DependencyResult::attempts);
        counts(table, "Retries", "Attempts after the first of a call", DependencyResult::retries);
        intervals(table, "Amplification", "Attempts for each call", DependencyResult::amplification, Figures::number);
        counts(table, "Time-outs", "Attempts given up after the time-out or the deadline", DependencyResult::timeouts);
        counts(table, "Fallbacks", "Calls that it took over as a fallback", DependencyResult::fallbacks);
        counts(table, "Hedges", "Extra attempts made because the first was late", DependencyResult::hedges);
        counts(table, "Budget denied", "Retries that a budget forbade", DependencyResult::budgetDenied);
        counts(table, "Short-circuited", "Attempts that an open breaker refused", DependencyResult::shortCircuited);
        counts(
                table,
                "Refused",
                "Attempts that a rate limiter, throttle or bulkhead refused",
                DependencyResult::refused);
        if (result.dependencies().values().stream().anyMatch(each -> each.breaker() != null)) {
            intervals(
                    table,
                    "Opened",
                    "How often its circuit breakers opened, in a replication",
                    each -> each.breaker() == null ? null : each.breaker().opened(),
                    Figures::number);
            intervals(
                    table,
                    "Open",
                    "Share of the time for which its circuit breakers were open",
                    each -> each.breaker() == null ? null : each.breaker().openShare(),
                    Figures::share);
        }
        fill(table, result.dependencies());
        return table;
    }

    /** How people write a call's outcome: {@code "rate limited"} for {@code rateLimited}. */
    static String words(String key) {
        return key.replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
    }

    private static String title(CallOutcome outcome) {
        String words = words(outcome.key());
        return outcome == CallOutcome.OK ? "OK" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    private static <T> void counts(FigureTable<T> table, String title, String meaning, ToLongFunction<T> count) {
        table.figures(title, meaning, count::applyAsLong, it -> Figures.count(count.applyAsLong(it)));
    }

    private static <T> void intervals(
            FigureTable<T> table,
            String title,
            String meaning,
            Function<T, @Nullable Interval> value,
            DoubleFunction<String> format) {
        table.figures(
                title,
                meaning,
                it -> orNone(value.apply(it)).mean(),
                it -> format.apply(orNone(value.apply(it)).mean()));
    }

    private static Interval orNone(@Nullable Interval value) {
        return value == null ? Interval.NONE : value;
    }

    private static <T> void fill(FigureTable<T> table, Map<String, T> rows) {
        table.getItems().setAll(rows.entrySet());
    }
}
