package dev.blastradius.ui.results;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/** Runs tests' steps on the screen's thread and waits for what happens there. */
final class Fx {

    private static final int PATIENCE_SECONDS = 60;

    private static final CountDownLatch STARTED = new CountDownLatch(1);

    static {
        try {
            Platform.startup(STARTED::countDown);
        } catch (IllegalStateException alreadyStarted) {
            STARTED.countDown();
        }
        Platform.setImplicitExit(false);
    }

    private Fx() {}

    /** What a step gives on the screen's thread. */
    static <T> T get(Callable<T> step) throws Exception {
        STARTED.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        CompletableFuture<T> result = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                result.complete(step.call());
            } catch (Throwable failure) {
                result.completeExceptionally(failure);
            }
        });
        return result.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    }

    /** Runs a step on the screen's thread. */
    static void run(Runnable step) throws Exception {
        get(() -> {
            step.run();
            return true;
        });
    }

    /** Waits until a value is as wanted, and gives it. */
    static <T> T await(ObservableValue<? extends T> observed, Predicate<T> wanted) throws Exception {
        CompletableFuture<T> seen = new CompletableFuture<>();
        ChangeListener<T> listener = (property, before, now) -> {
            if (wanted.test(now)) {
                seen.complete(now);
            }
        };
        run(() -> {
            observed.addListener(listener);
            listener.changed(null, null, observed.getValue());
        });
        T value = seen.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        run(() -> observed.removeListener(listener));
        return value;
    }
}
