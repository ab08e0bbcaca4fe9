package dev.blastradius.ui;

import dev.blastradius.ui.report.ResultSaver;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the window asks people in windows of their own; tests answer without them. */
public interface Dialogs {

    /** What becomes of unsaved changes. */
    enum Unsaved {
        SAVE,
        DISCARD,
        CANCEL
    }

    /** Which model file to open; null: none. */
    @Nullable
    Path chooseOpen();

    /**
     * Where to save; null: nowhere.
     *
     * @param suggested a file name
     */
    @Nullable
    Path chooseSave(String suggested);

    /**
     * Where to save a result; null: nowhere. For tables it is a folder, which need not be there yet.
     *
     * @param suggested a name, with a folder where there is one to suggest
     */
    @Nullable
    Path chooseResult(ResultSaver.Form form, Path suggested);

    /** Opens a file in the program that the system has for it, or shows a folder. */
    void open(Path place);

    /** What to do with the unsaved changes of a model. */
    Unsaved askUnsaved(String name);

    /** What to do about a file that could not be written. */
    enum NotSaved {
        SAVE_AS,
        TRY_AGAIN,
        LATER
    }

    /** What to do about a file that another program has changed. */
    enum Changed {
        REPLACE,
        SAVE_AS,
        CANCEL
    }

    /** Says why a model could not be saved, and asks what to do about it. */
    NotSaved tellNotSaved(String title, String words);

    /** What to do where saving would replace what another program has written to a file of some name. */
    Changed askChanged(String name);

    /**
     * Whether to do something that cannot be undone.
     *
     * @param yes what it is, in a word, for the button
     */
    boolean confirm(String title, String words, String yes);

    /** Says something and waits until it was read. */
    void tell(String title, String words);

    /** Says that the program itself is at fault, with what is to be reported, and waits until it was read. */
    void tellFault(FaultReport report);
}
