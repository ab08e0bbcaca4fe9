package dev.blastradius.ui.results;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Names;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.BlastRadius.Damage;
import dev.blastradius.experiment.inference.Proportion;

/** What the faults of a run did, in words: each request beside itself in the run without them. */
final class Radius {

    private Radius() {}

    /** In one line. */
    static String statement(BlastRadius radius) {
        Proportion recovered = radius.recovered();
        return Figures.share(radius.all().affected().mean()) + " affected"
                + (recovered == null
                        ? ""
                        : ", recovered in " + recovered.successes() + " of " + recovered.of()
                                + (recovered.successes() == 0
                                        ? ""
                                        : " after "
                                                + Figures.time(
                                                        radius.timeToRecover().mean())));
    }

    /** By client, and what the line means. */
    static String detail(BlastRadius radius, Names names) {
        StringBuilder text = new StringBuilder("Each request compared with itself in a run without the fault."
                + " More is net: what the fault made so, less what it kept from being so.");
        radius.clients()
                .forEach((client, damage) -> text.append('\n')
                        .append(names.component(client))
                        .append(": ")
                        .append(parts(damage)));
        text.append("\n").append(recovery(radius));
        return text.toString();
    }

    private static String parts(Damage damage) {
        return Figures.share(damage.affected().mean()) + " affected; "
                + Figures.share(damage.failed().mean()) + " failed more, "
                + Figures.share(damage.abandoned().mean()) + " abandoned more, "
                + Figures.share(damage.late().mean()) + " late more, "
                + Figures.share(damage.wrong().mean()) + " wrong more, "
                + Figures.share(damage.degraded().mean()) + " degraded more";
    }

    private static String recovery(BlastRadius radius) {
        return radius.recovered() == null
                ? "Recovery cannot be told: not every fault ends a minute before the run does."
                : "Recovered: from the end of the last fault until goodput over the trailing 30 s stays at 95 % of what it was"
                        + " before, for a minute.";
    }
}
