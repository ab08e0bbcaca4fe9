package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.Objective;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.report.wording.Numbers;

/** Whether a client got what it was promised, in words. */
final class Promise {

    private Promise() {}

    /** {@code "got good answers to 91.2 % ±0.3 of their requests and missed the promised 99 %"}. */
    static String of(Objective objective) {
        Interval goodput = objective.goodput();
        String promised = "the promised " + Figures.share(objective.promised());
        if (!objective.isMeasured()) {
            return "had no request that was measured, so " + promised + " is not shown";
        }
        String got = "got good answers to " + Numbers.share(goodput) + " of their requests, ";
        boolean isOpen =
                goodput.isBounded() && goodput.low() < objective.promised() && goodput.high() >= objective.promised();
        if (isOpen) {
            return got + "by which it is not established whether " + promised + " is kept";
        }
        return got + (objective.isMet() ? "which keeps " : "which misses ") + promised;
    }
}
