package dev.blastradius.experiment.search;

import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
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
     * @param of so many; 0 where no recovery can be judged, because no fault ends within the run
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
            RunSettings settings = trial.settings().withReplications(replications);
            RunSettings own = settings.withSeed(settings.seed() + batch * Seeds.APART);
            RunResult run = Sweep.run(new Trial(trial.arm(), own), progress);
            if (run == null) {
                return null;
            }
            BlastRadius radius = run.blastRadius();
            Proportion recovered = radius == null ? null : radius.recovered();
            return recovered == null ? new Answer(0, 0) : new Answer(recovered.successes(), recovered.of());
        };
    }

    /** How seeds of batches are told apart. */
    final class Seeds {

        /** The golden ratio's fraction in 64 bits: its multiples are as far from each other as can be (Knuth, TAOCP 6.4). */
        static final long APART = 0x9E37_79B9_7F4A_7C15L;

        private Seeds() {}
    }
}
