package dev.blastradius.editor;

import java.util.List;

/**
 * What was done to a model, as it can be shown and gone back to.
 *
 * @param labels what led to each state, the first one being the state that all began with; those after the present one were
 *     undone and can be done again
 * @param now the present state's place in the list, from 0
 * @param saved the place of the state that its file has; negative where none of them is
 */
public record HistoryList(List<String> labels, int now, int saved) {

    /** Whether a state was undone. */
    public boolean isUndone(int step) {
        return step > now;
    }
}
