package dev.blastradius.cli;

import dev.blastradius.engine.EngineLimits;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Interruption;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Fingerprint;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.report.Reports;
import dev.blastradius.report.document.Document;
import dev.blastradius.report.finding.Commands;
import dev.blastradius.report.finding.Episodes;
import dev.blastradius.report.finding.Finding.OfComparison;
import dev.blastradius.report.finding.Looking;
import dev.blastradius.report.finding.Origin;
import dev.blastradius.report.form.ReportFile;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the program does where the window cannot open: says so, and shows the main job in the terminal. */
public final class NoDisplay {

    /** What a bare Debian 12 lacks, as the README has it. */
    static final String APT =
            "apt-get install libgtk-3-0 libxtst6 libgl1 libxxf86vm1 libpangoft2-1.0-0 fontconfig fonts-dejavu-core";

    private static final int REPLICATIONS = 5;

    /** About the share that the simulation takes of the work; the rest is the report. */
    private static final double SHARE_OF_STUDY = 0.8;

    private final Path temporary;
    private final Console console;
    private final Simulator simulator;

    private NoDisplay(Path temporary, Console console, Simulator simulator) {
        this.temporary = temporary;
        this.console = console;
        this.simulator = simulator;
    }

    /**
     * Says that there is no display and how to get one, and runs the first example's first scenario under each of its strategies.
     *
     * @param reason why there is none, in a few words without a full stop
     * @return the exit status
     */
    public static int show(String reason) {
        String name = Examples.names().get(0);
        CommandLineProgram.withoutScreen();
        Console console = Console.ofProcess();
        try {
            Path temporary = Path.of(System.getProperty("java.io.tmpdir", "."));
            Shown shown = new Shown(name, Fingerprint.sha256(Examples.text(name)), Examples.load(name));
            int status = show(reason, shown, temporary, console, Simulator.ofProgram());
            console.out().flush();
            return status;
        } catch (RuntimeException | Error e) {
            console.out().flush();
            return OwnFault.report(e, new String[0], null, console.err());
        }
    }

    /**
     * What is shown.
     *
     * @param name of the file, without {@code .blast.json}
     * @param sha256 SHA-256 of the file's content
     */
    record Shown(String name, String sha256, Model model) {

        String file() {
            return name + ".blast.json";
        }
    }

    /**
     * The same for another model, on other streams.
     *
     * @param temporary the folder for temporary files
     */
    static int show(String reason, Shown shown, Path temporary, Console console, Simulator simulator) {
        PrintStream out = console.out();
        out.println("There is no display for the window: " + Style.clean(reason) + ".");
        out.println(
                "To get one: start the program in a desktop session. A bare Debian 12 needs for the window and the tests:");
        out.println("  " + APT);
        out.println("and where there is no desktop at all, a virtual display:");
        out.println("  apt-get install xvfb xauth && xvfb-run -a java -jar blastradius.jar");
        out.println("Every command works without: run, compare, matrix and others; --help tells of them.");
        out.println();
        out.flush();
        return new NoDisplay(temporary, console, simulator).mainJob(shown);
    }

    private int mainJob(Shown shown) {
        Pipeline pipeline = shown.model().pipeline();
        List<String> scenario =
                pipeline.scenariosOrNone().keySet().stream().limit(1).toList();
        RunSettings settings = RunSettings.of(pipeline.settings()).withReplications(REPLICATIONS);
        List<String> leftOut = new ArrayList<>();
        List<Arm> all = Strategies.arms(shown.model(), scenario, Strategies.ids(pipeline));
        List<Arm> arms = new ArrayList<>();
        for (Arm arm : all) {
            if (simulator.unreadRecordings(arm.twin()).isEmpty()) {
                arms.add(arm);
            } else if (!arm.isReference()) {
                leftOut.add(arm.id() + ", which needs recorded arrivals that are not there");
            }
        }
        ProgressLine progress = new ProgressLine(console, true);
        Interruption interruption = Interruption.listen(progress::cancel);
        try {
            progress.part("", 0, SHARE_OF_STUDY);
            StudyResult study = study(arms, settings, progress, leftOut);
            progress.end();
            if (study == null || !study.isComplete()) {
                return ExitStatus.INTERRUPTED;
            }
            String outage = scenario.isEmpty() ? null : scenario.get(0);
            print(pipeline, outage, withoutBounds(study));
            leftOut.forEach(each -> console.out().println("  left out: " + Style.clean(each)));
            if (study.arms().size() == all.size()) {
                report(shown, all, study, progress);
            }
            next(shown.name(), outage, withoutBounds(study));
            return progress.isCancelled() ? ExitStatus.INTERRUPTED : ExitStatus.DONE;
        } finally {
            interruption.stop();
            progress.end();
        }
    }

