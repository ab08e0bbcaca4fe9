package dev.blastradius.ui;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.jspecify.annotations.Nullable;

/**
 * A fault of the program's own, with all that is needed to find out why.
 *
 * @param title what did not work
 * @param fault what was thrown
 * @param seed the seed of the run; null where none was running
 */
public record FaultReport(
        String title, Throwable fault, @Nullable Long seed) {

    /** The program's version; empty where it does not run from its jar. */
    static String version() {
        String version = FaultReport.class.getPackage().getImplementationVersion();
        return version == null ? "" : version;
    }

    /** One sentence for the user. */
    String words() {
        return "This is a fault of the program's own, not of the model. Please report it to the project, with the"
                + " details and the model file.";
    }

    /** What to report: versions, seed and where it happened, in lines. */
    String details() {
        StringWriter text = new StringWriter();
        PrintWriter lines = new PrintWriter(text);
        lines.println("version  Blast Radius " + (version().isEmpty() ? "(not packaged)" : version()) + ", Java "
                + Runtime.version() + ", " + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        if (seed != null) {
            lines.println("seed     " + seed);
        }
        fault.printStackTrace(lines);
        lines.flush();
        return text.toString();
    }
}
