package dev.blastradius.report.finding;

import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Stopping;
import dev.blastradius.experiment.matrix.Failure;
import dev.blastradius.experiment.matrix.Failures;
import dev.blastradius.experiment.search.Axis;
import dev.blastradius.experiment.search.Search;
import dev.blastradius.io.FaultReader;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.io.vary.VariedRuns;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Strategy;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The command lines that make findings again: the arguments after the program's name. An option is in them only where it says something else than
 * the model file or the command by itself, so that the same finding has the same command line however it was made.
 */
public final class Commands {

    /** A range of values is written as such from so many on; fewer are listed. */
    private static final int FEWEST_OF_RANGE = 4;

    private final List<String> arguments = new ArrayList<>();

    private Commands(String command, String file) {
        arguments.add(command);
        arguments.add(file.startsWith("-") ? "./" + file : file);
    }

    /**
     * One run.
     *
     * @param file the model file's name
     * @param model what the file holds
     */
    public static List<String> run(String file, Model model, RunSpec spec, RunSettings settings) {
        return new Commands("run", file)
                .option("--scenario", spec.scenarioId())
                .option("--strategy", orNothing(spec.strategyId()))
                .settings(model, settings)
                .arguments();
    }

    /**
     * A comparison.
     *
     * @param file the model file's name
     * @param model what the file holds
     * @param arms what was compared; bounds that are no strategies are left out
     * @param baseline the strategy that the others are set against
     * @param stopping null: the settings' number of replications
     */
    public static List<String> compare(
            String file,
            Model model,
            List<Arm> arms,
            String baseline,
            RunSettings settings,
            @Nullable Stopping stopping) {
        List<String> scenarios = arms.get(0).outages().stream()
                .map(spec -> Objects.requireNonNull(spec.scenarioId()))
                .toList();
        List<String> strategies =
                arms.stream().filter(arm -> !arm.isReference()).map(Arm::id).toList();
        Commands commands = new Commands("compare", file);
        if (!scenarios.equals(List.copyOf(model.pipeline().scenariosOrNone().keySet()))) {
            commands.option("--scenario", String.join(",", scenarios));
        }
        if (!strategies.equals(Strategies.ids(model.pipeline()))) {
            commands.option("--strategy", String.join(",", strategies));
        }
        String usual = strategies.contains(Strategy.AS_DRAWN) ? Strategy.AS_DRAWN : strategies.get(0);
        return commands.option("--baseline", baseline.equals(usual) ? null : baseline)
                .settings(model, settings)
                .stopping(settings, stopping)
                .arguments();
    }

    /**
     * A matrix.
     *
     * @param file the model file's name
     * @param model what the file holds
     * @param base the pipeline as a strategy builds it
     * @param fault what befell each; its target is not looked at
     * @param failures its rows, in any order
     * @param stopping null: the settings' number of replications
     */
    public static List<String> matrix(
            String file,
            Model model,
            RunSpec base,
            Fault fault,
            List<Failure> failures,
            RunSettings settings,
            @Nullable Stopping stopping) {
        List<String> scenarios = failures.stream()
                .filter(failure -> failure.kind() == Failure.Kind.SCENARIO)
                .map(Failure::target)
                .toList();
        boolean arrows = failures.stream().anyMatch(failure -> failure.kind() == Failure.Kind.DEPENDENCY);
        Fault usual = Failures.unavailable(settings);
        String text = FaultReader.text(fault);
        Commands commands = new Commands("matrix", file)
                .option("--strategy", orNothing(base.strategyId()))
                .option("--fault", text.equals(FaultReader.text(usual)) ? null : text)
                .option("--scenario", scenarios.isEmpty() ? null : String.join(",", scenarios));
        if (arrows) {
            commands.arguments.add("--arrows");
        }
        return commands.settings(model, settings).stopping(settings, stopping).arguments();
    }

