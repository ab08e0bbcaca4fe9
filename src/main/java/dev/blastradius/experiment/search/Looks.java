package dev.blastradius.experiment.search;

/**
 * The moments at which a value is judged: after the first replications, then whenever their number has doubled, and at the limit.
 *
 * @param first replications to begin with
 * @param limit replications at the most
 */
record Looks(int first, int limit) {

    /** How many there are. */
    int count() {
        int looks = 1;
        for (long done = first; done < limit; done = Math.min(limit, 2 * done)) {
            looks++;
        }
        return looks;
    }

    /** How many replications come after so many. */
    int next(int done) {
        return done == 0 ? Math.min(first, limit) : (int) Math.min(done, (long) limit - done);
    }

    /**
     * The level of each look's interval, at which all of them hold together with a confidence: what may go wrong is shared out among them
     * (Bonferroni's inequality).
     */
    double level(double confidence) {
        return 1 - (1 - confidence) / count();
    }
}
