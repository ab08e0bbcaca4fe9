package dev.blastradius.cli;

import dev.blastradius.engine.EngineLimits;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Interruption;
import dev.blastradius.experiment.Objective;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.io.Model;
import dev.blastradius.io.Results;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.report.finding.Commands;
import dev.blastradius.report.finding.Episode;
import dev.blastradius.report.finding.Episodes;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Origin;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs one scenario under one strategy. */
@CommandLine.Command(
        name = "run",
        sortOptions = false,
        header = "Run one scenario under one strategy, and say what became of the requests.",
        description = {
            "",
            "What came of it goes to standard output: what each client got, why requests failed, what every component and"
                    + " dependency did, and what it cost, with confidence intervals over the replications. Progress"
                    + " and complaints go to standard error. The same model, options and version give the same result to"
                    + " the last bit.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  blastradius run models/rag-support-two-providers.blast.json",
            "      nothing fails: how the pipeline does on a good day, and which scenarios the file has",
            "  blastradius run my.blast.json --scenario provider-down --strategy breaker",
            "      that outage under that strategy",
            "  blastradius run my.blast.json --scenario provider-down --fail-on-slo --quiet",
            "      for a build server: exit status 1 when a client's slo.successRate is missed",
            "  blastradius run my.blast.json --scenario provider-down --report outage.html",
            "      and a report to hand on; .pdf and .md are other forms of it",
            "  blastradius run my.blast.json --scenario provider-down --traces outage.json",
            "      and a sample of single requests, for Jaeger",
            "  blastradius run my.blast.json --json - | jq .runs[0].flows",
            "      the numbers for another program",
            "",
            "Exit status: 0 done, 1 an SLO was missed and --fail-on-slo was given, 2 wrong usage (or FILE or DIR cannot"
                    + " be written), 3 the model or an input is invalid or missing, or asks for more than the machine has, 70 a"
                    + " fault of the program's own,"
                    + " 130 ended by Ctrl+C."
        })
final class RunCommand implements Command {

