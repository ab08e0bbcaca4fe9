package dev.blastradius.experiment;

import dev.blastradius.engine.RunSpec;
import java.util.List;

/**
 * A pipeline to study: without faults, and under each of some scenarios. In a comparison, a strategy.
 *
 * @param id what it is called; in a comparison, the strategy's id
 * @param twin the pipeline without faults
 * @param outages the same pipeline under scenarios; all arms of a comparison have the same ones in the same order
 * @param isReference whether it is no strategy to choose, but a bound to see strategies against: it takes no part in comparisons, and
 *     stands after the strategies
 */
public record Arm(String id, RunSpec twin, List<RunSpec> outages, boolean isReference) {

    /** A strategy. */
    public Arm(String id, RunSpec twin, List<RunSpec> outages) {
        this(id, twin, outages, false);
    }
}
