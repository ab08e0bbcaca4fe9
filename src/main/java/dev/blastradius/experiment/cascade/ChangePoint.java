package dev.blastradius.experiment.cascade;

import org.jspecify.annotations.Nullable;

/**
 * Finds when a share went over its limit, by a cumulative sum (E. S. Page, "Continuous inspection schemes", Biometrika 41, 1954): it
 * goes up by every hit, and down, but not below nothing, by as many as the limit allows. It needs few observations where much has changed
 * and many where little has, so that rare requests and frequent ones are judged alike.
 */
final class ChangePoint {

    /** How many times its usual value a limit is at least: chance is reckoned with this. */
    static final double TIMES_USUAL = 3;

    /**
     * So many hits more than the limit allows are no chance: where the share is a third of the limit, the sum gets there once in e^(1.9 × 8),
     * 4 million, observations (1.9 solves e^x = 1 + 3x: Wald's inequality for Poisson counts).
     */
    private static final double ALARM = 8;

    /** What goes up and down by itself without a fault must be outdone by so much: no run's beginning shows the worst of chance. */
    private static final double OVER_USUAL = 2;

    /** So many hits would have come, had it gone on, before their absence tells that it did not: e^-3 is 5 %. */
    private static final double MISSED = 3;

    private final Course course;
    private final double limit;

    private ChangePoint(Course course, double limit) {
        this.course = course;
        this.limit = limit;
    }

    /**
     * When something was over its limit.
     *
     * @param from the first step
     * @param to the step after the last one, before it was under it for good; -1: it was not again
     */
    record Found(int from, int to) {}

    /**
     * When a share was over its limit; null: never.
     *
     * @param first the steps from here ...
     * @param before ... to here, the last one left out, tell what goes on by itself
     * @param limit above 0
     */
    static @Nullable Found find(Course course, int first, int before, double limit) {
        return new ChangePoint(course, limit).find(first, Math.min(before, course.steps()));
    }

    private @Nullable Found find(int first, int before) {
        double alarm = Math.max(ALARM, OVER_USUAL * highest(first, before));
        int last = course.steps() - 1;
        int[] onset = search(before, last, 1, alarm);
        if (onset == null) {
            return null;
        }
        int from = begin(onset[0], onset[1], 1);
        int[] back = search(last, from, -1, alarm);
        int to = back == null ? onset[1] : begin(back[0], back[1], -1);
        double then = back == null ? limit : share(to, back[1]);
        boolean isBack = course.tries(to + 1, course.steps()) * then >= MISSED;
        return new Found(from, isBack ? to + 1 : -1);
    }

    private double highest(int from, int to) {
        double sum = 0;
        double most = 0;
        for (int step = from; step < to; step++) {
            sum = Math.max(0, sum + excess(step, limit));
            most = Math.max(most, sum);
        }
        return most;
    }

    /** The step since which the sum has been above nothing, and the one in which it is enough; null: it never is. */
    private int @Nullable [] search(int from, int to, int direction, double alarm) {
        double sum = 0;
        int since = from;
        for (int step = from; (to - step) * direction >= 0; step += direction) {
            sum += excess(step, limit);
            if (sum <= 0) {
                sum = 0;
                since = step + direction;
            } else if (sum > alarm) {
                return new int[] {since, step};
            }
        }
        return null;
    }

    /** Which step of a stretch it most likely began in, by the share that was then seen up to the alarm. */
    private int begin(int since, int alarm, int direction) {
        int begin = since;
        for (int pass = 0; pass < 2; pass++) {
            double between = between(Math.max(limit, share(begin, alarm)));
            double sum = 0;
            double most = 0;
            for (int step = alarm; (step - since) * direction >= 0; step -= direction) {
                sum += excess(step, between);
                if (sum > most) {
                    most = sum;
                    begin = step;
                }
            }
        }
        return begin;
    }

    /** The share that speaks as little for what is usual as for what was seen: where the likelihoods of Poisson counts are the same. */
    private double between(double seen) {
        double usual = limit / TIMES_USUAL;
        return (seen - usual) / StrictMath.log(seen / usual);
    }

    private double share(int one, int other) {
        return course.share(Math.min(one, other), Math.max(one, other) + 1);
    }

    private double excess(int step, double allowed) {
        return course.hits(step) - allowed * course.tries(step);
    }
}
