package dev.blastradius.experiment;

import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** What a contest establishes and what it does not, in plain sentences. */
final class Finding {

    /** So many names are listed at most, or one more where that is all of them. */
    private static final int MOST_NAMES = 2;

    private static final int MOST_COUNTS = 4;

    /** An interval that is this much narrower than its middle comes of rounding. */
    private static final double CERTAIN = 1e-9;

    private final Contest contest;
    private final Metric metric;
    /** How a metric is called in a sentence: "goodput", and "higher", "highest" for a better one. */
    private final String noun;

    private final String better;
    private final String bestOf;

    private Finding(Contest contest) {
        this.contest = contest;
        this.metric = contest.metric();
        noun = switch (metric) {
            case GOODPUT -> "goodput";
            case FAILED -> "share of failed requests";
            case AFFECTED -> "share of affected requests";
            case LATENCY_P99 -> "99th-percentile latency";
            case COST -> "cost per thousand requests";
            case TIME_TO_RECOVER -> "time to recover";
        };
        boolean time = metric == Metric.TIME_TO_RECOVER;
        better = metric.isMoreBetter() ? "higher" : time ? "shorter" : "lower";
        bestOf = metric.isMoreBetter() ? "highest" : time ? "shortest" : "lowest";
    }

    /**
     * The sentences.
     *
     * @param broken whether there are faults
     * @param ends whether all of them end so long before the run that a recovery can be seen
     */
    static String of(Contest contest, boolean broken, boolean ends) {
        return new Finding(contest).words(broken, ends);
    }

    private String words(boolean broken, boolean ends) {
        List<Integer> ranking = contest.ranking();
        if (ranking.isEmpty()) {
            return nothing(broken, ends);
        }
        int leader = ranking.get(0);
        List<Integer> others = others(leader);
        boolean same = others.stream().allMatch(other -> contest.isSame(leader, other));
        if (contest.replications() < 2) {
            return recoveries() + "One replication establishes nothing: in it, "
                    + (same
                            ? noun + " is " + value(leader) + ", whatever is chosen."
                            : name(leader) + " has the " + bestOf + " " + noun + ", " + value(leader) + ".");
        }
        if (same) {
            return recoveries() + "Nothing to choose: " + noun
                    + " is the same in every replication, whatever is chosen, " + value(leader) + " on average.";
        }
        return recoveries()
                + without()
                + (contest.best() == leader ? established(leader, others) : open(leader, others));
    }

    /** No arm has a value. */
    private String nothing(boolean broken, boolean ends) {
        return switch (metric) {
            case GOODPUT, FAILED, COST -> "No request was measured.";
            case LATENCY_P99 -> "No request was answered: there is no latency to compare.";
            case AFFECTED -> broken ? "No request was measured." : "Without a fault no request is affected.";
            case TIME_TO_RECOVER -> {
                if (!broken) {
                    yield "Without a fault there is nothing to recover from.";
                }
                yield ends
                        ? "Not one recovered, in any of " + Amounts.counted(contest.replications(), "replication") + "."
                        : "Not all faults end a minute before the run does: there is no recovery to compare.";
            }
        };
    }

    /** Who did not recover in every replication; empty where all did, or by another metric. */
    private String recoveries() {
        List<String> counts = IntStream.range(0, contest.arms())
                .filter(arm -> contest.values(arm) < contest.replications())
                .mapToObj(arm -> name(arm) + (contest.hasValues(arm) ? " in " + contest.values(arm) : " never"))
                .toList();
        if (metric != Metric.TIME_TO_RECOVER || counts.isEmpty()) {
            return "";
        }
        return "Not all recovered in each of " + Amounts.counted(contest.replications(), "replication") + ": "
                + listed(counts, MOST_COUNTS) + "; times are compared only where both did. ";
    }