    /** Writes a report of it where temporary files go, and says where that is, or why there is none. */
    private void report(Shown shown, List<Arm> arms, StudyResult study, ProgressLine progress) {
        PrintStream out = console.out();
        out.flush();
        List<String> command =
                Commands.compare(shown.file(), shown.model(), arms, Strategy.AS_DRAWN, study.settings(), null);
        Origin origin = new Origin(shown.file(), shown.sha256(), CommandLineProgram.version(), command, shown.model());
        int runs = Episodes.of(arms, study, Strategy.AS_DRAWN).size();
        progress.part("writing a report of it", SHARE_OF_STUDY, 1 - SHARE_OF_STUDY);
        OfComparison found =
                new OfComparison(origin, arms, study, Strategy.AS_DRAWN, Looking.recording(runs, progress));
        String told;
        try {
            told = "A report of this to hand on, for a browser: " + written(Reports.of(found));
        } catch (IOException e) {
            told = "There is no report of this to hand on, for none could be written: " + OutputOptions.reason(e);
        }
        progress.end();
        out.println();
        out.println("  " + Style.clean(told));
    }

    /** Writes a document into a new temporary folder, of which nothing is left where that fails. */
    private Path written(Document document) throws IOException {
        Path folder = Files.createTempDirectory(temporary, "blastradius");
        try {
            Path file = folder.resolve("report.html");
            ReportFile.write(document, file);
            return file;
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(folder);
            throw e;
        }
    }

    /** The strategies side by side; null where it was interrupted. Those that ask for more than the machine has are left out. */
    private @Nullable StudyResult study(
            List<Arm> arms, RunSettings settings, ProgressLine progress, List<String> leftOut) {
        try {
            return arms.isEmpty() ? nothing(settings) : simulator.study(arms, settings, null, true, progress);
        } catch (EngineLimits.Exceeded e) {
            List<Arm> fitting = new ArrayList<>();
            for (Arm arm : arms) {
                if (arm.isReference()) {
                    continue; // a bound tells nothing where some strategies are missing
                }
                String excess = excess(arm, settings.withReplications(1), progress);
                if (excess == null) {
                    fitting.add(arm);
                } else {
                    leftOut.add(arm.id() + ", " + excess);
                }
            }
            if (fitting.size() == arms.size()) {
                throw e;
            }
            return study(fitting, settings, progress, leftOut);
        }
    }

    private static StudyResult nothing(RunSettings settings) {
        return new StudyResult(settings, List.of(), List.of(), true);
    }

    /** What a strategy asks for that the machine has not, found out by a single replication; null where it is content. */
    private @Nullable String excess(Arm arm, RunSettings once, ProgressLine progress) {
        try {
            simulator.study(List.of(arm), once, null, false, progress);
            return null;
        } catch (EngineLimits.Exceeded e) {
            return e.getMessage();
        }
    }

    private void print(Pipeline pipeline, @Nullable String id, StudyResult study) {
        Scenario scenario = id == null ? null : pipeline.scenariosOrNone().get(id);
        String outage = scenario == null || id == null ? "nothing fails" : Style.clean(scenario.title(id));
        RunSettings settings = study.settings();
        PrintStream out = console.out();
        out.println(console.style().heading(Style.clean(pipeline.title())));
        out.println("  " + outage + ", under each of its strategies");
        out.println("  " + RunReport.plural(settings.replications(), "replication") + " of " + settings.duration()
                + ", seed " + settings.seed() + "; " + console.style().plusMinus() + " is half the width of the "
                + Figures.exactPercentage(settings.confidence()) + " confidence interval");
        out.println();
        if (study.arms().isEmpty()) {
            return;
        }
        ComparisonTable table = ComparisonTable.of(study, id, console.style());
        out.print(table.values());
        if (table.isMarked()) {
            out.println("  " + ComparisonTable.BEST + " the best: significantly better than each other strategy");
        }
        Comparison goodput = table.comparison(Metric.GOODPUT);
        if (goodput != null && !goodput.finding().isBlank()) {
            out.println();
            out.print(Wrapped.of(Style.clean(goodput.finding()), "  ", "  "));
        }
    }

    /** The strategies alone: what the pipeline without any protection does is in the report. */
    private static StudyResult withoutBounds(StudyResult study) {
        List<ArmResult> strategies =
                study.arms().stream().filter(arm -> !arm.isReference()).toList();
        return new StudyResult(study.settings(), strategies, study.comparisons(), study.isComplete());
    }

    private void next(String name, @Nullable String scenario, StudyResult study) {
        String file = "models/" + name + ".blast.json";
        List<ArmResult> arms = study.arms();
        String strategy =
                arms.isEmpty() ? "" : " --strategy " + arms.get(arms.size() - 1).id();
        PrintStream out = console.out();
        out.println();
        out.println("Next, in the project's folder:");
        out.println("  java -jar target/blastradius.jar run " + file);
        out.println("      nothing fails: the whole report, and which scenarios there are");
        out.println("  java -jar target/blastradius.jar run " + file
                + (scenario == null ? "" : " --scenario " + scenario) + strategy);
        out.println("      one column of the table above in full");
        out.println("  java -jar target/blastradius.jar compare " + file);
        out.println(
                "      every strategy under every scenario, and what is established of them; --report FILE.html keeps it");
        out.println("  java -jar target/blastradius.jar --help");
    }
}
