package dev.blastradius.ui.study;

import dev.blastradius.engine.EngineLimits;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.results.RunProblems;
import dev.blastradius.ui.results.TimeLeft;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Does the long work of the study pages on a thread of its own, one piece at a time for the whole window. All methods are called,
 * all properties change and all callbacks happen on the screen's thread.
 */
public final class StudyController {

    /**
     * A piece of work.
     *
     * @param <T> what it gives
     */
    public interface Work<T> {

        /** Why the model keeps it from being done; empty where it does not. Called on the work's thread, before the work. */
        List<Problem> problems();

        /**
         * Does it. Called on the work's thread.
         *
         * @param progress is told how far it is, and ends it: what is done then is the result
         * @return the result; null where it was cancelled before there was any
         */
        @Nullable
        T make(RunProgress progress);

        /** It has ended. */
        void done(@Nullable T result);

        /** The model keeps it from being done, or from being done to its end. */
        void refused(List<Problem> problems);

        /** The program itself is at fault. */
        void failed(Throwable fault);
    }

    private final ReadOnlyBooleanProperty runGoingOn;
    private final LongSupplier nanoClock;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyLongWrapper told = new ReadOnlyLongWrapper();
    private final ReadOnlyBooleanWrapper cancelling = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper("");

    private @Nullable Piece<?> current;
    private String name = "";

    /**
     * A controller that does nothing yet.
     *
     * @param runGoingOn whether the window is busy with a single run
     */
    public StudyController(ReadOnlyBooleanProperty runGoingOn) {
        this(runGoingOn, System::nanoTime);
    }

    /** The same with a clock of its own, in nanoseconds. */
    StudyController(ReadOnlyBooleanProperty runGoingOn, LongSupplier nanoClock) {
        this.runGoingOn = runGoingOn;
        this.nanoClock = nanoClock;
    }

    /** Whether work is going on. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How many pieces of work have ended and have told how: what they made is there by now, unlike at the moment at which nothing runs any more. */
    public ReadOnlyLongProperty toldProperty() {
        return told.getReadOnlyProperty();
    }

    /** Whether the work that is going on is to end early, and has not ended yet. */
    public ReadOnlyBooleanProperty cancellingProperty() {
        return cancelling.getReadOnlyProperty();
    }

    /** How much of the work is done, 0 to 1; 0 where none is going on. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** About how long it will take yet, {@code "12 s left"}; empty where that is not known or none is going on. */
    public ReadOnlyStringProperty timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /** What is going on, {@code "Compare"}; empty where nothing is. */
    public String name() {
        return name;
    }

    /** Why no work can be begun now; empty where it can. */
    public String obstacle() {
        if (runGoingOn.get()) {
            return "A run is going on";
        }
        return running.get() ? "“" + name + "” is going on" : "";
    }

    /**
     * Begins a piece of work; does nothing where something stands in its way. It ends in exactly one of its callbacks, or in none
     * where it is {@link #forget forgotten}.
     *
     * @param newName what it is, in a few words
     */
    public <T> void start(String newName, Work<T> work) {
        if (!obstacle().isEmpty()) {
            return;
        }
        Piece<T> piece = new Piece<>(work);
        current = piece;
        name = newName;
        running.set(true);
        Thread thread = new Thread(piece::make, "study");
        thread.setDaemon(true);
        thread.start();
    }

    /** Has the work end early. It goes on until it has put together what is done. */
    public void cancel() {
        if (current != null) {
            current.cancelled = true;
            cancelling.set(true);
        }
    }

    /** Has the work end early, and nobody hear of it. */
    public void forget() {
        if (current != null) {
            current.cancelled = true;
            end();
        }
    }

    private void end() {
        current = null;
        name = "";
        running.set(false);
        cancelling.set(false);
        progress.set(0);
        timeLeft.set("");
    }

    /** One piece of work: made on its own thread, told of on the screen's. */
    private final class Piece<T> implements RunProgress {

        private final Work<T> work;
        private final AtomicBoolean heard = new AtomicBoolean(true);
        private volatile boolean cancelled;
        private volatile double done;
        private volatile TimeLeft estimate = new TimeLeft(0);

        Piece(Work<T> work) {
            this.work = work;
        }

        void make() {
            estimate = new TimeLeft(nanoClock.getAsLong());
            try {
                List<Problem> problems = work.problems();
                if (problems.isEmpty()) {
                    T result = work.make(this);
                    finish(() -> work.done(result));
                } else {
                    finish(() -> work.refused(problems));
                }
            } catch (EngineLimits.Exceeded limit) {
                finish(() -> work.refused(List.of(RunProblems.of(limit))));
            } catch (OutOfMemoryError full) {
                finish(() -> work.refused(List.of(RunProblems.of(full))));
            } catch (Throwable fault) {
                finish(() -> work.failed(fault));
            }
        }

        private void finish(Runnable callback) {
            Platform.runLater(() -> {
                if (current == this) {
                    end();
                    callback.run();
                    told.set(told.get() + 1);
                }
            });
        }

        @Override
        public void report(double share) {
            done = share;
            // At most one message is on its way to the screen, however often this is called.
            if (heard.compareAndSet(true, false)) {
                Platform.runLater(this::tell);
            }
        }

        private void tell() {
            heard.set(true);
            if (current == this) {
                double share = done;
                progress.set(share);
                timeLeft.set(estimate.at(nanoClock.getAsLong(), share));
            }
        }

        @Override
        public boolean isCancelled() {
            return cancelled;
        }
    }
}
