package dev.blastradius.ui.inspector;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.density.Densities;
import dev.blastradius.editor.form.Distributed;
import dev.blastradius.editor.form.FormEdits;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.TypedText;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The pictures of a form's distributions, which follow what is typed. */
final class Pictures {

    private final Editor editor;
    private final List<Subject> subjects;
    private final Densities densities = new Densities();
    private final Map<FormItem.Section, DensityView> views = new LinkedHashMap<>();

    Pictures(Editor editor, List<Subject> subjects) {
        this.editor = editor;
        this.subjects = subjects;
    }

    /** Gives a section its picture, where it is a distribution that is given, the same for all that the form is about. */
    void add(FormItem.Section section, SectionView view) {
        if (section.given() && section.several().isEmpty() && Distributed.is(section.type())) {
            DensityView picture = new DensityView("density-" + String.join("-", section.path()));
            views.put(section, picture);
            view.add(picture);
            show(section, picture, tree());
        }
    }

    /** Shows the distributions as they now are. */
    void refresh() {
        Map<?, ?> tree = tree();
        views.forEach((section, picture) -> show(section, picture, tree));
    }

    /** Shows them as they would be with a text entered. */
    void preview(FormItem.Entry entry, String text) {
        boolean about = views.keySet().stream().anyMatch(section -> isWithin(entry.path(), section.path()));
        if (!about) {
            return;
        }
        Object value = text.isBlank() ? null : TypedText.parse(entry.type(), text, entry.text());
        Map<?, ?> tree = FormEdits.put(tree(), entry.path(), value);
        views.forEach((section, picture) -> {
            if (isWithin(entry.path(), section.path())) {
                show(section, picture, tree);
            }
        });
    }

    private static boolean isWithin(List<String> path, List<String> around) {
        return path.size() >= around.size() && path.subList(0, around.size()).equals(around);
    }

    private void show(FormItem.Section section, DensityView picture, Map<?, ?> tree) {
        Object value = allSame(section, tree) ? FormEdits.get(tree, section) : null;
        picture.show(Distributed.density(
                densities, section.type(), value, subjects.get(0).surroundings(editor.pipeline())));
    }

    private boolean allSame(FormItem.Section section, Map<?, ?> tree) {
        Object first = FormEdits.get(tree, section);
        return subjects.size() == 1
                || subjects.stream()
                        .allMatch(each -> each.isIn(editor.pipeline())
                                && Objects.equals(first, FormEdits.get(each.tree(editor.pipeline()), section)));
    }

    private Map<?, ?> tree() {
        Subject first = subjects.get(0);
        return first.isIn(editor.pipeline()) ? first.tree(editor.pipeline()) : Map.of();
    }
}
