package dev.blastradius.report.episode;

import dev.blastradius.chart.Names;
import dev.blastradius.editor.chain.Chain;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.experiment.cascade.Onset.Limit;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.metrics.RecoveryWatch;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.report.finding.Episode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** A recorded replication as chapters read it: its parts by name, its time in stretches, its counts as sums. */
final class Recorded {

    /** A burst of chance lasts less, in seconds. */
    private static final double SEEN_TO_STAY = 10;

    private final Episode episode;
    private final Names names;
    private final Playback playback;
    private final Chronicle chronicle;
    private final double firstFault;
    private final double lastFault;
    private final int faults;

    /**
     * @param names of the pipeline as drawn, for scenarios and strategies
     */
    Recorded(Episode episode, Names names) {
        this.episode = episode;
        this.names = names;
        playback = episode.playback();
        chronicle = playback.chronicle();
        List<double[]> spans = spans(playback);
        faults = spans.size();
        firstFault = spans.stream().mapToDouble(each -> each[0]).min().orElse(Double.NaN);
        lastFault = spans.stream().mapToDouble(each -> each[1]).max().orElse(Double.NaN);
    }

    /** From when to when each fault that begins in the run is there, in seconds; a fault that flaps, from its first to its last moment. */
    private static List<double[]> spans(Playback playback) {
        Scenario scenario = playback.spec().scenario();
        List<double[]> spans = new ArrayList<>();
        if (scenario == null) {
            // What was broken by hand is in no scenario.
            playback.windows().forEach(window -> spans.add(new double[] {window.from(), window.to()}));
            return spans;
        }
        for (Fault fault : scenario.faults()) {
            double from = fault.at().seconds();
            if (from < playback.duration()) {
                double to = fault.lasting() == null
                        ? Double.POSITIVE_INFINITY
                        : from + fault.lasting().seconds();
                spans.add(new double[] {from, to});
            }
        }
        return spans;
    }

    Episode episode() {
        return episode;
    }

    Names names() {
        return names;
    }

    Playback playback() {
        return playback;
    }

    Chronicle chronicle() {
        return chronicle;
    }

    /** The pipeline as its strategy builds it. */
    Pipeline pipeline() {
        return playback.spec().pipeline();
    }

    /** Names of the parts of the pipeline as its strategy builds it. */
    Names parts() {
        return new Names(pipeline());
    }

    List<Onset> onsets() {
        return episode.cascade().onsets();
    }

    /** What crossed a limit; in the order of time. */
    List<Onset> onsets(Limit limit) {
        return onsets().stream().filter(onset -> onset.limit() == limit).toList();
    }

    /** What a component or a dependency is called, on one line; also one that people add in the outage. */
    String name(String where) {
        Pipeline known = pipeline();
        for (RunSpec.Phase phase : playback.spec().phases()) {
            String id = where.contains("->") ? Pipeline.to(where) : where;
            if (!known.components().containsKey(id)) {
                known = phase.pipeline();
            }
        }
        return Chain.name(known, where);
    }

    String strategy() {
        return names.strategy(playback.spec().strategyId());
    }

    String scenario() {
        return names.scenario(playback.spec().scenarioId());
    }

    /** Whether a fault begins in the run. */
    boolean isBroken() {
        return !Double.isNaN(firstFault);
    }

    /** What the fault that begins first is called: {@code "the fault"} where there is no other. */
    String first() {
        return faults == 1 ? "the fault" : "the first fault";
    }

    /** What the fault that ends last is called. */
    String last() {
        return faults == 1 ? "the fault" : "the last fault";
    }

    /** When the first fault begins, in seconds; NaN: there is none. */
    double firstFault() {
        return firstFault;
    }

    /** When the last fault ends, in seconds, infinite where it is after the run; NaN: there is none. */
    double lastFault() {
        return lastFault < playback.duration()
                ? lastFault
                : Double.isNaN(lastFault) ? lastFault : Double.POSITIVE_INFINITY;
    }

    /** When a fault is active. */
    List<Window> windows() {
        return playback.windows();
    }

    double duration() {
        return playback.duration();
    }

    double warmup() {
        return playback.settings().warmup().seconds();
    }

    /** All that is recorded after the warm-up. */
    Stretch measured() {
        return new Stretch("after the warm-up", Math.min(ceil(warmup()), chronicle.recorded()), chronicle.recorded());
    }

    /** From the end of the warm-up to the first fault; from the run's beginning where that is in the warm-up. Empty without a fault. */
    Stretch before() {
        int to = isBroken() ? floor(firstFault) : 0;
        int from = Math.min(ceil(warmup()), chronicle.recorded());
        return new Stretch("before", from < to ? from : 0, to);
    }

