package dev.blastradius.cli;

import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.Objective;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Stopping;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.io.Model;
import dev.blastradius.io.Results;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.report.finding.Commands;
import dev.blastradius.report.finding.Episodes;
import dev.blastradius.report.finding.Finding.OfComparison;
import dev.blastradius.report.finding.Looking;
import dev.blastradius.report.finding.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs several strategies side by side, under several scenarios. */
@CommandLine.Command(
        name = "compare",
        sortOptions = false,
        header = "Set strategies side by side, under scenarios, and say which is established to be better.",
        description = {
            "",
            "Every replication of every strategy meets the same users, the same requests and the same bad luck, with and"
                    + " without each scenario's faults. So a request is compared with itself without the faults, which"
                    + " gives the blast radius, and strategies are compared replication by replication, which tells"
                    + " them apart sooner. What came of it goes to standard output: for each scenario a table with a column"
                    + " for each strategy, the differences from a baseline, and in words what is and what is not"
                    + " established; then scenarios against strategies.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  blastradius compare models/rag-support-two-providers.blast.json",
            "      every strategy under every scenario",
            "  blastradius compare my.blast.json --scenario provider-down --strategy as-drawn,breaker",
            "      two strategies in one outage",
            "  blastradius compare my.blast.json --precision 0.005 --max-replications 200",
            "      until every goodput is known to half a percentage point, or 200 replications are made",
            "  blastradius compare my.blast.json --json - | jq .comparison[].finding",
            "      the findings alone",
            "",
            "Ctrl+C ends it early: what is done by then is printed, and written where that was asked for.",
            "",
            "Exit status: 0 done, 1 an SLO was missed in one of the runs and --fail-on-slo was given, 2 wrong usage (or"
                    + " FILE or DIR cannot be written), 3 the model or an input is invalid or missing, or asks for more"
                    + " than the machine has, 70 a fault of the program's own, 130 ended by Ctrl+C."
        })
final class CompareCommand implements Command {

