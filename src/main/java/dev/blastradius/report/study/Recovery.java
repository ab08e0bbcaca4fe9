package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Whether and when a pipeline came back by itself, in words. */
final class Recovery {

    /** Why nothing is said of recovering. */
    static final String NOT_JUDGED = "cannot be told, because not every fault ends a minute before the run does";

    /** Shorter than a step of any series: it was never down, or back with the fault's end. */
    private static final double AT_ONCE = 1;

    /** Why nothing is said of it where no request was measured. */
    static final String NOT_MEASURED = "cannot be told, because no request was measured";

    private static final int MOST_NAMES = 3;

    private Recovery() {}

    static @Nullable Proportion of(RunResult run) {
        BlastRadius radius = run.blastRadius();
        return radius == null ? null : radius.recovered();
    }

    static Interval time(RunResult run) {
        BlastRadius radius = run.blastRadius();
        return radius == null ? Interval.NONE : radius.timeToRecover();
    }

    /** The sentence of one outage, without a capital letter and a full stop. */
    static String clause(RunResult run, String subject) {
        Proportion share = of(run);
        double confidence = run.settings().confidence();
        if (share == null) {
            boolean measured = Double.isFinite(run.totals().goodput().mean());
            return "whether " + subject + " recovers " + (measured ? NOT_JUDGED : NOT_MEASURED);
        }
        if (share.successes() == 0) {
            String where = share.of() == 1
                    ? "in the one replication that was made"
                    : "in any of " + Numbers.counted(share.of(), "replication") + " ("
                            + Phrases.interval(share, confidence) + ")";
            return subject + " did not recover before the run ended, " + where;
        }
        String where = share.of() == 1
                ? "in the one replication that was made, which does not tell how often it does"
                : Phrases.inReplications(share, confidence);
        String when = when(time(run)) + (share.successes() < share.of() ? " on average where it did" : "");
        return subject + " recovered " + where + ", " + when;
    }

    /** {@code "3 min 10 s ±12 s after the last fault had ended"}, {@code "as soon as the last fault had ended"}. */
    static String when(Interval time) {
        return time.mean() < AT_ONCE
                ? "as soon as the last fault had ended"
                : Numbers.time(time) + " after the last fault had ended";
    }

    /** The sentence of several outages, without a capital letter and a full stop. */
    static String clause(List<RunResult> runs, String subject, Who who) {
        List<RunResult> judged = runs.stream().filter(run -> of(run) != null).toList();
        if (judged.isEmpty()) {
            return "whether " + subject + " recovers in any of the scenarios " + NOT_JUDGED;
        }
        if (Phrases.most(judged) == 1) {
            return one(judged, subject, who);
        }
        List<RunResult> always = new ArrayList<>();
        List<String> sometimes = new ArrayList<>();
        List<String> never = new ArrayList<>();
        for (RunResult run : judged) {
            Proportion share = of(run);
            String name = who.scenario(String.valueOf(run.scenario()));
            if (share == null || share.successes() == share.of()) {
                always.add(run);
            } else if (share.successes() > 0) {
                sometimes.add("in " + name + " in " + share.successes() + " of " + share.of() + " replications ("
                        + Phrases.interval(share, run.settings().confidence()) + ")");
            } else {
                never.add(String.valueOf(run.scenario()));
            }
        }
        List<String> parts = new ArrayList<>();
        if (always.size() == judged.size()) {
            parts.add("in " + all(judged, runs) + " in every one of " + Phrases.replications(judged)
                    + slowest(always, who));
        } else if (!always.isEmpty()) {
            parts.add("in "
                    + who.scenarios(
                            always.stream()
                                    .map(run -> String.valueOf(run.scenario()))
                                    .toList(),
                            MOST_NAMES) + " in every one of " + Phrases.replications(always) + slowest(always, who));
        }
        parts.addAll(sometimes.subList(0, Math.min(MOST_NAMES, sometimes.size())));
        if (sometimes.size() > MOST_NAMES) {
            parts.add("in " + (sometimes.size() - MOST_NAMES) + " others in some replications");
        }
        if (!never.isEmpty()) {
            parts.add("in " + who.scenarios(never, MOST_NAMES) + " in no replication before the run's end");
        }
        return subject + " recovered " + String.join("; ", parts) + unjudged(runs, judged);
    }

    private static String one(List<RunResult> judged, String subject, Who who) {
        List<String> back = new ArrayList<>();
        for (RunResult run : judged) {
            Proportion share = of(run);
            if (share != null && share.successes() > 0) {
                back.add(who.scenario(String.valueOf(run.scenario())) + " ("
                        + Figures.time(time(run).mean()) + ")");
            }
        }
        String from = back.isEmpty()
                ? "in none of " + judged.size() + " scenarios"
                : "in " + back.size() + " of " + judged.size() + " scenarios: " + Phrases.listed(back, MOST_NAMES);
        return "in the one replication that was made, which does not tell how often it does, " + subject + " recovered "
                + from;
    }

    private static String all(List<RunResult> judged, List<RunResult> runs) {
        if (judged.size() < runs.size()) {
            return "the " + Phrases.counted(judged.size(), "scenario") + " that can be judged";
        }
        return Phrases.all(judged.size(), "scenarios");
    }

    private static String slowest(List<RunResult> always, Who who) {
        RunResult slowest = always.get(0);
        for (RunResult run : always) {
            if (time(run).mean() > time(slowest).mean()) {
                slowest = run;
            }
        }
        Interval time = time(slowest);
        return time.mean() < AT_ONCE
                ? ", each time as soon as the last fault had ended"
                : ", at the slowest " + Numbers.time(time) + " after the last fault had ended ("
                        + who.scenario(String.valueOf(slowest.scenario())) + ")";
    }

    private static String unjudged(List<RunResult> runs, List<RunResult> judged) {
        int others = runs.size() - judged.size();
        return others == 0
                ? ""
                : "; of " + (others == 1 ? "the other" : "the " + others + " others") + " that " + NOT_JUDGED;
    }
}
