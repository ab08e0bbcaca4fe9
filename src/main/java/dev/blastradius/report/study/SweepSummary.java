package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.SweepChart.Parameter;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.search.Axis;
import dev.blastradius.experiment.search.Region;
import dev.blastradius.experiment.search.SweepPoint;
import dev.blastradius.experiment.search.SweepResult;
import dev.blastradius.report.document.Block.Fact;
import dev.blastradius.report.finding.Finding.OfSweep;
import dev.blastradius.report.study.Account.Sentence;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;

/** A sweep in five sentences. */
final class SweepSummary {

    private static final int MOST_NAMES = 4;

    private final SweepResult sweep;
    private final List<SweepPoint> points;
    private final Varying varying;
    private final List<Parameter> parameters;

    private SweepSummary(OfSweep finding) {
        sweep = finding.sweep();
        points = sweep.points();
        varying = Varying.of(finding.runs(), finding.settings());
        parameters = finding.runs().dials().stream().map(Varying::parameter).toList();
    }

    static Account of(OfSweep finding) {
        SweepSummary summary = new SweepSummary(finding);
        List<Sentence> sentences = List.of(
                new Sentence("What was varied", Phrases.sentence(summary.varied()) + "."),
                new Sentence("Good answers", Phrases.sentence(summary.goodput()) + "."),
                new Sentence("Recovery", Phrases.sentence(summary.recovery()) + "."),
                new Sentence("Where it turns", Phrases.sentence(summary.turn()) + "."),
                new Sentence("Cost", Phrases.sentence(summary.cost()) + "."));
        List<String> notices = new ArrayList<>();
        if (!summary.sweep.isComplete()) {
            notices.add("The sweep was ended before all was done that was asked for: "
                    + Numbers.counted(summary.points.size(), "point") + " of " + Figures.count(summary.asked())
                    + ". What is said here rests on what was done.");
        }
        if (summary.replications() == 1) {
            notices.add(
                    "One replication was made at each point. It gives no interval and establishes nothing: another one may end otherwise.");
        }
        return new Account(
                sentences,
                summary.facts(),
                notices,
                "A good answer, or goodput, is one that could be used and was neither late nor silently wrong. "
                        + Legend.uncertainty(
                                summary.replications(), finding.settings().confidence()));
    }

    /** The range of goodput, as a sentence. */
    static String opening(OfSweep finding) {
        return Phrases.sentence(new SweepSummary(finding).goodput()) + ".";
    }

    private int replications() {
        return points.stream().mapToInt(SweepPoint::replications).max().orElse(0);
    }

    private long asked() {
        return sweep.axes().stream().mapToLong(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
    }

    private String varied() {
        List<String> axes = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Axis axis = sweep.axes().get(i);
            double least =
                    axis.values().stream().mapToDouble(each -> each).min().orElse(Double.NaN);
            double most = axis.values().stream().mapToDouble(each -> each).max().orElse(Double.NaN);
            axes.add(Phrases.quoted(parameters.get(i).title())
                    + (least == most
                            ? " at " + parameters.get(i).show(least)
                            : " from " + parameters.get(i).show(least) + " to "
                                    + parameters.get(i).show(most)));
        }
        return Phrases.listed(axes, axes.size()) + (axes.size() == 1 ? " was" : " were") + " varied over "
                + Numbers.counted(points.size(), "point") + " " + varying.circumstances() + ", in "
                + Numbers.counted(replications(), "replication") + " of " + varying.length();
    }

