package dev.blastradius.editor;

import dev.blastradius.editor.form.Common;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.List;

/** What a form is about where several things are selected: all of them, if they are of one sort. */
public final class Subjects {

    private Subjects() {}

    /** What is inspected in an editor; empty where it is components and arrows together. */
    public static List<Subject> of(Editor editor) {
        Subject one = editor.inspected();
        if (one != null) {
            return List.of(one);
        }
        Selection selection = editor.selection();
        List<Subject> all = new ArrayList<>();
        if (selection.components().isEmpty() || selection.dependencies().isEmpty()) {
            selection.components().forEach(id -> all.add(Subject.component(id)));
            selection.dependencies().forEach(key -> all.add(Subject.dependency(key)));
        }
        return List.copyOf(all);
    }

    /** The fields that they have in common. */
    public static List<FormItem> form(List<Subject> subjects, Pipeline pipeline) {
        return Common.of(
                subjects.stream().map(subject -> subject.form(pipeline)).toList());
    }
}
