package dev.blastradius.experiment.cascade;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.experiment.cascade.ChangePoint.Found;
import dev.blastradius.experiment.cascade.Onset.Limit;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import java.util.List;
import java.util.stream.IntStream;

/** The limits of dependencies. */
final class ArrowLimits {

    /**
     * A retry storm is where one attempt in five is not the first: 1.25 attempts a call. The budgets that are published against storms allow
     * 1.1 (Google, "Site Reliability Engineering", chapter 21) and 1.2 (Finagle, Envoy).
     */
    private static final double LEAST_REPEATED = 0.2;

    /** Over so many seconds attempts are counted, so that first ones and their repetitions are most often counted together. */
    private static final double CALL_AND_RETRIES = 60;

    /** Of twenty attempts one is a first one. */
    private static final double NEARLY_ALL = 0.95;

    /** A retry budget is empty where it pays for four retries in five at most: until then it lives from hand to mouth. */
    private static final double LEAST_DENIED = 0.2;

    /** A fallback has taken over where it gets one call in twenty: less is a stand-in for single failures. */
    private static final double LEAST_TAKEN = 0.05;

    private final Watch watch;
    private final Chronicle chronicle;
    private final Pipeline pipeline;

    ArrowLimits(Watch watch, Pipeline pipeline) {
        this.watch = watch;
        this.pipeline = pipeline;
        chronicle = watch.chronicle();
    }

    /** Looks at a dependency. */
    void look(int arrow) {
        String key = chronicle.dependencies().get(arrow);
        failing(key, arrow);
        storm(key, arrow);
        breaker(key, arrow);
        budget(key, arrow);
        fallback(key, arrow);
    }

    private double get(DependencySeries series, int arrow, int step) {
        return chronicle.get(series, arrow, step);
    }

    private void failing(String key, int arrow) {
        Course failures = Course.of(
                chronicle,
                step -> get(DependencySeries.FAILED, arrow, step),
                step -> get(DependencySeries.ATTEMPTS, arrow, step)
                        + get(DependencySeries.SHORT_CIRCUITED, arrow, step)
                        + get(DependencySeries.REFUSED, arrow, step));
        watch.share(
                key,
                Limit.FAILING,
                failures,
                BoxLimits.LEAST_FAILING,
                (from, now, usual, worst) ->
                        Amount.share(now) + " of the attempts fail" + Watch.beside(usual, worst, Amount::share));
    }

    private void storm(String key, int arrow) {
        Course repeated = Course.of(
                chronicle,
                step -> get(DependencySeries.RETRIES, arrow, step) + get(DependencySeries.HEDGES, arrow, step),
                step -> get(DependencySeries.ATTEMPTS, arrow, step));
        Found found = watch.over(repeated, LEAST_REPEATED);
        int steps = watch.steps(CALL_AND_RETRIES);
        if (found != null && isLoad(repeated, found, steps)) {
            watch.share(
                    key,
                    Limit.STORM,
                    repeated,
                    found,
                    steps,
                    // What is left of calls when no new ones are made is all repetitions, and no load.
                    Double.isNaN(watch.usualTries(repeated)) ? 0 : watch.usualTries(repeated) * steps,
                    (from, now, usual, worst) ->
                            attempts(now) + " attempts a call" + Watch.beside(usual, worst, ArrowLimits::attempts));
        }
    }

    /** Whether it is more load than usual: a few who repeat what has stalled, while nobody else gets that far, are no storm. */
    private boolean isLoad(Course attempts, Found found, int steps) {
        int to = Math.min(attempts.steps(), found.from() + steps);
        return !(attempts.tries(found.from(), to) < watch.usualTries(attempts) * (to - found.from()));
    }

    /** Attempts for each first one, where a share of them is repeated. */
    private static String attempts(double repeated) {
        return repeated > NEARLY_ALL ? "more than 20" : Amount.number(1 / (1 - repeated));
    }

    private void breaker(String key, int arrow) {
        double[] open = watch.values(step -> get(DependencySeries.OPEN, arrow, step));
        Found found = watch.atAll(open, Double.MIN_VALUE);
        if (found != null) {
            double now = open[found.from()];
            double worst = watch.most(open, found);
            watch.add(
                    found,
                    key,
                    Limit.BREAKER,
                    (now >= 1 ? "its circuit breaker opens" : Amount.share(now) + " of its circuit breakers open")
                            + Watch.beside(
                                    Double.NaN, Watch.isWorthSaying(now, worst) ? worst : Double.NaN, Amount::share));
        }
    }

    private void budget(String key, int arrow) {
        Course denied = Course.of(
                chronicle,
                step -> get(DependencySeries.BUDGET_DENIED, arrow, step),
                step -> get(DependencySeries.BUDGET_DENIED, arrow, step) + get(DependencySeries.RETRIES, arrow, step));
        watch.share(
                key,
                Limit.BUDGET,
                denied,
                LEAST_DENIED,
                (from, now, usual, worst) -> "its retry budget is empty: " + Amount.share(now)
                        + " of the retries are not made" + Watch.beside(usual, worst, Amount::share));
    }

    private void fallback(String key, int arrow) {
        List<Integer> others = replaced(key, arrow);
        Course taken = Course.of(
                chronicle,
                step -> get(DependencySeries.FALLBACKS, arrow, step),
                step -> others.stream()
                        .mapToDouble(other -> get(DependencySeries.CALLS, other, step))
                        .sum());
        watch.share(
                key,
                Limit.FALLBACK,
                taken,
                LEAST_TAKEN,
                (from, now, usual, worst) -> "as a fallback it takes over " + Amount.share(now) + " of the calls"
                        + Watch.beside(usual, worst, Amount::share));
    }

    /** What it stands in for; where it is a gateway's target, all that the gateway can choose. */
    private List<Integer> replaced(String key, int arrow) {
        Dependency drawn = pipeline.arrows().get(key);
        int primary = drawn == null || drawn.fallback().fallbackFor() == null
                ? -1
                : chronicle.dependencies().indexOf(drawn.fallback().fallbackFor());
        if (primary >= 0 && primary != arrow) {
            return List.of(primary);
        }
        String caller = Pipeline.from(key);
        return IntStream.range(0, chronicle.dependencies().size())
                .filter(other ->
                        Pipeline.from(chronicle.dependencies().get(other)).equals(caller))
                .boxed()
                .toList();
    }
}
