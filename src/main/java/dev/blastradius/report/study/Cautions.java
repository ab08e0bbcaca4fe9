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
        Map<String, List<String>> collapses = new LinkedHashMap<>();
        for (RunResult run : runs) {
            String warning = run.evidence().warmup().warning();
            // The warm-up is the same in all scenarios.
            if (warning != null && run.scenario() == null) {
                warmups.computeIfAbsent(warning, each -> new ArrayList<>()).add(who.with(run.strategy()));
            }
            Collapse collapse = run.evidence().collapse();
            if (collapse != null) {
                collapses
                        .computeIfAbsent(where(run, who) + ": " + collapse.sentence(), each -> new ArrayList<>())
                        .add(who.with(run.strategy()));
            }
        }
        warmups.forEach((warning, strategies) ->
                cautions.add(Phrases.sentence(Phrases.listed(strategies, MOST)) + ": " + warning));
        collapses.entrySet().stream()
                .limit(MOST)
                .forEach(each ->
                        cautions.add(Phrases.sentence(Phrases.listed(each.getValue(), MOST)) + ", " + each.getKey()));
        if (collapses.size() > MOST) {
            cautions.add(
                    "In other runs too the replications fall into two groups, so that the mean describes none of them.");
        }
        return cautions;
    }

    private static String where(RunResult run, Who who) {
        String scenario = run.scenario();
        return scenario == null ? "without faults" : "in " + who.scenario(scenario);
    }
}
