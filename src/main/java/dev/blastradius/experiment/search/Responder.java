package dev.blastradius.experiment.search;

import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.experiment.inference.Proportion;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Answers whether a pipeline recovers at a value of a parameter. */
@FunctionalInterface
public interface Responder {

    /**
     * In how many of some replications it recovered.
     *
     * @param recovered in so many
     * @param of so many; 0 where no recovery can be judged, because not every fault ends a minute before the run does
     */
    record Answer(long recovered, long of) {}

    /**
     * Makes replications.
     *
     * @param value of the parameter
     * @param batch which replications at this value, from 0: those of two batches are independent of each other
     * @param replications how many
     * @return null where it was cancelled
     */
    @Nullable
    Answer ask(double value, int batch, int replications, RunProgress progress);

    /**
     * The answers of runs.
     *
     * @param trials of one parameter, each with an outage; the first batch is on the seed of its settings, the same at each value
     */
    static Responder of(Trials trials) {
        return (value, batch, replications, progress) -> {
            Trial trial = trials.at(List.of(value));
            if (trial.arm().outages().isEmpty()) {
                throw new IllegalArgumentException("a trial in which nothing fails");
            }
            RunSettings own = Batches.settings(trial.settings(), batch, replications);
            ArmResult runs = Sweep.run(new Trial(trial.arm(), own), progress);
            if (runs == null) {
                return null;
            }
            BlastRadius radius = runs.outages().get(0).blastRadius();
            Proportion recovered = radius == null ? null : radius.recovered();
            return recovered == null ? new Answer(0, 0) : new Answer(recovered.successes(), recovered.of());
        };
    }
}
