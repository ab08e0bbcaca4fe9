package dev.blastradius.experiment.search;

import java.util.List;

/**
 * What a sweep gave.
 *
 * @param points those that were done, in the grid's order: the last parameter changes fastest
 * @param isComplete whether they are all that were asked for: not where it was cancelled
 */
public record SweepResult(List<SweepPoint> points, boolean isComplete) {

    public SweepResult {
        points = List.copyOf(points);
    }
}
