package dev.blastradius.editor.scenario;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.VariantActions;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is done to one scenario on its timeline. Each action is one edit of the model that can be undone; what the model's format
 * does not allow is not done, and said in a sentence without a full stop. Times are in seconds from the run's beginning.
 */
public final class ScenarioEditor {

    /** No fault is selected. */
    public static final int NONE = -1;

    private final Editor editor;
    private final Set<Target> added = new LinkedHashSet<>();
    private String scenario = "";
    private int selected = NONE;
    private @Nullable Fault clipboard;

    /** Edits no scenario yet. */
    public ScenarioEditor(Editor editor) {
        this.editor = editor;
    }

    /** The model that is edited. */
    public Editor editor() {
        return editor;
    }

    /** The model as it is seen. */
    Pipeline pipeline() {
        return editor.pipeline();
    }

    /** The id of the scenario that is edited; empty: none. */
    public String scenario() {
        return scenario;
    }

    /** Edits another scenario; tracks that nothing befalls are forgotten, and nothing is selected. */
    public void choose(String id) {
        if (!id.equals(scenario)) {
            scenario = id;
            selected = NONE;
            added.clear();
        }
    }

    /** The faults of the scenario; none where there is no such scenario. */
    public List<Fault> faults() {
        Scenario it = pipeline().scenariosOrNone().get(scenario);
        return it == null ? List.of() : it.faults();
    }

    /** The place of the selected fault in the scenario; {@link #NONE} where none is. */
    public int selected() {
        return selected < faults().size() ? selected : NONE;
    }

    /** The selected fault; null where none is. */
    public @Nullable Fault selectedFault() {
        return selected() == NONE ? null : faults().get(selected());
    }

    /** Selects a fault by its place in the scenario, or {@link #NONE}. */
    public void select(int index) {
        selected = index >= 0 && index < faults().size() ? index : NONE;
    }

    /** The targets that have tracks, from the top down. */
    List<Target> order() {
        Set<Target> order = new LinkedHashSet<>();
        faults().forEach(fault -> order.add(fault.target()));
        added.removeIf(target -> !Targets.isIn(pipeline(), target));
        order.addAll(added);
        return List.copyOf(order);
    }

    /** The scenario as it is drawn. */
    public Timeline timeline() {
        return Timeline.of(pipeline(), scenario, editor.strategy(), order());
    }

    /** Gives a target a track, on which nothing stands yet unless something befalls it already. */
    public void addTrack(Target target) {
        added.add(target);
    }

    /** Begins a gesture. */
    public Drag drag(Drag.Grip grip, int index, double seconds) {
        return Drag.of(this, grip, index, seconds);
    }

    /** Begins to draw a new fault on a target's track. */
    public Drag draw(Target target, double seconds) {
        return Drag.anew(this, target, seconds);
    }

    /** Draws a fault of a usual length on a target: a tenth of the run, and selects it. */
    public String add(Target target, double at) {
        double duration = timeline().duration();
        double length = TidyTime.snapped(duration / 10, TidyTime.step(duration / 600));
        double begin = Math.min(at, Math.max(0, duration - length));
        return add(List.of(new Fault(
                target,
                TidyTime.of(begin),
                TidyTime.of(Math.max(length, duration / 100)),
                null,
                null,
                Fits.usual(pipeline(), target))));
    }

    private String add(List<Fault> faults) {
        return add("New fault", "", faults);
    }

    /**
     * Adds faults to the scenario, or to a new one where none is edited, and selects the first of them.
     *
     * @param label what it does, as the Edit menu shows it
     * @param name of the new scenario; empty: a number of its own
     */
    public String add(String label, String name, List<Fault> faults) {
        int first = faults().size();
        if (first + faults.size() > Scenario.MOST_FAULTS) {
            return "a scenario has at most " + Scenario.MOST_FAULTS + " faults";
        }
        boolean fresh = !pipeline().scenariosOrNone().containsKey(scenario);
        String into = fresh ? freeId() : scenario;
        String title = name.isEmpty() ? "Scenario " + number(into) : name;
        UnaryOperator<Pipeline> edit = it -> fresh
                ? ScenarioEdits.put(it, into, new Scenario(shortened(title), null, List.copyOf(faults)))
                : ScenarioEdits.add(it, into, faults);
        String refused = edit(label, null, edit);
        if (refused.isEmpty()) {
            if (fresh) {
                choose(into);
            }
            selected = first;
        }
        return refused;
    }

