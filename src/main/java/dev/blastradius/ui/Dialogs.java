package dev.blastradius.ui;

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

    /** What to do with the unsaved changes of a model. */
    Unsaved askUnsaved(String name);

    /** Says something and waits until it was read. */
    void tell(String title, String words);

    /** Says that the program itself is at fault, with what is to be reported, and waits until it was read. */
    void tellFault(FaultReport report);
}
