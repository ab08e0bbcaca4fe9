package dev.blastradius.editor.live;

import dev.blastradius.chart.Names;
import dev.blastradius.editor.patch.Steps;
import dev.blastradius.experiment.live.Action;
import dev.blastradius.experiment.live.Deed;
import dev.blastradius.experiment.live.LiveScript;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.Strategy.RunbookStep;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.Tree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What was done in a live run, as parts of a model that go through the same by themselves.
 *
 * @param scenarioId an id that no scenario of the model has
 * @param scenario what was broken and mended
 * @param strategyId the strategy under which the scenario goes through the same: the model's own, or the one beside
 * @param strategy a strategy to be added, whose runbook makes the changes that were made; null: none is needed
 */
public record SavedRun(
        String scenarioId,
        Scenario scenario,
        String strategyId,
        @Nullable Strategy strategy) {

    private static final int LONGEST_ID = 60;
    private static final int MOST_TOLD = 20;

    /**
     * What is to be added to a model.
     *
     * @param drawn the model as it is now, which may have changed since the live run began
     * @param script what was done
     * @param deeds the same as a list, for people
     * @param name what the scenario is called
     */
    public static SavedRun of(Pipeline drawn, LiveScript script, List<Deed> deeds, String name) {
        String first = script.first().strategyId();
        String id = freeId(name, drawn.scenariosOrNone().keySet());
        Scenario scenario =
                new Scenario(name, told(deeds, new Names(script.first().pipeline())), script.faults());
        boolean isFlipped = deeds.stream().anyMatch(each -> each.action() instanceof Action.Flip);
        boolean isSame = isBuiltStill(drawn, script);
        if (isSame && !isFlipped) {
            return new SavedRun(id, scenario, first, null);
        }
        Strategy chosen = drawn.strategiesOrNone().get(first);
        Tree patch = !isSame
                ? Steps.between(drawn, script.first().pipeline())
                : chosen == null ? Tree.EMPTY : chosen.patchOrEmpty();
        Strategy strategy =
                new Strategy(name, "What was changed in the live run “" + name + "”", patch, runbook(script));
        return new SavedRun(id, scenario, freeId(name, drawn.strategiesOrNone().keySet()), strategy);
    }

    /** Whether the first strategy builds what it built when the run began, and its runbook does the same. */
    private static boolean isBuiltStill(Pipeline drawn, LiveScript script) {
        Strategies.Patched built = Strategies.apply(drawn, script.first().strategyId());
        Pipeline now = built.pipeline();
        Pipeline then = script.first().pipeline();
        return now != null
                && now.components().equals(then.components())
                && now.arrows().equals(then.arrows())
                && Objects.equals(
                        drawn.strategiesOrNone().get(script.first().strategyId()),
                        then.strategiesOrNone().get(script.first().strategyId()));
    }

    private static List<RunbookStep> runbook(LiveScript script) {
        long firstFault = script.faults().stream()
                .map(Fault::at)
                .mapToLong(Duration::nanos)
                .min()
                .orElse(0);
        List<RunbookStep> steps = new ArrayList<>();
        Pipeline before = script.first().pipeline();
        for (LiveScript.Step step : script.steps()) {
            Duration after = Duration.ofNanos(step.at().nanos() - firstFault);
            steps.add(new RunbookStep(after, Steps.between(before, step.pipeline())));
            before = step.pipeline();
        }
        return List.copyOf(steps);
    }

    private static @Nullable String told(List<Deed> deeds, Names names) {
        if (deeds.isEmpty()) {
            return null;
        }
        String words = deeds.stream()
                .limit(MOST_TOLD)
                .map(deed -> Math.round(deed.at()) + " s " + DeedWords.of(deed.action(), names))
                .collect(Collectors.joining("; "));
        return "Done live: " + words + (deeds.size() > MOST_TOLD ? "; …" : "");
    }

    private static String freeId(String name, Set<String> taken) {
        String plain =
                name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-+|-+$", "");
        String stem = plain.isEmpty() ? "live" : plain.substring(0, Math.min(plain.length(), LONGEST_ID));
        String id = stem;
        for (int i = 2; taken.contains(id) || id.equals(Strategy.AS_DRAWN); i++) {
            id = stem + "-" + i;
        }
        return id;
    }
}
