package dev.blastradius.cli;

import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.BlastRadius.Damage;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** What a scenario's faults did, as a section of a page. */
final class BlastRadiusText {

    private final Style style;
    private final Figures figures;
    private final double confidence;

    BlastRadiusText(Style style, double confidence) {
        this.style = style;
        this.figures = new Figures(style);
        this.confidence = confidence;
    }

    /** The section, its table first. */
    String of(BlastRadius radius) {
        return table(radius)
                + field("recovered", recovered(radius))
                + field("load", figures.number(radius.loadAmplification()) + " times the attempts without the faults")
                + bound(radius.answerable());
    }

    private String table(BlastRadius radius) {
        List<String> header = new ArrayList<>(List.of("Blast radius"));
        List<Damage> columns = new ArrayList<>();
        if (radius.clients().size() > 1) {
            header.add("all clients");
            columns.add(radius.all());
        }
        header.addAll(radius.clients().keySet());
        columns.addAll(radius.clients().values());
        TextTable table = new TextTable(style, header);
        row(table, "affected", columns, Damage::affected);
        row(table, "goodput lost", columns, Damage::lostGoodput);
        row(table, "failed more", columns, Damage::failed);
        rowIfAny(table, "abandoned more", columns, Damage::abandoned);
        rowIfAny(table, "degraded more", columns, Damage::degraded);
        rowIfAny(table, "late more", columns, Damage::late);
        rowIfAny(table, "wrong more", columns, Damage::wrong);
        return table.text();
    }

    private void rowIfAny(TextTable table, String name, List<Damage> columns, Function<Damage, Interval> share) {
        if (columns.stream().anyMatch(damage -> share.apply(damage).mean() != 0)) {
            row(table, name, columns, share);
        }
    }

    private void row(TextTable table, String name, List<Damage> columns, Function<Damage, Interval> share) {
        List<String> cells = new ArrayList<>(List.of(name));
        columns.forEach(damage -> cells.add(figures.share(share.apply(damage))));
        table.row(cells);
    }

    private String recovered(BlastRadius radius) {
        Proportion share = radius.recovered();
        if (share == null) {
            return "not to be told: not every fault ends a minute before the run does";
        }
        String text = "in " + share.successes() + " of " + RunReport.plural(share.of(), "replication") + " ("
                + Figures.exactPercentage(confidence) + " interval " + Figures.percentage(share.low()) + " to "
                + Figures.percentage(share.high()) + ")";
        return share.successes() == 0 ? text : text + ", after " + figures.time(radius.timeToRecover());
    }

    private String bound(Interval answerable) {
        return Double.isNaN(answerable.mean())
                ? ""
                : field("bound", figures.share(answerable) + " could have been answered in time by some path");
    }

    private String field(String name, String value) {
        return "  " + String.format("%-12s", name) + style.shortened(value, TextTable.WIDTH - 14) + "\n";
    }
}
