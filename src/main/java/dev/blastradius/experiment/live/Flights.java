package dev.blastradius.experiment.live;

import dev.blastradius.engine.FlightLog;

/** What has moved along the arrows of a live replication in a short while, or an even sample of it. */
public final class Flights {

    /** Nothing has moved. */
    public static final Flights NONE = new Flights(new double[0], new int[0], new FlightLog.Kind[0], 1);

    private final double[] times;
    private final int[] dependencies;
    private final FlightLog.Kind[] kinds;
    private final double weight;

    /** Takes over the arrays, which are as long as each other. */
    Flights(double[] times, int[] dependencies, FlightLog.Kind[] kinds, double weight) {
        this.times = times;
        this.dependencies = dependencies;
        this.kinds = kinds;
        this.weight = weight;
    }

    /** How many there are. */
    public int size() {
        return times.length;
    }

    /** When one moved, in seconds of simulated time. */
    public double time(int index) {
        return times[index];
    }

    /** Along which dependency, by its number in the chronicle. */
    public int dependency(int index) {
        return dependencies[index];
    }

    /** What moved. */
    public FlightLog.Kind kind(int index) {
        return kinds[index];
    }

    /** How many there were in all for each that is here: 1 or more. */
    public double weight() {
        return weight;
    }
}
