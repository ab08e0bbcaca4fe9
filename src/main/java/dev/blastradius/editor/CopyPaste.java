package dev.blastradius.editor;

import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.io.Clippings;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Copying, cutting, pasting and duplicating in an open model; each change is one step to undo, and selects what came of it. */
public final class CopyPaste {

    private final Editor editor;
    private final Function<Pipeline, Map<String, Rect>> placing;

    /**
     * Copying and pasting in a model.
     *
     * @param placing where the boxes of a pipeline go: to its positions, or where they are arranged
     */
    public CopyPaste(Editor editor, Function<Pipeline, Map<String, Rect>> placing) {
        this.editor = editor;
        this.placing = placing;
    }

    /**
     * The selected part of the model as text; empty where nothing is selected.
     *
     * @param boxes where all boxes are drawn
     */
    public String copy(Map<String, Rect> boxes) {
        return editor.selection().isEmpty() ? "" : Clippings.write(clip(boxes));
    }

    private Pipeline clip(Map<String, Rect> boxes) {
        Map<String, Point> corners = new LinkedHashMap<>();
        boxes.forEach((id, box) -> corners.put(id, new Point(box.x(), box.y())));
        return Clips.copy(editor.pipeline(), editor.selection(), corners);
    }

    /** The selected part as text, which is then deleted; empty where nothing is selected. */
    public String cut(Map<String, Rect> boxes) {
        String text = copy(boxes);
        editor.deleteSelection();
        return text;
    }

    /** Adds a copy of the selected part beside it. */
    public void duplicate(Map<String, Rect> boxes) {
        if (!editor.selection().components().isEmpty()) {
            add(clip(boxes), boxes.values(), null, "Duplicate");
        }
    }

    /**
     * Adds what a text says.
     *
     * @param text untrusted
     * @param taken the boxes that are there
     * @param middle where its middle goes; null: where the text says
     * @return what is wrong with the text, so that nothing was added; none where something was, or where the refusal was told already
     */
    public List<Problem> paste(String text, Collection<Rect> taken, @Nullable Point middle) {
        Clippings.Reading reading = Clippings.read(text);
        Pipeline clip = reading.clip();
        return clip == null ? reading.problems() : add(clip, taken, middle, "Paste");
    }

    private List<Problem> add(Pipeline clip, Collection<Rect> taken, @Nullable Point middle, String verb) {
        Map<String, Point> places = Clips.places(placing.apply(clip), taken, middle);
        Clips.Pasted pasted = Clips.paste(editor.pipeline(), clip, places);
        if (pasted.pasted().isEmpty()) {
            return List.of(Problem.error(
                    JsonPath.ROOT,
                    clip.arrows().isEmpty()
                            ? "there are no components on the clipboard"
                            : "the ends of the copied arrows are not here, or are connected already",
                    "components; the settings of an arrow are given to others with \"Paste settings\"",
                    null));
        }
        List<Problem> problems = editor.edit(verb + " " + what(clip, pasted.pasted()), null, any -> pasted.pipeline());
        if (problems.isEmpty()) {
            editor.select(pasted.pasted());
        }
        return List.of();
    }

    private static String what(Pipeline clip, Selection pasted) {
        int components = pasted.components().size();
        if (components == 1) {
            String id = clip.components().keySet().iterator().next();
            return Captions.name(clip, id);
        }
        return components > 0
                ? components + " components"
                : pasted.dependencies().size() == 1
                        ? "arrow"
                        : pasted.dependencies().size() + " arrows";
    }

    /**
     * Gives the selected what a text says of the like: components the settings of the first of their kind, arrows those of the first arrow.
     *
     * @param text untrusted
     * @return what is wrong with the text; none where the settings were given, or where the refusal was told already
     */
    public List<Problem> pasteSettings(String text) {
        Clippings.Reading reading = Clippings.read(text);
        Pipeline clip = reading.clip();
        if (clip == null) {
            return reading.problems();
        }
        Selection onto = editor.selection();
        Pipeline changed = Clips.pasteSettings(editor.pipeline(), clip, onto);
        if (changed.equals(editor.pipeline())) {
            return List.of(Problem.error(
                    JsonPath.ROOT,
                    "what is on the clipboard has no other settings for what is selected",
                    "a copied component of the same kind, or a copied arrow for an arrow",
                    null));
        }
        editor.edit("Paste settings", null, any -> changed);
        return List.of();
    }
}
