package dev.blastradius.cli;

import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.search.Axis;
import dev.blastradius.experiment.search.Sweep;
import dev.blastradius.experiment.search.SweepResult;
import dev.blastradius.experiment.search.Trial;
import dev.blastradius.io.LimitsWriter;
import dev.blastradius.io.LimitsWriter.Head;
import dev.blastradius.io.Model;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.io.vary.VariedRuns;
import dev.blastradius.report.finding.Commands;
import dev.blastradius.report.finding.Finding.OfSweep;
import dev.blastradius.report.finding.Origin;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Runs a grid of values of one or two parameters. */
@CommandLine.Command(
        name = "sweep",
        sortOptions = false,
        header = "Run one scenario at many values of one or two numbers of the model.",
        description = {
            "",
            "Each value is set in the model as if it stood in the file, and everything is run anew, on the same random"
                    + " numbers at each value, so that neighbours differ by the value only. A table goes to standard"
                    + " output: goodput, what failed, what was affected, in how many replications the pipeline"
                    + " recovered, and how long that took. Two numbers make two maps, of goodput and of recovery. A"
                    + " point where chance decides whether it recovers is marked as vulnerable.",
            "",
            "PATH is the place of a number or a length of time in the model file: its keys with dots between them, and"
                    + " indices from 0 in brackets. The word load is a factor on the rates and the users of all"
                    + " clients, 1 as drawn.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  blastradius sweep my.blast.json --vary scenarios.brownout.faults[0].errorRate=0..1/10",
            "      eleven error rates from 0 to 1",
            "  blastradius sweep my.blast.json --scenario brownout --vary load=0.5,1,1.5,2,3",
            "      the same outage at other loads",
            "  blastradius sweep my.blast.json --vary scenarios.brownout.faults[0].for=1m..20m/5 \\",
            "          --vary 'dependencies.assistant->opus.retry.maxAttempts=1,2,3,4'",
            "      how long it lasts against how often callers try: a map",
            "",
            "The shell takes > for a redirection: a path with -> belongs in quotes. Ctrl+C ends it early: the points that are done"
                    + " by then are printed, and written where that was asked for.",
            "",
            "Exit status: 0 done, 2 wrong usage (or FILE or DIR cannot be written), 3 the model or an input is invalid or"
                    + " missing, or asks for more than the machine has, 70 a fault of the program's own, 130 ended by"
                    + " Ctrl+C."
        })
final class SweepCommand implements Command {

    private static final int MOST_PARAMETERS = 2;
    private static final int MOST_POINTS = 10_000;

    private final Simulator simulator;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file (*.blast.json).")
    private String model = "";

    @Option(
            names = VaryText.OPTION,
            paramLabel = "PATH=VALUES",
            required = true,
            description =
                    "What to vary, once or twice, and its values: a list, as in 1,2,5 or 10s,1m, or a range, as in"
                            + " 0..1/10: from 0 to 1 in 10 equal steps.")
    private List<String> varied = new ArrayList<>();

    @Mixin
    private final VariedOptions options = new VariedOptions();

    @Mixin
    private final SettingsOptions settingsOptions = new SettingsOptions();

    @Mixin
    private final OutputOptions outputs = new OutputOptions();

    @Option(names = "--quiet", description = "No progress and no warnings on standard error; errors still are said.")
    private boolean quiet;

    private @Nullable Long seed;

    SweepCommand(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public @Nullable Long seed() {
        return seed;
    }

    @Override
    public void check(Complaints complaints) {
        settingsOptions.read(complaints);
        if (varied.size() > MOST_PARAMETERS) {
            complaints.add(VaryText.OPTION + ": " + varied.size() + " parameters; expected one or two");
        }
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
        SettingsOptions.Wanted wanted = settingsOptions.read(complaints);
        RunSettings settings = wanted.over(read.pipeline().settings(), complaints);
        List<VaryText> texts = varied.stream().map(VaryText::of).toList();
        List<Axis> axes = new ArrayList<>();
        List<Dial> dials = dials(read, texts, axes, complaints);
        VariedRuns runs = options.runs(read, texts, dials, wanted, false, complaints);
        if (complaints.isEmpty()) {
            checkPoints(runs, axes, complaints);
        }
        if (!complaints.isEmpty()) {
            throw new UsageException(complaints.all());
        }
        seed = settings.seed();
        StudyDesk desk = new StudyDesk(file, simulator, console, quiet);
        Trial first = runs.at(Sweep.grid(axes).get(0));
        if (!desk.hasInputs(List.of(first.arm().twin()))) {
            return ExitStatus.INVALID_INPUT;
        }
        Head head = VariedOptions.head(runs, settings);
        Origin origin = file.origin(read, Commands.sweep(file.shortName(), runs, axes, settings));
        return desk.carryOut(progress -> {
            SweepResult result = Sweep.run(runs, axes, progress);
            progress.end();
            return conclude(new OfSweep(origin, runs, settings, result), head, console);
        });
    }

    private static List<Dial> dials(Model read, List<VaryText> texts, List<Axis> axes, Complaints complaints) {
        List<Dial> dials = new ArrayList<>();
        Set<String> paths = new LinkedHashSet<>();
        for (VaryText text : texts) {
            Dial dial = text.dial(read.pipeline(), complaints);
            if (dial == null) {
                continue;
            }
            if (!paths.add(dial.path())) {
                complaints.add(VaryText.OPTION + ": " + dial.path() + " is varied twice; expected two parameters");
            }
            List<Double> values = text.values(dial, complaints);
            dials.add(dial);
            if (!values.isEmpty()) {
                axes.add(new Axis(dial.varied(), values));
            }
        }
        return dials;
    }

    private static void checkPoints(VariedRuns runs, List<Axis> axes, Complaints complaints) {
        long points = 1;
        for (Axis axis : axes) {
            points *= axis.values().size();
        }
        if (points > MOST_POINTS) {
            complaints.add(VaryText.OPTION + ": " + Figures.count(points) + " points; expected "
                    + Figures.count(MOST_POINTS) + " at most");
            return;
        }
        for (List<Double> values : Sweep.grid(axes)) {
            VariedOptions.check(runs, values, complaints);
        }
    }

    private int conclude(OfSweep found, Head head, Console console) {
        SweepResult result = found.sweep();
        if (!result.isComplete()) {
            int asked = Sweep.grid(result.axes()).size();
            console.err()
                    .println("Interrupted: " + result.points().size() + " of " + RunReport.plural(asked, "point")
                            + " done by then.");
            if (result.points().isEmpty()) {
                return ExitStatus.INTERRUPTED;
            }
        }
        if (!outputs.isJsonOnStandardOutput()) {
            console.out().print(SweepReport.of(found.runs(), head, result, console.style()));
        }
        boolean written = outputs.write(
                out -> LimitsWriter.write(head, result, out),
                file -> LimitsWriter.write(head, result, file),
                folder -> LimitsWriter.tables(head, result, folder),
                console);
        written &= outputs.report(() -> found, console);
        if (!result.isComplete()) {
            return ExitStatus.INTERRUPTED;
        }
        return written ? ExitStatus.DONE : ExitStatus.WRONG_USAGE;
    }
}
