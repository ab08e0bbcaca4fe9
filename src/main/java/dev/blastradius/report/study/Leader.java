package dev.blastradius.report.study;

import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.Standings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.report.wording.Differences;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which strategy has the most goodput under a scenario, and how surely.
 *
 * @param standings two strategies or more that have goodput
 * @param id the strategy with the most; of equal ones the first
 * @param isEstablished whether it is significantly better than each other
 */
record Leader(Standings standings, String id, boolean isEstablished) {

    private static final int MOST_NAMES = 2;

    /** The leader; null where fewer than two strategies have any goodput to compare. */
    static @Nullable Leader of(Standings standings) {
        List<RunResult> ranking = ranking(standings);
        if (ranking.size() < 2) {
            return null;
        }
        Comparison comparison = standings.comparison(Metric.GOODPUT);
        String best = comparison == null ? null : comparison.best();
        return best == null
                ? new Leader(standings, ranking.get(0).strategy(), false)
                : new Leader(standings, best, true);
    }

    /** The strategies by their goodput, the most first; those without any number are left out. */
    static List<RunResult> ranking(Standings standings) {
        return standings.strategies().stream()
                .filter(run -> Double.isFinite(goodput(run).mean()))
                .sorted(Comparator.comparingDouble(
                        (RunResult run) -> -goodput(run).mean()))
                .toList();
    }

    static Interval goodput(RunResult run) {
        return run.totals().goodput();
    }

    private List<RunResult> others() {
        return ranking(standings).stream()
                .filter(run -> !run.strategy().equals(id))
                .toList();
    }

    Interval lead(String other) {
        return standings.difference(Metric.GOODPUT, id, other);
    }

    boolean isBetterThan(String other) {
        return standings.isEstablished(Metric.GOODPUT, id, other) && lead(other).mean() > 0;
    }

    /** Whether two have the same goodput in every replication. */
    private boolean isSame(String other) {
        Interval lead = lead(other);
        return lead.mean() == 0 && !(lead.halfWidth() > 0);
    }

    private int replications() {
        return Phrases.most(standings.strategies());
    }

    private String value() {
        return Numbers.share(goodput(Objects.requireNonNull(standings.run(id))));
    }

    /**
     * Who is best and how surely, without a capital letter and a full stop.
     *
     * @param baseline the strategy to set it against
     */
    String clause(String baseline, Who who) {
        List<RunResult> others = others();
        boolean allSame = others.stream().allMatch(run -> isSame(run.strategy()));
        if (allSame) {
            return "there is nothing to choose between "
                    + Phrases.counted(others.size() + 1, "strategy", "strategies") + ": "
                    + (replications() < 2
                            ? "in the one replication that was made they have the same goodput, " + value()
                            : "in every replication they have the same goodput, on average " + value());
        }
        if (replications() < 2) {
            return "which strategy is best is not established, because one replication establishes nothing; in it, "
                    + who.subject(id) + " has the most goodput, " + value();
        }
        return isEstablished ? established(baseline, others, who) : open(baseline, others, who);
    }

    private String established(String baseline, List<RunResult> others, Who who) {
        boolean isBaseline = id.equals(baseline);
        String next = others.get(0).strategy();
        String against = isBaseline ? next : baseline;
        String text = who.subject(id) + " is best, established against each of "
                + (others.size() == 1 ? "two strategies" : "the others")
                + ": " + value() + " goodput, " + points(against) + " more than " + who.with(against)
                + (isBaseline && others.size() > 1 ? ", the next best" : "");
        if (others.size() == 1) {
            text = who.subject(id) + " is the better of the two, which is established: " + value() + " goodput, "
                    + points(against) + " more than " + who.with(against);
        }
        return !isBaseline && !next.equals(baseline)
                ? text + " and " + points(next) + " more than " + who.with(next) + ", the next best"
                : text;
    }

    /** Who has the most goodput, those with the very same included: {@code "“Breaker” and as drawn"}. */
    String top(Who who) {
        List<String> top = new ArrayList<>(List.of(who.subject(id)));
        others().stream().filter(run -> isSame(run.strategy())).forEach(run -> top.add(who.strategy(run.strategy())));
        return Phrases.listed(top, MOST_NAMES);
    }

    private String open(String baseline, List<RunResult> others, Who who) {
        List<String> same = new ArrayList<>();
        List<String> rivals = new ArrayList<>();
        for (RunResult run : others) {
            if (isSame(run.strategy())) {
                same.add(run.strategy());
            } else if (!isBetterThan(run.strategy())) {
                rivals.add(run.strategy());
            }
        }
        String shared = same.isEmpty()
                ? who.subject(id) + " has the most goodput, " + value()
                : top(who) + " have the same goodput, the most, " + value();
        String text = rivals.isEmpty()
                ? shared
                : "which strategy is best is not established: " + shared + ", but " + doubt(rivals, who);
        boolean beatsBaseline = !id.equals(baseline) && isBetterThan(baseline);
        return beatsBaseline
                ? text + "; established is that it is " + points(baseline) + " more than " + who.with(baseline)
                : text;
    }

    private String doubt(List<String> rivals, Who who) {
        String first = rivals.get(0);
        Interval lead = lead(first);
        String text = Double.isNaN(lead.mean())
                ? "there is nothing to compare it with " + who.strategy(first) + " by"
                : "the lead over " + who.strategy(first) + ", " + Differences.size(Metric.GOODPUT, lead)
                        + ", may be chance";
        return rivals.size() == 1
                ? text
                : text + ", as may that over "
                        + Phrases.listed(
                                rivals.subList(1, rivals.size()).stream()
                                        .map(who::strategy)
                                        .toList(),
                                MOST_NAMES);
    }

    private String points(String other) {
        return Differences.size(Metric.GOODPUT, lead(other));
    }
}
