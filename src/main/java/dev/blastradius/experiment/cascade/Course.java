package dev.blastradius.experiment.cascade;

import dev.blastradius.engine.Chronicle;

/** How often something happened, step by step, out of how often it could have: failures among answers, retries among attempts. */
final class Course {

    /** A share of fewer is not worth saying: each one is 5 % of it. */
    private static final double LEAST_TRIES = 20;

    /** By step, how often it happened before it; the last one: in all. */
    private final double[] hitsBefore;

    private final double[] triesBefore;

    private Course(double[] hitsBefore, double[] triesBefore) {
        this.hitsBefore = hitsBefore;
        this.triesBefore = triesBefore;
    }

    /** What a step has of something. */
    interface Reading {
        double in(int step);
    }

    /** What a chronicle has of it so far. More hits than tries, for the tries were in an earlier step, count as so many tries. */
    static Course of(Chronicle chronicle, Reading hits, Reading tries) {
        int steps = chronicle.recorded();
        double[] some = new double[steps + 1];
        double[] all = new double[steps + 1];
        for (int step = 0; step < steps; step++) {
            double here = hits.in(step);
            some[step + 1] = some[step] + here;
            all[step + 1] = all[step] + Math.max(here, tries.in(step));
        }
        return new Course(some, all);
    }

    int steps() {
        return hitsBefore.length - 1;
    }

    /** How often it happened in a step. */
    double hits(int step) {
        return hits(step, step + 1);
    }

    /** How often it could have in a step; at least as often. */
    double tries(int step) {
        return tries(step, step + 1);
    }

    /** How often it happened in steps, the last one left out. */
    double hits(int from, int to) {
        return hitsBefore[to] - hitsBefore[from];
    }

    /** How often it could have happened in steps, the last one left out. */
    double tries(int from, int to) {
        return triesBefore[to] - triesBefore[from];
    }

    /** The share in which it happened in steps, the last one left out; NaN where it could not have. */
    double share(int from, int to) {
        double all = tries(from, to);
        return all == 0 ? Double.NaN : hits(from, to) / all;
    }

    /** The share from a step on, over at least so many steps and 20 tries; to the end where that is less. */
    double shareFrom(int from, int width) {
        int to = Math.min(steps(), from + width);
        double all = tries(from, to);
        while (to < steps() && all < LEAST_TRIES) {
            all += tries(to++);
        }
        return share(from, to);
    }

    /** The highest share over so many steps together, of at least 20 tries, that begin in a stretch; 0 where there are none. */
    double highest(int from, int to, int width) {
        return highest(from, to, width, LEAST_TRIES);
    }

    /** The same, of at least so many tries, and 20. */
    double highest(int from, int to, int width, double least) {
        double worst = 0;
        for (int step = from; step + width <= Math.min(to, steps()); step++) {
            if (tries(step, step + width) >= Math.max(LEAST_TRIES, least)) {
                worst = Math.max(worst, share(step, step + width));
            }
        }
        return worst;
    }
}
