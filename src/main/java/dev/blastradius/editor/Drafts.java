package dev.blastradius.editor;

import dev.blastradius.editor.form.FormItem;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What was typed into fields and could not be taken: it is kept with what is wrong until it is mended or put back. */
public final class Drafts {

    /**
     * A text that is not in the model.
     *
     * @param subjects what the field is about
     * @param path the field's path
     * @param label the field's name
     * @param text what was typed
     * @param problems why it was refused
     */
    public record Draft(List<Subject> subjects, List<String> path, String label, String text, List<Problem> problems) {}

    /** A field of a form. */
    private record Field(List<Subject> subjects, List<String> path) {}

    private final Map<Field, Draft> drafts = new LinkedHashMap<>();
    private final List<Runnable> listeners = new ArrayList<>();

    /** Is called when a text was kept or has gone. */
    public void onChange(Runnable listener) {
        listeners.add(listener);
    }

    /** All of them, the oldest first. */
    public List<Draft> all() {
        return List.copyOf(drafts.values());
    }

    /** What was typed into a field; null where that is in the model. */
    public @Nullable Draft of(List<Subject> subjects, List<String> path) {
        return drafts.get(new Field(List.copyOf(subjects), path));
    }

    /** Gives up what was typed into a field. */
    public void putBack(List<Subject> subjects, List<String> path) {
        if (drafts.remove(new Field(List.copyOf(subjects), path)) != null) {
            changed();
        }
    }

    void keep(List<Subject> subjects, FormItem.Entry entry, String text, List<Problem> problems) {
        Field field = new Field(List.copyOf(subjects), entry.path());
        if (problems.isEmpty()) {
            putBack(subjects, entry.path());
        } else {
            drafts.put(field, new Draft(field.subjects(), field.path(), entry.label(), text, problems));
            changed();
        }
    }

    /** Gives up those about what is no more. */
    void keepOnly(Predicate<Subject> there) {
        if (drafts.keySet().removeIf(each -> !each.subjects().stream().allMatch(there))) {
            changed();
        }
    }

    private void changed() {
        List.copyOf(listeners).forEach(Runnable::run);
    }
}
