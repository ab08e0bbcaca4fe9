package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.count;
import static dev.blastradius.report.episode.Phrases.counted;
import static dev.blastradius.report.episode.Phrases.number;
import static dev.blastradius.report.episode.Phrases.text;
import static dev.blastradius.report.episode.Phrases.times;

import dev.blastradius.chart.Figures;
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
import java.util.List;
import java.util.stream.IntStream;

/** How much more was sent than was wanted. */
final class Retries {

    /** Attempts are held against calls over so many seconds, for retries come later than their calls. */
    private static final double SECONDS = 60;

    private final Looked looked;
    private final Chronicle chronicle;

    Retries(Looked looked) {
        this.looked = looked;
        chronicle = looked.chronicle();
    }

    Section section(String id) {
        List<Integer> set = IntStream.of(
                        looked.arrows(each -> each.policy(Retry.class) != null || each.policy(Hedge.class) != null))
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
                ? looked.name(chronicle.dependencies().get(arrows.get(0)))
                : counted(arrows.size(), "dependenc").replaceFirst("dependencs$", "dependencies");
    }

    private double again(int arrow) {
        return looked.sum(DependencySeries.RETRIES, arrow, looked.measured())
                + looked.sum(DependencySeries.HEDGES, arrow, looked.measured());
    }

    private String finding(List<Integer> set, List<Integer> used) {
        int most = Ranked.first(used, 1, this::again).get(0);
        double calls = sum(set, DependencySeries.CALLS);
        double attempts = sum(set, DependencySeries.ATTEMPTS);
        Peak peak = peak(most);
        return "Over the " + (set.size() == 1 ? "dependency that repeats" : set.size() + " dependencies that repeat")
                + " what fails, " + counted(calls, "call") + " became " + counted(attempts, "attempt")
                + "; most were added on "
                + looked.name(chronicle.dependencies().get(most)) + ": " + counted(again(most), "repetition") + " of "
                + counted(looked.sum(DependencySeries.CALLS, most, looked.measured()), "call")
                + (Double.isNaN(peak.factor())
                        ? "."
                        : ", " + times(peak.factor()) + " as many attempts as calls in its worst minute, from "
                                + Phrases.clock(peak.seconds()) + " on.");
    }

    private double sum(List<Integer> arrows, DependencySeries series) {
        return arrows.stream()
                .mapToDouble(arrow -> looked.sum(series, arrow, looked.measured()))
                .sum();
    }

    /** The minute with the most attempts for each call, and when it begins, in seconds. */
    private record Peak(double factor, double seconds) {}

    private Peak peak(int arrow) {
        Stretch measured = looked.measured();
        int width = (int) Math.max(1, Math.round(SECONDS / chronicle.stepSeconds()));
        Peak peak = new Peak(Double.NaN, Double.NaN);
        double calls = 0;
        double attempts = 0;
        for (int step = measured.from(); step < measured.to(); step++) {
            calls += chronicle.get(DependencySeries.CALLS, arrow, step);
            attempts += chronicle.get(DependencySeries.ATTEMPTS, arrow, step);
            int first = step + 1 - width;
            if (first > measured.from()) {
                calls -= chronicle.get(DependencySeries.CALLS, arrow, first - 1);
                attempts -= chronicle.get(DependencySeries.ATTEMPTS, arrow, first - 1);
            }
            if (first >= measured.from() && calls >= 1 && !(attempts / calls <= peak.factor())) {
                peak = new Peak(attempts / calls, looked.seconds(first));
            }
        }
        return peak;
    }

    private Block table(List<Integer> used) {
        List<Integer> shown = Ranked.first(used, Phrases.MOST_ROWS, this::again);
        List<Column> columns = new ArrayList<>(List.of(
                text("Dependency"),
                number("Calls"),
                number("Attempts"),
                number("Retries"),
                number("Hedges"),
                number("Denied")));
        looked.stretches().forEach(stretch -> columns.add(number("Per call, " + stretch.name())));
        columns.add(number("Per call, worst minute"));
        List<Row> rows = new ArrayList<>();
        for (int arrow : shown) {
            List<String> cells = new ArrayList<>();
            cells.add(looked.name(chronicle.dependencies().get(arrow)));
            for (DependencySeries series : List.of(
                    DependencySeries.CALLS,
                    DependencySeries.ATTEMPTS,
                    DependencySeries.RETRIES,
                    DependencySeries.HEDGES,
                    DependencySeries.BUDGET_DENIED)) {
                cells.add(count(looked.sum(series, arrow, looked.measured())));
            }
            looked.stretches().forEach(stretch -> cells.add(times(factor(arrow, stretch))));
            cells.add(times(peak(arrow).factor()));
            rows.add(Phrases.row(cells.toArray(String[]::new)));
        }
        return Phrases.table(
                "Attempts against calls after the warm-up, by dependency; per call: attempts / calls",
                columns,
                rows,
                "Retries: attempts after the first of a call. Hedges: sent beside a first attempt that is late. Denied: retries that an"
                        + " empty retry budget did not allow. Attempts that an open circuit breaker or another policy did not let"
                        + " through are not counted as sent, so that there can be fewer attempts than calls."
                        + Ranked.left(used.size(), shown.size(), "dependency", "repeated less often")
                                .replace("dependencys", "dependencies"));
    }

    private double factor(int arrow, Stretch stretch) {
        double calls = looked.sum(DependencySeries.CALLS, arrow, stretch);
        return calls == 0 ? Double.NaN : looked.sum(DependencySeries.ATTEMPTS, arrow, stretch) / calls;
    }

    /** What the fault made of the load of the pipeline as a whole, in all replications. */
    private String load() {
        BlastRadius radius = looked.episode().result().blastRadius();
        if (radius == null || Double.isNaN(radius.loadAmplification().mean())) {
            return "";
        }
        return "Over all dependencies and replications, a request caused " + Numbers.times(radius.loadAmplification())
                + " the attempts that it causes without the fault"
                + (radius.loadAmplification().mean() < 1
                        ? " (below 1: much was cut short)."
                        : " (retries, fallbacks and users who try again count).");
    }

    /** How many times as much was sent over a dependency as was wanted, after the warm-up; NaN where nothing was wanted. */
    static String words(double factor) {
        return Figures.number(factor);
    }
}
