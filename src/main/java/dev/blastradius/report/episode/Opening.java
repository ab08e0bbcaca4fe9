package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.clock;
import static dev.blastradius.report.episode.Phrases.count;
import static dev.blastradius.report.episode.Phrases.counted;
import static dev.blastradius.report.episode.Phrases.number;
import static dev.blastradius.report.episode.Phrases.text;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.cascade.CascadeChart;
import dev.blastradius.editor.chain.Chain;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.Collapse;
import dev.blastradius.experiment.Evidence;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Table.Column;
import dev.blastradius.report.document.Table.Row;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How a chapter begins: what happened, whether it was over, how this replication stands among the others, and what became of whose requests. */
final class Opening {

    private final Recorded recorded;
    private final @Nullable Recovery recovery;

    Opening(Recorded recorded) {
        this.recorded = recorded;
        recovery = Recovery.of(recorded);
    }

    List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(finding()));
        if (recorded.isBroken()) {
            blocks.add(Block.paragraph(recovered()));
        }
        blocks.add(Block.paragraph(amongOthers()));
        blocks.addAll(Figured.of(recorded, "outcomes", CascadeChart.ALL));
        blocks.add(clients());
        return blocks;
    }

    /** What happened, in one sentence or two. */
    String finding() {
        Counts all = Counts.of(recorded.chronicle(), recorded.measured());
        String damage = all.ended() == 0
                ? " No request ended after the warm-up."
                : " Of " + counted(all.ended(), "request") + " that ended after the warm-up, " + count(all.bad()) + " ("
                        + Figures.share(all.share(all.bad()))
                        + ") were not goodput, that is, not answered well, in time and rightly" + inParts() + ".";
        return headline() + damage;
    }

    private String headline() {
        Cascade cascade = recorded.episode().cascade();
        Chain chain = Chain.of(cascade, recorded.pipeline());
        if (!recorded.isBroken()) {
            return chain.headline().isEmpty()
                    ? "Nothing was broken, and nothing crossed its limits."
                    : "Nothing was broken, yet limits were crossed. " + chain.headline();
        }
        if (chain.headline().isEmpty()) {
            return "The scenario’s faults left no mark that could be told from an ordinary day.";
        }
        return chain.headline();
    }

    private String inParts() {
        List<String> parts = new ArrayList<>();
        for (Stretch stretch : recorded.stretches()) {
            Counts counts = Counts.of(recorded.chronicle(), stretch);
            if (recorded.isBroken() && counts.ended() > 0) {
                parts.add(Figures.share(counts.share(counts.bad())) + " of those that ended "
                        + (stretch.equals(recorded.before())
                                ? "before " + recorded.first()
                                : stretch.equals(recorded.during()) ? "while it lasted" : "afterwards"));
            }
        }
        return parts.size() < 2 ? "" : ": " + Phrases.listed(parts);
    }

    /** Whether it was over, in this replication and in all. */
    String recovered() {
        String here;
        double end = recorded.lastFault();
        if (recovery == null) {
            here = end > recorded.duration() - 60
                    ? "Not every fault ends a minute or more before the run does, so whether the pipeline recovers was not seen."
                    : "Nothing was measured before " + recorded.first()
                            + ", so there is nothing to hold a recovery against.";
        } else if (!recovery.isRecovered()) {
            here = "It did not recover: by the end of the run, " + Figures.time(recorded.duration() - end)
                    + " after " + recorded.last()
                    + " had ended, goodput had never again kept 95 % of what it was before ("
                    + Figures.share(recovery.usual()) + ") for a minute"
                    + (Double.isNaN(recovery.atTheEnd())
                            ? ", and in the last minute no request ended."
                            : "; in the last minute it was " + Figures.share(recovery.atTheEnd()) + ".");
        } else if (recovery.after() == 0) {
            here = "When " + recorded.last() + " ended, at " + clock(end)
                    + ", goodput was at 95 % or more of what it was before (" + Figures.share(recovery.usual())
                    + "), and stayed there for a minute at least.";
        } else {
            here = "It recovered " + Figures.time(recovery.after()) + " after " + recorded.last() + " had ended: from "
                    + clock(end + recovery.after())
                    + " on, goodput of the last 30 s kept 95 % or more of what it was before ("
                    + Figures.share(recovery.usual()) + ") for a minute at least.";
        }
        return here + recoveredElsewhere();
    }

    private String recoveredElsewhere() {
        BlastRadius radius = recorded.episode().result().blastRadius();
        Proportion share = radius == null ? null : radius.recovered();
        if (radius == null || share == null || share.of() < 2) {
            return "";
        }
        return " Of the " + Numbers.counted(share.of(), "replication") + " of this run, "
                + howMany(share)
                + " recovered"
                + (share.successes() == 0
                        ? "."
                        : ", in the mean " + Numbers.time(radius.timeToRecover()) + " after the end of "
                                + recorded.last() + ".");
    }

    /** How many of some replications did something: {@code "all"}, {@code "none"}, or a number. */
    static String howMany(Proportion share) {
        if (share.successes() == share.of()) {
            return "all";
        }
        return share.successes() == 0 ? "none" : Figures.count(share.successes());
    }

    /** How this replication stands among all of its run. */
    String amongOthers() {
        RunResult result = recorded.episode().result();
        Evidence evidence = result.evidence();
        int number = recorded.playback().replication() + 1;
        double here = Counts.of(recorded.chronicle(), recorded.measured()).goodput();
        int all = Math.max(evidence.replications(), 1);
        String which = "What follows is replication " + number + " of " + all + ", looked at closely";
        if (all < 2) {
            return which
                    + ". There is no other to hold it against: it is one possible course of events, and establishes nothing.";
        }
        Interval mean = result.totals().goodput();
        return which + ". It is one possible course of events, and by itself establishes nothing: its goodput is "
                + Figures.share(here) + ", the mean of the " + all + " is " + Numbers.share(mean) + position(here, mean)
                + "."
                + groups(evidence.collapse());
    }

    private static String position(double here, Interval mean) {
        if (!mean.isBounded() || Double.isNaN(here)) {
            return "";
        }
        if (here < mean.low() || here > mean.high()) {
            return " (this one is " + (here < mean.low() ? "below" : "above")
                    + " the mean’s confidence interval, as a single replication may be)";
        }
        return " (this one is within the mean’s confidence interval)";
    }

    private static String groups(@Nullable Collapse collapse) {
        return collapse == null
                ? ""
                : " The replications fall into two groups: " + Figures.count(collapse.kept()) + " with goodput about "
                        + Figures.share(collapse.keptMean()) + ", " + Figures.count(collapse.collapsed())
                        + " with about "
                        + Figures.share(collapse.collapsedMean()) + "; the mean describes neither.";
    }

    /** What became of each client's requests. */
    private Block clients() {
        List<Column> columns = List.of(
                text("Client"),
                number("Requests"),
                number("Goodput"),
                number("Degraded"),
                number("Failed"),
                number("Given up"),
                number("Late"),
                number("Wrong"));
        List<Row> rows = new ArrayList<>();
        List<String> clients = recorded.chronicle().clients();
        List<Integer> shown = Ranked.most(
                clients.size(), Phrases.MOST_ROWS, client -> counts(client).bad());
        for (int client : shown) {
            Counts counts = counts(client);
            rows.add(Phrases.row(
                    recorded.name(clients.get(client)),
                    count(counts.ended()),
                    Figures.share(counts.goodput()),
                    Figures.share(counts.share(counts.degraded())),
                    Figures.share(counts.share(counts.failed())),
                    Figures.share(counts.share(counts.abandoned())),
                    Figures.share(counts.share(counts.late())),
                    Figures.share(counts.share(counts.wrong()))));
        }
        String left = Ranked.left(clients.size(), shown.size(), "client", "lost fewer requests or none");
        return Phrases.table(
                "What became of requests that ended after the warm-up, by client (shares of requests, this replication)",
                columns,
                rows,
                "Degraded answers are goodput unless they are late or wrong; given up: the user left first; late: answered after"
                        + " the time that the client’s objective allows; wrong: nobody noticed." + left);
    }

    private Counts counts(int client) {
        return Counts.of(recorded.chronicle(), client, recorded.measured());
    }
}
