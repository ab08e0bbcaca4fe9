package dev.blastradius.experiment;

import dev.blastradius.engine.ReplicationResult;
import dev.blastradius.experiment.StudyResult.ArmResult;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Pipelines side by side: every replication of every arm runs once without faults, the twin, and once under each of its scenarios, all on the
 * same random streams. As many runs are made at a time as there are threads, and they are added up in a fixed order, replication after
 * replication: the result depends neither on the number of threads nor on which run was faster, and memory does not grow with the number of
 * replications.
 */
public final class Study {

    /** How far a study with a stopping rule can be as long as it has not stopped: whether that was the last replication, nobody knows. */
    private static final double NEARLY = 0.99;

    private final List<ArmRuns> arms = new ArrayList<>();
    private final RunSettings settings;
    private final @Nullable Stopping stopping;
    private final Progress progress;
    private final List<Arm> strategies;
    private final ComparisonSum comparisons;
    private int replications;
    private boolean complete;

    private Study(
            List<Arm> arms,
            RunSettings settings,
            @Nullable Stopping stopping,
            boolean keepsSeries,
            RunProgress progress) {
        this.settings = settings;
        this.stopping = stopping;
        boolean bounded = keepsSeries || arms.stream().anyMatch(Arm::isReference);
        arms.forEach(arm -> this.arms.add(new ArmRuns(arm, settings, keepsSeries, bounded && !arm.isReference())));
        int runs = this.arms.stream().mapToInt(ArmRuns::runs).sum();
        this.progress = new Progress(runs, settings.replications(), stopping == null ? 1 : NEARLY, progress);
        this.strategies = arms.stream().filter(arm -> !arm.isReference()).toList();
        this.comparisons = new ComparisonSum(strategies);
    }

    /**
     * Makes a study of valid pipelines.
     *
     * @param arms one strategy or more; references after them
     * @param stopping when to stop after the settings' number of replications; null: then
     * @param keepsSeries whether results have series in time, for charts, which take memory for every run. With them, and where arms are
     *     compared with a reference, results have the clairvoyant bound, which takes some time
     * @param progress hears how far it is, and can cancel it: what is done then is kept
     * @return the result; null where it was cancelled before the first run was done
     * @throws dev.blastradius.engine.EngineLimits.Exceeded where a model asks for more than the machine has
     */
    public static @Nullable StudyResult run(
            List<Arm> arms,
            RunSettings settings,
            @Nullable Stopping stopping,
            boolean keepsSeries,
            RunProgress progress) {
        return new Study(arms, settings, stopping, keepsSeries, progress).run();
    }