    /** Edits the model, unless it could not be run any more: then says why not. */
    String edit(String label, @Nullable Object key, UnaryOperator<Pipeline> edit) {
        editor.finishTyping();
        List<Problem> refused = editor.refusal(edit);
        if (refused.isEmpty()) {
            editor.apply(label, key, edit);
        }
        return Fits.words(refused);
    }

    private String change(String label, @Nullable Object key, UnaryOperator<Fault> change) {
        Fault fault = selectedFault();
        int index = selected();
        return fault == null
                ? ""
                : edit(label, key, it -> ScenarioEdits.replace(it, scenario, index, change.apply(fault)));
    }

    /**
     * Moves the selected fault in time, as far as the run reaches. Successive moves are undone together until {@link #settle}.
     *
     * @param by so many seconds later, or earlier where below 0
     */
    public String nudge(double by) {
        double last = latest();
        return change("Move fault", List.of("nudge", scenario, selected()), fault -> {
            double at = Math.max(
                    0, Math.min(Math.max(last, fault.at().seconds()), fault.at().seconds() + by));
            return ScenarioEdits.timed(fault, at, ScenarioEdits.lasting(fault), ScenarioEdits.ramp(fault));
        });
    }

    /** The last moment at which a fault can begin, in seconds: a fault has to begin before the run ends. */
    double latest() {
        double duration = timeline().duration();
        return Math.max(0, duration - Math.max(0.001, duration / 1_000));
    }

    /**
     * Makes the selected fault longer, or shorter, to a hundredth of a second at least. Successive changes are undone together until
     * {@link #settle}.
     *
     * @param by so many seconds longer, or shorter where below 0
     */
    public String stretch(double by) {
        double duration = timeline().duration();
        return change("Stretch fault", List.of("stretch", scenario, selected()), fault -> {
            double at = fault.at().seconds();
            Double lasting = ScenarioEdits.lasting(fault);
            double length = (lasting == null ? duration - at : lasting) + by;
            double kept = Math.max(0.01, by > 0 ? Math.min(length, Math.max(duration - at, length - by)) : length);
            return ScenarioEdits.timed(fault, at, kept, ScenarioEdits.ramp(fault));
        });
    }

    /** Ends a row of nudges: the next one is undone on its own. */
    public void settle() {
        editor.settle();
    }

    /** Aims the selected fault at something else. */
    public String aim(Target target) {
        String name = Targets.name(pipeline(), target);
        return change("Aim fault at " + name, null, fault -> ScenarioEdits.aimed(fault, target));
    }

    /** Aims the selected fault at the next track below, or above where steps is below 0. */
    public String aimAtTrack(int steps) {
        Fault fault = selectedFault();
        List<Target> order = order();
        int to = fault == null ? NONE : order.indexOf(fault.target()) + steps;
        if (fault == null || to < 0 || to >= order.size()) {
            return "";
        }
        added.add(fault.target());
        return aim(order.get(to));
    }

    /** Adds a copy of the selected fault right after it, or at the same time where the run ends before that, and selects it. */
    public String duplicate() {
        Fault fault = selectedFault();
        if (fault == null) {
            return "";
        }
        Double lasting = ScenarioEdits.lasting(fault);
        double after = fault.at().seconds() + (lasting == null ? 0 : lasting);
        double at = after <= latest() ? after : fault.at().seconds();
        Fault copy = ScenarioEdits.timed(fault, at, lasting, ScenarioEdits.ramp(fault));
        return add("Duplicate fault", "", List.of(copy));
    }

    /** Deletes the selected fault; its track stays. */
    public String delete() {
        return remove("Delete fault");
    }