    /**
     * A search for a tipping point.
     *
     * @param file the model file's name, of what {@link VariedRuns#model} holds
     * @param settings how each value was run to begin with
     */
    public static List<String> tippingPoint(String file, VariedRuns runs, Search search, RunSettings settings) {
        Dial dial = runs.dials().get(0);
        double step = Search.usualTolerance(search.from(), search.to(), dial.isWhole());
        int limit = Search.usualLimit(search.threshold(), search.confidence(), search.replications());
        return new Commands("tipping-point", file)
                .option("--vary", dial.path())
                .option("--from", dial.text(search.from()))
                .option("--to", dial.text(search.to()))
                .option("--tolerance", step == search.tolerance() ? null : dial.text(search.tolerance()))
                .option("--recovered", search.threshold() == 0.5 ? null : plain(search.threshold()))
                .option("--max-replications", limit == search.atMost() ? null : String.valueOf(search.atMost()))
                .varied(runs)
                .settings(runs.model(), settings)
                .arguments();
    }

    /**
     * A sweep.
     *
     * @param file the model file's name, of what {@link VariedRuns#model} holds
     * @param axes the values of each of the runs' dials
     * @param settings how each point was run
     */
    public static List<String> sweep(String file, VariedRuns runs, List<Axis> axes, RunSettings settings) {
        Commands commands = new Commands("sweep", file);
        for (int i = 0; i < axes.size(); i++) {
            Dial dial = runs.dials().get(i);
            commands.option(
                    "--vary", dial.path() + "=" + values(dial, axes.get(i).values()));
        }
        return commands.varied(runs).settings(runs.model(), settings).arguments();
    }

    /** Values as {@code --vary} takes them: as a range in equal steps where they are one, else listed. */
    private static String values(Dial dial, List<Double> values) {
        int steps = values.size() - 1;
        double from = values.get(0);
        double to = values.get(steps);
        boolean isRange = values.size() >= FEWEST_OF_RANGE;
        for (int i = 0; isRange && i <= steps; i++) {
            isRange = dial.rounded((from * (steps - i) + to * i) / steps) == values.get(i);
        }
        return isRange
                ? dial.text(from) + ".." + dial.text(to) + "/" + steps
                : String.join(",", values.stream().map(dial::text).toList());
    }

    private Commands varied(VariedRuns runs) {
        return option("--scenario", runs.scenarioId()).option("--strategy", orNothing(runs.strategyId()));
    }

    private Commands settings(Model model, RunSettings settings) {
        RunSettings file = RunSettings.of(model.pipeline().settings());
        boolean sameSpan =
                settings.duration().equals(file.duration()) && settings.warmup().equals(file.warmup());
        // Together: one without the other may not be a valid span.
        option("--duration", sameSpan ? null : settings.duration().text());
        option("--warmup", sameSpan ? null : settings.warmup().text());
        option(
                "--replications",
                settings.replications() == file.replications() ? null : String.valueOf(settings.replications()));
        option("--seed", settings.seed() == file.seed() ? null : String.valueOf(settings.seed()));
        return option("--confidence", settings.confidence() == file.confidence() ? null : plain(settings.confidence()));
    }

    private Commands stopping(RunSettings settings, @Nullable Stopping stopping) {
        if (stopping == null) {
            return this;
        }
        int usual = Math.max(Stopping.USUAL_LIMIT, settings.replications());
        return option("--precision", plain(stopping.halfWidth()))
                .option("--max-replications", stopping.atMost() == usual ? null : String.valueOf(stopping.atMost()));
    }

    private static @Nullable String orNothing(String strategy) {
        return strategy.equals(Strategy.AS_DRAWN) ? null : strategy;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).toPlainString();
    }

    private Commands option(String name, @Nullable String value) {
        if (value != null) {
            arguments.add(name);
            arguments.add(value);
        }
        return this;
    }

    private List<String> arguments() {
        return List.copyOf(arguments);
    }
}