    /** Which arms have no value at all; of the time to recover, {@link #recoveries} tells. */
    private String without() {
        List<Integer> none = IntStream.range(0, contest.arms())
                .filter(arm -> !contest.hasValues(arm))
                .boxed()
                .toList();
        if (none.isEmpty() || metric == Metric.TIME_TO_RECOVER) {
            return "";
        }
        return sentence(names(none)) + (none.size() == 1 ? " has" : " have") + " no " + noun + " in any replication. ";
    }

    /** One is better than each other: compared with the first, which is as drawn mostly, and with the next best. */
    private String established(int leader, List<Integer> others) {
        int next = others.get(0);
        String told = leader == 0 || next == 0 ? "" : lead(leader, 0, "its ", "") + ", and ";
        told += lead(leader, next, told.isEmpty() ? "its " : "", others.size() == 1 ? "" : ", the next best");
        return sentence(name(leader)) + " is best: " + told + "." + rest(others);
    }

    /** What is not told apart among those that are not best. */
    private String rest(List<Integer> others) {
        List<String> open = new ArrayList<>();
        int pairs = 0;
        for (int i = 0; i < others.size(); i++) {
            for (int j = i + 1; j < others.size(); j++) {
                int one = others.get(i);
                int other = others.get(j);
                pairs++;
                if (!contest.isBetter(one, other) && !contest.isBetter(other, one)) {
                    open.add("whether " + name(one) + " and " + name(other) + " differ");
                }
            }
        }
        if (open.isEmpty()) {
            return "";
        }
        return open.size() <= 2
                ? " Not established: " + String.join(", and ", open) + "."
                : " Of the " + pairs + " pairs of the others, " + open.size() + " are not told apart.";
    }

    /** None is better than each other. */
    private String open(int leader, List<Integer> others) {
        List<Integer> same =
                others.stream().filter(other -> contest.isSame(leader, other)).toList();
        List<Integer> worse =
                others.stream().filter(other -> contest.isBetter(leader, other)).toList();
        List<Integer> rivals = others.stream()
                .filter(other -> !same.contains(other) && !worse.contains(other))
                .toList();
        List<Integer> equals = new ArrayList<>(same);
        equals.add(0, leader);
        List<String> sentences = new ArrayList<>();
        if (!rivals.isEmpty()) {
            sentences.add("Not established which is best: " + names(equals) + standing(leader, !same.isEmpty())
                    + ", but " + doubt(leader, rivals, !same.isEmpty()) + ".");
        } else {
            sentences.add(sentence(names(equals)) + standing(leader, true) + ".");
        }
        if (!worse.isEmpty()) {
            int shown = worse.contains(0) ? 0 : worse.get(0);
            String than = same.isEmpty() ? "it is better than " : "they are better than ";
            String whom = worse.size() > MOST_NAMES ? worse.size() + " of the other " + others.size() : names(worse);
            sentences.add("Established: " + (worse.size() > 1 ? than + whom + "; " : "")
                    + lead(leader, shown, same.isEmpty() ? "its " : "their ", "") + ".");
        }
        return String.join(" ", sentences);
    }

    /** By what the leader leads, alone or with others that are the same. */
    private String standing(int leader, boolean shared) {
        boolean uneven =
                IntStream.range(0, contest.arms()).anyMatch(arm -> contest.values(arm) < contest.values(leader));
        if (metric == Metric.TIME_TO_RECOVER && uneven) {
            return " recovered in " + contest.values(leader) + " of "
                    + Amounts.counted(contest.replications(), "replication") + ", after " + value(leader)
                    + " on average";
        }
        return shared
                ? " have the same " + noun + " in every replication, the " + bestOf + ", " + value(leader)
                        + " on average"
                : " has the " + bestOf + " " + noun + ", " + value(leader);
    }

    /** Why the leader is not established to be better than its rivals. */
    private String doubt(int leader, List<Integer> rivals, boolean shared) {
        String text = doubt(leader, rivals.get(0), shared);
        List<Integer> more = rivals.subList(1, rivals.size());
        if (more.isEmpty()) {
            return text;
        }
        String whom = more.size() > MOST_NAMES ? more.size() + " others" : names(more);
        return text + ", and " + (shared ? "they are" : "it is") + " not told apart from " + whom + " either";
    }

