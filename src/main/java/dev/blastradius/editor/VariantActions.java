package dev.blastradius.editor;

import dev.blastradius.editor.live.SavedRun;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Tree;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Scenarios and strategies made, copied, named and deleted. Each is an edit that can be undone. */
public final class VariantActions {

    /** The longest name that a scenario or a strategy can have, in characters. */
    public static final int LONGEST_NAME = 200;

    private final Editor editor;

    public VariantActions(Editor editor) {
        this.editor = editor;
    }

    /**
     * Makes a strategy that builds what is drawn, and chooses it.
     *
     * @return its id; null where it was refused
     */
    public @Nullable String newStrategy() {
        Set<String> taken = editor.drawn().strategiesOrNone().keySet();
        int number = taken.size() + 1;
        while (taken.contains("strategy-" + number)) {
            number++;
        }
        String id = "strategy-" + number;
        Strategy fresh = new Strategy("Strategy " + number, null, Tree.EMPTY, null);
        return put("New strategy", id, fresh);
    }

    /**
     * Makes a strategy that builds what another one builds, and chooses it.
     *
     * @return its id; null where there is no such strategy, or it was refused
     */
    public @Nullable String duplicateStrategy(String id) {
        Strategy strategy = editor.drawn().strategiesOrNone().get(id);
        if (strategy == null) {
            return null;
        }
        String copy = freeCopy(id, editor.drawn().strategiesOrNone().keySet());
        String name = copyOf(strategy.title(id));
        return put(
                "Duplicate strategy",
                copy,
                new Strategy(name, strategy.description(), strategy.patch(), strategy.runbook()));
    }

    private @Nullable String put(String label, String id, Strategy strategy) {
        return editor.edit(label, null, it -> Variants.putStrategy(it, id, strategy), id)
                        .isEmpty()
                ? id
                : null;
    }

    /** Names a strategy; with an empty name its id is shown. */
    public void renameStrategy(String id, String name) {
        Strategy strategy = editor.drawn().strategiesOrNone().get(id);
        if (strategy != null) {
            Strategy named = new Strategy(orNone(name), strategy.description(), strategy.patch(), strategy.runbook());
            editor.edit("Rename strategy", null, it -> Variants.putStrategy(it, id, named));
        }
    }

    /** Deletes a strategy, with the places of what only it has added; as drawn is seen then where it was chosen. */
    public void deleteStrategy(String id) {
        Strategy strategy = editor.drawn().strategiesOrNone().get(id);
        if (strategy != null) {
            String to = editor.strategy().equals(id) ? Strategy.AS_DRAWN : editor.strategy();
            Set<String> own = Variants.onlyIn(editor.drawn(), id);
            editor.edit("Delete strategy", null, it -> Edits.withoutPlaces(Variants.withoutStrategy(it, id), own), to);
        }
    }

    private Map<String, Scenario> scenarios() {
        return editor.drawn().scenariosOrNone();
    }

    /**
     * Makes a scenario with the faults of another one.
     *
     * @return its id; null where there is no such scenario, or it was refused
     */
    public @Nullable String duplicateScenario(String id) {
        Scenario scenario = scenarios().get(id);
        if (scenario == null) {
            return null;
        }
        String copy = freeCopy(id, scenarios().keySet());
        Scenario same = new Scenario(copyOf(scenario.title(id)), scenario.description(), scenario.faults());
        List<Problem> problems = editor.edit("Duplicate scenario", null, it -> Variants.putScenario(it, copy, same));
        return problems.isEmpty() ? copy : null;
    }

    /**
     * Adds a scenario that was made elsewhere.
     *
     * @return whether it was; not where it was refused
     */
    public boolean addScenario(Outage outage) {
        return editor.edit("Add scenario", null, outage::in).isEmpty();
    }

    /**
     * Adds what was done in a live run as a scenario, with the strategy that it needs, and chooses the strategy.
     *
     * @return whether it was; not where it was refused
     */
    public boolean addRun(SavedRun run) {
        return editor.edit(
                        "Save live run as scenario",
                        null,
                        it -> {
                            Pipeline with = Variants.putScenario(it, run.scenarioId(), run.scenario());
                            Strategy strategy = run.strategy();
                            return strategy == null ? with : Variants.putStrategy(with, run.strategyId(), strategy);
                        },
                        run.strategyId())
                .isEmpty();
    }

    /** Names a scenario; with an empty name its id is shown. */
    public void renameScenario(String id, String name) {
        Scenario scenario = scenarios().get(id);
        if (scenario != null) {
            Scenario named = new Scenario(orNone(name), scenario.description(), scenario.faults());
            editor.edit("Rename scenario", null, it -> Variants.putScenario(it, id, named));
        }
    }

    /** Deletes a scenario. */
    public void deleteScenario(String id) {
        if (scenarios().containsKey(id)) {
            editor.edit("Delete scenario", null, it -> Variants.withoutScenario(it, id));
        }
    }

    private static @Nullable String orNone(String name) {
        return name.isBlank() ? null : shortened(name.strip());
    }

    private static String copyOf(String title) {
        String end = ", copy";
        return title.substring(0, Math.min(title.length(), LONGEST_NAME - end.length())) + end;
    }

    private static String shortened(String name) {
        return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
    }

    private static String freeCopy(String id, Set<String> taken) {
        return freeId(id.replaceFirst("-copy(-[0-9]+)?$", "") + "-copy", taken);
    }

    private static String freeId(String wished, Set<String> taken) {
        String id = wished;
        for (int i = 2; taken.contains(id); i++) {
            id = wished + "-" + i;
        }
        return id;
    }
}
