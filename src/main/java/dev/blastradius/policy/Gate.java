package dev.blastradius.policy;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.sim.RandomStream;

/**
 * Lets the attempts of one caller's replica at one dependency through, or refuses them. Made for one run, with everything that it
 * will ever need: nothing is allocated after that. All times are nanoseconds since the run's beginning and never go back.
 *
 * <p>For each attempt that was not {@link #REFUSED} exactly one of {@link #ended} and {@link #released} follows.
 */
public interface Gate {

    /** The attempt goes on at once. */
    long ADMITTED = 0;

    /** The attempt goes no further. */
    long REFUSED = -1;

    /** The attempt waits until one that is under way has ended, for {@link #longestQueueing} at most. */
    long QUEUED = -2;

    /**
     * An attempt asks to be let through.
     *
     * @param now the time
     * @param underWay attempts of this caller's replica at this dependency that have passed all their gates and have not ended
     * @param stream a stream that is this attempt's and this gate's alone; a gate draws a few uniforms from it, or none
     * @return {@link #ADMITTED}, {@link #REFUSED}, {@link #QUEUED}, or how many nanoseconds, above 0, the attempt waits before
     *     it goes on
     */
    long admit(long now, int underWay, RandomStream stream);

    /**
     * An attempt that this gate let through has ended, or was refused by a gate further in.
     *
     * @param now the time
     * @param nanos how long ago this gate let it through
     * @param outcome what it ended in
     */
    void ended(long now, long nanos, CallOutcome outcome);

    /** An attempt that this gate let through was given up before it could tell anything about the dependency. */
    void released(long now);

    /**
     * Whether it is certain that an attempt would be refused now. Asking changes nothing that a later answer depends on. A gate
     * that goes by chance or by how much is under way says false.
     */
    default boolean refuses(long now) {
        return false;
    }

    /** For how many nanoseconds a {@link #QUEUED} attempt waits at most. */
    default long longestQueueing() {
        return 0;
    }
}
