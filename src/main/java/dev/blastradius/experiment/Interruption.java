package dev.blastradius.experiment;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Does something when the process is told to end (Ctrl+C, SIGTERM) until {@link #stop}. The process ends when that is done, with
 * the status that the system gives such an end.
 */
public final class Interruption {

    /** So long and no longer may what was done be brought home after the process was told to end. */
    private static final long PATIENCE_SECONDS = 60;

    private final Thread hook;
    private final CountDownLatch stopped = new CountDownLatch(1);

    private Interruption(Runnable action, boolean waits) {
        this.hook = new Thread(
                () -> {
                    action.run();
                    if (waits) {
                        await();
                    }
                },
                "interruption");
    }

    /**
     * Begins to listen.
     *
     * @param action what to do, quickly; called from a thread of its own, once at most
     */
    public static Interruption listen(Runnable action) {
        return begin(new Interruption(action, false));
    }

    /**
     * Begins to listen, and keeps the process until {@link #stop}, a minute at most: so that what was done till then can still be said and
     * written.
     *
     * @param action what ends the work, quickly; called from a thread of its own, once at most
     */
    public static Interruption listenAndWait(Runnable action) {
        return begin(new Interruption(action, true));
    }

    private static Interruption begin(Interruption interruption) {
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    private void await() {
        try {
            stopped.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Listens no longer. */
    public void stop() {
        stopped.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending already, and the action has begun.
            return;
        }
    }
}
