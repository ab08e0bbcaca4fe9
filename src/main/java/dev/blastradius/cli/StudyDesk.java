package dev.blastradius.cli;

import dev.blastradius.engine.EngineLimits;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Interruption;
import dev.blastradius.model.descriptor.Problem;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What every command that makes many runs does alike: finds out what they lack, shows how far they are, and keeps what was done. */
final class StudyDesk {

    private final ModelFile file;
    private final Simulator simulator;
    private final Console console;
    private final boolean quiet;

    /**
     * A desk for one command line.
     *
     * @param quiet no progress
     */
    StudyDesk(ModelFile file, Simulator simulator, Console console, boolean quiet) {
        this.file = file;
        this.simulator = simulator;
        this.console = console;
        this.quiet = quiet;
    }

    /** The work, from the simulation to the last file written. */
    @FunctionalInterface
    interface Work {
        /**
         * Does it.
         *
         * @param progress to report to; says whether it was interrupted
         * @return the exit status
         */
        int run(ProgressLine progress);
    }

    /** Whether runs have all their recorded arrivals; says which they lack. */
    boolean hasInputs(List<RunSpec> specs) {
        Set<Problem> missing = new LinkedHashSet<>();
        specs.forEach(spec -> missing.addAll(simulator.unreadRecordings(spec)));
        missing.forEach(problem -> console.err().println(file.line(problem)));
        if (!missing.isEmpty()) {
            console.err()
                    .println(RunReport.plural(missing.size(), "input")
                            + " of these runs could not be had, so they were not made");
        }
        return missing.isEmpty();
    }

    /** Does the work. Ctrl+C cancels its simulation, and the process ends when what was done by then is said and written. */
    int carryOut(Work work) {
        ProgressLine progress = new ProgressLine(console, !quiet);
        Interruption interruption = Interruption.listenAndWait(progress::cancel);
        try {
            return work.run(progress);
        } catch (EngineLimits.Exceeded e) {
            progress.end();
            console.err().println(Style.clean(file.name() + ": error: " + e.getMessage()));
            return ExitStatus.INVALID_INPUT;
        } finally {
            progress.end();
            console.out().flush();
            interruption.stop();
        }
    }

    /** Says that nothing was done before the interruption. */
    int interruptedAtOnce() {
        console.err().println("Interrupted before the first replication was done: nothing was written.");
        return ExitStatus.INTERRUPTED;
    }

    /**
     * Says what is left of interrupted work.
     *
     * @param replications of the run with the fewest
     * @param most of the run with the most
     */
    void interrupted(int replications, int most) {
        console.err()
                .println("Interrupted: this is what was done by then, "
                        + (replications == most
                                ? RunReport.plural(most, "replication")
                                : replications + " to " + RunReport.plural(most, "replication") + " of each run")
                        + ".");
    }
}
