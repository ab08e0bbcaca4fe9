package dev.blastradius.cli;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Stopping;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.Failure;
import dev.blastradius.experiment.matrix.Failures;
import dev.blastradius.io.FaultReader;
import dev.blastradius.io.Model;
import dev.blastradius.io.Results;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.report.finding.Commands;
import dev.blastradius.report.finding.Finding.OfMatrix;
import dev.blastradius.report.finding.Origin;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Lets each component fail in turn, and says what each client loses by it. */
@CommandLine.Command(
        name = "matrix",
        sortOptions = false,
        header = "Let each component fail in turn, and say what share of its requests each client loses by it.",
        description = {
            "",
            "The blast-radius matrix: a row for each component that can fail (all but clients and static answers), and for"
                    + " each tag's value a row in which all components that have it fail together, so that a provider or"
                    + " a region can be seen to fail. Each request is compared with itself in a run in which nothing"
                    + " fails, on the same random numbers. The most damage stands first.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  blastradius matrix models/rag-support-two-providers.blast.json",
            "      each component refuses everything",
            "  blastradius matrix my.blast.json --strategy breaker --arrows",
            "      as that strategy builds it, and the network between components fails too",
            "  blastradius matrix my.blast.json --fault '{\"at\": \"10m\", \"for\": \"5m\", \"hangRate\": 1}'",
            "      each hangs for five minutes; which outages are recovered from",
            "  blastradius matrix my.blast.json --json - | jq '.matrix.rows[] | [.target, .lostShare.mean]'",
            "      the numbers for another program",
            "",
            "Ctrl+C ends it early: what is done by then is printed, and written where that was asked for.",
            "",
            "Exit status: 0 done, 2 wrong usage (or FILE or DIR cannot be written), 3 the model or an input is invalid or"
                    + " missing, or asks for more than the machine has, 70 a fault of the program's own, 130 ended by"
                    + " Ctrl+C."
        })
final class MatrixCommand implements Command {

    private final Simulator simulator;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file (*.blast.json).")
    private String model = "";

    @Option(
            names = "--fault",
            paramLabel = "JSON",
            description =
                    "What befalls each: a fault as in the model file, without a target. Without \"at\" it begins at the"
                            + " end of the warm-up, without \"for\" it lasts to the end of the run. Default:"
                            + " {\"unavailable\": true}.")
    private @Nullable String fault;

    @Option(
            names = "--strategy",
            paramLabel = "ID",
            description = "The strategy of the model to build the pipeline by. Default: " + Strategy.AS_DRAWN + ".")
    private String strategy = Strategy.AS_DRAWN;

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            parameterConsumer = IdList.class,
            description = "A scenario of the model as a further row; several with commas or blanks between them, or the"
                    + " option again. Default: none.")
    private List<String> scenarios = List.of();

    @Option(names = "--arrows", description = "A row for each dependency too: the network on it fails.")
    private boolean arrows;

    @Mixin
    private final SettingsOptions settingsOptions = new SettingsOptions();

    @Mixin
    private final StoppingOptions stoppingOptions = new StoppingOptions();

    @Mixin
    private final OutputOptions outputs = new OutputOptions();

    @Option(names = "--quiet", description = "No progress and no warnings on standard error; errors still are said.")
    private boolean quiet;

    private @Nullable Long seed;

    MatrixCommand(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public @Nullable Long seed() {
        return seed;
    }

    @Override
    public void check(Complaints complaints) {
        IdList.check("--scenario", scenarios, complaints);
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
        List<String> strategies = Strategies.ids(pipeline);
        if (!strategies.contains(strategy)) {
            complaints.unknown("--strategy", "strategy", strategy, strategies);
        }
        if (!scenarios.isEmpty()) {
            IdList.wanted(
                    "--scenario",
                    "scenario",
                    scenarios,
                    pipeline.scenariosOrNone().keySet(),
                    complaints);
        }
        Fault befalls = fault(settings, complaints);
        throwIfAny(complaints);
        RunSpec base = Strategies.runSpec(read, null, strategy);
        List<Failure> failures = failures(base.pipeline(), befalls, complaints);
        throwIfAny(complaints);
        seed = settings.seed();
        StudyDesk desk = new StudyDesk(file, simulator, console, quiet);
        if (!desk.hasInputs(List.of(base))) {
            return ExitStatus.INVALID_INPUT;
        }
        List<String> command = Commands.matrix(file.shortName(), read, base, befalls, failures, settings, stopping);
        Origin origin = file.origin(read, command);
        return desk.carryOut(progress -> {
            StudyResult study =
                    simulator.study(List.of(DamageMatrix.arm(base, failures)), settings, stopping, false, progress);
            progress.end();
            return study == null
                    ? desk.interruptedAtOnce()
                    : conclude(
                            new OfMatrix(origin, base, DamageMatrix.of(base, failures, study), befalls), desk, console);
        });
    }

    private static void throwIfAny(Complaints complaints) throws UsageException {
        if (!complaints.isEmpty()) {
            throw new UsageException(complaints.all());
        }
    }

    /** The fault that is asked about; where that is wrong, complains of all that is, and gives the default. */
    private Fault fault(RunSettings settings, Complaints complaints) {
        Fault whole = Failures.unavailable(settings);
        if (fault == null) {
            return whole;
        }
        FaultReader.Reading reading = FaultReader.read(fault, settings.warmup(), settings.duration());
        reading.problems().forEach(problem -> complaints.problem("--fault", problem));
        return reading.fault() == null ? whole : reading.fault();
    }

    private List<Failure> failures(Pipeline pipeline, Fault befalls, Complaints complaints) {
        List<Failure> failures = new ArrayList<>(Failures.of(pipeline, befalls, arrows));
        if (failures.isEmpty()) {
            complaints.add("--fault: it can befall no component of this pipeline; expected an effect on components that"
                    + " work on requests, such as \"unavailable\" or \"latencyFactor\"");
        }
        scenarios.stream().distinct().forEach(id -> failures.add(Failures.scenario(pipeline, id)));
        return List.copyOf(failures);
    }

    private int conclude(OfMatrix found, StudyDesk desk, Console console) {
        Pipeline pipeline = found.base().pipeline();
        DamageMatrix matrix = found.matrix();
        if (!matrix.isComplete()) {
            List<RunResult> runs = MatrixReport.runs(matrix);
            desk.interrupted(EvidenceText.least(runs), EvidenceText.most(runs));
        }
        if (!outputs.isJsonOnStandardOutput()) {
            console.out().print(MatrixReport.of(pipeline, found.fault(), matrix, console.style()));
        }
        Results results = new Results(pipeline.title(), List.of(matrix.twin()), List.of(), List.of(), matrix);
        boolean written = outputs.write(results, console);
        written &= outputs.report(() -> found, console);
        if (!matrix.isComplete()) {
            return ExitStatus.INTERRUPTED;
        }
        return written ? ExitStatus.DONE : ExitStatus.WRONG_USAGE;
    }
}
