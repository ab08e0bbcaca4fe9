package dev.blastradius.report.basis;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Names;
import dev.blastradius.experiment.Evidence;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Cache;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Gateway;
import dev.blastradius.model.component.ModelApi;
import dev.blastradius.report.document.Block;
import dev.blastradius.report.document.Section;
import dev.blastradius.report.document.Words;
import dev.blastradius.report.finding.Episodes;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Looked;
import dev.blastradius.report.finding.Runs;
import dev.blastradius.report.wording.Numbers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** How far a report's numbers can be trusted: what they rest on, and what the simulation does not know. */
public final class ModelLimitsChapter {

    private final Finding finding;
    private final RunSettings settings;
    private final List<Pipeline> built = new ArrayList<>();

    private ModelLimitsChapter(Finding finding) {
        this.finding = finding;
        this.settings = Looked.settings(finding);
        for (String strategy : Looked.strategies(finding)) {
            Pipeline pipeline = Strategies.apply(finding.origin().model().pipeline(), strategy)
                    .pipeline();
            if (pipeline != null) {
                built.add(pipeline);
            }
        }
    }

    /** The chapter {@code model-limits}. */
    public static Section of(Finding finding) {
        ModelLimitsChapter chapter = new ModelLimitsChapter(finding);
        List<Block> opening = List.of(
                Block.paragraph(
                        "These numbers tell what the pipeline in this report does, not what the real one does: they are as good as its drawing and its"
                                + " assumptions. The intervals speak of chance alone; no interval tells how wrong an assumption is."));
        return new Section(
                "model-limits",
                "Limits of the model",
                opening,
                List.of(chapter.evidence(), chapter.notModelled()),
                false);
    }

