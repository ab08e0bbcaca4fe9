package dev.blastradius.editor;

import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Undo and redo: the states of a pipeline with what led to each, and which of them is the saved one. Successive edits with an
 * equal key are one step, until {@link #settle} or until the state between them was saved.
 */
final class History {

    /** More than a day's work. States share what they have in common, so that a step costs little more than what it changes. */
    private static final int LONGEST = 20_000;

    /**
     * An edit.
     *
     * @param state what it led to
     * @param label what it does, for people
     * @param key what edits have in common that are undone together; null: it stands alone
     * @param from the strategy that it is seen in when it is undone; null: any
     * @param to the strategy that it is seen in when it is made; null: any
     */
    record Step(
            Pipeline state,
            String label,
            @Nullable Object key,
            @Nullable String from,
            @Nullable String to) {

        private boolean continues(Step before) {
            return key != null
                    && key.equals(before.key)
                    && Objects.equals(from, before.to)
                    && Objects.equals(to, before.to);
        }
    }

    private final List<Step> steps = new ArrayList<>();
    private int now;
    private int saved;
    private boolean settled = true;

    /** Begins with a state, taken as saved. */
    History(Pipeline first, String label) {
        steps.add(new Step(first, label, null, null, null));
    }

    Pipeline state() {
        return steps.get(now).state();
    }

    /** Takes a new state; what could be redone is forgotten. */
    void add(Step step) {
        boolean merges = !settled && step.continues(steps.get(now)) && saved != now;
        steps.subList(now + 1, steps.size()).clear();
        if (saved > now) {
            saved = -1;
        }
        if (merges && step.state().equals(steps.get(now - 1).state())) {
            // There and back: nothing was done, and what was saved before is still.
            steps.remove(now);
            now--;
            settled = true;
            return;
        }
        if (merges) {
            Step before = steps.get(now);
            steps.set(now, new Step(step.state(), step.label(), step.key(), before.from(), step.to()));
        } else {
            steps.add(step);
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

    /**
     * Goes to a state, counted from 0.
     *
     * @return the strategy in which the last edit on the way there is seen; null: any
     */
    @Nullable
    String goTo(int step) {
        int before = now;
        now = Math.max(0, Math.min(steps.size() - 1, step));
        settled |= now != before;
        if (now == before) {
            return null;
        }
        return now < before ? steps.get(now + 1).from() : steps.get(now).to();
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

    /** All of it, as it can be shown. */
    HistoryList list() {
        return new HistoryList(steps.stream().map(Step::label).toList(), now, saved);
    }

    /** The present state's place, from 0. */
    int now() {
        return now;
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

    /** No state is in the model's file. */
    void markUnsaved() {
        saved = -1;
        settled = true;
    }

    boolean isModified() {
        return saved != now;
    }
}
