package dev.blastradius.cli;

import java.io.PrintStream;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Says that the program itself is at fault, with all that is needed to find out why. */
final class OwnFault {

    private OwnFault() {}

    /**
     * Says it.
     *
     * @param fault what was thrown
     * @param args the command line
     * @param seed the seed of the run; null where none was running
     * @return the exit status: too little memory is no fault of the program's own
     */
    static int report(Throwable fault, String[] args, @Nullable Long seed, PrintStream err) {
        if (fault instanceof OutOfMemoryError) {
            err.println("blastradius: there is not enough memory; give Java more (java -Xmx4g -jar ...), or ask for"
                    + " fewer --threads or a shorter --duration");
        } else {
            err.println("blastradius: a fault of the program's own, not of the model: " + fault);
        }
        err.println("  version  " + CommandLineProgram.version() + ", Java " + Runtime.version() + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        err.println("  command  blastradius "
                + Arrays.stream(args).map(OwnFault::quoted).collect(Collectors.joining(" ")));
        if (seed != null) {
            err.println("  seed     " + seed);
        }
        err.println("Please report it to the project, with these lines, those below and the model file:");
        fault.printStackTrace(err);
        return fault instanceof OutOfMemoryError ? ExitStatus.INVALID_INPUT : ExitStatus.OWN_FAULT;
    }

    private static String quoted(String argument) {
        String clean = Style.clean(argument);
        return clean.matches("[A-Za-z0-9_./:=@%+,-]+") ? clean : "'" + clean.replace("'", "'\\''") + "'";
    }
}
