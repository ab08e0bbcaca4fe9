package dev.blastradius.experiment.search;

import java.util.List;

/**
 * What a sweep gave.
 *
 * @param axes the parameters and all the values that were asked for
 * @param points those that were done, in the grid's order: the last parameter changes fastest
 * @param isComplete whether they are all that were asked for: not where it was cancelled
 */
public record SweepResult(List<Axis> axes, List<SweepPoint> points, boolean isComplete) {

    public SweepResult {
        axes = List.copyOf(axes);
        points = List.copyOf(points);
    }
}
