package dev.blastradius.experiment.matrix;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.BlastRadius.Damage;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Stopping;
import dev.blastradius.experiment.Study;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.model.Fault;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The blast-radius matrix: what fails × each client, and the share of that client's requests lost by it.
 *
 * @param twin the pipeline without faults, with which each row's requests are compared
 * @param clients the clients' ids, in the order of the model file
 * @param rows the most damage to all clients together first
 * @param isComplete whether all was done that was asked for: not where it was cancelled
 */
public record DamageMatrix(RunResult twin, List<String> clients, List<Row> rows, boolean isComplete) {

    /**
     * What one failure did.
     *
     * @param failure what fails
     * @param spec the run, to make it anew
     * @param run what it gave, without series in time
     */
    public record Row(Failure failure, RunSpec spec, RunResult run) {

        /**
         * The share of a client's measured requests that were goodput without the failure and are not with it, less those that it made so: a
         * request is compared with itself. {@link Interval#NONE} for a client that it does not have.
         */
        public Interval lost(String client) {
            BlastRadius radius = run.blastRadius();
            Damage damage = radius == null ? null : radius.clients().get(client);
            return damage == null ? Interval.NONE : damage.lostGoodput();
        }

        /** The same of the requests of all clients. */
        public Interval lost() {
            BlastRadius radius = run.blastRadius();
            return radius == null ? Interval.NONE : radius.all().lostGoodput();
        }

        /** The replications in which the pipeline recovered; null where the failure does not end a minute before the run does. */
        public @Nullable Proportion recovered() {
            BlastRadius radius = run.blastRadius();
            return radius == null ? null : radius.recovered();
        }
    }

    /**
     * Makes the matrix of each component and each tag's value that a fault can befall.
     *
     * @param base a valid pipeline as a strategy builds it; its own scenario is left out
     * @param fault what befalls them, such as {@link Failures#unavailable}; its target is not looked at
     * @param progress hears how far it is, and can cancel it: rows of which nothing is done then are left out
     * @return null where it was cancelled before the first run was done
     * @throws dev.blastradius.engine.EngineLimits.Exceeded where a run asks for more than the machine has
     */
    public static @Nullable DamageMatrix run(RunSpec base, Fault fault, RunSettings settings, RunProgress progress) {
        return run(base, Failures.of(base.pipeline(), fault, false), settings, null, progress);
    }

    /**
     * Makes the matrix of some failures.
     *
     * @param stopping when to stop after the settings' number of replications; null: then
     */
    public static @Nullable DamageMatrix run(
            RunSpec base,
            List<Failure> failures,
            RunSettings settings,
            @Nullable Stopping stopping,
            RunProgress progress) {
        StudyResult study = Study.run(List.of(arm(base, failures)), settings, stopping, false, progress);
        return study == null ? null : of(base, failures, study);
    }

    /** What the study of a matrix is made of: the pipeline under each of the failures. */
    public static Arm arm(RunSpec base, List<Failure> failures) {
        List<RunSpec> outages =
                failures.stream().map(failure -> failure.befalling(base)).toList();
        return new Arm(base.strategyId(), base.withoutFaults(), outages);
    }

    /**
     * The matrix of a study of {@link #arm}.
     *
     * @param failures as the arm was made of
     */
    public static DamageMatrix of(RunSpec base, List<Failure> failures, StudyResult study) {
        StudyResult.ArmResult arm = study.arms().get(0);
        List<Row> rows = new ArrayList<>();
        for (Failure failure : failures) {
            for (RunResult run : arm.outages()) {
                if (failure.scenarioId().equals(run.scenario())) {
                    rows.add(new Row(failure, failure.befalling(base), run));
                }
            }
        }
        // Without a number a row comes last, and equals stay in the order of the model.
        rows.sort(Comparator.comparingDouble(row -> {
            double lost = row.lost().mean();
            return Double.isNaN(lost) ? Double.POSITIVE_INFINITY : -lost;
        }));
        List<String> clients = List.copyOf(arm.twin().flows().keySet());
        return new DamageMatrix(arm.twin(), clients, List.copyOf(rows), study.isComplete());
    }
}
