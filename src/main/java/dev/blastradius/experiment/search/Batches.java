package dev.blastradius.experiment.search;

import dev.blastradius.experiment.RunSettings;

/** How batches of replications at one value are told apart. */
final class Batches {

    /** The golden ratio's fraction in 64 bits: its multiples are as far from each other as can be (Knuth, TAOCP 6.4). */
    private static final long APART = 0x9E37_79B9_7F4A_7C15L;

    private Batches() {}

    /**
     * A batch's settings: of the first, the seed that was asked for; of each other one, a seed of its own.
     *
     * @param batch from 0
     */
    static RunSettings settings(RunSettings settings, int batch, int replications) {
        return settings.withReplications(replications).withSeed(settings.seed() + batch * APART);
    }
}
