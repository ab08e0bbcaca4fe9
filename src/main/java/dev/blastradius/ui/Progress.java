package dev.blastradius.ui;

import dev.blastradius.ui.results.RunController;
import dev.blastradius.ui.study.StudyController;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.binding.DoubleBinding;
import javafx.beans.binding.StringBinding;

/** How far the window's long work is, whatever it is: a run or a study; never both are going on. */
final class Progress {

    private final BooleanBinding going;
    private final DoubleBinding share;
    private final StringBinding words;

    Progress(RunController runs, StudyController studies) {
        going = runs.runningProperty().or(studies.runningProperty());
        share = Bindings.createDoubleBinding(
                () -> Math.max(
                        runs.progressProperty().get(),
                        studies.progressProperty().get()),
                runs.progressProperty(),
                studies.progressProperty());
        words = Bindings.createStringBinding(
                () -> studies.cancellingProperty().get()
                        ? "ending…"
                        : studies.progressProperty().get() >= 1
                                ? "adding up…"
                                : runs.timeLeftProperty().get()
                                        + studies.timeLeftProperty().get(),
                runs.timeLeftProperty(),
                studies.timeLeftProperty(),
                studies.progressProperty(),
                studies.cancellingProperty());
    }

    /** Whether any is going on. */
    BooleanBinding going() {
        return going;
    }

    /** How much of it is done, 0 to 1. */
    DoubleBinding share() {
        return share;
    }

    /** How long it will take yet, where that is known. */
    StringBinding words() {
        return words;
    }
}
