package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.SweepChart.Parameter;
import dev.blastradius.experiment.search.Probe;
import dev.blastradius.experiment.search.Search;
import dev.blastradius.experiment.search.TippingPoint;
import dev.blastradius.experiment.search.TippingPoint.Verdict;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.report.document.Block.Fact;
import dev.blastradius.report.finding.Finding.OfTippingPoint;
import dev.blastradius.report.study.Account.Sentence;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.List;

/** A search for a tipping point in five sentences. */
final class TippingPointSummary {

    private final TippingPoint found;
    private final Search search;
    private final Varying varying;
    private final Dial dial;
    private final Parameter parameter;

    private TippingPointSummary(OfTippingPoint finding) {
        found = finding.tippingPoint();
        search = found.search();
        varying = Varying.of(finding.runs(), finding.settings());
        dial = finding.runs().dials().get(0);
        parameter = Varying.parameter(dial);
    }

    static Account of(OfTippingPoint finding) {
        TippingPointSummary summary = new TippingPointSummary(finding);
        List<Sentence> sentences = List.of(
                new Sentence("What was asked", summary.asked()),
                new Sentence("Answer", Phrases.sentence(summary.answer()) + "."),
                new Sentence("The model as it is", Phrases.sentence(summary.present()) + "."),
                new Sentence("How sure", Phrases.sentence(summary.certainty()) + "."),
                new Sentence(
                        "What it does not say",
                        "Only one strategy and one scenario were looked at, by recovery alone: nothing is said of which strategy is"
                                + " best, of what is lost until it recovers, or of what it costs."));
        List<String> notices = summary.found.verdict() == Verdict.CANCELLED
                ? List.of("The search was ended before it was done. What is said here rests on what was done.")
                : List.of();
        return new Account(sentences, summary.facts(), notices, MEANING);
    }

    static final String MEANING =
            "The pipeline recovers in a replication, one run of the simulation with its own random numbers, where the"
                    + " share of good answers comes back to 95 % of what it was before the faults, and stays there for a minute, before the run ends.";

    private String asked() {
        return "The search looked for the value of " + varying.titles() + " between " + parameter.show(search.from())
                + " and " + parameter.show(search.to()) + " at which the pipeline ceases to recover in "
                + Figures.share(search.threshold()) + " or more of the replications, " + varying.circumstances()
                + ", in runs of " + varying.length() + ".";
    }

    /** Without a full stop, and of one sentence. */
    String answer() {
        String from = parameter.show(search.from());
        String to = parameter.show(search.to());
        return switch (found.verdict()) {
            case FOUND -> edge("it recovers at ");
            case ALWAYS_RECOVERS ->
                "it recovers at both ends of the range, " + from + " and " + to
                        + ": there is no tipping point between them, or there are two";
            case NEVER_RECOVERS -> "it recovers at neither end of the range, " + from + " and " + to;
            case UNDECIDED -> "it is undecided, for at an end of the range chance decides whether it recovers";
            case NOT_JUDGED -> "nothing can be said, because not every fault ends a minute before the run does";
            case CANCELLED ->
                found.recovers() == null
                        ? "the search was ended before both ends of the range were decided"
                        : edge("so far as the search came, it recovers at ");
        };
    }

    static String answer(OfTippingPoint finding) {
        return Phrases.sentence(new TippingPointSummary(finding).answer()) + ".";
    }

    private String edge(String beginning) {
        Double recovers = found.recovers();
        Double collapses = found.collapses();
        if (recovers == null || collapses == null) {
            throw new IllegalArgumentException(found + " has no edge");
        }
        return beginning + parameter.show(recovers) + " and no longer at " + parameter.show(collapses);
    }

    /** Where the model's own value lies. */
    private String present() {
        Double now = dial.present();
        if (now == null) {
            return "the model does not set this value, so its distance from an edge is not known";
        }
        String value = "the model has " + parameter.show(now);
        Double recovers = found.recovers();
        Double collapses = found.collapses();
        if (recovers == null || collapses == null) {
            boolean inside = now >= Math.min(search.from(), search.to()) && now <= Math.max(search.from(), search.to());
            return value + (inside ? ", which lies within the range" : ", which lies outside the range");
        }
        boolean rises = collapses > recovers;
        if (rises ? now <= recovers : now >= recovers) {
            return value + ", on the side where it recovers" + distance(now, recovers);
        }
        if (rises ? now >= collapses : now <= collapses) {
            return value + ", on the side where it does not recover" + distance(now, collapses);
        }
        return value + ", between the two, where it is not decided";
    }

    private String distance(double now, double edge) {
        if (now == edge) {
            return ", at the very edge";
        }
        String away = ", " + parameter.show(Math.abs(edge - now)) + " from the edge";
        return now == 0 ? away : away + " (" + Figures.share(Math.abs(edge - now) / Math.abs(now)) + " of its value)";
    }

    private String certainty() {
        long replications = found.probes().stream()
                .mapToLong(probe -> probe.recovered().of())
                .sum();
        if (found.probes().isEmpty()) {
            return "no value was tried to its end, so nothing is established";
        }
        long open = found.probes().stream()
                .filter(probe -> probe.finding() == Probe.Finding.UNDECIDED)
                .count();
        return Numbers.counted(found.probes().size(), "value") + (found.probes().size() == 1 ? " was" : " were")
                + " tried in " + Numbers.counted(replications, "replication") + " altogether, each value judged with "
                + Figures.share(search.confidence()) + " confidence"
                + (open == 0 ? "" : " (" + open + " of them undecided)")
                + ", and that worse values only make it worse is taken for granted";
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Account.fact("Varied", dial.title()));
        Double recovers = found.recovers();
        Double collapses = found.collapses();
        if (recovers != null && collapses != null) {
            facts.add(Account.fact("Recovers at", parameter.show(recovers)));
            facts.add(Account.fact("No longer at", parameter.show(collapses)));
        }
        Double now = dial.present();
        facts.add(Account.fact("In the model", now == null ? "not set" : parameter.show(now)));
        facts.add(Account.fact("Values tried", Figures.count(found.probes().size())));
        return facts;
    }
}