    private String doubt(int leader, int rival, boolean shared) {
        Interval lead = contest.lead(leader, rival);
        if (metric == Metric.TIME_TO_RECOVER && contest.values(leader) > contest.values(rival)) {
            return "that " + (shared ? "they" : "it") + " recovered more often than " + name(rival) + " can be chance ("
                    + Amounts.p(contest.recoveryP(leader, rival)) + ")";
        }
        if (!lead.isBounded()) {
            return "there are too few replications in which " + name(rival) + " can be compared";
        }
        String difference = Amounts.difference(metric, lead) + interval(lead, true);
        if (lead.mean() <= 0) {
            return "that is no lead over " + name(rival) + " where both have one: " + difference;
        }
        String margin = (shared ? "their" : "its") + " lead over " + name(rival) + ", " + difference + ", ";
        return !contest.isSignificantAlone(leader, rival)
                ? margin + "can be chance"
                : margin + "does not stand up to a correction for " + contest.tests() + " comparisons ("
                        + Amounts.p(contest.p(leader, rival)) + ")";
    }

    /**
     * By how much an arm is better than another.
     *
     * @param whose "its " or "their "; empty where that, and the interval's level, were said just before
     * @param note what is said after the other's name
     */
    private String lead(int leader, int other, String whose, String note) {
        String than = " than " + (other == asDrawn() ? "" : "with ") + name(other) + note;
        if (contest.recoversMoreOften(leader, other)) {
            String who = whose.equals("their ") ? "they recover" : "it recovers";
            return who + " more often" + than + " (" + Amounts.p(contest.recoveryP(leader, other)) + ")";
        }
        Interval lead = contest.lead(leader, other);
        return (whose.isEmpty() ? "" : whose + noun + " is ") + Amounts.difference(metric, lead) + " " + better + than
                + interval(lead, !whose.isEmpty());
    }

    private String interval(Interval lead, boolean first) {
        if (lead.halfWidth() <= CERTAIN * StrictMath.abs(lead.mean())) {
            return ", in every replication";
        }
        return " (" + (first ? Amounts.level(contest.confidence()) + " interval " : "") + Amounts.span(metric, lead)
                + ")";
    }

    /** The arms that are not the leader, best first; those without a value last. */
    private List<Integer> others(int leader) {
        List<Integer> others = new ArrayList<>(contest.ranking());
        IntStream.range(0, contest.arms())
                .filter(arm -> !contest.hasValues(arm))
                .forEach(others::add);
        others.remove((Integer) leader);
        return others;
    }

    private String value(int arm) {
        return Amounts.value(metric, contest.interval(arm));
    }

    private int asDrawn() {
        return IntStream.range(0, contest.arms())
                .filter(arm -> contest.arm(arm).id().equals(Strategy.AS_DRAWN))
                .findFirst()
                .orElse(-1);
    }

    private String name(int arm) {
        String id = contest.arm(arm).id();
        if (id.equals(Strategy.AS_DRAWN)) {
            return "as drawn";
        }
        Pipeline pipeline = contest.arm(arm).twin().pipeline();
        Strategy strategy = pipeline.strategiesOrNone().get(id);
        return "\"" + (strategy == null ? id : strategy.title(id)) + "\"";
    }

    private String names(List<Integer> arms) {
        return listed(arms.stream().map(this::name).toList(), MOST_NAMES);
    }

    /** "A", "A and B", "A, B and C", "A, B and 4 others". */
    private static String listed(List<String> names, int most) {
        List<String> all =
                new ArrayList<>(names.size() == most + 1 ? names : names.subList(0, Math.min(most, names.size())));
        int more = names.size() - all.size();
        if (more > 0) {
            all.add(more + " others");
        }
        String last = all.remove(all.size() - 1);
        return all.isEmpty() ? last : String.join(", ", all) + " and " + last;
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }
}
