package dev.blastradius.experiment;

import dev.blastradius.engine.RunSpec;
import java.util.List;

/**
 * A pipeline to study: without faults, and under each of some scenarios. In a comparison, a strategy.
 *
 * @param id what it is called; in a comparison, the strategy's id
 * @param twin the pipeline without faults
 * @param outages the same pipeline under scenarios; all arms of a comparison have the same ones in the same order
 */
public record Arm(String id, RunSpec twin, List<RunSpec> outages) {}
