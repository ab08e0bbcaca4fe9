package dev.blastradius.editor;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.patch.Remains;
import dev.blastradius.editor.patch.StrategyEdits;
import dev.blastradius.engine.Recording;
import dev.blastradius.io.Model;
import dev.blastradius.io.Preset;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The open model and everything that is done to it. Every edit goes through {@link #apply}, can be undone, and tells the
 * listeners. It is used from one thread.
 */
public final class Editor {

    private final List<Runnable> listeners = new ArrayList<>();
    private final List<Runnable> leaving = new ArrayList<>();
    private final List<Consumer<List<Problem>>> refusals = new ArrayList<>();
    private final History history;
    private final Seen seen = new Seen();
    private final Findings findings = new Findings();
    private Map<String, Recording> recordings;
    private String strategy = Strategy.AS_DRAWN;
    private @Nullable Path path;
    private Selection selection = Selection.NONE;
    private @Nullable Subject inspected;

    /**
     * Opens a model.
     *
     * @param path where it was read from; null for one that has no file yet
     */
    public Editor(Model model, @Nullable Path path) {
        this.history = new History(model.pipeline(), path == null ? "New model" : "Opened");
        this.recordings = model.recordings();
        this.path = path;
    }

    /** What is seen and edited: the model as the chosen strategy builds it. */
    public Pipeline pipeline() {
        return seen.of(drawn(), strategy);
    }

    /** The model as its file has it. */
    public Pipeline drawn() {
        return history.state();
    }

    /** The id of the strategy that is seen and edited; {@link Strategy#AS_DRAWN} for the drawing. */
    public String strategy() {
        return strategy;
    }

    /** Whether the drawing itself is seen and edited. */
    public boolean isAsDrawn() {
        return strategy.equals(Strategy.AS_DRAWN);
    }

    /**
     * Shows the model as a strategy builds it; from now on edits of components and dependencies go into that strategy's patch.
     *
     * @param id a strategy that the model has, or {@link Strategy#AS_DRAWN}; any other is taken for the latter
     */
    public void chooseStrategy(String id) {
        if (!id.equals(strategy)) {
            finishTyping();
            history.settle();
            seeAs(id);
            changed();
        }
    }

    private void seeAs(String id) {
        strategy = drawn().strategiesOrNone().containsKey(id) ? id : Strategy.AS_DRAWN;
        selection = selection.within(pipeline());
    }

    /** The pipeline as it is now, with the recorded arrivals that were read with it. */
    public Model model() {
        return new Model(drawn(), recordings);
    }

    /** Where it is saved; null where it has no file yet. */
    public @Nullable Path path() {
        return path;
    }

    public Selection selection() {
        return selection;
    }

    /** Is called after every change to the model, the selection or the saved state. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** Is called before what is being edited is left for something else: what is typed there is to be entered now. */
    public void onLeaving(Runnable listener) {
        leaving.add(listener);
    }

    /** Has whatever is typed and not yet entered go into the model, before it is run, saved, left or closed. */
    public void finishTyping() {
        List.copyOf(leaving).forEach(Runnable::run);
    }

    public void select(Selection newSelection) {
        if (!newSelection.equals(selection) || inspected != null) {
            finishTyping();
            history.settle();
            inspected = null;
            selection = newSelection.within(pipeline());
            changed();
        }
    }

    /** Shows the fields of something, whatever is selected, until something is selected. */
    public void inspect(Subject subject) {
        if (!subject.equals(inspected())) {
            finishTyping();
            history.settle();
            inspected = subject;
            changed();
        }
    }

    /** Whose fields are shown: what was asked for, else what the selection is about; null where that is several things. */
    public @Nullable Subject inspected() {
        Subject asked = inspected;
        return asked != null && asked.isIn(pipeline()) ? asked : Subject.of(selection);
    }

    /** Selects every component and every dependency. */
    public void selectAll() {
        select(new Selection(
                pipeline().components().keySet(), pipeline().arrows().keySet()));
    }

    /**
     * Edits what is seen; an edit that changes nothing is none. Under a strategy, what it does to components and dependencies goes
     * into the strategy's patch.
     *
     * @param label what it does, as the Edit menu shows it
     * @param key successive edits with an equal key are undone together; null: each on its own
     */
    public void apply(String label, @Nullable Object key, UnaryOperator<Pipeline> edit) {
        enter(label, key, asked(edit.apply(pipeline())), strategy);
    }

    /** The model of which this is seen. */
    private Pipeline asked(Pipeline after) {
        return isAsDrawn() ? Remains.clear(drawn(), after) : StrategyEdits.edited(drawn(), strategy, pipeline(), after);
    }

    private void enter(String label, @Nullable Object key, Pipeline after, String to) {
        if (!after.equals(drawn())) {
            history.add(Steps.of(drawn(), after, label, key, strategy, to));
            seeAs(to);
            changed();
        }
    }

    /** Edits what is seen as {@link #edit} does, and tells nobody of a refusal but the caller. */
    List<Problem> applyIfValid(String label, @Nullable Object key, Pipeline after) {
        return applyIfValid(label, key, after, strategy);
    }

    /** The same, and shows it as another strategy builds it then. */
    List<Problem> applyIfValid(String label, @Nullable Object key, Pipeline after, String to) {
        Pipeline asked = asked(after);
        List<Problem> fresh = findings.fresh(drawn(), asked, strategy);
        if (fresh.isEmpty()) {
            enter(label, key, asked, to);
        }
        return fresh;
    }

    /**
     * Edits what is seen, unless the model would no longer be one that can be opened and run: then nothing changes, and whoever
     * listens to refusals hears why. What was wrong already is no reason to refuse.
     *
     * @param label what it does, as the Edit menu shows it
     * @param key successive edits with an equal key are undone together; null: each on its own
     * @return the errors that the edit would bring; empty where the model has changed, or would be the same
     */
    public List<Problem> edit(String label, @Nullable Object key, UnaryOperator<Pipeline> edit) {
        return edit(label, key, edit, strategy);
    }

    /**
     * Edits what is seen as {@link #edit(String, Object, UnaryOperator)} does, and shows it as another strategy builds it then.
     *
     * @param to the other strategy, which the edit may have made
     */
    List<Problem> edit(String label, @Nullable Object key, UnaryOperator<Pipeline> edit, String to) {
        List<Problem> problems = applyIfValid(label, key, edit.apply(pipeline()), to);
        refused(problems);
        return problems;
    }

    /** The errors for which an edit of what is seen would be refused; nothing changes, and nobody is told. */
    public List<Problem> refusal(UnaryOperator<Pipeline> edit) {
        return findings.fresh(drawn(), asked(edit.apply(pipeline())), strategy);
    }

    /** What is odd about what is seen, each at its place in the model as it is seen. */
    public List<Problem> warnings() {
        return findings.warnings(drawn(), strategy, pipeline());
    }

    /** Is told why an arrow was not drawn, or something was not deleted. */
    public void onRefused(Consumer<List<Problem>> listener) {
        refusals.add(listener);
    }

    /** Tells whoever listens to refusals. */
    void refused(List<Problem> problems) {
        if (!problems.isEmpty()) {
            List.copyOf(refusals).forEach(listener -> listener.accept(problems));
        }
    }

    /** Ends a gesture: the next edit is undone on its own. */
    public void settle() {
        history.settle();
    }

    /**
     * Draws components somewhere else. Successive moves of the same components are undone together until {@link #settle}.
     *
     * @param moved what the user moved
     * @param corners the upper left corners of all components, so that those which the model gave no place keep theirs
     */
    public void move(Collection<String> moved, Map<String, Point> corners) {
        String what = moved.size() == 1 ? nameOf(moved.iterator().next()) : moved.size() + " components";
        apply("Move " + what, List.of("move", Set.copyOf(moved)), it -> Edits.place(it, corners));
    }

    /** Deletes what is selected, with the faults and the parts of strategies that are about it. */
    public void deleteSelection() {
        finishTyping();
        Selection doomed = selection;
        int count = doomed.components().size() + doomed.dependencies().size();
        String component = doomed.onlyComponent();
        String label = component != null ? "Delete " + nameOf(component) : "Delete " + count + " items";
        String only = doomed.onlyDependency() == null ? label : "Delete arrow";
        edit(only, null, it -> Edits.delete(it, doomed));
    }

    /** Adds a component of a kind, and selects it. */
    public void add(Kind<? extends Component> kind, Point corner) {
        String id = Edits.freeId(pipeline(), kind);
        apply("Add " + kind.title(), null, it -> Edits.addComponent(it, kind, id, corner));
        select(Selection.component(id));
    }

    /** Adds a component with the values of a preset and under its name, and selects it. */
    public void add(Preset preset, Point corner) {
        Kinds.ALL.stream()
                .filter(kind -> kind.key().equals(preset.kind()))
                .findFirst()
                .ifPresent(kind -> {
                    String id = Edits.freeId(pipeline(), kind);
                    apply("Add " + preset.name(), null, it -> Edits.addPreset(it, preset, kind, id, corner));
                    select(Selection.component(id));
                });
    }

    /** Draws an arrow, and selects it; does nothing where the two cannot be connected, and refuses where calls would go in a circle. */
    public void connect(String from, String to) {
        if (Edits.canConnect(pipeline(), from, to)) {
            String label = "Connect " + nameOf(from) + " to " + nameOf(to);
            if (edit(label, null, it -> Edits.connect(it, from, to)).isEmpty()) {
                select(Selection.dependency(Pipeline.key(from, to)));
            }
        }
    }

    public void undo() {
        finishTyping();
        walkTo(history.now() - 1);
    }

    public void redo() {
        finishTyping();
        walkTo(history.now() + 1);
    }

    /** What was done so far and can be undone, and what was undone and can be done again. */
    public HistoryList historyList() {
        return history.list();
    }

    /**
     * Undoes or does again whatever lies between the present state and another.
     *
     * @param step the state's place in the {@link #historyList}
     */
    public void goTo(int step) {
        int before = history.now();
        finishTyping();
        // What was being typed is an edit more, and it has forgotten what was undone.
        walkTo(Math.min(step, history.now() == before ? step : history.now()));
    }

    private void walkTo(int step) {
        String seenIn = history.goTo(step);
        seeAs(seenIn == null ? strategy : seenIn);
        changed();
    }

    public boolean canUndo() {
        return history.canUndo();
    }

    public boolean canRedo() {
        return history.canRedo();
    }

    /** What undoing would take back; empty where there is nothing. */
    public String undoLabel() {
        return history.undoLabel();
    }

    /** What redoing would do again; empty where there is nothing. */
    public String redoLabel() {
        return history.redoLabel();
    }

    /** Whether the model differs from its file. */
    public boolean isModified() {
        return history.isModified();
    }

    /** The model was written to a file in this state, which is the present one unless the user has gone on. */
    public void markSaved(Pipeline written, Path to) {
        path = to;
        history.markSaved(written);
        changed();
    }

    /** The model's file does not hold the present state any more, or the model has none: it is to be saved before it is left. */
    public void markUnsaved() {
        history.markUnsaved();
        changed();
    }

    /**
     * Takes another model in place of the whole of this one, as its file has it, in one step that can be undone.
     *
     * @param label what it does, as the Edit menu shows it
     */
    public void replace(String label, Pipeline drawn) {
        replace(label, new Model(drawn, Map.of()));
    }

    /**
     * Takes another model as {@link #replace(String, Pipeline)} does, with the recorded arrivals that were read with it. Those that only
     * the model before names stay, for it can come back.
     */
    public void replace(String label, Model model) {
        finishTyping();
        history.settle();
        Map<String, Recording> all = new LinkedHashMap<>(recordings);
        all.putAll(model.recordings());
        recordings = Collections.unmodifiableMap(all);
        enter(label, null, model.pipeline(), strategy);
        history.settle();
    }

    private String nameOf(String id) {
        Component component = pipeline().components().get(id);
        return component == null ? id : component.title(id);
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
