package dev.blastradius.metrics;

/**
 * The time average of a quantity that changes in jumps, such as a queue's length: over a window of simulated time, and over
 * each of even steps that begin at 0. The quantity is 0 until it is set. Times are nanoseconds and never go back.
 */
public final class TimeAverage {

    private final long windowStart;
    private final long windowEnd;
    private final long stepNanos;
    private final double[] stepAreas;

    private double value;
    private long since;

    /** The area since the last edge; an edge is where a step ends, or the window begins or ends. */
    private double area;

    private long nextEdge;
    private int step;
    private double windowArea;

    /**
     * A quantity of 0.
     *
     * @param windowStart 0 or more
     * @param windowEnd the end of the window, not before its start
     * @param stepNanos the width of a step, above 0
     * @param steps how many steps there are, 0 or more; they cover the time from 0 to steps × stepNanos
     */
    public TimeAverage(long windowStart, long windowEnd, long stepNanos, int steps) {
        this.windowStart = windowStart;
        this.windowEnd = windowEnd;
        this.stepNanos = stepNanos;
        this.stepAreas = new double[steps];
        this.nextEdge = edgeAfter(0);
    }

    /** The quantity has this value from now on. */
    public void set(long now, double value) {
        if (now >= nextEdge) {
            crossEdges(now);
        }
        area += this.value * (now - since);
        since = now;
        this.value = value;
    }

    /** The quantity changes by this from now on. */
    public void add(long now, double delta) {
        set(now, value + delta);
    }

    /** The quantity's present value. */
    public double value() {
        return value;
    }

    /**
     * The average from the window's start to its end, or to an earlier end that is not before the last change. NaN where no
     * time lies between.
     */
    public double mean(long end) {
        long last = Math.min(end, windowEnd);
        if (last <= windowStart) {
            return Double.NaN;
        }
        if (last < windowEnd && last < since) {
            throw new IllegalArgumentException("the value has changed at " + since + ", after " + end);
        }
        double sum = windowArea;
        if (isInWindow(since)) {
            sum += area;
        }
        sum += value * Math.max(0, last - Math.max(since, windowStart));
        return sum / (last - windowStart);
    }

    /** Closes the last step: the value lasts until now. */
    public void finish(long now) {
        set(now, value);
    }

    /** The average over a step, from 0, or over its part before the last change; NaN where that is empty. */
    public double stepMean(int step) {
        long start = step * stepNanos;
        long length = Math.min(stepNanos, since - start);
        if (length <= 0) {
            return Double.NaN;
        }
        return (step == this.step ? stepAreas[step] + area : stepAreas[step]) / length;
    }

    private void crossEdges(long now) {
        while (now >= nextEdge) {
            area += value * (nextEdge - since);
            if (step < stepAreas.length) {
                stepAreas[step] += area;
            }
            if (isInWindow(since)) {
                windowArea += area;
            }
            area = 0;
            since = nextEdge;
            if (step < stepAreas.length && since == (step + 1) * stepNanos) {
                step++;
            }
            nextEdge = edgeAfter(since);
        }
    }

    private boolean isInWindow(long time) {
        return time >= windowStart && time < windowEnd;
    }

    private long edgeAfter(long time) {
        long edge = step < stepAreas.length ? (step + 1) * stepNanos : Long.MAX_VALUE;
        if (time < windowStart) {
            edge = Math.min(edge, windowStart);
        } else if (time < windowEnd) {
            edge = Math.min(edge, windowEnd);
        }
        return edge;
    }
}
