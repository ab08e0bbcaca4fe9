package dev.blastradius.editor.scenario;

import dev.blastradius.model.Experiment;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.Strategy.RunbookStep;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A scenario as it is drawn: a track for each target, a bar for each fault, a flag for each step of the runbook. All times are in
 * seconds from the run's beginning.
 *
 * @param duration how long the run lasts
 * @param warmup how long it is not measured
 * @param tracks from the top down
 * @param flags in the order of their time
 */
public record Timeline(double duration, double warmup, List<Track> tracks, List<Flag> flags) {

    /**
     * A target with its faults.
     *
     * @param name what people call it
     * @param matches what it befalls
     * @param known whether the pipeline has it
     * @param bars in the order of the file
     * @param lanes how many bars stand under each other; 1 at least
     */
    public record Track(Target target, String name, String matches, boolean known, List<Bar> bars, int lanes) {}

    /**
     * A fault.
     *
     * @param index its place in the scenario, from 0
     * @param from when it begins
     * @param to when it ends; at the run's end where it is open-ended; never before it begins
     * @param lane which of its track's lanes it stands in, from 0
     */
    public record Bar(int index, Fault fault, double from, double to, int lane) {

        /** Whether it lasts to the end of the run, however long that is. */
        public boolean isOpenEnded() {
            return fault.lasting() == null;
        }

        /** How long it takes to reach its full strength, in seconds; 0: it is there at once. */
        public double ramp() {
            return fault.ramp() == null ? 0 : fault.ramp().seconds();
        }
    }

    /**
     * Something that people do.
     *
     * @param step its place in the runbook, from 0
     * @param words what they change
     */
    public record Flag(int step, double at, String words) {}

    /**
     * A scenario of a pipeline.
     *
     * @param scenario its id; a timeline without bars where the pipeline has no such scenario
     * @param strategy the strategy whose runbook is shown
     * @param order targets that have a track in this order, whether or not something befalls them; the others follow
     */
    public static Timeline of(Pipeline pipeline, String scenario, String strategy, List<Target> order) {
        Scenario drawn = pipeline.scenariosOrNone().get(scenario);
        List<Fault> faults = drawn == null ? List.of() : drawn.faults();
        double duration = Experiment.DURATION.in(pipeline.settings()).seconds();
        Set<Target> targets = new LinkedHashSet<>(order);
        faults.forEach(fault -> targets.add(fault.target()));
        List<Track> tracks = new ArrayList<>();
        targets.forEach(target -> tracks.add(track(pipeline, target, faults, duration)));
        return new Timeline(
                duration,
                Experiment.WARMUP.in(pipeline.settings()).seconds(),
                List.copyOf(tracks),
                flags(pipeline, faults, pipeline.strategiesOrNone().get(strategy)));
    }

    private static Track track(Pipeline pipeline, Target target, List<Fault> faults, double duration) {
        List<Bar> bars = new ArrayList<>();
        int lanes = 1;
        for (int i = 0; i < faults.size(); i++) {
            Fault fault = faults.get(i);
            if (fault.target().equals(target)) {
                double from = fault.at().seconds();
                double end = fault.lasting() == null
                        ? duration
                        : from + fault.lasting().seconds();
                int lane = freeLane(bars, from, Math.max(from, end));
                lanes = Math.max(lanes, lane + 1);
                bars.add(new Bar(i, fault, from, Math.max(from, end), lane));
            }
        }
        Targets.Choice choice = Targets.choice(pipeline, target);
        boolean known = Targets.isIn(pipeline, target);
        return new Track(target, choice.name(), choice.matches(), known, List.copyOf(bars), lanes);
    }

    /** The first lane in which nothing stands between two moments. */
    private static int freeLane(List<Bar> bars, double from, double to) {
        for (int lane = 0; ; lane++) {
            int here = lane;
            if (bars.stream().noneMatch(bar -> bar.lane == here && bar.from < to && from < bar.to)) {
                return lane;
            }
        }
    }

    private static List<Flag> flags(Pipeline pipeline, List<Fault> faults, @Nullable Strategy strategy) {
        if (strategy == null || faults.isEmpty()) {
            return List.of();
        }
        double first = firstFault(faults);
        List<RunbookStep> steps = strategy.runbookOrEmpty();
        return strategy.stepsInOrder().stream()
                .map(step ->
                        new Flag(step, first + steps.get(step).after().seconds(), changes(pipeline, steps.get(step))))
                .toList();
    }

    /** When the first of some faults begins, in seconds; 0 where there is none. */
    static double firstFault(List<Fault> faults) {
        return faults.stream().mapToDouble(fault -> fault.at().seconds()).min().orElse(0);
    }

    /** What a step of a runbook changes: the names of the components and arrows that its patch is about. */
    private static String changes(Pipeline pipeline, RunbookStep step) {
        Map<String, String> names = new LinkedHashMap<>();
        step.patch().entries().forEach((part, changed) -> {
            if (changed instanceof Map<?, ?> parts) {
                parts.keySet()
                        .forEach(key ->
                                names.put(String.valueOf(key), Targets.name(pipeline, Target.id(String.valueOf(key)))));
            }
        });
        return names.isEmpty() ? "change nothing" : "change " + String.join(", ", names.values());
    }

    /** The bar of a fault; null where there is none. */
    public @Nullable Bar bar(int index) {
        return tracks.stream()
                .flatMap(track -> track.bars().stream())
                .filter(bar -> bar.index() == index)
                .findFirst()
                .orElse(null);
    }
}
