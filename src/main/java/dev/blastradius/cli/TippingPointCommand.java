package dev.blastradius.cli;

import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.search.Bisection;
import dev.blastradius.experiment.search.Responder;
import dev.blastradius.experiment.search.Search;
import dev.blastradius.experiment.search.TippingPoint;
import dev.blastradius.experiment.search.TippingPoint.Verdict;
import dev.blastradius.io.LimitsWriter;
import dev.blastradius.io.LimitsWriter.Head;
import dev.blastradius.io.Model;
import dev.blastradius.io.vary.Candidate;
import dev.blastradius.io.vary.Candidates;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.io.vary.VariedRuns;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.report.finding.Commands;
import dev.blastradius.report.finding.Finding.OfTippingPoint;
import dev.blastradius.report.finding.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks for the value of a parameter at which a pipeline no longer recovers. */
@CommandLine.Command(
        name = "tipping-point",
        sortOptions = false,
        header = "Find the value of a number of the model at which the pipeline no longer recovers.",
        description = {
            "",
            "After a scenario's last fault has ended, a pipeline recovers or stays down. Both ends of the range are run"
                    + " first, then the middle of what is left, until two values are as near to each other as was asked"
                    + " for: at one it recovers, at the other it does not. At each value as many replications are made"
                    + " as it takes for the confidence interval of the share that recovered to lie on one side of the"
                    + " threshold. Where chance decides over a stretch of values, that stretch lies between the two.",
            "",
            "It has recovered when goodput over the trailing 30 s stays at or above 95 %% of what it was before the"
                    + " first fault, for 60 s; all of it before the run ends, so that a longer --duration gives slow"
                    + " recoveries a chance. PATH is as in sweep.",
            ""
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  blastradius tipping-point my.blast.json --vary scenarios.brownout.faults[0].errorRate",
            "      the smallest error rate that it does not recover from",
            "  blastradius tipping-point my.blast.json --scenario brownout --vary load --from 1 --to 4",
            "      how many times the load it can have and still recover",
            "  blastradius tipping-point my.blast.json --vary scenarios.brownout.faults[0].for \\",
            "          --from 1m --to 1h --tolerance 1m --recovered 0.99",
            "      the longest outage, to the minute, from which it recovers nearly surely",
            "",
            "The shell takes > for a redirection: a path with -> belongs in quotes. Ctrl+C ends it early: what was"
                    + " found by then is printed, and written where that was asked for.",
            "",
            "Exit status: 0 done, 2 wrong usage (or FILE or DIR cannot be written), 3 the model or an input is invalid or"
                    + " missing, or asks for more than the machine has, or no recovery can be judged, 70 a fault of the"
                    + " program's own, 130 ended by Ctrl+C."
        })
final class TippingPointCommand implements Command {

    private static final double HALF = 0.5;
    private static final NumberType THRESHOLD = new NumberType(0.01, false, 0.999, "");

    private final Simulator simulator;

    @Parameters(index = "0", paramLabel = "MODEL", description = "The model file (*.blast.json).")
    private String model = "";

    @Option(names = VaryText.OPTION, paramLabel = "PATH", required = true, description = "What to vary.")
    private String varied = "";

    @Option(
            names = "--from",
            paramLabel = "A",
            description =
                    "One end of the range. Default: of a usual range about the model's value, where there is one.")
    private @Nullable String from;

    @Option(names = "--to", paramLabel = "B", description = "Its other end, above or below A. Default: likewise.")
    private @Nullable String to;

    @Option(
            names = "--tolerance",
            paramLabel = "T",
            description = "How near to each other the two values are to come. Default: about a hundredth of the range;"
                    + " whole numbers are neighbours in the end, unless the range is wide.")
    private @Nullable String tolerance;

    @Option(
            names = "--recovered",
            paramLabel = "SHARE",
            description = "The share of replications that have to recover, 0.01 to 0.999. Near 1 it takes many"
                    + " replications to tell. Default: 0.5.")
    private @Nullable String threshold;

    @Option(
            names = "--max-replications",
            paramLabel = "N",
            description = "So many replications at a value and no more; then it is undecided. Default: ten times"
                    + " --replications, or as many as a clear answer takes.")
    private @Nullable String atMost;

    @Mixin
    private final VariedOptions options = new VariedOptions();

    @Mixin
    private final SettingsOptions settingsOptions = new SettingsOptions();

    @Mixin
    private final OutputOptions outputs = new OutputOptions();

    @Option(names = "--quiet", description = "No progress and no warnings on standard error; errors still are said.")
    private boolean quiet;

    private @Nullable Long seed;

    TippingPointCommand(Simulator simulator) {
        this.simulator = simulator;
    }

    @Override
    public @Nullable Long seed() {
        return seed;
    }