    private final Simulator simulator;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file (*.blast.json).")
    private String model = "";

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            description = "The scenario of the model to run. Default: none, so that nothing fails.")
    private @Nullable String scenario;

    @Option(
            names = "--strategy",
            paramLabel = "ID",
            description = "The strategy of the model to build the pipeline by. Default: " + Strategy.AS_DRAWN
                    + ", the pipeline without a patch.")
    private String strategy = Strategy.AS_DRAWN;

    @Mixin
    private final SettingsOptions settingsOptions = new SettingsOptions();

    @Mixin
    private final OutputOptions outputs = new OutputOptions();

    @Mixin
    private final TraceOption traces = new TraceOption();

    @Option(
            names = "--fail-on-slo",
            description = "End with status 1 where a client's mean goodput is below its slo.successRate.")
    private boolean failOnSlo;

    @Option(names = "--quiet", description = "No progress and no warnings on standard error; errors still are said.")
    private boolean quiet;

    private @Nullable Long seed;

    RunCommand(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public @Nullable Long seed() {
        return seed;
    }

    @Override
    public void check(Complaints complaints) {
        settingsOptions.read(complaints);
        ModelFile file = ModelFile.named(model, complaints);
        outputs.check(file == null ? null : file.path(), complaints);
        traces.check(file == null ? null : file.path(), complaints);
    }

    @Override
    public int run(Console console) throws UsageException {
        Complaints complaints = new Complaints();
        ModelFile file = new ModelFile(model);
        Model read = file.read(console.err(), !quiet);
        if (read == null) {
            return ExitStatus.INVALID_INPUT;
        }
        RunSettings settings =
                settingsOptions.read(complaints).over(read.pipeline().settings(), complaints);
        checkIds(read.pipeline(), complaints);
        if (!complaints.isEmpty()) {
            throw new UsageException(complaints.all());
        }
        seed = settings.seed();
        RunSpec spec = Strategies.runSpec(read, scenario, strategy);
        List<Problem> unreadRecordings = simulator.unreadRecordings(spec);
        if (!unreadRecordings.isEmpty()) {
            unreadRecordings.forEach(problem -> console.err().println(file.line(problem)));
            console.err()
                    .println(RunReport.plural(unreadRecordings.size(), "input")
                            + " of this run could not be had, so it was not run");
            return ExitStatus.INVALID_INPUT;
        }
        Made result;
        try {
            result = simulate(spec, settings, console);
        } catch (EngineLimits.Exceeded e) {
            console.err().println(Style.clean(file.name() + ": error: " + e.getMessage()));
            return ExitStatus.INVALID_INPUT;
        }
        if (result == null) {
            return ExitStatus.INTERRUPTED;
        }
        Origin origin = file.origin(read, Commands.run(file.shortName(), read, spec, settings));
        return conclude(spec, result, origin, console);
    }

    private void checkIds(Pipeline pipeline, Complaints complaints) {
        Set<String> scenarios = pipeline.scenariosOrNone().keySet();
        if (scenario != null && !scenarios.contains(scenario)) {
            complaints.unknown("--scenario", "scenario", scenario, scenarios);
        }
        List<String> strategies = Strategies.ids(pipeline);
        if (!strategies.contains(strategy)) {
            complaints.unknown("--strategy", "strategy", strategy, strategies);
        }
    }

    /** The run, and its first replication once more where somebody wants to look at single requests. */
    private record Made(RunResult result, @Nullable Playback recorded) {}

    private @Nullable Made simulate(RunSpec spec, RunSettings settings, Console console) {
        ProgressLine progress = new ProgressLine(console, !quiet);
        Runnable cancel = () -> {
            progress.cancel();
            console.err().println("Interrupted: nothing was written.");
        };
        Interruption interruption = Interruption.listen(cancel);
        boolean recorded = traces.isAsked() || outputs.isReportAsked();
        double all = settings.replications() + (recorded ? 1.0 : 0);
        try {
            progress.part("", 0, settings.replications() / all);
            RunResult result = simulator.run(spec, settings, progress);
            if (result == null || !recorded) {
                return result == null ? null : new Made(result, null);
            }
            progress.part("", settings.replications() / all, 1 / all);
            Playback playback = simulator.record(spec, settings, Episodes.REPLICATION, progress);
            return playback == null ? null : new Made(result, playback);
        } finally {
            interruption.stop();
            progress.end();
        }
    }

    private int conclude(RunSpec spec, Made made, Origin origin, Console console) {
        RunResult result = made.result();
        if (!outputs.isJsonOnStandardOutput()) {
            console.out().print(RunReport.of(spec.pipeline(), result, console.style()));
        }
        boolean written = outputs.write(Results.of(spec.pipeline().title(), List.of(result)), console);
        Playback recorded = made.recorded();
        if (recorded != null && traces.isAsked()) {
            written &= traces.write(recorded, console);
        }
        written &= outputs.report(
                () -> new Finding.OfRun(origin, spec, result, recorded == null ? null : new Episode(result, recorded)),
                console);
        if (!written) {
            return ExitStatus.WRONG_USAGE;
        }
        return failOnSlo ? judge(Objective.of(spec.pipeline(), result), console) : ExitStatus.DONE;
    }

    private int judge(List<Objective> objectives, Console console) {
        if (objectives.isEmpty() && !quiet) {
            console.err()
                    .println("blastradius: no client has a slo.successRate, so --fail-on-slo has nothing to judge");
        }
        int status = ExitStatus.DONE;
        for (Objective objective : objectives) {
            if (!objective.isMet()) {
                console.err().println("blastradius: SLO missed: " + ObjectiveText.of(objective));
                status = ExitStatus.OBJECTIVE_MISSED;
            }
        }
        return status;
    }
}
