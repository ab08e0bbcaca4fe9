package dev.blastradius.report.episode;

import static dev.blastradius.report.episode.Phrases.clock;
import static dev.blastradius.report.episode.Phrases.count;
import static dev.blastradius.report.episode.Phrases.number;
import static dev.blastradius.report.episode.Phrases.text;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.cascade.CascadeChart;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.experiment.RunResult.DependencyResult;
import dev.blastradius.policy.CircuitBreaker;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Table.Row;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.List;

/** When circuit breakers opened, how often, for how long, and when they were closed for good. */
final class Breakers {

    private final Recorded recorded;
    private final Chronicle chronicle;

    Breakers(Recorded recorded) {
        this.recorded = recorded;
        chronicle = recorded.chronicle();
    }

    /**
     * What a dependency's circuit breakers did after the warm-up.
     *
     * @param arrow the dependency's number
     * @param first when one was first seen open, in seconds
     * @param openings how often the share of open ones was seen to rise
     * @param openShare for which share of the time they were open, the mean of the caller's replicas
     * @param closed when the last one was closed for good, in seconds; NaN: not by the end
     */
    record Times(int arrow, double first, int openings, double openShare, double closed) {

        boolean isClosed() {
            return !Double.isNaN(closed);
        }
    }

    /** Those that opened, the first one first. */
    List<Times> opened() {
        List<Times> opened = new ArrayList<>();
        for (int arrow = 0; arrow < chronicle.dependencies().size(); arrow++) {
            Times times = times(arrow);
            if (times.openings() > 0) {
                opened.add(times);
            }
        }
        opened.sort((one, other) -> Double.compare(one.first(), other.first()));
        return opened;
    }

    private Times times(int arrow) {
        Stretch measured = recorded.measured();
        // What is open when the warm-up ends has opened in it.
        int from = measured.from();
        while (from > 0 && from < measured.to() && value(DependencySeries.OPEN, arrow, from) > 0) {
            from--;
        }
        int first = -1;
        int last = -1;
        int openings = 0;
        double before = 0;
        double open = 0;
        for (int step = from; step < measured.to(); step++) {
            double now = value(DependencySeries.OPEN, arrow, step);
            openings += now > before ? 1 : 0;
            first = first < 0 && now > 0 ? step : first;
            last = now > 0 || value(DependencySeries.HALF_OPEN, arrow, step) > 0 ? step : last;
            open += step < measured.from() ? 0 : now;
            before = now;
        }
        double closed = last + 1 < measured.to() ? recorded.seconds(last + 1) : Double.NaN;
        return new Times(
                arrow, recorded.seconds(Math.max(0, first)), openings, open / Math.max(1, measured.steps()), closed);
    }

    /** Without a breaker, as long as people have not put one there, it is not open. */
    private double value(DependencySeries series, int arrow, int step) {
        double value = chronicle.get(series, arrow, step);
        return Double.isNaN(value) ? 0 : value;
    }

    Section section(String id) {
        String title = "Circuit breakers";
        int[] set = recorded.arrows(each -> each.policy(CircuitBreaker.class) != null);
        List<Times> opened = opened();
        if (opened.isEmpty()) {
            return new Section(
                    id,
                    title,
                    List.of(Block.paragraph(
                            set.length == 0
                                    ? "No dependency has a circuit breaker (which stops calling what keeps failing)."
                                    : set.length == 1
                                            ? "The one circuit breaker of the pipeline, on " + on(set[0])
                                                    + ", never opened after the warm-up."
                                            : "None of the circuit breakers on " + set.length
                                                    + " dependencies opened after the warm-up.")));
        }
        List<Integer> shown = Ranked.most(
                opened.size(), Phrases.MOST_ROWS, place -> opened.get(place).openShare());
        List<Row> rows = new ArrayList<>();
        for (int place : shown) {
            Times times = opened.get(place);
            rows.add(Phrases.row(
                    on(times.arrow()),
                    clock(times.first()),
                    count(times.openings()),
                    inAll(times.arrow()),
                    Figures.share(times.openShare()),
                    count(recorded.sum(DependencySeries.SHORT_CIRCUITED, times.arrow(), recorded.measured())),
                    times.isClosed() ? clock(times.closed()) : "not by the end"));
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(finding(opened, set.length)));
        blocks.addAll(Figured.of(recorded, "breakers", CascadeChart.ALL));
        blocks.add(Phrases.table(
                "Circuit breakers that were open after the warm-up (minutes:seconds from the run’s beginning)",
                List.of(
                        text("On"),
                        number("First open"),
                        number("Seen to open"),
                        number("Opened, mean of all"),
                        number("Open for"),
                        number("Attempts stopped"),
                        number("Closed for good")),
                rows,
                "An open breaker lets nothing through; half open, it lets a few through to try, and opens again or closes. Seen to open:"
                        + " looked at " + everyStep()
                        + ", so that shorter openings can be missed; the mean of all replications counts every one, of each"
                        + " replica. Open for: its share of the time, the mean of the caller’s replicas."
                        + Ranked.left(
                                opened.size(), rows.size(), "dependency", "had breakers open for less of the time")));
        return new Section(id, title, blocks);
    }

    private String finding(List<Times> opened, int set) {
        Times first = opened.get(0);
        List<String> open = opened.stream()
                .filter(each -> !each.isClosed())
                .map(each -> on(each.arrow()))
                .toList();
        double last = opened.stream().mapToDouble(Times::closed).max().orElse(Double.NaN);
        String began = opened.size() == 1
                ? "The circuit breaker on " + on(first.arrow()) + " opened first at " + clock(first.first())
                : "Circuit breakers opened on " + opened.size() + " of " + Math.max(set, opened.size())
                        + " dependencies that have one, first on " + on(first.arrow()) + " at " + clock(first.first());
        return began
                + (recorded.isBroken() && first.first() >= recorded.firstFault()
                        ? ", " + Figures.time(first.first() - recorded.firstFault()) + " after " + recorded.first()
                                + " had begun"
                        : "")
                + (open.isEmpty()
                        ? opened.size() == 1
                                ? "; it was closed for good at " + clock(last) + "."
                                : "; the last of them was closed for good at " + clock(last) + "."
                        : "; by the end of the run "
                                + (opened.size() == 1 ? "it" : "that on " + Phrases.listed(open, 3))
                                + " was not closed for good.");
    }

    private String on(int arrow) {
        return recorded.name(chronicle.dependencies().get(arrow));
    }

    private String inAll(int arrow) {
        DependencyResult result = recorded.episode()
                .result()
                .dependencies()
                .get(chronicle.dependencies().get(arrow));
        return result == null || result.breaker() == null
                ? Figures.NONE
                : Numbers.number(result.breaker().opened());
    }

    private String everyStep() {
        double step = chronicle.stepSeconds();
        return step == 1 ? "once a second" : "every " + Figures.time(step);
    }
}