    private final Simulator simulator;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file (*.blast.json).")
    private String model = "";

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            parameterConsumer = IdList.class,
            description =
                    "A scenario to compare under; several with commas or blanks between them, or the option again."
                            + " Default: all. Without faults they are compared in any case.")
    private List<String> scenarios = List.of();

    @Option(
            names = "--strategy",
            paramLabel = "ID",
            parameterConsumer = IdList.class,
            description = "A strategy to compare, likewise. Default: " + Strategy.AS_DRAWN + " and all of the model's.")
    private List<String> strategies = List.of();

    @Option(
            names = "--baseline",
            paramLabel = "ID",
            description = "The strategy that the others' differences are from. Default: " + Strategy.AS_DRAWN
                    + " if it is compared, or the first.")
    private @Nullable String baseline;

    @Mixin
    private final SettingsOptions settingsOptions = new SettingsOptions();

    @Mixin
    private final StoppingOptions stoppingOptions = new StoppingOptions();

    @Mixin
    private final OutputOptions outputs = new OutputOptions();

    @Option(
            names = "--fail-on-slo",
            description =
                    "End with status 1 where a client's mean goodput is below its slo.successRate in any of the runs.")
    private boolean failOnSlo;

    @Option(names = "--quiet", description = "No progress and no warnings on standard error; errors still are said.")
    private boolean quiet;

    private @Nullable Long seed;

    CompareCommand(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public @Nullable Long seed() {
        return seed;
    }

    @Override
    public void check(Complaints complaints) {
        IdList.check("--scenario", scenarios, complaints);
        IdList.check("--strategy", strategies, complaints);
        settingsOptions.read(complaints);
        stoppingOptions.read(complaints);
        ModelFile file = ModelFile.named(model, complaints);
        outputs.check(file == null ? null : file.path(), complaints);
    }

    @Override
    public int run(Console console) throws UsageException {
        Complaints complaints = new Complaints();
        ModelFile file = new ModelFile(model);
        Model read = file.read(console.err(), !quiet);
        if (read == null) {
            return ExitStatus.INVALID_INPUT;
        }
        Pipeline pipeline = read.pipeline();
        RunSettings settings = settingsOptions.read(complaints).over(pipeline.settings(), complaints);
        Stopping stopping = stoppingOptions.read(complaints).over(settings, complaints);
        List<String> outages = IdList.wanted(
                "--scenario", "scenario", scenarios, pipeline.scenariosOrNone().keySet(), complaints);
        List<String> chosen = IdList.wanted("--strategy", "strategy", strategies, Strategies.ids(pipeline), complaints);
        String against = baseline(chosen, complaints);
        if (!complaints.isEmpty()) {
            throw new UsageException(complaints.all());
        }
        seed = settings.seed();
        List<Arm> arms = Strategies.arms(read, outages, chosen);
        StudyDesk desk = new StudyDesk(file, simulator, console, quiet);
        if (!desk.hasInputs(arms.stream().map(Arm::twin).toList())) {
            return ExitStatus.INVALID_INPUT;
        }
        List<String> command = Commands.compare(file.shortName(), read, arms, against, settings, stopping);
        Origin origin = file.origin(read, command);
        return desk.carryOut(progress -> {
            double share = outputs.isReportAsked() ? shareOfStudy(arms, settings) : 1;
            progress.part("", 0, share);
            // The bounds come with the series in time, whether or not those are written.
            StudyResult study = simulator.study(arms, settings, stopping, true, progress);
            if (study == null) {
                progress.end();
                return desk.interruptedAtOnce();
            }
            progress.end();
            int runs = Episodes.of(arms, study, against).size();
            Looking looking = Looking.recording(runs, progress);
            progress.part("looking closely at some of the runs", share, 1 - share);
            int status = conclude(new OfComparison(origin, arms, study, against, looking), desk, console);
            return progress.isCancelled() ? ExitStatus.INTERRUPTED : status;
        });
    }

    /** About the share that the study takes of the work where some of its runs are looked at once more, one after the other. */
    private static double shareOfStudy(List<Arm> arms, RunSettings settings) {
        int scenarios = arms.get(0).outages().size();
        double runs = arms.size() * (1.0 + scenarios) * settings.replications() / settings.threads();
        return runs / (runs + Math.min(Episodes.MOST, Math.max(1, 2 * scenarios)));
    }

    private String baseline(List<String> chosen, Complaints complaints) {
        if (baseline != null) {
            if (!chosen.contains(baseline)) {
                complaints.add("--baseline: \"" + Style.PLAIN.shortened(baseline, 60)
                        + "\" is not compared; expected one of " + String.join(", ", chosen));
            }
            return baseline;
        }
        return chosen.contains(Strategy.AS_DRAWN) ? Strategy.AS_DRAWN : chosen.get(0);
    }

    private int conclude(OfComparison found, StudyDesk desk, Console console) {
        Pipeline pipeline = found.origin().model().pipeline();
        List<Arm> arms = found.arms();
        StudyResult study = found.study();
        List<RunResult> runs = ComparisonReport.runs(study, ComparisonReport.scenarios(arms));
        if (!study.isComplete()) {
            desk.interrupted(EvidenceText.least(runs), EvidenceText.most(runs));
        }
        if (!outputs.isJsonOnStandardOutput()) {
            console.out().print(ComparisonReport.of(pipeline, arms, study, found.baseline(), console.style()));
        }
        Results results = Results.of(pipeline.title(), arms, study);
        boolean written = outputs.write(results, console);
        written &= outputs.report(() -> found, console);
        if (!study.isComplete()) {
            return ExitStatus.INTERRUPTED;
        }
        if (!written) {
            return ExitStatus.WRONG_USAGE;
        }
        return failOnSlo ? judge(arms, runs, console) : ExitStatus.DONE;
    }

    private int judge(List<Arm> arms, List<RunResult> runs, Console console) {
        boolean any = false;
        int status = ExitStatus.DONE;
        for (RunResult run : runs) {
            Pipeline built = arms.stream()
                    .filter(arm -> arm.id().equals(run.strategy()))
                    .findFirst()
                    .orElseThrow()
                    .twin()
                    .pipeline();
            for (Objective objective : Objective.of(built, run)) {
                any = true;
                if (!objective.isMet()) {
                    String where = run.scenario() == null ? "without faults" : run.scenario();
                    console.err()
                            .println("blastradius: SLO missed: " + where + ", " + run.strategy() + ": "
                                    + ObjectiveText.of(objective));
                    status = ExitStatus.OBJECTIVE_MISSED;
                }
            }
        }
        if (!any && !quiet) {
            console.err()
                    .println("blastradius: no client has a slo.successRate, so --fail-on-slo has nothing to judge");
        }
        return status;
    }
}
