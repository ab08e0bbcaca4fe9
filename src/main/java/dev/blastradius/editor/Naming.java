package dev.blastradius.editor;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.About;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Components named on the drawing. */
public final class Naming {

    private Naming() {}

    /**
     * Gives a component a name; a blank one, or one that is its id, leaves it out.
     *
     * @return what is wrong with the name; empty where it has it now, or there is no such component
     */
    public static List<Problem> rename(Editor editor, String id, String name) {
        Pipeline pipeline = editor.pipeline();
        Subject subject = Subject.component(id);
        if (!subject.isIn(pipeline)) {
            return List.of();
        }
        Map<Object, Object> tree = new LinkedHashMap<>(subject.tree(pipeline));
        String label = name.strip();
        if (label.isEmpty() || label.equals(id)) {
            tree.remove(About.LABEL.key());
        } else {
            tree.put(About.LABEL.key(), label);
        }
        Problems problems = new Problems();
        Pipeline renamed = subject.read(pipeline, tree, problems);
        return renamed == null
                ? problems.all()
                : editor.applyIfValid("Rename " + Captions.name(pipeline, id), null, renamed);
    }
}
