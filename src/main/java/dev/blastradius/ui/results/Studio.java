package dev.blastradius.ui.results;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;

/** Paints pictures one after another on a daemon thread, which ends when there is nothing to paint for a while. */
public final class Studio {

    private final ThreadPoolExecutor painter;

    /** A studio in which nobody works yet. */
    public Studio() {
        painter = new ThreadPoolExecutor(1, 1, 5, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), work -> {
            Thread thread = new Thread(work, "chart painter");
            thread.setDaemon(true);
            return thread;
        });
        painter.allowCoreThreadTimeOut(true);
    }

    /**
     * Paints a picture and hands it over on the screen's thread.
     *
     * @param wanted asked just before painting: whether the picture still matters
     * @param <P> the kind of picture
     */
    public <P> void paint(BooleanSupplier wanted, Supplier<P> work, Consumer<P> done) {
        painter.execute(() -> {
            if (wanted.getAsBoolean()) {
                P picture = work.get();
                Platform.runLater(() -> done.accept(picture));
            }
        });
    }
}
