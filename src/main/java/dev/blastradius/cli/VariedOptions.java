package dev.blastradius.cli;

import dev.blastradius.experiment.RunSettings;
import dev.blastradius.io.LimitsWriter;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.io.vary.VariedRuns;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which runs of a model are varied. */
final class VariedOptions {

    private static final Pattern FAMILY = Pattern.compile("\\$?\\.?(scenarios|strategies)\\.([^.\\[]+).*");

    @Option(
            names = "--scenario",
            paramLabel = "ID",
            description =
                    "The scenario of the model to run. Default: the one that a path leads into; else sweep runs none,"
                            + " and tipping-point the only one that there is.")
    private @Nullable String scenario;

    @Option(
            names = "--strategy",
            paramLabel = "ID",
            description =
                    "The strategy of the model to build the pipeline by; its patch is applied after the values are"
                            + " set. Default: the one that a path leads into, or " + Strategy.AS_DRAWN + ".")
    private @Nullable String strategy;

    /**
     * The runs.
     *
     * @param dials what is varied; null for each that was not found
     * @param wanted what the command line says of the settings
     * @param needsScenario whether the only scenario of the model is meant where none is named
     * @return what was found out so far, where something was complained of
     */
    VariedRuns runs(
            Model model,
            List<VaryText> texts,
            List<Dial> dials,
            SettingsOptions.Wanted wanted,
            boolean needsScenario,
            Complaints complaints) {
        Pipeline pipeline = model.pipeline();
        Set<String> scenarios = pipeline.scenariosOrNone().keySet();
        String chosen = scenario != null ? scenario : named("scenarios", texts);
        if (chosen == null && needsScenario && scenarios.size() == 1) {
            chosen = scenarios.iterator().next();
        }
        if (chosen != null && !scenarios.contains(chosen)) {
            if (scenario != null) {
                complaints.unknown("--scenario", "scenario", chosen, scenarios);
            }
            chosen = null;
        }
        List<String> strategies = Strategies.ids(pipeline);
        String inPath = named("strategies", texts);
        String built = strategy != null ? strategy : inPath != null ? inPath : Strategy.AS_DRAWN;
        if (!strategies.contains(built)) {
            if (strategy != null) {
                complaints.unknown("--strategy", "strategy", built, strategies);
            }
            built = Strategy.AS_DRAWN;
        }
        for (Dial dial : dials) {
            if (dial.path().equals("experiment.duration") && wanted.duration() != null
                    || dial.path().equals("experiment.warmup") && wanted.warmup() != null) {
                complaints.add(VaryText.OPTION + " " + dial.path() + ": another option says this already");
            }
        }
        VariedRuns runs =
                new VariedRuns(model, dials, chosen, built, experiment -> wanted.over(experiment, new Complaints()));
        if (complaints.isEmpty()) {
            for (Problem problem : runs.idle()) {
                VaryText.complain(VaryText.OPTION, problem, complaints);
            }
        }
        return runs;
    }

    /** The first id that a path leads into; null where none does. */
    private static @Nullable String named(String family, List<VaryText> texts) {
        for (VaryText text : texts) {
            Matcher matcher = FAMILY.matcher(text.path());
            if (matcher.matches() && matcher.group(1).equals(family)) {
                return matcher.group(2);
            }
        }
        return null;
    }

    /** Complains of what is wrong with the model at some values. */
    static void check(VariedRuns runs, List<Double> values, Complaints complaints) {
        for (Problem problem : runs.problems(values)) {
            VaryText.complain(VaryText.OPTION + " at " + shown(runs.dials(), values), problem, complaints);
        }
    }

    private static String shown(List<Dial> dials, List<Double> values) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : " and ").append(dials.get(i).text(values.get(i)));
        }
        return text.toString();
    }

    /** What results say of the runs. */
    static LimitsWriter.Head head(VariedRuns runs, RunSettings settings) {
        return new LimitsWriter.Head(runs.model().pipeline().title(), runs.scenarioId(), runs.strategyId(), settings);
    }
}
