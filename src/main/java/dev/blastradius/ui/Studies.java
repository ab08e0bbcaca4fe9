package dev.blastradius.ui;

import dev.blastradius.editor.Outage;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.study.StudyController;
import dev.blastradius.ui.study.StudyHost;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.beans.property.StringProperty;

/**
 * What the study pages find around them in the window.
 *
 * @param refused gets why something cannot be done
 * @param failed gets faults of the program's own
 * @param changed hears that what can be done is different now
 * @param scenario the chosen scenario's id, for the whole window; empty: no fault
 * @param outages shows outages that a study made
 */
record Studies(
        StudyController controller,
        BiConsumer<String, List<Problem>> refused,
        Consumer<FaultReport> failed,
        Runnable changed,
        StringProperty scenario,
        Outages outages)
        implements StudyHost {

    @Override
    public void refused(String title, List<Problem> problems) {
        refused.accept(title, problems);
    }

    @Override
    public void failed(String title, Throwable fault, long seed) {
        failed.accept(new FaultReport(title, fault, seed));
    }

    @Override
    public void refresh() {
        changed.run();
    }

    @Override
    public void showOutage(Outage outage, String strategy, RunSettings settings) {
        outages.show(outage, strategy, settings);
    }
}
