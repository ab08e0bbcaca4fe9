package dev.blastradius.experiment;

/** Hears how far a run is, and can end it. Called from the run's own threads, several times a second at most. */
public interface RunProgress {

    /** Nobody listens, and nobody cancels. */
    RunProgress NONE = new RunProgress() {};

    /**
     * How far it is.
     *
     * @param done share of the whole work, 0 to 1, never falling
     */
    default void report(double done) {}

    /** Whether the run is to end now, without a result. */
    default boolean isCancelled() {
        return false;
    }
}
