package dev.blastradius.cli;

import dev.blastradius.experiment.Objective;

/** Whether a client got what it was promised, in words. */
final class ObjectiveText {

    private ObjectiveText() {}

    /** In a sentence without a full stop. */
    static String of(Objective objective) {
        String client = objective.client();
        double goodput = objective.goodput().mean();
        String promised = Figures.percentage(objective.promised());
        if (Double.isNaN(goodput)) {
            return client + ": no request was measured, so the promised " + promised + " of goodput is not shown";
        }
        double distance = Math.abs(goodput - objective.promised());
        return client + ": goodput " + Figures.percentage(goodput) + (objective.isMet() ? " keeps" : " misses")
                + " the promised " + promised + " by "
                + Figures.percentage(distance).replace(" %", " points");
    }
}
