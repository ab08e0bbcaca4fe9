package dev.blastradius.experiment.search;

import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.Study;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.StudyResult.ArmResult;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One or more parameters on a grid: a study at each point, reduced at once to a few numbers, so that memory does not grow with what the
 * pipeline has. All points are on the same random streams, so that neighbours differ by their values only.
 */
public final class Sweep {

    private Sweep() {}

    /**
     * Runs each point of the grid.
     *
     * @param trials what is run at some values
     * @param axes the parameters with their values, one or more
     * @param progress hears how far the whole is, and can cancel it: points that are done then are kept
     * @throws dev.blastradius.engine.EngineLimits.Exceeded where a model asks for more than the machine has
     */
    public static SweepResult run(Trials trials, List<Axis> axes, RunProgress progress) {
        List<List<Double>> grid = grid(axes);
        List<SweepPoint> done = new ArrayList<>();
        double size = 1.0 / grid.size();
        for (List<Double> values : grid) {
            ArmResult runs = run(trials.at(values), new Part(progress, done.size() * size, size));
            if (runs == null) {
                return new SweepResult(axes, done, false);
            }
            done.add(SweepPoint.of(values, runs));
        }
        return new SweepResult(axes, done, true);
    }

    /** All points, the last parameter changing fastest. */
    public static List<List<Double>> grid(List<Axis> axes) {
        List<List<Double>> points = List.of(List.of());
        for (Axis axis : axes) {
            List<List<Double>> longer = new ArrayList<>();
            for (List<Double> begun : points) {
                for (Double value : axis.values()) {
                    List<Double> values = new ArrayList<>(begun);
                    values.add(value);
                    longer.add(List.copyOf(values));
                }
            }
            points = longer;
        }
        return List.copyOf(points);
    }

    /** The runs of a trial; null where they were cancelled. */
    static @Nullable ArmResult run(Trial trial, RunProgress progress) {
        if (progress.isCancelled()) {
            return null;
        }
        StudyResult study = Study.run(List.of(trial.arm()), trial.settings(), null, false, progress);
        return study == null || !study.isComplete() ? null : study.arms().get(0);
    }
}
