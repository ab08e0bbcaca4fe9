package dev.blastradius.ui.limits;

import dev.blastradius.editor.Editor;
import dev.blastradius.io.vary.Candidate;
import java.util.List;
import javafx.scene.Node;

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

    /** Forgets its result. */
    void forget();

    /** The model has changed. */
    void markStale(Editor editor);

    /** Begins its work with what is chosen; says beside the fields what is wrong where something is. */
    void start(Editor editor, RunChoices choices);

    /** Chooses the colours. */
    void setDark(boolean dark);
}
