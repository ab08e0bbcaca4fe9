package dev.blastradius.editor;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.engine.Recording;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Preset;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
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
    private final Map<String, Recording> recordings;
    private final History history;
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

    /** What is seen and edited. */
    public Pipeline pipeline() {
        return history.state();
    }

    /** The model as its file has it. */
    public Pipeline drawn() {
        return history.state();
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
     * Edits the model; an edit that changes nothing is none.
     *
     * @param label what it does, as the Edit menu shows it
     * @param key successive edits with an equal key are undone together; null: each on its own
     */
    public void apply(String label, @Nullable Object key, UnaryOperator<Pipeline> edit) {
        Pipeline before = pipeline();
        Pipeline after = edit.apply(before);
        if (!after.equals(before)) {
            history.add(new History.Step(after, label, key, null, null));
            selection = selection.within(after);
            changed();
        }
    }

    /**
     * Edits the model, unless it would no longer be one that can be opened and run: then nothing changes, and whoever listens to
     * refusals hears why. What was wrong already is no reason to refuse.
     *
     * @return the errors that the edit would bring; empty where the model has changed
     */
    List<Problem> applyIfValid(String label, @Nullable Object key, Pipeline after) {
        List<Problem> known = errors(pipeline());
        List<Problem> fresh = errors(after).stream()
                .filter(problem -> known.stream().noneMatch(problem::equals))
                .toList();
        if (fresh.isEmpty()) {
            apply(label, key, any -> after);
        }
        return fresh;
    }

    /**
     * Edits the model, unless it would no longer be one that can be opened and run: then nothing changes, and whoever listens to
     * refusals hears why.
     *
     * @param label what it does, as the Edit menu shows it
     * @param key successive edits with an equal key are undone together; null: each on its own
     * @return the errors that the edit would bring; empty where the model has changed, or would be the same
     */
    public List<Problem> edit(String label, @Nullable Object key, UnaryOperator<Pipeline> edit) {
        List<Problem> problems = applyIfValid(label, key, edit.apply(pipeline()));
        refused(problems);
        return problems;
    }

    private static List<Problem> errors(Pipeline pipeline) {
        return ModelReader.check(pipeline).stream().filter(Problem::isError).toList();
    }

    /** Is told why an arrow was not drawn, or something was not deleted. */
    public void onRefused(Consumer<List<Problem>> listener) {
        refusals.add(listener);
    }

    private void refused(List<Problem> problems) {
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
        history.goTo(step);
        selection = selection.within(pipeline());
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

    private String nameOf(String id) {
        Component component = pipeline().components().get(id);
        return component == null ? id : component.title(id);
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
