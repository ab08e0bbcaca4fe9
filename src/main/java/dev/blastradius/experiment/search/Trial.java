package dev.blastradius.experiment.search;

import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunSettings;

/**
 * What is run at some values of the parameters.
 *
 * @param arm the pipeline with these values; at most one outage, and none where nothing fails
 * @param settings how
 */
public record Trial(Arm arm, RunSettings settings) {

    public Trial {
        if (arm.outages().size() > 1) {
            throw new IllegalArgumentException(arm.outages().size() + " outages; a trial has one at most");
        }
    }
}
