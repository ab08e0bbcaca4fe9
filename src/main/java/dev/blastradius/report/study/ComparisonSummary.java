package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.FaultWindows;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.report.finding.Finding.OfComparison;
import dev.blastradius.report.finding.Looked;
import dev.blastradius.report.study.Account.Sentence;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** A comparison in five sentences. */
final class ComparisonSummary {

    private static final int MOST_OUTAGES = 8;

    private final OfComparison finding;
    private final Told told;
    private final Who who;
    private final RunSettings settings;

    private ComparisonSummary(OfComparison finding) {
        this.finding = finding;
        told = Told.of(finding);
        who = told.who();
        settings = told.settings();
    }

    /** Who was hit, as a sentence. */
    static String hit(OfComparison finding) {
        return sentence(new ComparisonSummary(finding).hit());
    }

    static Account of(OfComparison finding) {
        ComparisonSummary summary = new ComparisonSummary(finding);
        List<Sentence> sentences = List.of(
                new Sentence("What was broken", sentence(summary.broken())),
                new Sentence("Who was hit", sentence(summary.hit())),
                new Sentence("Recovery", sentence(summary.recovery())),
                new Sentence("Best strategy", sentence(summary.best())),
                new Sentence("Cost", sentence(summary.cost())));
        return new Account(
                sentences,
                new ComparisonFigures(finding, summary.told).facts(),
                summary.notices(),
                Legend.of(summary.told.runs(), summary.settings));
    }

    private static String sentence(String text) {
        return Phrases.sentence(text) + ".";
    }

    private String broken() {
        String strategies = told.strategies() == 1
                ? who.with(Looked.strategies(finding).get(0))
                : "with each of " + Phrases.counted(told.strategies(), "strategy", "strategies");
        String made = Phrases.replications(told.runs()) + " of "
                + Figures.time(settings.duration().seconds());
        if (told.outages().isEmpty()) {
            return "nothing was broken: the pipeline was run without faults " + strategies + ", in " + made;
        }
        List<String> names = new ArrayList<>();
        told.outages()
                .keySet()
                .forEach(scenario -> names.add(
                        (told.outages().size() == 1 ? "" : "(" + (names.size() + 1) + ") ") + named(scenario)));
        String what = names.size() == 1
                ? names.get(0) + " was played on the pipeline " + strategies
                : Phrases.counted(names.size(), "scenario") + " were played on the pipeline one at a time, "
                        + strategies;
        String list = names.size() == 1 ? "" : ": " + Phrases.listed(names, MOST_OUTAGES);
        return what + ", in " + made + (names.size() == 1 && told.strategies() == 1 ? "" : " each") + list;
    }

    /** A scenario by its name, with when it acts where there is one alone. */
    private String named(String scenario) {
        if (!told.isBroken(scenario)) {
            return who.title(scenario) + " (in which nothing fails within the run)";
        }
        if (told.outages().size() > 1) {
            return who.title(scenario);
        }
        List<Window> windows = FaultWindows.of(
                finding.origin().model().pipeline(),
                spec(scenario).scenario(),
                settings.duration().seconds());
        double from = windows.stream().mapToDouble(Window::from).min().orElse(0);
        double to = windows.stream().mapToDouble(Window::to).max().orElse(0);
        return who.title(scenario) + " (from " + Figures.moment(from) + " to " + Figures.moment(to) + ")";
    }

    private RunSpec spec(String scenario) {
        for (Arm arm : finding.arms()) {
            for (RunSpec spec : arm.outages()) {
                if (scenario.equals(spec.scenarioId())) {
                    return spec;
                }
            }
        }
        throw new IllegalArgumentException("no run under " + scenario);
    }

    private String hit() {
        RunResult worst = told.worst();
        BlastRadius radius = worst == null ? null : worst.blastRadius();
        if (worst == null || radius == null) {
            return calmGoodput();
        }
        String clause = Harm.clause(radius, worst, who);
        List<RunResult> all = told.subjects();
        if (all.size() == 1) {
            return who.with(told.subject()) + ", " + clause;
        }
        boolean isNobody = all.stream()
                .map(RunResult::blastRadius)
                .allMatch(each -> each != null && each.all().affected().mean() == 0);
        if (isNobody) {
            return who.with(told.subject())
                    + ", nobody was hit in any of the scenarios: not one request ended otherwise than without"
                    + " the faults";
        }
        boolean isLoss = Harm.kind(Harm.lost(worst)) == Harm.Kind.LOSS;
        return who.with(told.subject()) + ", "
                + (isLoss
                        ? who.scenario(String.valueOf(worst.scenario())) + " was the worst: in it, " + clause
                        : "no scenario is established to have cost all clients together any good answer; in "
                                + who.scenario(String.valueOf(worst.scenario())) + ", " + clause)
                + (isLoss ? others(all, worst) : "");
    }

    /** What the others took of all requests. */
    private String others(List<RunResult> all, RunResult worst) {
        List<RunResult> others = all.stream()
                .filter(run -> !Objects.equals(run.scenario(), worst.scenario()))
                .toList();
        double least =
                others.stream().mapToDouble(run -> Harm.lost(run).mean()).min().orElse(0);
        double most =
                others.stream().mapToDouble(run -> Harm.lost(run).mean()).max().orElse(0);
        String range = others.size() == 1
                ? Numbers.share(Harm.lost(others.get(0)))
                : "from " + Figures.share(least) + " to " + Figures.share(most);
        return "; of all requests it took " + Numbers.share(Harm.lost(worst)) + ", "
                + (others.size() == 1 ? "the other one " : "the others ") + range;
    }

    private String calmGoodput() {
        RunResult run = told.calm().run(told.subject());
        if (run == null) {
            return "nothing is known of who is hit, for no run was finished";
        }
        List<String> clients = new ArrayList<>();
        run.flows()
                .forEach((id, flow) ->
                        clients.add(Numbers.share(flow.goodput()) + " of the requests of " + who.client(id)));
        return "without a fault nobody was hit; " + who.with(told.subject()) + ", good answers went to "
                + Phrases.listed(clients, MOST_OUTAGES);
    }

    private String recovery() {
        List<RunResult> runs = told.subjects().stream()
                .filter(run -> told.isBroken(String.valueOf(run.scenario())))
                .toList();
        if (runs.isEmpty()) {
            return "nothing was broken, so there was nothing to recover from";
        }
        String name = who.subject(told.subject());
        return runs.size() == 1 && told.outages().size() == 1
                ? Recovery.clause(runs.get(0), name)
                : Recovery.clause(runs, name, who);
    }

    private String best() {
        return told.strategies() == 1
                ? "only one strategy was run, "
                        + who.strategy(Looked.strategies(finding).get(0)) + ", so nothing is said of which is best"
                : new Winners(told.compared(), finding.baseline(), who).clause();
    }

    private String cost() {
        return new Price(told, who).clause();
    }

    private List<String> notices() {
        List<String> notices = new ArrayList<>();
        if (!finding.study().isComplete()) {
            notices.add("The study was ended before all was done that was asked for: "
                    + Phrases.replications(told.runs()) + " of " + Figures.count(settings.replications())
                    + (told.notRun().isEmpty()
                            ? ""
                            : ", and nothing under "
                                    + Phrases.listed(
                                            told.notRun().stream()
                                                    .map(who::title)
                                                    .toList(),
                                            MOST_OUTAGES))
                    + ". What is said here rests on what was done.");
        }
        notices.addAll(Cautions.of(told.runs(), who));
        return notices;
    }
}
