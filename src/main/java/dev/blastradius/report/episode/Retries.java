package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.count;
import static dev.blastradius.report.episode.Phrases.counted;
import static dev.blastradius.report.episode.Phrases.number;
import static dev.blastradius.report.episode.Phrases.text;
import static dev.blastradius.report.episode.Phrases.times;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.policy.Hedge;
import dev.blastradius.policy.Retry;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Column;
import dev.blastradius.report.document.Table.Row;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** How much more was sent than was wanted. */
final class Retries {

    /** Repetitions are counted over so many seconds to find when they were most. */
    private static final double SECONDS = 60;

    private final Recorded recorded;
    private final Chronicle chronicle;

    Retries(Recorded recorded) {
        this.recorded = recorded;
        chronicle = recorded.chronicle();
    }

    Section section(String id) {
        List<Integer> set = IntStream.of(
                        recorded.arrows(each -> each.policy(Retry.class) != null || each.policy(Hedge.class) != null))
                .boxed()
                .toList();
        List<Integer> used = set.stream().filter(arrow -> again(arrow) > 0).toList();
        List<Block> blocks = new ArrayList<>();
        if (set.isEmpty()) {
            blocks.add(Block.paragraph("No call is repeated or sent twice: no dependency has a retry or a hedge."));
        } else if (used.isEmpty()) {
            blocks.add(
                    Block.paragraph("Retries or hedges are set on " + on(set) + "; after the warm-up none was sent."));
        } else {
            blocks.add(Block.paragraph(finding(set, used)));
            int most = Ranked.first(used, 1, this::again).get(0);
            blocks.addAll(
                    Figured.of(recorded, "attempts", chronicle.dependencies().get(most)));
            blocks.add(table(used));
        }
        String load = load();
        if (!load.isEmpty()) {
            blocks.add(Block.paragraph(load));
        }
        return new Section(id, "Retries", blocks);
    }

    private String on(List<Integer> arrows) {
        return arrows.size() == 1
                ? recorded.name(chronicle.dependencies().get(arrows.get(0)))
                : counted(arrows.size(), "dependenc").replaceFirst("dependencs$", "dependencies");
    }

    private double again(int arrow) {
        return recorded.sum(DependencySeries.RETRIES, arrow, recorded.measured())
                + recorded.sum(DependencySeries.HEDGES, arrow, recorded.measured());
    }

    private String finding(List<Integer> set, List<Integer> used) {
        int most = Ranked.first(used, 1, this::again).get(0);
        double calls = sum(set, DependencySeries.CALLS);
        double attempts = sum(set, DependencySeries.ATTEMPTS);
        Peak peak = peak(most);
        return "On the " + (set.size() == 1 ? "dependency that repeats" : set.size() + " dependencies that repeat")
                + " what fails or is late, " + counted(calls, "call") + " led to " + counted(attempts, "attempt") + ", "
                + count(set.stream().mapToDouble(this::again).sum()) + " of them repetitions; most, "
                + count(again(most)) + ", on "
                + recorded.name(chronicle.dependencies().get(most)) + ", where in the worst minute, from "
                + Phrases.clock(peak.seconds()) + " on, " + peak.words() + ".";
    }

    private double sum(List<Integer> arrows, DependencySeries series) {
        return arrows.stream()
                .mapToDouble(arrow -> recorded.sum(series, arrow, recorded.measured()))
                .sum();
    }

    /** The minute with the most repetitions, and when it begins, in seconds. */
    private record Peak(double repeated, double attempts, double seconds) {

        String words() {
            return count(repeated) + " of " + counted(attempts, "attempt") + " were repetitions";
        }
    }

    private Peak peak(int arrow) {
        Stretch measured = recorded.measured();
        int width = (int) Math.max(1, Math.round(SECONDS / chronicle.stepSeconds()));
        Peak peak = new Peak(0, 0, recorded.seconds(measured.from()));
        double repeated = 0;
        double attempts = 0;
        for (int step = measured.from(); step < measured.to(); step++) {
            repeated += again(arrow, step);
            attempts += chronicle.get(DependencySeries.ATTEMPTS, arrow, step);
            int first = step + 1 - width;
            if (first > measured.from()) {
                repeated -= again(arrow, first - 1);
                attempts -= chronicle.get(DependencySeries.ATTEMPTS, arrow, first - 1);
            }
            if (repeated > peak.repeated()) {
                peak = new Peak(repeated, attempts, recorded.seconds(Math.max(measured.from(), first)));
            }
        }
        return peak;
    }

