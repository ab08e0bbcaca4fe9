package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.count;
import static dev.blastradius.report.episode.Phrases.number;
import static dev.blastradius.report.episode.Phrases.text;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Client.Slo;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Row;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How much of what clients are allowed to lose was lost: in the run, and of a budget of 30 days.
 *
 * <p>The error budget is (1 − objective) × requests (Google, "The Site Reliability Workbook", 2018, chapter 2). That of 30 days takes the
 * requests of the measured time to go on at their rate.
 */
final class Budgets {

    /** From so many times a budget on it is told as times, not in per cent. */
    private static final double MANY = 10;

    private static final double MONTH = 30 * 86_400.0;

    private final Recorded recorded;

    Budgets(Recorded recorded) {
        this.recorded = recorded;
    }

    /** What one client lost of what it may lose. */
    private record Burnt(String id, String client, double objective, Counts counts, double seconds, Interval all) {

        double allowed() {
            return (1 - objective) * counts.ended();
        }

        double ofRun() {
            return counts.bad() / allowed();
        }

        double ofMonth() {
            return ofRun() * seconds / MONTH;
        }

        /** Of the month's budget, over all replications. */
        Interval ofMonthInAll() {
            double factor = seconds / MONTH / (1 - objective);
            return new Interval((1 - all.mean()) * factor, (1 - all.high()) * factor, (1 - all.low()) * factor);
        }
    }

    Section section(String id) {
        String title = "Error budget";
        List<Burnt> burnt = new ArrayList<>();
        List<String> clients = recorded.chronicle().clients();
        for (int client = 0; client < clients.size(); client++) {
            Burnt of = burnt(client);
            if (of != null) {
                burnt.add(of);
            }
        }
        if (burnt.isEmpty()) {
            return new Section(
                    id,
                    title,
                    List.of(
                            Block.paragraph(
                                    "No client has an objective below 100 % and requests that ended, so there is no error budget to burn.")));
        }
        List<Integer> shown = Ranked.first(
                IntStream.range(0, burnt.size()).boxed().toList(),
                Phrases.MOST_ROWS,
                place -> burnt.get(place).ofMonth());
        List<Row> rows = new ArrayList<>();
        for (int place : shown) {
            Burnt of = burnt.get(place);
            rows.add(Phrases.row(
                    of.client(),
                    Figures.share(of.objective()),
                    Figures.number(of.allowed()),
                    count(of.counts().bad()),
                    percent(of.ofRun()),
                    percent(of.ofMonth()),
                    Numbers.share(of.ofMonthInAll())));
        }
        Burnt most = burnt.get(shown.get(0));
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(finding(most)));
        blocks.addAll(Figured.of(recorded, "goodput", most.id()));
        blocks.add(table(rows, Ranked.left(burnt.size(), shown.size(), "client", "burnt less of theirs")));
        return new Section(id, title, blocks);
    }

    private static String finding(Burnt most) {
        return most.counts().bad() == 0
                ? "No client with an objective below 100 % lost a request: no error budget was burnt."
                : "Of " + most.client() + ", " + count(most.counts().bad())
                        + " requests were no goodput where the objective of "
                        + Figures.share(most.objective()) + " allows " + Figures.number(most.allowed())
                        + " in as many: "
                        + of(most.ofRun(), "the run’s error budget") + ", and "
                        + of(most.ofMonth(), "a budget of 30 days") + ".";
    }

    private Block table(List<Row> rows, String left) {
        return Phrases.table(
                "Error budgets burnt in the " + Figures.time(recorded.length(recorded.measured()))
                        + " after the warm-up, by client",
                List.of(
                        text("Client"),
                        number("Objective"),
                        number("Allowed"),
                        number("Lost"),
                        number("Of the run’s budget"),
                        number("Of 30 days’ budget"),
                        number("The same, mean of all")),
                rows,
                "Allowed: the error budget, (1 − objective) × requests. Lost: requests that were no goodput; every one burns the"
                        + " budget, also those of an ordinary day. Mean of all: of all replications, with its confidence interval. The"
                        + " budget of 30 days assumes traffic as in this run, day and night." + left);
    }

    private static String of(double share, String budget) {
        return share >= MANY ? Figures.number(share) + " times " + budget : percent(share) + " of " + budget;
    }

    /** A share of a budget, which may be many times all of it. */
    private static String percent(double share) {
        if (share >= MANY) {
            return Figures.number(share) + "×";
        }
        // 1 − 0.99 is a little more than a hundredth in binary: without this all of a budget would be nearly all of it.
        double rounded = Math.rint(share * 1e9) / 1e9;
        return rounded > 1 ? Figures.number(100 * rounded) + " %" : Figures.share(rounded);
    }

    private @Nullable Burnt burnt(int client) {
        String id = recorded.chronicle().clients().get(client);
        Slo slo = recorded.pipeline().components().get(id) instanceof Client it ? it.slo() : null;
        Double objective = slo == null ? null : slo.successRate();
        Counts counts = Counts.of(recorded.chronicle(), client, recorded.measured());
        if (objective == null || objective >= 1 || counts.ended() == 0) {
            return null;
        }
        Flow flow = recorded.episode().result().flows().get(id);
        return new Burnt(
                id,
                recorded.name(id),
                objective,
                counts,
                recorded.length(recorded.measured()),
                flow == null ? Interval.NONE : flow.goodput());
    }
}
