package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.Objective;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.Standings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.report.document.Block.Fact;
import dev.blastradius.report.finding.Finding.OfComparison;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.List;

/**
 * The key figures of a comparison.
 */
record ComparisonFigures(OfComparison finding, Told told) {

    List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        List<RunResult> runs = told.runs();
        long requests =
                runs.stream().mapToLong(run -> run.evidence().analysed()).sum();
        facts.add(Account.fact(
                "Requests simulated",
                Figures.count(requests) + " in " + Phrases.counted(runs.size(), "run") + ", each of "
                        + Phrases.replications(runs)));
        RunResult everyDay = told.calm().run(told.subject());
        if (everyDay != null) {
            facts.add(Account.fact("Good answers without faults", share(everyDay)));
        }
        RunResult bad = told.worst();
        if (bad != null) {
            ofWorst(bad, facts);
        }
        facts.add(Account.fact("Promises to clients", promises()));
        return facts;
    }

    private String share(RunResult run) {
        return Numbers.share(run.totals().goodput()) + " " + told.who().with(run.strategy());
    }

    private void ofWorst(RunResult bad, List<Fact> facts) {
        String scenario = String.valueOf(bad.scenario());
        Standings standings = told.outages().get(scenario);
        Leader leader = standings == null ? null : Leader.of(standings);
        RunResult best = leader == null ? null : leader.standings().run(leader.id());
        String most = best == null || best.strategy().equals(bad.strategy()) ? "" : "; " + share(best);
        facts.add(Account.fact(
                "Good answers in " + told.who().scenario(scenario)
                        + (told.outages().size() > 1 ? ", the worst" : ""),
                share(bad) + most));
        Interval bound = finding.study().clairvoyant(scenario);
        if (Double.isFinite(bound.mean())) {
            facts.add(Account.fact(
                    "Most that any policy could reach there",
                    Numbers.share(bound) + ": the requests that some path could have answered in time"));
        }
        BlastRadius radius = bad.blastRadius();
        if (radius != null && Double.isFinite(radius.loadAmplification().mean())) {
            facts.add(Account.fact(
                    "Load there",
                    Numbers.times(radius.loadAmplification())
                            + " the attempts that the same requests make without faults, "
                            + told.who().with(told.subject())));
        }
        double total = bad.cost().total().mean();
        if (total > 0) {
            facts.add(Account.fact(
                    "Paid there for answers nobody used",
                    Figures.share(bad.cost().wasted().mean() / total) + " of the bill, "
                            + told.who().with(told.subject())));
        }
    }

    /** How many of the outages each of the two strategies got through with all promises kept. */
    private String promises() {
        List<String> parts = new ArrayList<>();
        for (Arm arm : finding.arms()) {
            boolean isTold = arm.id().equals(told.subject()) || arm.id().equals(told.favourite());
            String kept = isTold && !arm.isReference() ? kept(arm) : "";
            if (!kept.isEmpty()) {
                parts.add(told.who().with(arm.id()) + ": " + kept);
            }
        }
        return parts.isEmpty()
                ? "none: no client has an objective (SLO) that says how many good answers are enough"
                : String.join("; ", parts);
    }

    /** {@code "kept without faults, kept in 1 of 4 scenarios"}; empty where there is no promise. */
    private String kept(Arm arm) {
        List<Boolean> outages = new ArrayList<>();
        boolean any = false;
        for (Standings standings : told.outages().values()) {
            List<Objective> objectives = objectives(arm, standings);
            any |= !objectives.isEmpty();
            if (standings.run(arm.id()) != null && objectives.stream().allMatch(Objective::isMeasured)) {
                outages.add(objectives.stream().allMatch(Objective::isMet));
            }
        }
        List<Objective> everyDay = objectives(arm, told.calm());
        any |= !everyDay.isEmpty();
        if (!any) {
            return "";
        }
        List<String> parts = new ArrayList<>();
        if (!everyDay.isEmpty() && everyDay.stream().allMatch(Objective::isMeasured)) {
            parts.add(
                    everyDay.stream().allMatch(Objective::isMet)
                            ? "kept without faults"
                            : "missed already without faults");
        }
        long kept = outages.stream().filter(each -> each).count();
        if (outages.size() == 1) {
            parts.add((kept == 1 ? "kept" : "missed") + " in the scenario");
        } else if (!outages.isEmpty()) {
            parts.add("kept in " + (kept == 0 ? "none" : kept == outages.size() ? "all" : String.valueOf(kept)) + " of "
                    + Numbers.counted(outages.size(), "scenario"));
        }
        return parts.isEmpty() ? "not shown, for no request was measured" : String.join(", ", parts);
    }

    private static List<Objective> objectives(Arm arm, Standings standings) {
        RunResult run = standings.run(arm.id());
        return run == null ? List.of() : Objective.of(arm.twin().pipeline(), run);
    }
}
