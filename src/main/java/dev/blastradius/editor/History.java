package dev.blastradius.editor;

import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Undo and redo: the states of a pipeline with what led to each, and which of them is the saved one. Successive edits with an
 * equal key are one step, until {@link #settle} or until the state between them was saved.
 */
final class History {

    private static final int LONGEST = 1_000;

    /** A state, and the edit that led to it. */
    private record Step(
            Pipeline state, String label, @Nullable Object key) {}

    private final List<Step> steps = new ArrayList<>();
    private int now;
    private int saved;
    private boolean settled = true;

    /** Begins with a state, taken as saved. */
    History(Pipeline first) {
        steps.add(new Step(first, "", null));
    }

    Pipeline state() {
        return steps.get(now).state();
    }

    /** Takes a new state; what could be redone is forgotten. */
    void add(Pipeline state, String label, @Nullable Object key) {
        boolean merges = !settled && key != null && key.equals(steps.get(now).key()) && saved != now;
        steps.subList(now + 1, steps.size()).clear();
        if (saved > now) {
            saved = -1;
        }
        if (merges) {
            steps.set(now, new Step(state, label, key));
        } else {
            steps.add(new Step(state, label, key));
            now++;
        }
        settled = false;
        if (steps.size() > LONGEST) {
            steps.remove(0);
            now--;
            saved--;
        }
    }

    /** The next edit begins a new step, whatever its key. */
    void settle() {
        settled = true;
    }

    void undo() {
        if (canUndo()) {
            now--;
            settled = true;
        }
    }

    void redo() {
        if (canRedo()) {
            now++;
            settled = true;
        }
    }

    boolean canUndo() {
        return now > 0;
    }

    boolean canRedo() {
        return now + 1 < steps.size();
    }

    /** What undoing would take back; empty where there is nothing. */
    String undoLabel() {
        return canUndo() ? steps.get(now).label() : "";
    }

    /** What redoing would do again; empty where there is nothing. */
    String redoLabel() {
        return canRedo() ? steps.get(now + 1).label() : "";
    }

    /** A state was written to its file: the present one, or an earlier one that the user has edited since. */
    void markSaved(Pipeline written) {
        saved = -1;
        for (int i = steps.size() - 1; i >= 0 && saved < 0; i--) {
            if (i <= now && steps.get(i).state().equals(written)) {
                saved = i;
            }
        }
        settled = true;
    }

    boolean isModified() {
        return saved != now;
    }
}
