package dev.blastradius.report.study;

import dev.blastradius.experiment.Collapse;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What speaks against taking means at their word: a warm-up that is too short, replications that fall into two groups, too few of them. */
final class Cautions {

    private static final int MOST = 6;

    private Cautions() {}

    /** Those of some runs; what is so of several runs is said once. */
    static List<String> of(List<RunResult> runs, Who who) {
        List<String> cautions = new ArrayList<>();
        if (Phrases.most(runs) == 1) {
            cautions.add(
                    "One replication was made. It gives no interval and establishes nothing: another one may end otherwise.");
        }
        Map<String, List<String>> warmups = new LinkedHashMap<>();
        List<String> collapses = new ArrayList<>();
        for (RunResult run : runs) {
            String warning = run.evidence().warmup().warning();
            if (warning != null && run.scenario() == null) {
                warmups.computeIfAbsent(warning, each -> new ArrayList<>()).add(who.with(run.strategy()));
            }
            Collapse collapse = run.evidence().collapse();
            if (collapse != null) {
                collapses.add(Phrases.sentence(where(run, who)) + ": " + collapse.sentence());
            }
        }
        warmups.forEach((warning, strategies) ->
                cautions.add(Phrases.sentence(Phrases.listed(strategies, MOST)) + ": " + warning));
        cautions.addAll(collapses.subList(0, Math.min(MOST, collapses.size())));
        if (collapses.size() > MOST) {
            cautions.add("In " + Phrases.counted(collapses.size() - MOST, "more run")
                    + " the replications fall into two groups too, so that the mean describes none of them.");
        }
        return cautions;
    }

    private static String where(RunResult run, Who who) {
        String scenario = run.scenario();
        return (scenario == null ? "without faults" : "in " + who.scenario(scenario)) + ", " + who.with(run.strategy());
    }
}
