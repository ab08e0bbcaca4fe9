package dev.blastradius.ui.start;

import java.nio.file.Path;
import java.util.List;

/** What can be done from the start page. */
public interface StartActions {

    /** Begins an empty model. */
    void create();

    /** Asks for a file and opens it. */
    void choose();

    /** Opens an example as a model without a file. */
    void openExample(String name);

    /** Opens a file. */
    void open(Path file);

    /** The files opened or saved of late, the last one first. */
    List<Path> recent();

    /** Leaves a file out of the recent ones from now on; the file itself stays. */
    void forget(Path file);

    /** Begins the guided tour. */
    void tour();
}
