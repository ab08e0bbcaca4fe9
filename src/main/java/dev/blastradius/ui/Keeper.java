package dev.blastradius.ui;

import dev.blastradius.editor.recovery.Clockwork;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.application.Platform;

/** The clock of the machine and a thread of its own, which waits neither for layouts nor for large files; nor does time for it. */
final class Keeper implements Clockwork {

    private final ScheduledExecutorService timer =
            Executors.newSingleThreadScheduledExecutor(work -> daemon(work, "keeper's clock"));

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> daemon(work, "keeper"));

    private static Thread daemon(Runnable work, String name) {
        Thread daemon = new Thread(work, name);
        daemon.setDaemon(true);
        return daemon;
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void after(Duration delay, Runnable action) {
        if (!timer.isShutdown()) {
            var unused = timer.schedule(() -> Platform.runLater(action), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    @Override
    public <T> void work(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        if (thread.isShutdown()) {
            return;
        }
        thread.execute(() -> {
            try {
                T result = work.call();
                Platform.runLater(() -> done.accept(result));
            } catch (Exception | Error e) {
                Platform.runLater(() -> failed.accept(e));
            }
        });
    }

    /** Takes no more work. */
    void stop() {
        timer.shutdownNow();
        thread.shutdownNow();
    }
}