    /** Where a point lies: {@code "at 3 requests a second"}. */
    private String at(SweepPoint point) {
        List<String> values = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            values.add(parameters.get(i).show(point.values().get(i)));
        }
        return "at " + Phrases.listed(values, values.size());
    }

    private String goodput() {
        List<SweepPoint> known = known(SweepPoint::goodput);
        if (known.isEmpty()) {
            return "no point was measured";
        }
        SweepPoint best = most(known, SweepPoint::goodput);
        SweepPoint least = least(known, SweepPoint::goodput);
        if (best.goodput().mean() == least.goodput().mean()) {
            return "the share of good answers is " + Numbers.share(best.goodput()) + " at every point";
        }
        boolean overlap = best.goodput().isBounded()
                && least.goodput().isBounded()
                && least.goodput().high() >= best.goodput().low();
        return "the share of good answers lies between " + Numbers.share(least.goodput()) + " " + at(least) + " and "
                + Numbers.share(best.goodput()) + " " + at(best)
                + (overlap ? ", intervals that overlap, so that no difference is established" : "");
    }

    private String recovery() {
        List<SweepPoint> judged =
                points.stream().filter(point -> point.recovered() != null).toList();
        if (judged.isEmpty()) {
            if (varying.runs().scenarioId() == null) {
                return "nothing was broken, so there was nothing to recover from";
            }
            return "whether the pipeline recovers "
                    + (known(SweepPoint::goodput).isEmpty() ? Recovery.NOT_MEASURED : Recovery.NOT_JUDGED);
        }
        String all = " of " + Numbers.counted(judged.size(), "point");
        long chance = count(judged, Region.VULNERABLE);
        return "the pipeline recovered in at least " + Figures.share(Region.NEARLY_ALL) + " of the replications at "
                + count(judged, Region.STABLE) + all
                + (chance == 0 ? "" : ", in some of them, by chance, at " + chance) + ", and in at most "
                + Figures.share(1 - Region.NEARLY_ALL) + " at " + count(judged, Region.COLLAPSED)
                + certainty(judged.get(0));
    }

    /** How little a share of so many replications tells. */
    private String certainty(SweepPoint point) {
        long of = Objects.requireNonNull(point.recovered()).of();
        Proportion all = Proportion.of(of, of, varying.settings().confidence());
        return "; even all of " + Numbers.counted(of, "replication") + (of == 1 ? " leaves " : " leave ")
                + Figures.share(Math.rint(100 * all.low()) / 100) + " to 100 % possible ("
                + Figures.share(varying.settings().confidence()) + " interval)";
    }

    private static long count(List<SweepPoint> points, Region region) {
        return points.stream().filter(point -> point.region() == region).count();
    }

    /** Between which neighbours recovery changes, or goodput falls most. */
    private String turn() {
        if (parameters.size() > 1) {
            List<SweepPoint> known = known(SweepPoint::goodput);
            return known.isEmpty()
                    ? "no point was measured"
                    : "the map in the chapter below shows where; worst is it " + at(least(known, SweepPoint::goodput));
        }
        List<SweepPoint> sorted = points.stream()
                .sorted(Comparator.comparingDouble(point -> point.values().get(0)))
                .toList();
        List<String> changes = new ArrayList<>();
        for (int i = 1; i < sorted.size(); i++) {
            Region before = sorted.get(i - 1).region();
            Region after = sorted.get(i).region();
            if (before != null && after != null && before != after) {
                changes.add(words(before) + " " + at(sorted.get(i - 1)) + count(sorted.get(i - 1)) + " and "
                        + words(after) + " " + at(sorted.get(i)) + count(sorted.get(i)));
            }
        }
        if (!changes.isEmpty()) {
            return "it " + Phrases.listed(changes, MOST_NAMES);
        }
        return steepest(sorted);
    }

    private static String count(SweepPoint point) {
        Proportion share = point.recovered();
        return share == null ? "" : " (" + share.successes() + " of " + share.of() + ")";
    }

    private static String words(Region region) {
        return switch (region) {
            case STABLE -> "recovered";
            case VULNERABLE -> "recovered by chance";
            case COLLAPSED -> "did not recover";
        };
    }

    private String steepest(List<SweepPoint> sorted) {
        int where = 0;
        double most = 0;
        for (int i = 1; i < sorted.size(); i++) {
            double change = Math.abs(
                    sorted.get(i).goodput().mean() - sorted.get(i - 1).goodput().mean());
            if (change > most) {
                most = change;
                where = i;
            }
        }
        if (where == 0) {
            return known(SweepPoint::goodput).isEmpty()
                    ? "no point was measured"
                    : "nothing changes between the points";
        }
        boolean judged = points.stream().anyMatch(point -> point.recovered() != null);
        return (judged ? "recovery changes nowhere between the points; good answers" : "good answers")
                + " change most between "
                + at(sorted.get(where - 1)).substring("at ".length()) + " ("
                + Numbers.share(sorted.get(where - 1).goodput()) + ") and "
                + at(sorted.get(where)).substring("at ".length()) + " ("
                + Numbers.share(sorted.get(where).goodput()) + ")";
    }

    private String cost() {
        List<SweepPoint> paid = known(SweepPoint::costPerThousandRequests);
        if (paid.stream().noneMatch(point -> point.costPerThousandRequests().mean() > 0)) {
            return "nothing in this model is billed, so nothing is known of the cost";
        }
        SweepPoint most = most(paid, SweepPoint::costPerThousandRequests);
        SweepPoint least = least(paid, SweepPoint::costPerThousandRequests);
        return "a thousand requests cost between " + Numbers.money(least.costPerThousandRequests()) + " " + at(least)
                + " and " + Numbers.money(most.costPerThousandRequests()) + " " + at(most)
                + "; a request that fails early costs less";
    }

    private List<SweepPoint> known(Function<SweepPoint, Interval> value) {
        return points.stream()
                .filter(point -> Double.isFinite(value.apply(point).mean()))
                .toList();
    }

    private static SweepPoint most(List<SweepPoint> known, Function<SweepPoint, Interval> value) {
        return known.stream()
                .max(Comparator.comparingDouble(point -> value.apply(point).mean()))
                .orElseThrow();
    }

    private static SweepPoint least(List<SweepPoint> known, Function<SweepPoint, Interval> value) {
        return known.stream()
                .min(Comparator.comparingDouble(point -> value.apply(point).mean()))
                .orElseThrow();
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            Double now = varying.runs().dials().get(i).present();
            facts.add(Account.fact(
                    parameters.get(i).title() + " in the model",
                    now == null ? "not set" : parameters.get(i).show(now)));
        }
        facts.add(Account.fact("Points", Figures.count(points.size())));
        return facts;
    }
}