    private Section evidence() {
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph(replications()));
        List<RunResult> runs = Runs.of(finding);
        if (!runs.isEmpty()) {
            long analysed = sum(runs, false);
            blocks.add(Block.paragraph(
                    "It rests on " + Numbers.counted(analysed, "simulated request") + ", all runs together; "
                            + (settings.warmup().nanos() == 0
                                    ? "there was no warm-up, so requests that met an empty system count too."
                                    : Figures.count(sum(runs, true)) + " more, of the first "
                                            + Figures.moment(settings.warmup().seconds())
                                            + " of each replication, were left out so that the system had filled.")));
        }
        warmups(runs)
                .forEach((warning, where) -> blocks.add(Block.notice(warning
                        + (where.size() == runs.size() && runs.size() > 1
                                ? ""
                                : " This is of: " + String.join("; ", where) + "."))));
        blocks.add(Block.paragraph(
                "All runs are simulated with pseudo-random numbers that follow from the seed: strategies and scenarios meet the same"
                        + " users, the same requests and the same luck, so that differences between them are theirs. Another seed gives other numbers. How far any"
                        + " of them may be from the mean of endlessly many replications is what an interval says; about "
                        + Figures.share(1 - settings.confidence()) + " of all intervals do not hold it."));
        if (finding instanceof Finding.OfRun || finding instanceof Finding.OfComparison) {
            blocks.add(Block.paragraph("What is told moment by moment is replication "
                    + (Episodes.REPLICATION + 1)
                    + " of each run, one of many possible courses of the same outage. It shows how damage spreads; how much"
                    + " there is, the means over all replications tell."));
        }
        return new Section("model-limits-evidence", "What the numbers rest on", blocks);
    }

    private String replications() {
        int asked = settings.replications();
        if (asked == 1) {
            return "One replication was made. It shows what can happen and establishes nothing: there are no intervals, and another seed may end"
                    + " otherwise.";
        }
        String opening = finding instanceof Finding.OfTippingPoint
                ? "Each value was run " + asked + " times to begin with, and more often where that did not decide"
                : "Each run was repeated with other random numbers, " + asked + " times"
                        + (finding instanceof Finding.OfSweep
                                ? " at each value"
                                : " unless another number stands beside it");
        return opening + ". The number after ± is half the width of the " + Figures.share(settings.confidence())
                + " confidence interval over these replications (Student's t; of shares of replications, Wilson's)."
                + (asked < 10 ? " With so few replications, rare courses of events may be missing altogether." : "");
    }

    private static long sum(List<RunResult> runs, boolean discarded) {
        return runs.stream()
                .map(RunResult::evidence)
                .mapToLong(discarded ? Evidence::discarded : Evidence::analysed)
                .sum();
    }

    /** Warnings that the warm-up is too short, with the runs that they are of. */
    private Map<String, List<String>> warmups(List<RunResult> runs) {
        Names names = new Names(finding.origin().model().pipeline());
        Map<String, List<String>> warnings = new LinkedHashMap<>();
        for (RunResult run : runs) {
            String warning = run.evidence().warmup().warning();
            if (warning != null) {
                warnings.computeIfAbsent(warning, each -> new ArrayList<>())
                        .add(names.strategy(run.strategy()) + ", " + names.scenario(run.scenario()));
            }
        }
        return warnings;
    }

    private Section notModelled() {
        List<Words> items = new ArrayList<>();
        item(
                items,
                "How likely an outage is.",
                "The faults happen because the scenario says so. Nothing here tells how often they do.");
        item(
                items,
                "Common causes that nobody drew.",
                "Parts fail together only where a fault says so. Each request's times are drawn"
                        + " independently of all others', so that a provider that is slow for everyone at once is a fault, not chance.");
        item(
                items,
                "Load inside a provider.",
                "A part gets slower under load only through the servers, queues and limits that it was given. Where it"
                        + " was given none, it answers as fast at any load.");
        ofParts(items);
        item(
                items,
                "Libraries as they are built in.",
                "Retries, breakers and limiters follow the rules of the libraries that are named. What is configured"
                        + " in a real system may be otherwise.");
        item(
                items,
                "Users.",
                "They wait, give up and try again as their part says. They learn nothing from an outage and stay away from nothing.");
        item(
                items,
                "People.",
                hasRunbook()
                        ? "A runbook's steps come at their time and succeed at once. Real people are later, and err."
                        : "Nobody intervenes in the simulated outage, and nothing is scaled up or rolled back.");
        item(
                items,
                "What is not a call.",
                "Deployments, data that is lost or damaged, networks that lose bandwidth, and whatever shares a machine"
                        + " with something that is not drawn.");
        item(
                items,
                "Other costs.",
                "Cost is what providers bill by the prices above. Staff, servers and lost business are not in it.");
        item(
                items,
                "What comes after.",
                "The simulation ends at " + Figures.moment(settings.duration().seconds())
                        + "; that a pipeline has not recovered by then does not say that it never does.");
        if (finding instanceof Finding.OfComparison) {
            item(items, "Strategies that nobody drew.", "The best is the best of those compared.");
        }
        List<Block> blocks = new ArrayList<>();
        blocks.add(Block.paragraph("What the simulation does not know, and this report therefore says nothing of:"));
        blocks.add(new Block.Items(false, items));
        return new Section("model-limits-unknown", "What is not in it", blocks);
    }

    /** What is not known of kinds of parts that the pipeline has. */
    private void ofParts(List<Words> items) {
        if (any(ModelApi.class)) {
            item(
                    items,
                    "What is written in an answer.",
                    "A model's answer has a length, a time and a price; that it is wrong or of lesser quality is a"
                            + " share, not a judgement of any text.");
        }
        if (any(Cache.class)) {
            item(
                    items,
                    "What a cache holds.",
                    "A hit is a share of the requests. A cache that is cold after an outage has to be drawn as a fault.");
        }
        if (any(Gateway.class)) {
            item(
                    items,
                    "A gateway's own code.",
                    "It chooses by published rules; a real one may differ in details that its version decides.");
        }
    }

    private static void item(List<Words> items, String what, String text) {
        items.add(Words.ofStrong(what).plain(" " + text));
    }

    private boolean any(Class<? extends Component> kind) {
        return built.stream()
                .flatMap(each -> each.components().values().stream())
                .anyMatch(kind::isInstance);
    }

    private boolean hasRunbook() {
        Pipeline pipeline = finding.origin().model().pipeline();
        return Looked.strategies(finding).stream()
                .map(id -> pipeline.strategiesOrNone().get(id))
                .filter(Objects::nonNull)
                .map(Strategy::runbookOrEmpty)
                .anyMatch(steps -> !steps.isEmpty());
    }
}
