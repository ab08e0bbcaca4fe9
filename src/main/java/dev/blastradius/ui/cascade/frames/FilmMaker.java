package dev.blastradius.ui.cascade.frames;

import java.io.IOException;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.function.Consumer;
import java.util.function.DoubleConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/** Takes a film's pictures on the screen's thread, one in a pulse at most, and writes them on a thread of its own. A few are in memory at a time. */
final class FilmMaker {

    private static final int WAITING = 2;
    private static final int[] END = {};

    private final FrameStage stage;
    private final int count;
    private final FrameSink sink;
    private final DoubleConsumer progress;
    private final Consumer<@Nullable Throwable> done;
    private final BlockingQueue<int[]> pictures = new ArrayBlockingQueue<>(WAITING + 1);
    private final AnimationTimer timer = new AnimationTimer() {
        @Override
        public void handle(long now) {
            pulse();
        }
    };

    private volatile boolean cancelled;
    private volatile boolean failed;
    /** Why no further picture could be taken. */
    private volatile @Nullable Throwable pictureFault;

    private int taken;

    /**
     * A film that is not begun.
     *
     * @param progress hears how much of it is taken, 0 to 1, on the screen's thread
     * @param done hears that it is finished or cancelled, or what went wrong; on the screen's thread
     */
    FilmMaker(
            FrameStage stage, int count, FrameSink sink, DoubleConsumer progress, Consumer<@Nullable Throwable> done) {
        this.stage = stage;
        this.count = count;
        this.sink = sink;
        this.progress = progress;
        this.done = done;
    }

    void start() {
        Thread writer = new Thread(this::write, "write a film");
        writer.setDaemon(true);
        writer.start();
        timer.start();
    }

    /** Gives the film up. */
    void cancel() {
        cancelled = true;
    }

    boolean isCancelled() {
        return cancelled;
    }

    /** Takes a picture where there is room for it. */
    private void pulse() {
        if (cancelled || failed) {
            timer.stop();
            pictures.clear();
            pictures.add(END);
        } else if (stage.isReady() && pictures.size() < WAITING) {
            if (taken < count) {
                take();
            } else {
                timer.stop();
                pictures.add(END);
            }
        }
    }

    private void take() {
        try {
            pictures.add(stage.picture(taken));
            taken++;
            progress.accept((double) taken / count);
        } catch (RuntimeException | OutOfMemoryError e) {
            pictureFault = e;
            cancelled = true; // the next pulse ends it
        }
    }

    private void write() {
        Throwable wrong = null;
        try {
            for (int[] next = pictures.take(); next != END; next = pictures.take()) {
                sink.add(next);
            }
            if (cancelled) {
                sink.abandon();
                wrong = pictureFault;
            } else {
                sink.finish();
            }
        } catch (IOException | RuntimeException | InterruptedException | OutOfMemoryError e) {
            failed = true;
            wrong = e;
            sink.abandon();
        }
        Throwable said = wrong;
        Platform.runLater(() -> done.accept(said));
    }
}