    private @Nullable StudyResult run() {
        ExecutorService pool = Executors.newFixedThreadPool(settings.threads(), Study::thread);
        try {
            Queue queue = new Queue(pool);
            while (!complete && addReplication(queue)) {
                complete = isEnough();
            }
        } catch (ExecutionException e) {
            throw unwrap(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            progress.cancel();
            pool.shutdownNow();
        }
        return arms.get(0).isBegun() ? result() : null;
    }

    /** Takes one replication of every run, in the order of the arms; false where it was cancelled meanwhile. */
    private boolean addReplication(Queue queue) throws ExecutionException, InterruptedException {
        double[][][] values = new double[arms.size()][][];
        for (int arm = 0; arm < values.length; arm++) {
            ArmRuns runs = arms.get(arm);
            values[arm] = new double[runs.runs()][];
            for (int run = 0; run < values[arm].length; run++) {
                ReplicationResult result = queue.take();
                if (result == null) {
                    return false;
                }
                values[arm][run] = runs.add(run, result);
            }
        }
        comparisons.add(values);
        replications++;
        return true;
    }

    private boolean isEnough() {
        if (stopping == null) {
            return replications >= settings.replications();
        }
        double widest = 0;
        for (int arm = 0; arm < strategies.size(); arm++) {
            widest = Math.max(widest, arms.get(arm).halfWidth());
        }
        if (replications >= settings.replications() && widest <= stopping.halfWidth()) {
            return true;
        }
        // The interval narrows with the root of the replications, so that progress can be told before the end is
        // certain.
        double needed = StrictMath.ceil(replications * StrictMath.pow(widest / stopping.halfWidth(), 2));
        double least = Math.max(settings.replications(), replications + 1.0);
        progress.expect((int) Math.min(limit(), Double.isNaN(needed) ? least : Math.max(least, needed)));
        return replications >= limit();
    }

    /** No more replications than this are made. */
    private int limit() {
        return stopping == null ? settings.replications() : Math.max(stopping.atMost(), settings.replications());
    }

    private StudyResult result() {
        List<ArmResult> results = new ArrayList<>();
        for (ArmRuns arm : arms) {
            if (arm.isBegun()) {
                results.add(arm.result(stopping == null ? null : stopping.halfWidth()));
            }
        }
        List<Comparison> compared =
                strategies.size() < 2 || replications == 0 ? List.of() : comparisons.comparisons(settings);
        return new StudyResult(settings, List.copyOf(results), compared, complete);
    }

    static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "replication");
        thread.setDaemon(true);
        return thread;
    }

    private static RuntimeException unwrap(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        if (cause instanceof ExecutionException inner) {
            return unwrap(inner);
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    /**
     * The runs that are under way: replication after replication, in each arm after arm, in each the twin before the scenarios that are compared
     * with it. Some more are handed out than there are threads, so that none waits while a finished run is added up.
     */
    private final class Queue {
        private final ExecutorService pool;
        private final Deque<Future<@Nullable ReplicationResult>> underWay = new ArrayDeque<>();
        private final int most = 2 * settings.threads() + 1;
        private @Nullable Future<@Nullable ReplicationResult> twin;
        private int replication;
        private int arm;
        private int run;
        private int handedOut;

        Queue(ExecutorService pool) {
            this.pool = pool;
        }

        /** The next run's result; null where it was cancelled. */
        @Nullable
        ReplicationResult take() throws ExecutionException, InterruptedException {
            while (underWay.size() < most && replication < limit()) {
                submit();
            }
            return underWay.remove().get();
        }

        private void submit() {
            ArmRuns runs = arms.get(arm);
            int number = replication;
            int which = run;
            int task = handedOut++;
            Future<@Nullable ReplicationResult> beside = which == 0 ? null : twin;
            Callable<@Nullable ReplicationResult> work =
                    () -> runs.replicate(which, number, beside, done -> progress.report(task, done));
            Future<@Nullable ReplicationResult> future = pool.submit(() -> {
                // A short replication is over before its watch is ever asked.
                if (!progress.report(task, 0)) {
                    return null;
                }
                ReplicationResult result = work.call();
                if (result != null) {
                    progress.report(task, 1);
                }
                return result;
            });
            twin = which == 0 ? future : twin;
            underWay.add(future);
            run++;
            if (run == runs.runs()) {
                run = 0;
                arm++;
            }
            if (arm == arms.size()) {
                arm = 0;
                replication++;
            }
        }
    }

    /** How far all runs together are. Runs that have ended are only counted, so that memory does not grow with their number. */
    private static final class Progress {
        private final int runs;
        private final Map<Integer, Double> begun = new TreeMap<>();
        private final double most;
        private final RunProgress listener;
        private int expected;
        private double done;
        private double reported;
        private boolean cancelled;

        /** No progress beyond the share {@code most} is reported. */
        Progress(int runs, int replications, double most, RunProgress listener) {
            this.runs = runs;
            this.most = most;
            this.expected = replications;
            this.listener = listener;
        }

        synchronized void expect(int replications) {
            expected = replications;
        }

        synchronized boolean report(int task, double share) {
            if (cancelled) {
                return false;
            }
            if (share >= 1) {
                begun.remove(task);
                done++;
            } else {
                begun.put(task, share);
            }
            double sum = done;
            for (double part : begun.values()) {
                sum += part;
            }
            double total = Math.min(most, sum / ((double) runs * expected));
            if (total - reported >= 0.001 || total == 1 && reported < 1) {
                reported = total;
                listener.report(total);
            }
            return !listener.isCancelled();
        }

        /** Nothing is reported any more. Runs that are still under way find out at their next report. */
        synchronized void cancel() {
            cancelled = true;
        }
    }
}
