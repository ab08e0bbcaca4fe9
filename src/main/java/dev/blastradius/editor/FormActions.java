package dev.blastradius.editor;

import dev.blastradius.editor.form.FormEdits;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.FormItems;
import dev.blastradius.editor.form.Lists;
import dev.blastradius.editor.form.TypedText;
import dev.blastradius.io.Preset;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What is done in a form to the things that it is about: to all of them in one step that can be undone, or, where one of them would
 * no longer be valid, to none. Each action gives what is wrong, a field's own problem first; nothing where the model has changed.
 */
public final class FormActions {

    /** An optional part of something in the model. */
    private record SectionOf(Subject subject, List<String> path) {}

    private final Editor editor;
    private final Map<SectionOf, Object> switchedOff = new HashMap<>();
    private final Drafts drafts = new Drafts();

    /**
     * Actions on what is open.
     *
     * @param editor where they go
     */
    public FormActions(Editor editor) {
        this.editor = editor;
        editor.onChange(this::forget);
    }

    /** What was switched off in a thing that is no more is not to come back in another one of its name. */
    private void forget() {
        switchedOff.keySet().removeIf(each -> !each.subject().isIn(editor.pipeline()));
        drafts.keepOnly(subject -> subject.isIn(editor.pipeline()));
    }

    /**
     * Sets a field to what was typed; an empty text leaves it out. What is refused stays as a draft, until something else is
     * typed there or it is put back.
     */
    public List<Problem> type(List<Subject> subjects, FormItem.Entry entry, String text) {
        List<Problem> problems = understood(subjects, entry, text);
        drafts.keep(subjects, entry, text, problems);
        return problems;
    }

    private List<Problem> understood(List<Subject> subjects, FormItem.Entry entry, String text) {
        if (text.isBlank()) {
            return set(subjects, entry, null);
        }
        Object value = TypedText.parse(entry.type(), text, entry.text());
        JsonPath where = FormEdits.where(subjects.get(0).where(), entry.path());
        Problem refusal = TypedText.refusal(entry.type(), text, value, where);
        return refusal == null ? set(subjects, entry, value) : List.of(refusal);
    }

    /** What was typed and refused. */
    public Drafts drafts() {
        return drafts;
    }

    /**
     * Sets a field to a value as the file would hold it.
     *
     * @param value null to leave it out
     */
    public List<Problem> set(List<Subject> subjects, FormItem item, @Nullable Object value) {
        return put(
                subjects,
                tree -> FormEdits.put(tree, item.path(), value),
                "Change " + item.label(),
                List.of("field", List.copyOf(subjects), item.path()));
    }

    /**
     * Changes one pair, and leaves the others: it does not get the key of one of them.
     *
     * @param before the pair's key so far; empty for a new pair
     * @param key its key from now on; empty to take it away
     */
    public List<Problem> setPair(
            List<Subject> subjects, FormItem.Pairs pairs, String before, String key, String value) {
        if (!before.isEmpty() && !key.isEmpty() && !key.equals(before)) {
            for (Subject each : subjects) {
                boolean taken = FormEdits.get(tree(each, editor.pipeline()), pairs.path()) instanceof Map<?, ?> map
                        && map.containsKey(before)
                        && map.containsKey(key);
                if (taken) {
                    JsonPath where = FormEdits.where(each.where(), pairs.path());
                    return List.of(Problem.error(where, "the name is taken", "a name that no other has", key));
                }
            }
        }
        return put(
                subjects,
                tree -> {
                    Map<String, Object> changed = new LinkedHashMap<>();
                    Map<?, ?> old = FormEdits.get(tree, pairs.path()) instanceof Map<?, ?> map ? map : Map.of();
                    old.forEach((each, its) -> {
                        boolean here = each.equals(before);
                        if (!here) {
                            changed.put((String) each, its);
                        } else if (!key.isEmpty()) {
                            changed.put(key, value);
                        }
                    });
                    if (!key.isEmpty()) {
                        changed.put(key, value);
                    }
                    return FormEdits.put(tree, pairs.path(), changed.isEmpty() ? null : changed);
                },
                "Change " + pairs.label(),
                null);
    }

    /** Changes a list: see {@link Lists}. One that has no entries left goes, unless it must be there. */
    public List<Problem> setRows(
            List<Subject> subjects, FormItem.Rows rows, String label, Function<@Nullable Object, List<Object>> change) {
        return put(
                subjects,
                tree -> {
                    List<Object> changed = change.apply(FormEdits.get(tree, rows.path()));
                    return FormEdits.put(tree, rows.path(), changed.isEmpty() && !rows.required() ? null : changed);
                },
                label,
                null);
    }

    /** Adds a member of a family, with the value that it begins with. */
    public List<Problem> add(List<Subject> subjects, FormItem.Family family, FormItem.Offered member) {
        List<String> path = new ArrayList<>(family.path());
        path.set(path.size() - 1, member.option().word());
        String label = "Add " + member.option().label();
        return put(subjects, tree -> FormEdits.put(tree, path, member.value()), label, null);
    }

    /** Says something in another way. */
    public List<Problem> choose(List<Subject> subjects, FormItem.Ways ways, String word) {
        Pipeline pipeline = editor.pipeline();
        return putEach(subjects, "Change " + ways.label(), null, (subject, tree) -> {
            Object value = FormItems.flat(subject.form(pipeline))
                    .filter(item -> item instanceof FormItem.Ways && item.path().equals(ways.path()))
                    .flatMap(item -> ((FormItem.Ways) item).ways().stream())
                    .filter(way -> way.option().word().equals(word))
                    .findFirst()
                    .map(FormItem.Offered::value)
                    .orElse(null);
            return value == null ? tree : FormEdits.put(tree, ways.path(), value);
        });
    }

