package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.FaultWindows;
import dev.blastradius.experiment.Objective;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Cost;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.model.Scenario;
import dev.blastradius.report.document.Block.Fact;
import dev.blastradius.report.finding.Finding.OfRun;
import dev.blastradius.report.finding.Looked;
import dev.blastradius.report.study.Account.Sentence;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.List;

/** A run in five sentences. */
final class RunSummary {

    private final OfRun finding;
    private final RunResult run;
    private final RunSettings settings;
    private final Who who;

    private RunSummary(OfRun finding) {
        this.finding = finding;
        run = finding.result();
        settings = run.settings();
        who = Who.of(finding.spec().pipeline(), Looked.scenarios(finding));
    }

    static Account of(OfRun finding) {
        RunSummary summary = new RunSummary(finding);
        List<Sentence> sentences = List.of(
                new Sentence("What was broken", Phrases.sentence(summary.broken()) + "."),
                new Sentence("Who was hit", Phrases.sentence(summary.hit()) + "."),
                new Sentence("Recovery", Phrases.sentence(summary.recovery()) + "."),
                new Sentence("Promises", Phrases.sentence(summary.promises()) + "."),
                new Sentence("Cost", Phrases.sentence(summary.cost()) + "."));
        List<String> notices = new ArrayList<>();
        if (summary.run.evidence().replications() < summary.settings.replications()) {
            notices.add("The run was ended early: "
                    + Numbers.counted(summary.run.evidence().replications(), "replication") + " of "
                    + Figures.count(summary.settings.replications()) + " that were asked for.");
        }
        notices.addAll(Cautions.of(List.of(summary.run), summary.who));
        return new Account(sentences, summary.facts(), notices, Legend.of(List.of(summary.run), summary.settings));
    }

    private String broken() {
        String made = Phrases.replications(List.of(run)) + " of "
                + Figures.time(settings.duration().seconds());
        Scenario scenario = finding.spec().scenario();
        String id = run.scenario();
        if (scenario == null || id == null) {
            return "nothing was broken: the pipeline was run without faults, " + who.with(run.strategy()) + ", in "
                    + made;
        }
        List<Window> windows = FaultWindows.of(
                finding.spec().pipeline(), scenario, settings.duration().seconds());
        double from = windows.stream().mapToDouble(Window::from).min().orElse(Double.NaN);
        double to = windows.stream().mapToDouble(Window::to).max().orElse(Double.NaN);
        String when = Double.isNaN(from)
                ? " (in which nothing fails within the run)"
                : " (from " + Figures.moment(from) + " to " + Figures.moment(to) + ")";
        return who.title(id) + when + " was played on the pipeline, " + who.with(run.strategy()) + ", in " + made;
    }

    private String hit() {
        BlastRadius radius = run.blastRadius();
        if (radius != null) {
            return Harm.clause(radius, run, who);
        }
        List<String> clients = new ArrayList<>();
        run.flows()
                .forEach((id, flow) ->
                        clients.add(Numbers.share(flow.goodput()) + " of the requests of " + who.client(id)));
        String answers = "good answers went to " + Phrases.listed(clients, 3) + Harm.groups(run);
        return run.scenario() == null
                ? "without a fault nobody was hit; " + answers
                : answers + ", and what that is without the faults was not looked at";
    }

    private String recovery() {
        return recovery(finding);
    }

    /** Whether it recovered, without a capital letter and a full stop. */
    static String recovery(OfRun finding) {
        RunResult run = finding.result();
        double duration = run.settings().duration().seconds();
        if (FaultWindows.of(finding.spec().pipeline(), finding.spec().scenario(), duration)
                .isEmpty()) {
            return "nothing was broken, so there was nothing to recover from";
        }
        return run.blastRadius() == null
                ? "whether it recovered was not looked at"
                : Recovery.clause(run, "the pipeline");
    }

    /** Against what was promised; one strategy alone is neither best nor worst. */
    private String promises() {
        List<Objective> objectives = Objective.of(finding.spec().pipeline(), run);
        String alone = "only one strategy was run, so nothing is said of which is best";
        if (objectives.isEmpty()) {
            return "no client has an objective (SLO) that says how many good answers are enough, and " + alone;
        }
        List<String> parts = objectives.stream().map(this::kept).toList();
        return String.join("; ", parts) + "; " + alone;
    }

    private String kept(Objective objective) {
        return who.client(objective.client()) + " " + Promise.of(objective);
    }

    private String cost() {
        Cost cost = run.cost();
        if (!(cost.total().mean() > 0)) {
            return "nothing in this model is billed, so nothing is known of the cost";
        }
        double share = cost.wasted().mean() / cost.total().mean();
        return "a thousand requests cost " + Numbers.money(cost.perThousandRequests()) + ", and "
                + (share > 0 ? Figures.share(share) : "nothing")
                + " of the bill was for answers that nobody used";
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        facts.add(Account.fact(
                "Requests simulated",
                Figures.count(run.evidence().analysed()) + " in "
                        + Numbers.counted(run.evidence().replications(), "replication")));
        facts.add(Account.fact("Good answers", Numbers.share(run.totals().goodput())));
        facts.add(
                Account.fact("Failed or given up on", Numbers.share(run.totals().failed())));
        BlastRadius radius = run.blastRadius();
        if (radius != null) {
            facts.add(Account.fact(
                    "Affected in any way", Numbers.share(run.totals().affected())));
            add(
                    facts,
                    "Load",
                    radius.loadAmplification(),
                    Numbers.times(radius.loadAmplification())
                            + " the attempts that the same requests make without faults");
            add(
                    facts,
                    "Most that any policy could reach",
                    radius.answerable(),
                    Numbers.share(radius.answerable()) + ": the requests that some path could have answered in time");
        }
        facts.add(Account.fact(
                "Latency, 99th percentile", Numbers.time(run.totals().latencyP99())));
        return facts;
    }

    private static void add(List<Fact> facts, String name, Interval value, String text) {
        if (Double.isFinite(value.mean())) {
            facts.add(Account.fact(name, text));
        }
    }
}
