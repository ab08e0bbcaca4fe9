package dev.blastradius.experiment;

/**
 * Does something when the process is told to end (Ctrl+C, SIGTERM) until {@link #stop}. The process ends when it is done, with
 * the status that the system gives such an end.
 */
public final class Interruption {

    private final Thread hook;

    private Interruption(Thread hook) {
        this.hook = hook;
    }

    /**
     * Begins to listen.
     *
     * @param action what to do, quickly; called from a thread of its own, once at most
     */
    public static Interruption listen(Runnable action) {
        Interruption interruption = new Interruption(new Thread(action, "interruption"));
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    /** Listens no longer. */
    public void stop() {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the action has begun.
            return;
        }
    }
}
