package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.MatrixMap;
import dev.blastradius.chart.Names;
import dev.blastradius.experiment.FaultWindows;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.DamageMatrix.Row;
import dev.blastradius.experiment.matrix.Failure.Kind;
import dev.blastradius.model.Fault;
import dev.blastradius.report.document.Block.Fact;
import dev.blastradius.report.finding.Finding.OfMatrix;
import dev.blastradius.report.study.Account.Sentence;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/** A blast-radius matrix in five sentences. */
final class MatrixSummary {

    private static final int MOST_NAMES = 3;
    private static final double HALF = 0.5;

    private final OfMatrix finding;
    private final DamageMatrix matrix;
    private final RunSettings settings;
    private final Who who;

    private MatrixSummary(OfMatrix finding) {
        this.finding = finding;
        matrix = finding.matrix();
        settings = matrix.twin().settings();
        who = Who.of(finding.base().pipeline(), List.of());
    }

    static Account of(OfMatrix finding) {
        MatrixSummary summary = new MatrixSummary(finding);
        List<Sentence> sentences = List.of(
                new Sentence("What was broken", Phrases.sentence(summary.broken()) + "."),
                new Sentence("What hurts most", summary.worst()),
                new Sentence("How much of it hurts", Phrases.sentence(summary.harmless()) + "."),
                new Sentence("Recovery", Phrases.sentence(summary.recovery()) + "."),
                new Sentence("Without anything broken", Phrases.sentence(summary.calm()) + "."));
        List<String> notices = new ArrayList<>();
        if (!summary.matrix.isComplete()) {
            notices.add("The matrix was ended before all was done that was asked for: "
                    + Phrases.replications(summary.runs()) + " of " + Figures.count(summary.settings.replications())
                    + ", and failures of which nothing was run are missing. What is said here rests on what was done.");
        }
        notices.addAll(Cautions.of(List.of(summary.matrix.twin()), summary.who));
        return new Account(sentences, summary.facts(), notices, Legend.of(summary.runs(), summary.settings));
    }

    /** The clearest thing that a matrix says. */
    static String opening(OfMatrix finding) {
        return new MatrixSummary(finding).worst();
    }

    private List<RunResult> runs() {
        List<RunResult> runs = new ArrayList<>(List.of(matrix.twin()));
        matrix.rows().forEach(row -> runs.add(row.run()));
        return runs;
    }

    private String broken() {
        Fault fault = finding.fault();
        long components = matrix.rows().stream()
                .filter(row -> row.failure().kind() == Kind.COMPONENT)
                .count();
        boolean isUniform =
                matrix.rows().stream().noneMatch(row -> row.failure().kind() == Kind.SCENARIO);
        String what = components == matrix.rows().size()
                ? "each of " + Numbers.counted(components, "component")
                : "each of "
                        + Numbers.counted(matrix.rows().size(), "part or group of parts", "parts and groups of parts");
        String how = FaultWindows.effects(fault);
        String span = "from " + Figures.moment(fault.at().seconds())
                + (fault.lasting() == null
                        ? " to the end of the run"
                        : " for " + Figures.time(fault.lasting().seconds()));
        return what + " failed in turn (" + how + ", " + span + "), "
                + who.with(matrix.twin().strategy()) + ", in "
                + Phrases.replications(runs()) + " of "
                + Figures.time(settings.duration().seconds()) + " each"
                + (isUniform ? "" : "; scenarios of the model do what they say");
    }

    private String name(Row row) {
        return MatrixMap.name(new Names(finding.base().pipeline()), row.failure());
    }

    private boolean isMeasured() {
        return Double.isFinite(matrix.twin().totals().goodput().mean());
    }

    /** Whether there is one replication, which establishes nothing. */
    private boolean isSingle() {
        return Phrases.most(runs()) < 2;
    }

    /** The failures that cost all clients together good answers: established, unless there is one replication. */
    private List<Row> hurting() {
        return matrix.rows().stream()
                .filter(row -> Harm.kind(row.lost()) == Harm.Kind.LOSS)
                .toList();
    }

    private String worst() {
        if (matrix.rows().isEmpty()) {
            return "Nothing was run, so nothing is known of what hurts.";
        }
        if (!isMeasured()) {
            return "No request was measured, so nothing is known of what hurts.";
        }
        List<Row> hurting = hurting();
        if (hurting.isEmpty()) {
            return isSingle()
                    ? "In the one replication that was made, no failure cost all clients together any good answer."
                    : "No failure is established to have cost all clients together any good answer.";
        }
        Row worst = hurting.get(0);
        String text = (isSingle()
                        ? "In the one replication that was made, worst is the failure of "
                        : "Worst is the failure of ")
                + Phrases.quoted(name(worst)) + ", by which "
                + Numbers.share(worst.lost()) + " of all requests lost their good answers"
                + clients(worst);
        if (hurting.size() > 1) {
            List<String> next = hurting.subList(1, Math.min(3, hurting.size())).stream()
                    .map(row -> Phrases.quoted(name(row)) + " (" + Numbers.share(row.lost()) + ")")
                    .toList();
            text += ", followed by " + Phrases.listed(next, next.size());
        }
        return text + ".";
    }

