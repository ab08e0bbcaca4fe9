package dev.blastradius.ui;

import dev.blastradius.editor.Damage;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Outage;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.io.Model;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.Strategy.RunbookStep;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.results.ResultsPane;
import dev.blastradius.ui.results.RunController;
import dev.blastradius.ui.study.FoundRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** Which scenario and which strategy are chosen, and running them. */
final class Runs {

    /**
     * A scenario or a strategy to choose.
     *
     * @param id null: no fault
     */
    record Choice(@Nullable String id, String title) {}

    /** The scenario in which nothing fails. */
    static final Choice NO_FAULT = new Choice(null, "No fault");

    private static final String NOT_IN_MODEL = " (not in the model)";

    private static final Choice AS_DRAWN = new Choice(Strategy.AS_DRAWN, "As drawn");

    /**
     * What was run.
     *
     * @param drawn the model
     * @param built the model as the strategy built it
     */
    private record Run(Pipeline drawn, Pipeline built, Choice scenario, Choice strategy) {

        /** Whether another run would have the same result: neither places nor other scenarios and strategies are part of it. */
        boolean hasSameResult(Run other) {
            return Objects.equals(scenario.id(), other.scenario.id())
                    && Objects.equals(strategy.id(), other.strategy.id())
                    && built.components().equals(other.built.components())
                    && built.arrows().equals(other.built.arrows())
                    && built.settings().equals(other.built.settings())
                    && faults().equals(other.faults())
                    && runbook().equals(other.runbook());
        }

        private List<Fault> faults() {
            Scenario chosen = drawn.scenariosOrNone().get(String.valueOf(scenario.id()));
            return chosen == null ? List.of() : chosen.faults();
        }

        private List<RunbookStep> runbook() {
            Strategy chosen = drawn.strategiesOrNone().get(String.valueOf(strategy.id()));
            return chosen == null ? List.of() : chosen.runbookOrEmpty();
        }
    }

    private final RunController controller;
    private final ResultsPane results;
    private final Consumer<Map<String, Double>> damage;
    private final BiConsumer<String, List<Problem>> refused;
    private final Consumer<FaultReport> failed;
    private final ObservableList<Choice> scenarios = FXCollections.observableArrayList();
    private final ObservableList<Choice> strategies = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Choice> scenario = new ReadOnlyObjectWrapper<>(NO_FAULT);
    private final ReadOnlyObjectWrapper<Choice> strategy = new ReadOnlyObjectWrapper<>(AS_DRAWN);
    private final StringProperty scenarioId = new SimpleStringProperty("");
    private @Nullable Editor editor;
    private @Nullable Run last;
    private @Nullable FoundRun found;
    private Map<String, Double> lastDamage = Map.of();
    /** A scenario that can be chosen and is not the model's; null: none. */
    private @Nullable Outage guest;

    private String summary = "";

    /**
     * Runs that are shown in a pane.
     *
     * @param damage gets what share of each component's work failed, and nothing when that is not known any more
     * @param refused gets why something cannot be run, or cannot be run to its end
     * @param failed gets faults of the program's own
     */
    Runs(
            RunController controller,
            ResultsPane results,
            Consumer<Map<String, Double>> damage,
            BiConsumer<String, List<Problem>> refused,
            Consumer<FaultReport> failed) {
        this.controller = controller;
        this.results = results;
        this.damage = damage;
        this.refused = refused;
        this.failed = failed;
        scenario.addListener((observable, was, is) -> scenarioId.set(Objects.requireNonNullElse(is.id(), "")));
        scenarioId.addListener((observable, was, is) -> chooseScenario(withId(scenarios, is.isEmpty() ? null : is)));
    }

    ObservableList<Choice> scenarios() {
        return scenarios;
    }

    ObservableList<Choice> strategies() {
        return strategies;
    }

    ReadOnlyObjectProperty<Choice> scenarioProperty() {
        return scenario.getReadOnlyProperty();
    }

    /** The chosen scenario's id, to be set as well; empty: no fault. */
    StringProperty scenarioId() {
        return scenarioId;
    }

    ReadOnlyObjectProperty<Choice> strategyProperty() {
        return strategy.getReadOnlyProperty();
    }

    /** What was run last, or that it was cancelled, in a few words; empty where nothing was. */
    String summary() {
        return summary;
    }

    /** Runs are of this model from now on; the first scenario is chosen, so that the first run shows an outage. */
    void open(Editor newEditor) {
        close();
        editor = newEditor;
        fill(newEditor);
        scenario.set(scenarios.size() > 1 ? scenarios.get(1) : NO_FAULT);
    }

