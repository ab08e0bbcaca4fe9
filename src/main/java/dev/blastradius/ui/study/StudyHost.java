package dev.blastradius.ui.study;

import dev.blastradius.model.descriptor.Problem;
import java.util.List;

/** What pages ask of the window around them. All methods are called on the screen's thread. */
public interface StudyHost {

    /** Does the long work, one piece at a time for the whole window. */
    StudyController controller();

    /** Says why the model keeps something from being done. */
    void refused(String title, List<Problem> problems);

    /** Says that the program itself is at fault. */
    void failed(String title, Throwable fault, long seed);

    /** What can be done on a page has changed. */
    void refresh();
}