    private String clients(Row row) {
        if (matrix.clients().size() < 2) {
            return "";
        }
        List<String> shares = matrix.clients().stream()
                .filter(client -> Harm.kind(row.lost(client)) == Harm.Kind.LOSS)
                .sorted(Comparator.comparingDouble(client -> -row.lost(client).mean()))
                .limit(MOST_NAMES)
                .map(client -> Numbers.share(row.lost(client)) + " of those of " + who.client(client))
                .toList();
        return shares.isEmpty() ? "" : " (" + Phrases.listed(shares, shares.size()) + ")";
    }

    private String harmless() {
        if (!isMeasured()) {
            return "no request was measured, so nothing is known of that either";
        }
        int all = matrix.rows().size();
        List<Row> hurting = hurting();
        long half = matrix.rows().stream().filter(this::isHalved).count();
        List<Row> others = new ArrayList<>(matrix.rows());
        others.removeAll(hurting);
        String single = half == 0
                ? "no failure takes half of any client's good answers"
                : Numbers.counted(half, "failure") + " of " + all + (half == 1 ? " takes" : " take")
                        + " half or more of some client's good answers";
        if (others.isEmpty()) {
            return single + ", and each " + (half == 0 ? "" : "of the others ")
                    + (isSingle() ? "cost some in the one replication that was made" : "is established to cost some");
        }
        List<String> names =
                others.stream().map(row -> Phrases.quoted(name(row))).toList();
        String none = isSingle()
                ? " cost all clients together none in the one replication that was made"
                : (others.size() == 1 ? " is" : " are") + " not established to cost all clients together any";
        return single + ", and " + others.size() + " of " + all + none + " (" + Phrases.listed(names, MOST_NAMES) + ")";
    }

    private boolean isHalved(Row row) {
        return matrix.clients().stream().anyMatch(client -> row.lost(client).mean() >= HALF);
    }

    private String recovery() {
        List<Row> judged =
                matrix.rows().stream().filter(row -> row.recovered() != null).toList();
        if (judged.isEmpty()) {
            return "whether the pipeline recovers " + (isMeasured() ? Recovery.NOT_JUDGED : Recovery.NOT_MEASURED);
        }
        List<String> never = new ArrayList<>();
        List<String> sometimes = new ArrayList<>();
        for (Row row : judged) {
            Proportion share = Objects.requireNonNull(row.recovered());
            if (share.successes() == 0) {
                never.add(Phrases.quoted(name(row)));
            } else if (share.successes() < share.of()) {
                sometimes.add(Phrases.quoted(name(row)) + " (" + share.successes() + " of " + share.of() + ")");
            }
        }
        int always = judged.size() - never.size() - sometimes.size();
        String made = Phrases.most(runs()) < 2 ? "in the one replication that was made" : "in every replication";
        String text = "the pipeline recovered by itself " + made + " after "
                + (always == judged.size()
                        ? "each of the " + always + " failures"
                        : always + " of " + judged.size() + " failures");
        if (!sometimes.isEmpty()) {
            text += ", in some replications after " + Phrases.listed(sometimes, MOST_NAMES);
        }
        return never.isEmpty()
                ? text
                : text + ", and never before the run's end after " + Phrases.listed(never, MOST_NAMES);
    }

    private String calm() {
        Interval goodput = matrix.twin().totals().goodput();
        String cost = Price.isBilled(matrix.twin())
                ? "a thousand requests cost "
                        + Numbers.money(matrix.twin().cost().perThousandRequests())
                : "nothing in this model is billed";
        return "with nothing broken, "
                + (isMeasured()
                        ? Numbers.share(goodput) + " of all requests get a good answer"
                        : "no request was measured")
                + ", and " + cost
                + "; one strategy was looked at, so nothing is said of which is best";
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        List<RunResult> runs = runs();
        facts.add(Account.fact(
                "Requests simulated",
                Figures.count(runs.stream()
                                .mapToLong(run -> run.evidence().analysed())
                                .sum())
                        + " in " + Phrases.counted(runs.size(), "run") + ", each of " + Phrases.replications(runs)));
        facts.add(Account.fact("Failures looked at", Figures.count(matrix.rows().size())));
        facts.add(Account.fact(
                isSingle()
                        ? "Failures that cost good answers in the one replication"
                        : "Failures that are established to cost good answers",
                Figures.count(hurting().size())));
        return facts;
    }
}
