package dev.blastradius.cli;

import dev.blastradius.engine.EngineLimits;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Interruption;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.component.Client;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the program does where the window cannot open: says so, and shows the main job in the terminal. */
public final class NoDisplay {

    /** What a bare Debian 12 lacks, as the README has it. */
    static final String APT =
            "apt-get install libgtk-3-0 libxtst6 libgl1 libxxf86vm1 libpangoft2-1.0-0 fontconfig fonts-dejavu-core";

    private static final int REPLICATIONS = 5;

    private final Console console;
    private final Simulator simulator;

    private NoDisplay(Console console, Simulator simulator) {
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
        Console console = Console.ofProcess();
        try {
            int status = show(reason, name, Examples.load(name), console, Simulator.ofProgram());
            console.out().flush();
            return status;
        } catch (RuntimeException | Error e) {
            console.out().flush();
            return OwnFault.report(e, new String[0], null, console.err());
        }
    }

    /** The same for another model, on other streams. */
    static int show(String reason, String name, Model model, Console console, Simulator simulator) {
        PrintStream out = console.out();
        out.println("There is no display for the window: " + Style.clean(reason) + ".");
        out.println(
                "To get one: start the program in a desktop session. A bare Debian 12 needs for the window and the tests:");
        out.println("  " + APT);
        out.println("and where there is no desktop at all, a virtual display:");
        out.println("  apt-get install xvfb xauth && xvfb-run -a java -jar blastradius.jar");
        out.println("Every command works without: run, validate, schema; --help tells of them.");
        out.println();
        out.flush();
        return new NoDisplay(console, simulator).mainJob(name, model);
    }

    private int mainJob(String name, Model model) {
        Pipeline pipeline = model.pipeline();
        String scenario =
                pipeline.scenariosOrNone().keySet().stream().findFirst().orElse(null);
        RunSettings settings = RunSettings.of(pipeline.settings()).withReplications(REPLICATIONS);
        List<RunSpec> specs = new ArrayList<>();
        List<String> leftOut = new ArrayList<>();
        for (String strategy : RunCommand.strategies(pipeline)) {
            RunSpec spec = Strategies.runSpec(model, scenario, strategy);
            if (simulator.unreadRecordings(spec).isEmpty()) {
                specs.add(spec);
            } else {
                leftOut.add(strategy + ", which needs recorded arrivals that are not there");
            }
        }
        List<RunResult> runs = runAll(specs, settings, leftOut);
        if (runs == null) {
            return ExitStatus.INTERRUPTED;
        }
        print(pipeline, scenario, settings, runs);
        leftOut.forEach(each -> console.out().println("  left out: " + Style.clean(each)));
        next(name, scenario, runs);
        return ExitStatus.DONE;
    }

    /** Null where it was interrupted; what asks for more than the machine has goes to {@code leftOut}. */
    private @Nullable List<RunResult> runAll(List<RunSpec> specs, RunSettings settings, List<String> leftOut) {
        ProgressLine progress = new ProgressLine(console, true);
        Interruption interruption = Interruption.listen(progress::cancel);
        List<RunResult> runs = new ArrayList<>();
        try {
            for (int i = 0; i < specs.size(); i++) {
                RunSpec spec = specs.get(i);
                progress.part(spec.strategyId(), (double) i / specs.size(), 1.0 / specs.size());
                try {
                    RunResult run = simulator.run(spec, settings, progress);
                    if (run == null) {
                        return null;
                    }
                    runs.add(run);
                } catch (EngineLimits.Exceeded e) {
                    leftOut.add(spec.strategyId() + ", " + e.getMessage());
                }
            }
            return runs;
        } finally {
            interruption.stop();
            progress.end();
        }
    }

    private void print(Pipeline pipeline, @Nullable String id, RunSettings settings, List<RunResult> runs) {
        Scenario scenario = id == null ? null : pipeline.scenariosOrNone().get(id);
        String outage = scenario == null || id == null ? "nothing fails" : Style.clean(scenario.title(id));
        PrintStream out = console.out();
        out.println(console.style().heading(Style.clean(pipeline.title())));
        out.println("  " + outage + ", under each of its strategies");
        out.println("  " + RunReport.plural(settings.replications(), "replication") + " of " + settings.duration()
                + ", seed " + settings.seed() + "; " + console.style().plusMinus() + " is half the width of the "
                + Figures.exactPercentage(settings.confidence()) + " confidence interval");
        out.println();
        String client = client(pipeline);
        if (client != null && !runs.isEmpty()) {
            out.print(StrategyTable.of(client, runs, console.style()));
        }
    }

    private static @Nullable String client(Pipeline pipeline) {
        return pipeline.components().entrySet().stream()
                .filter(entry -> entry.getValue() instanceof Client)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private void next(String name, @Nullable String scenario, List<RunResult> runs) {
        String file = "models/" + name + ".blast.json";
        String strategy =
                runs.isEmpty() ? "" : " --strategy " + runs.get(runs.size() - 1).strategy();
        PrintStream out = console.out();
        out.println();
        out.println("Next, in the project's folder:");
        out.println("  java -jar target/blastradius.jar run " + file);
        out.println("      nothing fails: the whole report, and which scenarios there are");
        out.println("  java -jar target/blastradius.jar run " + file
                + (scenario == null ? "" : " --scenario " + scenario) + strategy);
        out.println("      one column of the table above in full");
        out.println("  java -jar target/blastradius.jar --help");
    }
}
