package dev.blastradius.experiment.search;

import dev.blastradius.experiment.RunProgress;

/**
 * Progress of a part of some work, told as that of the whole.
 *
 * @param whole hears of it
 * @param from share of the whole that is behind
 * @param size share of the whole that this part is
 */
record Part(RunProgress whole, double from, double size) implements RunProgress {

    @Override
    public void report(double done) {
        whole.report(Math.min(1, from + size * done));
    }

    @Override
    public boolean isCancelled() {
        return whole.isCancelled();
    }
}
