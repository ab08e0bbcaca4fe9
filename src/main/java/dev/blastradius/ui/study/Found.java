package dev.blastradius.ui.study;

import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.io.Model;
import dev.blastradius.report.finding.Finding;
import dev.blastradius.report.finding.Origin;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result that can leave the program, with the model as it was run: it stays as it is, whatever becomes of the model. */
public interface Found {

    /** What it is, in a word with which a file's name can end: {@code "comparison"}. */
    String kind();

    /** What was run, without any strategy's patch. */
    Model model();

    /** How it was run; of a search or a grid, each value to begin with. */
    RunSettings settings();

    /**
     * The command line that makes the same again: the arguments after the program's name.
     *
     * @param file the model file's name
     */
    List<String> command(String file);

    /**
     * What a report and tables are made of. Called on the thread of some work, for it may take a while.
     *
     * @param origin where it comes from
     * @param closely whether single runs are looked at closely, as a report does; tables do not ask for it
     * @param progress hears how far that is, and can end it
     * @return null where it was cancelled
     */
    @Nullable
    Finding finding(Origin origin, boolean closely, RunProgress progress);
}
