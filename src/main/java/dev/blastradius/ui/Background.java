package dev.blastradius.ui;

import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import javafx.application.Platform;

/** Does what takes time away from the window's thread, one thing after another: files, layout. */
final class Background {

    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread daemon = new Thread(work, "background");
        daemon.setDaemon(true);
        return daemon;
    });

    /**
     * Does some work, and tells what came of it on the window's thread.
     *
     * @param done gets the result
     * @param failed gets what was thrown instead
     */
    <T> void run(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        thread.execute(() -> {
            try {
                T result = work.call();
                Platform.runLater(() -> done.accept(result));
            } catch (Exception | Error e) {
                Platform.runLater(() -> failed.accept(e));
            }
        });
    }

    /** Does some work of which nobody hears. */
    void run(Runnable work) {
        run(
                () -> {
                    work.run();
                    return work;
                },
                done -> {},
                failure -> {});
    }

    /** Takes no more work. */
    void stop() {
        thread.shutdown();
    }
}
