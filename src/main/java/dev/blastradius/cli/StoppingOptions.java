package dev.blastradius.cli;

import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Stopping;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.descriptor.NumberType;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** When a study has had replications enough, where it is not their number alone that says so. */
final class StoppingOptions {

    private static final double WIDEST = 0.5;

    @Option(
            names = "--precision",
            paramLabel = "SHARE",
            description =
                    "Go on after the replications asked for until the interval of every client's goodput is at most so"
                            + " much on either side, a share: 0.005 is half a percentage point.")
    private @Nullable String precision;

    @Option(
            names = "--max-replications",
            paramLabel = "N",
            description = "With --precision: stop after so many, whatever was reached. Default: " + Stopping.USUAL_LIMIT
                    + ".")
    private @Nullable String atMost;

    /** What the command line says; null where it says nothing. */
    record Wanted(@Nullable Double precision, @Nullable Long atMost) {

        /** The rule for a study of these settings; null: the settings' number of replications. */
        @Nullable
        Stopping over(RunSettings settings, Complaints complaints) {
            if (precision == null) {
                return null;
            }
            long most = atMost == null ? Math.max(Stopping.USUAL_LIMIT, settings.replications()) : atMost;
            if (most < settings.replications()) {
                complaints.add("--max-replications: fewer than the replications that are made in any case; expected "
                        + settings.replications() + " or more; found \"" + most + "\"");
            }
            return new Stopping(precision, Math.toIntExact(most));
        }
    }

    /** Reads the values, and complains of each that is wrong. */
    Wanted read(Complaints complaints) {
        if (atMost != null && precision == null) {
            complaints.add("--max-replications: without --precision there is nothing for it to end; --replications says"
                    + " how many are made");
        }
        return new Wanted(
                complaints.value("--precision", precision, NumberType.positive(WIDEST, "")),
                complaints.value("--max-replications", atMost, Experiment.REPLICATIONS.type()));
    }
}
