package dev.blastradius.ui.results;

import dev.blastradius.engine.EngineLimits;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.application.Platform;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Runs experiments for the window, each on a daemon thread of its own, so that one that does not heed its cancelling keeps no
 * later one waiting. All methods are called, all properties change and all callbacks happen on the screen's thread. A run ends in
 * exactly one callback, or in none where it was cancelled.
 */
public final class RunController {

    /** Makes a run. */
    @FunctionalInterface
    public interface Work {

        /** The result; null where {@code progress} cancelled it. Called on the run's thread. */
        @Nullable
        RunResult run(RunSpec spec, RunSettings settings, RunProgress progress);
    }

    /** Says what forbids a run. */
    @FunctionalInterface
    public interface Check {

        /** Why it cannot be run; empty where it can. Called on the run's thread. */
        List<Problem> problems(RunSpec spec);
    }

    private final Check check;
    private final Work work;
    private final LongSupplier nanoClock;
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper();
    private final ReadOnlyStringWrapper timeLeft = new ReadOnlyStringWrapper("");

    private @Nullable Run current;

    /**
     * A controller that runs nothing yet.
     *
     * @param check asked before each run
     * @param work makes the runs
     */
    public RunController(Check check, Work work) {
        this(check, work, System::nanoTime);
    }

    /** The same with a clock of its own, in nanoseconds. */
    RunController(Check check, Work work, LongSupplier nanoClock) {
        this.check = check;
        this.work = work;
        this.nanoClock = nanoClock;
    }

    /** Whether a run is going on. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** How much of the run is done, 0 to 1; 0 where none is going on. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** About how long the run will take yet, {@code "12 s left"}; empty where that is not known or none is going on. */
    public ReadOnlyStringProperty timeLeftProperty() {
        return timeLeft.getReadOnlyProperty();
    }

    /**
     * Starts a run. A run that is still going on is cancelled first.
     *
     * @param scenario a scenario's id; null: no fault
     * @param strategy a strategy's id, or {@code "as-drawn"}
     * @param onDone gets the result
     * @param onRefused gets why it cannot be run, or cannot be run to its end, one problem or more
     * @param onFailure gets what went wrong: a fault of the program's own
     */
    public void start(
            Model model,
            @Nullable String scenario,
            String strategy,
            RunSettings settings,
            Consumer<RunResult> onDone,
            Consumer<List<Problem>> onRefused,
            Consumer<Throwable> onFailure) {
        cancel();
        Run run = new Run(onDone, onRefused, onFailure);
        current = run;
        running.set(true);
        Thread thread = new Thread(() -> run.make(model, scenario, strategy, settings), "run");
        thread.setDaemon(true);
        thread.start();
    }

    /** Cancels the run that is going on, if there is one. It counts as ended at once, and none of its callbacks happens. */
    public void cancel() {
        if (current != null) {
            current.cancelled = true;
            end();
        }
    }

    private void end() {
        current = null;
        running.set(false);
        progress.set(0);
        timeLeft.set("");
    }

    /** One run: made on its own thread, told of on the screen's. */
    private final class Run implements RunProgress {

        private final Consumer<RunResult> onDone;
        private final Consumer<List<Problem>> onRefused;
        private final Consumer<Throwable> onFailure;
        private final AtomicBoolean told = new AtomicBoolean(true);

        private volatile boolean cancelled;
        private volatile double done;
        private volatile TimeLeft estimate = new TimeLeft(0);

        Run(Consumer<RunResult> onDone, Consumer<List<Problem>> onRefused, Consumer<Throwable> onFailure) {
            this.onDone = onDone;
            this.onRefused = onRefused;
            this.onFailure = onFailure;
        }

        void make(Model model, @Nullable String scenario, String strategy, RunSettings settings) {
            if (cancelled) {
                return;
            }
            estimate = new TimeLeft(nanoClock.getAsLong());
            try {
                List<Problem> unfit = RunProblems.unfit(model.pipeline(), scenario, strategy);
                if (!unfit.isEmpty()) {
                    finish(() -> onRefused.accept(unfit));
                    return;
                }
                RunSpec spec = Strategies.runSpec(model, scenario, strategy);
                List<Problem> problems = check.problems(spec);
                if (!problems.isEmpty()) {
                    finish(() -> onRefused.accept(problems));
                    return;
                }
                RunResult result = work.run(spec, settings, this);
                finish(() -> {
                    if (result != null) {
                        onDone.accept(result);
                    }
                });
            } catch (EngineLimits.Exceeded limit) {
                finish(() -> onRefused.accept(List.of(RunProblems.of(limit))));
            } catch (OutOfMemoryError full) {
                finish(() -> onRefused.accept(List.of(RunProblems.of(full))));
            } catch (Throwable failure) {
                finish(() -> onFailure.accept(failure));
            }
        }

        private void finish(Runnable callback) {
            Platform.runLater(() -> {
                if (current == this) {
                    end();
                    callback.run();
                }
            });
        }

        @Override
        public void report(double share) {
            done = share;
            // At most one message is on its way to the screen, however often this is called.
            if (told.compareAndSet(true, false)) {
                Platform.runLater(this::tell);
            }
        }

        private void tell() {
            told.set(true);
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