    /** While any fault was still to end; empty without a fault. */
    Stretch during() {
        return isBroken()
                ? new Stretch("during", floor(firstFault), ceil(Math.min(lastFault, duration())))
                : new Stretch("during", 0, 0);
    }

    /** After the last fault; empty without one. */
    Stretch after() {
        int from = isBroken() ? ceil(Math.min(lastFault, duration())) : chronicle.recorded();
        return new Stretch("after", from, chronicle.recorded());
    }

    /** Before, during and after, those that are not empty; without a fault all that is measured. */
    List<Stretch> stretches() {
        return isBroken()
                ? List.of(before(), during(), after()).stream()
                        .filter(each -> !each.isEmpty())
                        .toList()
                : List.of(measured());
    }

    int floor(double seconds) {
        return Math.min(chronicle.recorded(), (int) Math.floor(seconds / chronicle.stepSeconds() + 1e-9));
    }

    int ceil(double seconds) {
        return Math.min(chronicle.recorded(), (int) Math.ceil(seconds / chronicle.stepSeconds() - 1e-9));
    }

    /** When a step begins, in seconds. */
    double seconds(int step) {
        return Math.min(duration(), step * chronicle.stepSeconds());
    }

    double length(Stretch stretch) {
        return seconds(stretch.to()) - seconds(stretch.from());
    }

    double sum(DependencySeries series, int arrow, Stretch stretch) {
        double sum = 0;
        for (int step = stretch.from(); step < stretch.to(); step++) {
            sum += chronicle.get(series, arrow, step);
        }
        return sum;
    }

    double sum(ComponentSeries series, int component, Stretch stretch) {
        double sum = 0;
        for (int step = stretch.from(); step < stretch.to(); step++) {
            sum += chronicle.get(series, component, step);
        }
        return sum;
    }

    /**
     * When an onset was over for good, in seconds; NaN: not by the end of the run, or so little before it that nothing tells that it stays so.
     */
    double over(Onset onset) {
        boolean isSeen = onset.limit() == Limit.FAULT || onset.ends() <= duration() - SEEN_TO_STAY;
        return isSeen ? onset.ends() : Double.NaN;
    }

    /**
     * Since when the component or dependency of an onset has been asked nothing any more, or a retry budget for no retry, in seconds; NaN
     * where it was still asked in the last minute, or where it is a client. What is over there cannot be seen.
     */
    double unusedSince(Onset onset) {
        String where = onset.where();
        int arrow = chronicle.dependencies().indexOf(where);
        int component = chronicle.components().indexOf(where);
        if (arrow < 0 && (component < 0 || chronicle.clients().contains(where))) {
            return Double.NaN;
        }
        int step = chronicle.recorded();
        while (step > 0 && !isAsked(onset.limit(), arrow, component, step - 1)) {
            step--;
        }
        return seconds(step) > duration() - RecoveryWatch.STAYING_SECONDS ? Double.NaN : seconds(step);
    }

    private boolean isAsked(Limit limit, int arrow, int component, int step) {
        if (limit == Limit.BUDGET) {
            return chronicle.get(DependencySeries.RETRIES, arrow, step)
                            + chronicle.get(DependencySeries.BUDGET_DENIED, arrow, step)
                    > 0;
        }
        return arrow >= 0
                ? chronicle.get(DependencySeries.CALLS, arrow, step)
                                + chronicle.get(DependencySeries.ATTEMPTS, arrow, step)
                        > 0
                : chronicle.get(ComponentSeries.ARRIVED, component, step)
                                + chronicle.get(ComponentSeries.ANSWERED, component, step)
                        > 0;
    }

    /** Of which dependencies something is true in the model, at its beginning or after a step of the runbook; their numbers. */
    int[] arrows(Predicate<Dependency> wanted) {
        return IntStream.range(0, chronicle.dependencies().size())
                .filter(arrow -> is(chronicle.dependencies().get(arrow), wanted))
                .toArray();
    }

    /** Whether a dependency is drawn as a fallback, at the beginning or after a step of the runbook. */
    boolean isFallback(String key) {
        return is(key, Dependency::isFallback);
    }

    private boolean is(String key, Predicate<Dependency> wanted) {
        Dependency drawn = pipeline().arrows().get(key);
        boolean is = drawn != null && wanted.test(drawn);
        for (RunSpec.Phase phase : playback.spec().phases()) {
            Dependency then = phase.pipeline().arrows().get(key);
            is |= then != null && wanted.test(then);
        }
        return is;
    }
}