    private double again(int arrow, int step) {
        return chronicle.get(DependencySeries.RETRIES, arrow, step)
                + chronicle.get(DependencySeries.HEDGES, arrow, step);
    }

    private Block table(List<Integer> used) {
        List<Integer> shown = Ranked.first(used, Phrases.MOST_ROWS, this::again);
        Map<DependencySeries, String> counts = new LinkedHashMap<>();
        counts.put(DependencySeries.CALLS, "Calls");
        counts.put(DependencySeries.ATTEMPTS, "Attempts");
        counts.put(DependencySeries.RETRIES, "Retries");
        boolean isHedged = used.stream().anyMatch(arrow -> measured(DependencySeries.HEDGES, arrow) > 0);
        boolean isDenied = used.stream().anyMatch(arrow -> measured(DependencySeries.BUDGET_DENIED, arrow) > 0);
        if (isHedged) {
            counts.put(DependencySeries.HEDGES, "Hedges");
        }
        if (isDenied) {
            counts.put(DependencySeries.BUDGET_DENIED, "Denied");
        }
        List<Column> columns = new ArrayList<>(List.of(text("Dependency")));
        counts.values().forEach(heading -> columns.add(number(heading)));
        recorded.stretches()
                .forEach(stretch -> columns.add(
                        number(recorded.isBroken() ? Phrases.sentence(stretch.name()) : "Attempts a call")));
        columns.add(number("Worst minute"));
        List<Row> rows = new ArrayList<>();
        for (int arrow : shown) {
            List<String> cells = new ArrayList<>();
            cells.add(recorded.name(chronicle.dependencies().get(arrow)));
            counts.keySet().forEach(series -> cells.add(count(measured(series, arrow))));
            recorded.stretches().forEach(stretch -> cells.add(times(factor(arrow, stretch))));
            Peak peak = peak(arrow);
            cells.add(count(peak.repeated()) + " of " + count(peak.attempts()));
            rows.add(Phrases.row(cells.toArray(String[]::new)));
        }
        return Phrases.table(
                "Attempts against calls after the warm-up, by dependency"
                        + (recorded.isBroken() ? "; before, during, after: attempts for each call then" : "")
                        + "; worst minute: repetitions among its attempts",
                columns,
                rows,
                "Retries: attempts after the first of a call."
                        + (isHedged ? " Hedges: sent beside an attempt that is late." : "")
                        + (isDenied ? " Denied: retries that an empty retry budget did not allow." : "")
                        + " Attempts that an open circuit breaker or another policy did not let through are not counted as sent, so that"
                        + " there can be fewer attempts than calls."
                        + Ranked.left(used.size(), shown.size(), "dependency", "repeated less often"));
    }

    private double measured(DependencySeries series, int arrow) {
        return recorded.sum(series, arrow, recorded.measured());
    }

    private double factor(int arrow, Stretch stretch) {
        double calls = recorded.sum(DependencySeries.CALLS, arrow, stretch);
        return calls == 0 ? Double.NaN : recorded.sum(DependencySeries.ATTEMPTS, arrow, stretch) / calls;
    }

    /** What the fault made of the load of the pipeline as a whole, in all replications. */
    private String load() {
        BlastRadius radius = recorded.episode().result().blastRadius();
        if (radius == null || Double.isNaN(radius.loadAmplification().mean())) {
            return "";
        }
        return "Over all dependencies and replications, a request caused " + Numbers.times(radius.loadAmplification())
                + " the attempts that it causes without the fault"
                + (radius.loadAmplification().mean() < 1
                        ? " (below 1: fewer)."
                        : " (retries, fallbacks and users who try again count).");
    }
}
