package dev.blastradius.editor.stage;

import java.util.Arrays;

/**
 * Requests on their way along arrows, as dots. There are never more than {@link #MOST} of them: where more is on its way, each stands
 * for several requests, and {@link #each} says for how many. Time here is the watcher's, not the simulation's, for what takes a
 * millisecond could not be seen.
 */
public final class Dots {

    /** No more dots than this at a time: as many as can be told apart, and drawn sixty times a second. */
    public static final int MOST = 900;

    /** What moves. */
    public enum Kind {
        /** An attempt, from caller to callee. */
        SENT,
        /** An answer, on its way back. */
        ANSWERED,
        /** A failure, on its way back. */
        FAILED,
        /** An attempt that its caller gave up: back from where the answer was to come from. */
        TIMED_OUT,
        /** An attempt that a policy did not let through: it turns back at the caller. */
        REFUSED
    }

    /** How fast dots go, in pixels of the drawing a second, and how long one takes at least and at most, in seconds. */
    private static final double SPEED = 260;

    private static final double SHORTEST = 0.55;
    private static final double LONGEST = 1.3;
    private static final double BOUNCE = 0.45;

    /** How far along the arrow a refused one gets, as a share of it, and in pixels. */
    private static final double BOUNCE_SHARE = 0.3;

    private static final double BOUNCE_PIXELS = 34;

    /** Steps of how many requests a dot stands for. */
    private static final double[] STEPS = {1, 2, 5};

    /** The newest moment's share in the estimate of how much is coming, for each second. */
    private static final double FORGET = 3;

    /** Room left for bursts. */
    private static final double WANTED = MOST * 0.62;

    /** On the busiest arrow dots of one direction follow each other no closer than this, in pixels of the drawing. */
    private static final double APART = 11;

    private static final int KINDS = Kind.values().length;

    private final double[] seconds;
    private final double[] bounce;
    private final double[] owed;
    private final int[] arrow = new int[MOST];
    private final Kind[] kind = new Kind[MOST];
    private final double[] progress = new double[MOST];
    private int size;
    private final double[] room;
    private final double[] arriving;
    private final double[] coming;
    private double each = 1;

    /**
     * None so far.
     *
     * @param lengths of the arrows, in pixels of the drawing, by their numbers
     */
    public Dots(double[] lengths) {
        seconds = new double[lengths.length];
        room = new double[lengths.length];
        arriving = new double[lengths.length];
        coming = new double[lengths.length];
        bounce = new double[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            seconds[i] = Math.max(SHORTEST, Math.min(LONGEST, lengths[i] / SPEED));
            // Two directions.
            room[i] = Math.max(2, 2 * lengths[i] / APART);
            bounce[i] = Math.min(BOUNCE_SHARE, BOUNCE_PIXELS / Math.max(1, lengths[i]));
        }
        owed = new double[lengths.length * KINDS];
        Arrays.fill(kind, Kind.SENT);
    }

    /**
     * Requests set out now.
     *
     * @param on the arrow's number; others than there are are left out
     * @param what how
     * @param requests how many, not necessarily whole; what does not make a dot waits for more
     */
    public void add(int on, Kind what, double requests) {
        if (on >= 0 && on < seconds.length && requests > 0) {
            owed[on * KINDS + what.ordinal()] += requests;
            arriving[on] += requests * life(on, what);
        }
    }

    /**
     * Time goes on: what has arrived is gone, and what was added is on its way.
     *
     * @param passed in the watcher's seconds, above 0
     */
    public void advance(double passed) {
        for (int i = 0; i < size; i++) {
            progress[i] += passed / life(arrow[i], kind[i]);
            if (progress[i] >= 1) {
                size--;
                arrow[i] = arrow[size];
                kind[i] = kind[size];
                progress[i] = progress[size];
                // The one that has come here has not been moved yet.
                i--;
            }
        }
        weigh(passed);
        for (int on = 0; on < seconds.length; on++) {
            for (Kind what : Kind.values()) {
                setOut(on, what, passed);
            }
        }
    }

    /** Chooses how many requests a dot stands for, so that what is coming has room. */
    private void weigh(double passed) {
        double share = 1 - Math.exp(-FORGET * passed);
        double all = 0;
        double densest = 0;
        for (int on = 0; on < coming.length; on++) {
            coming[on] += share * (arriving[on] / passed - coming[on]);
            arriving[on] = 0;
            all += coming[on];
            densest = Math.max(densest, coming[on] / room[on]);
        }
        double least = Math.max(all / WANTED, densest);
        double needed = step(least);
        // Down only when there is room to spare, or the number would flicker between two steps.
        if (needed > each || step(least * 1.3) < each) {
            each = needed;
        }
    }

    /** The smallest step that is no less than a number: 1, 2, 5, 10, 20, … */
    private static double step(double least) {
        for (double power = 1; ; power *= 10) {
            for (double step : STEPS) {
                if (step * power >= least) {
                    return step * power;
                }
            }
        }
    }

    private void setOut(int on, Kind what, double passed) {
        int place = on * KINDS + what.ordinal();
        int count = (int) Math.floor(owed[place] / each + 1e-9);
        if (count == 0) {
            return;
        }
        owed[place] = Math.max(0, owed[place] - count * each);
        int free = Math.min(count, MOST - size);
        for (int i = 0; i < free; i++) {
            arrow[size] = on;
            kind[size] = what;
            // Those of one frame set out evenly over it, or they would lie on each other.
            progress[size] = passed / life(on, what) * i / free;
            size++;
        }
    }

    private double life(int on, Kind what) {
        return what == Kind.REFUSED ? BOUNCE : seconds[on];
    }

    /** Nothing moves any more. */
    public void clear() {
        size = 0;
        Arrays.fill(owed, 0);
        each = 1;
        Arrays.fill(coming, 0);
        Arrays.fill(arriving, 0);
    }

    /** How many dots there are. */
    public int size() {
        return size;
    }

    /** How many requests each of those stands for that set out now: 1, 2, 5, 10, … */
    public double each() {
        return each;
    }

    /** The number of the arrow that a dot is on. */
    public int arrow(int dot) {
        return arrow[dot];
    }

    /** What a dot is. */
    public Kind kind(int dot) {
        return kind[dot];
    }

    /** Where on its arrow a dot is: 0 at the caller, 1 at the callee. */
    public double along(int dot) {
        double done = Math.min(1, progress[dot]);
        return switch (kind[dot]) {
            case SENT -> done;
            case ANSWERED, FAILED, TIMED_OUT -> 1 - done;
            case REFUSED -> bounce[arrow[dot]] * Math.sin(Math.PI * done);
        };
    }
}