    /**
     * Switches an optional section on where it is off: with what it held when it was last switched off, else with the first value
     * offered for it.
     */
    public List<Problem> switchOn(List<Subject> subjects, FormItem.Section section) {
        List<Subject> off = subjects.stream()
                .filter(each -> FormEdits.get(tree(each, editor.pipeline()), section) == null)
                .toList();
        String label = "Switch on " + section.label();
        boolean known = off.stream().anyMatch(each -> held(each, section) != null);
        if (known
                && putEach(off, label, null, (subject, tree) -> switchedOn(subject, section, tree))
                        .isEmpty()) {
            return List.of();
        }
        return put(off, tree -> FormEdits.put(tree, section, FormEdits.begin(section)), label, null);
    }

    private Map<?, ?> switchedOn(Subject subject, FormItem.Section section, Map<?, ?> tree) {
        Object before = held(subject, section);
        return FormEdits.put(tree, section, before == null ? FormEdits.begin(section) : before);
    }

    private @Nullable Object held(Subject subject, FormItem.Section section) {
        return switchedOff.get(new SectionOf(subject, section.path()));
    }

    /** Switches an optional section off; what it held is kept for when it is switched on again. */
    public List<Problem> switchOff(List<Subject> subjects, FormItem.Section section) {
        Pipeline before = editor.pipeline();
        List<Problem> problems =
                put(subjects, tree -> FormEdits.put(tree, section, null), "Switch off " + section.label(), null);
        if (problems.isEmpty()) {
            for (Subject subject : subjects) {
                Object held = FormEdits.get(tree(subject, before), section);
                if (held != null) {
                    switchedOff.put(new SectionOf(subject, section.path()), held);
                }
            }
        }
        return problems;
    }

    /** Gives a section another shape. */
    public List<Problem> reshape(List<Subject> subjects, FormItem.Section section, String word) {
        return put(
                subjects,
                tree -> FormEdits.put(tree, section, FormEdits.reshape(section, word, FormEdits.get(tree, section))),
                "Change " + section.label(),
                null);
    }

    /** Gives a field or a section one of the values that are offered for it by their names. */
    public List<Problem> fillIn(List<Subject> subjects, FormItem item, Beginning beginning) {
        return put(
                subjects,
                tree -> item instanceof FormItem.Section section
                        ? FormEdits.put(tree, section, beginning.value())
                        : FormEdits.put(tree, item.path(), beginning.value()),
                item.label() + ": " + beginning.name(),
                null);
    }

    /** Gives a component, a scenario or a strategy another id, and shows it under that; whatever names it follows. */
    public List<Problem> rename(Subject subject, String id) {
        Problem refusal = RenameId.refusal(editor.pipeline(), subject, id);
        if (refusal == null && subject.what() == Subject.What.COMPONENT && !editor.isAsDrawn()) {
            refusal = Problem.error(subject.where(), "ids belong to the drawing", "the strategy \"As drawn\"", null);
        }
        if (refusal != null) {
            return List.of(refusal);
        }
        Pipeline changed = RenameId.of(editor.pipeline(), subject, id);
        boolean chosen = subject.equals(Subject.strategy(editor.strategy()));
        List<Problem> problems = editor.applyIfValid(
                "Rename " + subject.id() + " to " + id, null, changed, chosen ? id : editor.strategy());
        if (problems.isEmpty() && subject.what() == Subject.What.COMPONENT) {
            editor.select(Selection.component(id));
        } else if (problems.isEmpty()) {
            editor.inspect(new Subject(subject.what(), id));
        }
        return problems;
    }

    /** Gives components the values of a preset of their kind. */
    public List<Problem> apply(List<Subject> components, Preset preset) {
        return put(components, tree -> PresetEdits.apply(tree, preset), "Apply " + preset.name(), null);
    }

    /** The things given as trees; those that are no more stay away. */
    private List<Problem> put(
            List<Subject> subjects, UnaryOperator<Map<?, ?>> edit, String label, @Nullable Object key) {
        return putEach(subjects, label, key, (subject, tree) -> edit.apply(tree));
    }

    /** Another tree of one thing. */
    @FunctionalInterface
    private interface Change {
        Map<?, ?> of(Subject subject, Map<?, ?> tree);
    }

    private List<Problem> putEach(List<Subject> subjects, String label, @Nullable Object key, Change change) {
        Pipeline changed = editor.pipeline();
        for (Subject subject : subjects) {
            if (subject.isIn(changed)) {
                Problems problems = new Problems();
                Pipeline next = subject.read(changed, change.of(subject, subject.tree(changed)), problems);
                if (next == null) {
                    return problems.all();
                }
                changed = next;
            }
        }
        return editor.applyIfValid(label + ofHowMany(subjects), key, changed);
    }

    private static String ofHowMany(List<Subject> subjects) {
        return subjects.size() < 2
                ? ""
                : " of " + subjects.size() + " " + subjects.get(0).what().plural();
    }

    private static Map<?, ?> tree(Subject subject, Pipeline pipeline) {
        return subject.isIn(pipeline) ? subject.tree(pipeline) : Map.of();
    }
}
