package dev.blastradius.ui.limits;

import dev.blastradius.editor.Editor;
import dev.blastradius.io.vary.Candidate;
import dev.blastradius.ui.study.Found;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/** One of the page's two ways of looking for limits. */
interface Tool {

    /** Its name, in the control that chooses between them. */
    String title();

    /** What {@link #start} does, in a few words. */
    String task();

    /** What it asks for. */
    Node fields();

    /** What it shows. */
    Node results();

    /** Offers the numbers of a model as it is now. */
    void offer(Editor editor, List<Candidate> candidates);

    /** What it has found and shows, to be saved; null: nothing yet. */
    @Nullable
    Found found();

    /** Has what saves it stand beside it. */
    void offerSaving(Node menu);

    /** Forgets its result. */
    void forget();

    /** The model has changed. */
    void markStale(Editor editor);

    /** Begins its work with what is chosen; says beside the fields what is wrong where something is. */
    void start(Editor editor, RunChoices choices);

    /** Chooses the colours. */
    void setDark(boolean dark);
}
