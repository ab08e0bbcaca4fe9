package dev.blastradius.experiment;

import org.jspecify.annotations.Nullable;

/**
 * Whether the warm-up is long enough, told from the work in the system in the run without faults: all busy servers and all that waits.
 *
 * @param settledAfter seconds from the start after which the run had settled, by MSER-5 ({@link
 *     dev.blastradius.experiment.inference.Mser}); NaN where it cannot be told
 * @param warning that the warm-up is too short, in a sentence or two; null: nothing speaks against it
 */
public record WarmupCheck(double settledAfter, @Nullable String warning) {

    /** Nothing is known. */
    public static final WarmupCheck NONE = new WarmupCheck(Double.NaN, null);
}
