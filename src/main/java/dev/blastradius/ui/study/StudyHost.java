package dev.blastradius.ui.study;

import dev.blastradius.editor.Outage;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import javafx.beans.property.StringProperty;

/** What pages ask of the window around them. All methods are called on the screen's thread. */
public interface StudyHost {

    /** Does the long work, one piece at a time for the whole window. */
    StudyController controller();

    /** The id of the scenario that is chosen for single runs, to be set as well; empty: no fault. */
    StringProperty scenario();

    /** Says why the model keeps something from being done. */
    void refused(String title, List<Problem> problems);

    /** Says that the program itself is at fault. */
    void failed(String title, Throwable fault, long seed);

    /** What can be done on a page has changed. */
    void refresh();

    /**
     * Runs an outage once more and shows it beside the drawing, with its charts. The model stays as it is.
     *
     * @param strategy the strategy's id; it is chosen and seen then
     */
    void showOutage(Outage outage, String strategy, RunSettings settings);
}