    @Override
    public void check(Complaints complaints) {
        settingsOptions.read(complaints);
        complaints.value("--recovered", threshold, THRESHOLD);
        complaints.value("--max-replications", atMost, Experiment.REPLICATIONS.type());
        if (VaryText.of(varied).values() != null) {
            complaints.add(VaryText.OPTION + ": a path alone; the range is said by --from and --to");
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
        VaryText text = VaryText.of(varied);
        Dial dial = text.dial(read.pipeline(), complaints);
        List<Dial> dials = dial == null ? List.of() : List.of(dial);
        VariedRuns runs = options.runs(read, List.of(text), dials, wanted, true, complaints);
        if (complaints.isEmpty() && runs.scenarioId() == null) {
            complaints.add("--scenario: without faults there is nothing to recover from; expected one of "
                    + String.join(", ", read.pipeline().scenariosOrNone().keySet()));
        }
        Search search = dial == null ? null : search(read, dial, settings, complaints);
        if (search != null && complaints.isEmpty()) {
            VariedOptions.check(runs, List.of(search.from()), complaints);
            VariedOptions.check(runs, List.of(search.to()), complaints);
        }
        if (search == null || !complaints.isEmpty()) {
            throw new UsageException(complaints.all());
        }
        seed = settings.seed();
        StudyDesk desk = new StudyDesk(file, simulator, console, quiet);
        if (!desk.hasInputs(List.of(runs.at(List.of(search.from())).arm().twin()))) {
            return ExitStatus.INVALID_INPUT;
        }
        Head head = VariedOptions.head(runs, settings);
        Origin origin = file.origin(read, Commands.tippingPoint(file.shortName(), runs, search, settings));
        return desk.carryOut(progress -> {
            TippingPoint found = Bisection.find(Responder.of(runs), search, progress);
            progress.end();
            return conclude(new OfTippingPoint(origin, runs, settings, found), head, file, console);
        });
    }

    /** How it is looked for; null where an option is wrong, which is then complained of. */
    private @Nullable Search search(Model read, Dial dial, RunSettings settings, Complaints complaints) {
        Double begin = end("--from", from, read, dial, complaints);
        Double end = end("--to", to, read, dial, complaints);
        if (begin == null || end == null) {
            return null;
        }
        if (begin.equals(end)) {
            complaints.add("--to: the range has no width; expected another value than " + dial.text(begin));
            return null;
        }
        Double step = tolerance(dial, begin, end, complaints);
        Double share = complaints.value("--recovered", threshold, THRESHOLD);
        double asked = share == null ? HALF : share;
        Long most = complaints.value("--max-replications", atMost, Experiment.REPLICATIONS.type());
        if (most != null && most < settings.replications()) {
            complaints.add("--max-replications: fewer than the replications that are made to begin with; expected "
                    + settings.replications() + " or more; found \"" + most + "\"");
        }
        if (step == null || !complaints.isEmpty()) {
            return null;
        }
        int limit = most == null
                ? Search.usualLimit(asked, settings.confidence(), settings.replications())
                : Math.toIntExact(most);
        return new Search(begin, end, step, asked, settings.confidence(), settings.replications(), limit);
    }

    private @Nullable Double end(String option, @Nullable String text, Model read, Dial dial, Complaints complaints) {
        if (text != null) {
            return VaryText.value(option, dial, text, complaints);
        }
        for (Candidate candidate : Candidates.of(read.pipeline())) {
            if (candidate.dial().equals(dial)) {
                return option.equals("--from") ? candidate.from() : candidate.to();
            }
        }
        complaints.add(option + ": there is no usual range of " + dial.path() + "; expected --from and --to");
        return null;
    }

    private @Nullable Double tolerance(Dial dial, double begin, double end, Complaints complaints) {
        if (tolerance == null) {
            return Search.usualTolerance(begin, end, dial.isWhole());
        }
        Double step;
        if (dial.isTime()) {
            Duration time = complaints.value("--tolerance", tolerance, new DurationType(false));
            step = time == null ? null : time.seconds();
        } else if (dial.isWhole()) {
            Long whole = complaints.value("--tolerance", tolerance, new IntegerType(1, Integer.MAX_VALUE));
            step = whole == null ? null : (Double) (double) whole;
        } else {
            step = complaints.value("--tolerance", tolerance, NumberType.positive(1e9, ""));
        }
        if (step != null && Math.abs(end - begin) / step > Search.MOST_STEPS) {
            complaints.add("--tolerance: too fine; expected at least a millionth of the range; found \""
                    + Style.PLAIN.shortened(tolerance, 60) + "\"");
            return null;
        }
        return step;
    }

    private int conclude(OfTippingPoint finding, Head head, ModelFile file, Console console) {
        VariedRuns runs = finding.runs();
        TippingPoint found = finding.tippingPoint();
        if (found.verdict() == Verdict.NOT_JUDGED) {
            console.err()
                    .println(
                            Style.clean(
                                    file.name() + ": error at $.scenarios." + runs.scenarioId()
                                            + ".faults: recovery cannot be judged, because not every fault ends a minute before the run"
                                            + " does; expected a \"for\" in each fault, and a run that goes on after it; --duration can make it longer"));
            return ExitStatus.INVALID_INPUT;
        }
        boolean cancelled = found.verdict() == Verdict.CANCELLED;
        if (cancelled) {
            console.err()
                    .println("Interrupted: " + RunReport.plural(found.probes().size(), "value") + " done by then.");
            if (found.probes().isEmpty()) {
                return ExitStatus.INTERRUPTED;
            }
        }
        if (!outputs.isJsonOnStandardOutput()) {
            console.out().print(TippingPointReport.of(runs, head, found, console.style()));
        }
        Dial dial = runs.dials().get(0);
        boolean written = outputs.write(
                out -> LimitsWriter.write(head, dial.varied(), found, out),
                place -> LimitsWriter.write(head, dial.varied(), found, place),
                folder -> LimitsWriter.tables(head, dial.varied(), found, folder),
                console);
        written &= outputs.report(() -> finding, console);
        if (cancelled) {
            return ExitStatus.INTERRUPTED;
        }
        return written ? ExitStatus.DONE : ExitStatus.WRONG_USAGE;
    }
}
