package dev.blastradius.cli;

import dev.blastradius.experiment.search.Probe;
import dev.blastradius.experiment.search.Search;
import dev.blastradius.experiment.search.TippingPoint;
import dev.blastradius.io.LimitsWriter.Head;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.io.vary.VariedRuns;
import java.util.Comparator;
import java.util.List;

/** A search for a tipping point as a page of text: the answer in a sentence, then every value that was tried. */
final class TippingPointReport {

    private final Style style;
    private final LimitsText text;
    private final Dial dial;
    private final TippingPoint found;

    private TippingPointReport(Dial dial, TippingPoint found, Style style) {
        this.style = style;
        this.text = new LimitsText(style);
        this.dial = dial;
        this.found = found;
    }

    /** The page. */
    static String of(VariedRuns runs, Head head, TippingPoint found, Style style) {
        TippingPointReport report = new TippingPointReport(runs.dials().get(0), found, style);
        Search search = found.search();
        report.text.header(runs, head, "at each value, up to " + Figures.count(search.atMost()) + " where undecided");
        report.text.line("");
        report.answer().forEach(report.text::line);
        report.tried();
        report.legend(search);
        return report.text.toString();
    }

    private List<String> answer() {
        String from = dial.inWords(found.search().from());
        String to = dial.inWords(found.search().to());
        return switch (found.verdict()) {
            case FOUND -> edge("It recovers at ");
            case ALWAYS_RECOVERS ->
                List.of(
                        "It recovers at both ends of the range, " + from + " and " + to + ".",
                        "There is no tipping point between them, or there are two: a wider range may show one. Recovery is",
                        "measured by the goodput before the fault: what was overloaded before has little to recover.");
            case NEVER_RECOVERS ->
                List.of(
                        "It recovers at neither end of the range, " + from + " and " + to + ".",
                        "A wider range, or a longer --duration for slow recoveries, may show where it does.");
            case UNDECIDED ->
                List.of(
                        "Undecided: at an end of the range chance decides whether it recovers.",
                        "A wider range, or more --max-replications, may show the edge.");
            case CANCELLED ->
                found.recovers() == null
                        ? List.of("It was interrupted before both ends of the range were decided.")
                        : edge("It was interrupted. So far: it recovers at ");
            case NOT_JUDGED -> throw new IllegalArgumentException("nothing was judged");
        };
    }

    private List<String> edge(String beginning) {
        Double recovers = found.recovers();
        Double collapses = found.collapses();
        if (recovers == null || collapses == null) {
            throw new IllegalArgumentException(found + " has no edge");
        }
        return List.of(style.heading(
                beginning + dial.inWords(recovers) + ", and no longer at " + dial.inWords(collapses) + "."));
    }

    private void tried() {
        TextTable table =
                new TextTable(style, List.of(text.shortTitle(dial), "recovered", "share", "interval", "so it"));
        found.probes().stream()
                .sorted(Comparator.comparingDouble(Probe::value))
                .forEach(probe -> table.row(List.of(
                        dial.text(probe.value()),
                        text.of(probe.recovered()),
                        Figures.percentage(probe.recovered().share()),
                        Figures.percentage(probe.recovered().low()) + " to "
                                + Figures.percentage(probe.recovered().high()),
                        finding(probe))));
        text.table(table);
    }

    private static String finding(Probe probe) {
        return switch (probe.finding()) {
            case RECOVERS -> "recovers";
            case COLLAPSES -> "does not";
            case UNDECIDED -> "is undecided";
        };
    }

    private void legend(Search search) {
        text.line("");
        text.line("A value counts as one at which it recovers where at least "
                + Figures.exactPercentage(search.threshold()) + " of the replications do.");
        text.line("Each value is judged by its interval (Wilson's), with "
                + Figures.exactPercentage(search.confidence()) + " confidence over all the times that it was");
        text.line("looked at. That worse values only make it worse is taken for granted.");
    }
}
