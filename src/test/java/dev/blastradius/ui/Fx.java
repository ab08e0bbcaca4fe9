package dev.blastradius.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;

/** JavaFX for tests: starts it once for all of them, works on its thread, and waits for what it shows, pulse by pulse. */
public final class Fx {

    /** At sixty pulses a second about a minute: far more than anything takes, and an end for what never comes. */
    private static final int MOST_PULSES = 4_000;

    private static final int PATIENCE_SECONDS = 60;

    private Fx() {}

    /** Starts JavaFX, unless another test has. */
    public static void start() {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
            await(started);
            Platform.setImplicitExit(false);
        } catch (IllegalStateException alreadyStarted) {
            return;
        }
    }

    /** What some work on JavaFX's thread gives. */
    public static <T> T get(Callable<T> work) {
        FutureTask<T> task = new FutureTask<>(work);
        Platform.runLater(task);
        try {
            return task.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            throw new AssertionError(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new AssertionError("JavaFX's thread is stuck", e);
        }
    }

    /** Does some work on JavaFX's thread. */
    public static void run(Runnable work) {
        get(() -> {
            work.run();
            return true;
        });
    }

    /** Waits until a condition holds on JavaFX's thread; fails where it never does. */
    public static void waitUntil(String what, Callable<Boolean> condition) {
        for (int i = 0; i < MOST_PULSES; i++) {
            if (get(condition)) {
                return;
            }
            pulse();
        }
        throw new AssertionError("waited in vain until " + what);
    }

    /** Waits until JavaFX has laid out and drawn once more. */
    public static void pulse() {
        CountDownLatch drawn = new CountDownLatch(2);
        AnimationTimer timer = get(() -> {
            AnimationTimer made = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    drawn.countDown();
                }
            };
            made.start();
            return made;
        });
        await(drawn);
        run(timer::stop);
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("JavaFX does not answer");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
