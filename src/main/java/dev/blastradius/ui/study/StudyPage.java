package dev.blastradius.ui.study;

import dev.blastradius.editor.Editor;
import java.util.function.Supplier;
import javafx.beans.property.BooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import org.jspecify.annotations.Nullable;

/** One page of the study desk. All methods are called on the screen's thread. */
public interface StudyPage {

    /** Its name in the program: lower case, unique among the pages; never {@value StudyDesk#DRAW}. */
    String key();

    /** Its name for people, in a word. */
    String title();

    /** What finds it in the command palette, besides its title. */
    String words();

    /** What {@link #start} does, in a few words: the button's. */
    String task();

    /** Why the task cannot be begun now, apart from other work that is going on; empty where it can. */
    String obstacle();

    /** Begins the task with what is chosen on the page, where nothing stands in its way. */
    void start();

    /** What it is made of. */
    Node node();

    /** A model was opened: results of another one are forgotten. */
    void open(Editor editor);

    /** No model is open any more. */
    void close();

    /** The model has changed: results stay, and are marked as stale where they would be others now. */
    void modelChanged();

    /** Chooses the colours of pictures: on dark, or on light. */
    void setDark(boolean dark);

    /** What it has found and shows, to be saved; null: nothing yet. */
    @Nullable
    Found found();

    /**
     * Has what saves it stand beside what it shows.
     *
     * @param menu makes one such menu, as often as there are places for it
     */
    void offer(Supplier<MenuButton> menu);

    /** Whether the page has the whole window for itself, before a room full of people; null: it never does. */
    default @Nullable BooleanProperty presenting() {
        return null;
    }
}