    /** There is no model any more. */
    void close() {
        controller.cancel();
        editor = null;
        guest = null;
        last = null;
        found = null;
        summary = "";
        lastDamage = Map.of();
        results.clear();
        scenarios.setAll(List.of(NO_FAULT));
        strategies.setAll(List.of(AS_DRAWN));
        scenario.set(NO_FAULT);
        strategy.set(AS_DRAWN);
        damage.accept(Map.of());
    }

    /** The model has changed: the choices may be others, and the result may be of what was before. */
    void modelChanged(Editor changed) {
        fill(changed);
        markStale();
    }

    private void fill(Editor current) {
        Pipeline pipeline = current.drawn();
        List<Choice> faults = new ArrayList<>(List.of(NO_FAULT));
        pipeline.scenariosOrNone().forEach((id, each) -> faults.add(new Choice(id, each.title(id))));
        Outage extra = guest;
        if (extra != null && !pipeline.scenariosOrNone().containsKey(extra.id())) {
            faults.add(new Choice(extra.id(), extra.scenario().title(extra.id()) + NOT_IN_MODEL));
        }
        if (!faults.equals(scenarios)) {
            Choice before = scenario.get();
            scenarios.setAll(faults);
            scenario.set(withId(faults, before.id()));
        }
        List<Choice> ways = new ArrayList<>(List.of(AS_DRAWN));
        pipeline.strategiesOrNone().forEach((id, each) -> ways.add(new Choice(id, each.title(id))));
        if (!ways.equals(strategies)) {
            strategies.setAll(ways);
        }
        strategy.set(withId(ways, current.strategy()));
    }

    private static Choice withId(List<Choice> choices, @Nullable String id) {
        return choices.stream()
                .filter(each -> Objects.equals(each.id(), id))
                .findFirst()
                .orElse(choices.get(0));
    }

    void chooseScenario(Choice choice) {
        scenario.set(choice);
        markStale();
    }

    /** The strategy is seen and edited from now on, and what is run. */
    void chooseStrategy(Choice choice) {
        if (editor != null && choice.id() != null) {
            editor.chooseStrategy(choice.id());
        }
    }

    private void markStale() {
        Run done = last;
        if (done != null && editor != null) {
            boolean same = done.hasSameResult(chosen(editor));
            results.markStale(!same);
            damage.accept(same ? lastDamage : Map.of());
        }
    }

    private Run chosen(Editor current) {
        return new Run(withGuest(current.drawn()), withGuest(current.pipeline()), scenario.get(), strategy.get());
    }

    /** A pipeline with the scenario among its own that is not the model's, where one is chosen. */
    Pipeline withGuest(Pipeline pipeline) {
        Outage extra = guest();
        return extra == null ? pipeline : extra.in(pipeline);
    }

    /** The scenario that is chosen and is not the model's; null where the chosen one is. */
    @Nullable
    Outage guest() {
        Outage extra = guest;
        boolean isChosen = extra != null
                && editor != null
                && extra.id().equals(scenario.get().id())
                && !editor.drawn().scenariosOrNone().containsKey(extra.id());
        return isChosen ? extra : null;
    }

    /** Runs a scenario that the model need not have. It can be chosen from now on, and the model stays as it is. */
    void start(Outage outage, RunSettings settings) {
        Editor current = editor;
        if (current != null) {
            guest = outage;
            fill(current);
            chooseScenario(withId(scenarios, outage.id()));
            start(settings);
        }
    }

    /** Runs what is chosen. */
    void start() {
        if (editor != null) {
            editor.finishTyping();
            start(RunSettings.of(editor.drawn().settings()));
        }
    }

    private void start(RunSettings settings) {
        Editor current = editor;
        String ways = strategy.get().id();
        if (current == null || ways == null) {
            return;
        }
        Model model = current.model();
        Run run = chosen(current);
        Model studied = new Model(withGuest(model.pipeline()), model.recordings());
        controller.start(
                studied,
                scenario.get().id(),
                ways,
                settings,
                result -> show(run, new FoundRun(studied, result)),
                problems -> refused.accept("This cannot be run", problems),
                fault -> failed.accept(new FaultReport("The run failed", fault, settings.seed())));
    }

    void cancel() {
        if (controller.runningProperty().get()) {
            summary = last == null ? "Run cancelled" : "Run cancelled; shown is " + title(last);
        }
        controller.cancel();
    }

    private static String title(Run run) {
        return run.scenario().title() + " · " + run.strategy().title();
    }

    /** What was run last, to be saved; null: nothing of this model was. */
    @Nullable
    FoundRun found() {
        return found;
    }

    private void show(Run run, FoundRun newFound) {
        RunResult result = newFound.result();
        last = run;
        found = newFound;
        lastDamage = Damage.shares(result);
        summary = "Last run: " + title(run);
        results.show(result, run.built());
        markStale();
    }
}
