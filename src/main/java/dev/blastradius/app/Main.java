package dev.blastradius.app;

import dev.blastradius.cli.CommandLineProgram;
import dev.blastradius.cli.NoDisplay;
import dev.blastradius.ui.BlastRadiusApp;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Starts Blast Radius: the window without a command, the command line with one. It does not touch JavaFX for the latter. */
public final class Main {

    private static final String MODEL_ENDING = ".blast.json";

    /** Held so that its level is not collected with it. */
    private static final Logger JAVAFX = Logger.getLogger("javafx");

    /** Likewise: its first start is no news. */
    private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

    private Main() {}

    /**
     * Starts the program.
     *
     * @param args nothing or one model file for the window; else a command
     */
    public static void main(String[] args) {
        if (!isForWindow(args)) {
            System.exit(CommandLineProgram.run(args));
        }
        String missing = Display.missing(System.getProperty("os.name", ""), System.getenv(), Display::hasLibrary);
        if (!missing.isEmpty()) {
            System.exit(NoDisplay.show(missing));
        }
        // JavaFX is on the class path on purpose (docs/decisions), and warns of it at each start.
        JAVAFX.setLevel(Level.SEVERE);
        PREFERENCES.setLevel(Level.WARNING);
        BlastRadiusApp.open(args);
    }

    /** Whether these arguments ask for the window: none, or a model file alone. */
    static boolean isForWindow(String[] args) {
        return args.length == 0
                || args.length == 1
                        && args[0].toLowerCase(Locale.ROOT).endsWith(MODEL_ENDING)
                        && Files.exists(Path.of(args[0]));
    }
}
