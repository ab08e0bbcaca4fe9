package dev.blastradius.editor.stage;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.DependencySeries;

/** Requests that move when a record is played back: not each as it was, but as many of each kind as the step's numbers say. */
public final class Replay {

    private Replay() {}

    /**
     * Adds what sets out in a while of one step, of each dependency in proportion to the step's attempts, failures, time-outs and
     * refusals.
     *
     * @param step a recorded one
     * @param simulated how long the while is, in simulated seconds
     */
    public static void add(Chronicle chronicle, int step, double simulated, Dots dots) {
        double share = simulated / chronicle.stepSeconds();
        for (int i = 0; i < chronicle.dependencies().size(); i++) {
            double attempts = chronicle.get(DependencySeries.ATTEMPTS, i, step);
            double timeouts = chronicle.get(DependencySeries.TIMEOUTS, i, step);
            double refused = chronicle.get(DependencySeries.SHORT_CIRCUITED, i, step)
                    + chronicle.get(DependencySeries.REFUSED, i, step);
            double failed = Math.max(0, chronicle.get(DependencySeries.FAILED, i, step) - timeouts - refused);
            dots.add(i, Dots.Kind.SENT, attempts * share);
            dots.add(i, Dots.Kind.ANSWERED, Math.max(0, attempts - failed - timeouts) * share);
            dots.add(i, Dots.Kind.FAILED, failed * share);
            dots.add(i, Dots.Kind.TIMED_OUT, timeouts * share);
            dots.add(i, Dots.Kind.REFUSED, refused * share);
        }
    }
}