    private String remove(String label) {
        int index = selected();
        Fault fault = selectedFault();
        if (fault == null) {
            return "";
        }
        String refused = edit(label, null, it -> ScenarioEdits.remove(it, scenario, index));
        if (refused.isEmpty()) {
            added.add(fault.target());
            selected = NONE;
        }
        return refused;
    }

    /** Keeps a copy of the selected fault for {@link #paste}. */
    public void copy() {
        Fault fault = selectedFault();
        clipboard = fault == null ? clipboard : fault;
    }

    /** Keeps the selected fault for {@link #paste}, and deletes it. */
    public String cut() {
        copy();
        return remove("Cut fault");
    }

    /** Whether something was copied. */
    public boolean canPaste() {
        return clipboard != null;
    }

    /**
     * Adds what was copied, and selects it.
     *
     * @param at when it begins; NaN: when it did
     */
    public String paste(double at) {
        Fault fault = clipboard;
        if (fault == null) {
            return "";
        }
        double begin = Double.isNaN(at) ? fault.at().seconds() : at;
        double kept = Math.max(0, Math.min(latest(), begin));
        return add(
                "Paste fault",
                "",
                List.of(ScenarioEdits.timed(fault, kept, ScenarioEdits.lasting(fault), ScenarioEdits.ramp(fault))));
    }

    /** Makes a scenario without faults, and edits it. */
    public String newScenario() {
        String id = freeId();
        Scenario fresh = new Scenario("Scenario " + number(id), null, List.of());
        String refused = edit("New scenario", null, it -> ScenarioEdits.put(it, id, fresh));
        if (refused.isEmpty()) {
            choose(id);
        }
        return refused;
    }

    /** Makes a scenario with the same faults, and edits it. */
    public void duplicateScenario() {
        String copy = new VariantActions(editor).duplicateScenario(scenario);
        if (copy != null) {
            choose(copy);
        }
    }

    /** Names the scenario; with an empty name its id is shown. */
    public void renameScenario(String name) {
        new VariantActions(editor).renameScenario(scenario, name);
    }

    /** Deletes the scenario; the next one is edited then, or the one before where it was the last. */
    public void deleteScenario() {
        List<String> ids = new ArrayList<>(pipeline().scenariosOrNone().keySet());
        int at = ids.indexOf(scenario);
        if (at >= 0) {
            new VariantActions(editor).deleteScenario(scenario);
            ids.remove(at);
            choose(ids.isEmpty() ? "" : ids.get(Math.min(at, ids.size() - 1)));
        }
    }

    /**
     * Has the run last longer, and other faults stand in the place of the selected one.
     *
     * @param seconds how long; a run that lasts as long already stays as it is
     * @param whole the faults; one where there is a selected fault at least
     */
    public String lengthenRun(double seconds, List<Fault> whole) {
        Experiment now = pipeline().settings();
        int index = selected();
        Duration longer = Experiment.DURATION.in(now).seconds() >= seconds ? now.duration() : TidyTime.of(seconds);
        Experiment changed = new Experiment(longer, now.warmup(), now.replications(), now.seed(), now.confidence());
        return edit("Lengthen the run to " + TidyTime.words(seconds), null, it -> {
            Pipeline longRun = new Pipeline(
                    it.format(),
                    it.name(),
                    it.description(),
                    it.components(),
                    it.dependencies(),
                    it.scenarios(),
                    it.strategies(),
                    changed,
                    it.view());
            return index == NONE || whole.isEmpty()
                    ? longRun
                    : ScenarioEdits.replace(longRun, scenario, index, whole.get(0));
        });
    }

    /** Puts another fault in the place of the selected one. */
    public String replace(String label, Fault fault) {
        return change(label, null, before -> fault);
    }

    private String freeId() {
        Map<String, Scenario> taken = pipeline().scenariosOrNone();
        int number = taken.size() + 1;
        while (taken.containsKey("scenario-" + number)) {
            number++;
        }
        return "scenario-" + number;
    }

    private static String number(String id) {
        return id.substring(id.lastIndexOf('-') + 1);
    }

    private static String shortened(String name) {
        return name.length() > VariantActions.LONGEST_NAME ? name.substring(0, VariantActions.LONGEST_NAME) : name;
    }
}
