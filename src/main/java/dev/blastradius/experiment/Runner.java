package dev.blastradius.experiment;

import dev.blastradius.engine.ReplicationResult;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.Simulation;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Makes the replications of a run, as many at a time as there are threads, and adds them up in their order: the result does not
 * depend on the number of threads.
 */
public final class Runner {

    private Runner() {}

    /**
     * Runs a valid model.
     *
     * @param spec what to run; {@link dev.blastradius.engine.UnreadRecordings#problems} must be empty
     * @param settings how
     * @param progress hears how far it is, and can cancel it
     * @return the result; null where it was cancelled
     * @throws dev.blastradius.engine.EngineLimits.Exceeded where the model asks for more than the machine has
     */
    public static @Nullable RunResult run(RunSpec spec, RunSettings settings, RunProgress progress) {
        Simulation simulation = Simulation.of(spec, settings.warmup(), settings.duration());
        Shares shares = new Shares(settings.replications(), progress);
        RunSum sum = new RunSum();
        int threads = Math.min(settings.threads(), settings.replications());
        ExecutorService pool = Executors.newFixedThreadPool(threads, Runner::thread);
        try {
            Deque<Future<@Nullable ReplicationResult>> underWay = new ArrayDeque<>();
            int next = 0;
            for (int replication = 0; replication < settings.replications(); replication++) {
                // One more than there are threads, so that none waits while a finished replication is added up.
                while (next < settings.replications() && next <= replication + threads) {
                    int number = next++;
                    underWay.add(pool.submit(
                            () -> simulation.replicate(settings.seed(), number, done -> shares.report(number, done))));
                }
                ReplicationResult result = underWay.remove().get();
                if (result == null) {
                    return null;
                }
                sum.add(result);
                shares.report(replication, 1);
            }
        } catch (ExecutionException e) {
            throw unwrap(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return null;
        } finally {
            shares.cancel();
            pool.shutdownNow();
        }
        return progress.isCancelled() ? null : sum.result(spec, settings);
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "replication");
        thread.setDaemon(true);
        return thread;
    }

    private static RuntimeException unwrap(ExecutionException e) {
        Throwable cause = e.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException failure ? failure : new IllegalStateException(cause);
    }

    /** How far all replications together are. */
    private static final class Shares {
        private final double[] done;
        private final RunProgress progress;
        private double sum;
        private double reported;
        private volatile boolean cancelled;

        Shares(int replications, RunProgress progress) {
            this.done = new double[replications];
            this.progress = progress;
        }

        synchronized boolean report(int replication, double share) {
            if (share > done[replication]) {
                sum += share - done[replication];
                done[replication] = share;
            }
            double total = Math.min(1, sum / done.length);
            if (total - reported >= 0.001 || total == 1 && reported < 1) {
                reported = total;
                progress.report(total);
            }
            return !cancelled && !progress.isCancelled();
        }

        void cancel() {
            cancelled = true;
        }
    }
}
