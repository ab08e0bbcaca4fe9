package dev.blastradius.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * What a command talks to: streams, and what is known of the other end of them.
 *
 * @param out standard output: only what was asked for
 * @param err standard error: progress and complaints
 * @param style how standard output is written
 * @param errIsTerminal whether somebody watches standard error, so that a line can be rewritten
 * @param nanoTime a clock in nanoseconds, from any origin
 */
record Console(PrintStream out, PrintStream err, Style style, boolean errIsTerminal, LongSupplier nanoTime) {

    /** The process's own streams, in the character set of the terminal or of the locale. */
    static Console ofProcess() {
        Map<String, String> environment = System.getenv();
        Charset charset = charset();
        return new Console(
                new PrintStream(new FileOutputStream(FileDescriptor.out), false, charset),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                Style.of(charset, isTerminal(1), environment),
                isTerminal(2) && !"dumb".equals(environment.get("TERM")),
                System::nanoTime);
    }

    /** What Java takes the terminal's character set to be; the property's name changed with Java 19. */
    private static Charset charset() {
        for (String property : new String[] {"stdout.encoding", "sun.stdout.encoding", "native.encoding"}) {
            Charset charset = charset(System.getProperty(property));
            if (charset != null) {
                return charset;
            }
        }
        return StandardCharsets.UTF_8;
    }

    private static @Nullable Charset charset(@Nullable String name) {
        try {
            return name == null || name.isEmpty() ? null : Charset.forName(name);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }

    /** Java asks only about input and output together; Linux tells of each stream. */
    private static boolean isTerminal(int descriptor) {
        Path link = Path.of("/proc/self/fd/" + descriptor);
        if (Files.isSymbolicLink(link)) {
            try {
                String target = Files.readSymbolicLink(link).toString();
                return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
            } catch (IOException e) {
                return false;
            }
        }
        return isInteractive();
    }

    /** Since Java 22 there is a console without a terminal too, and a method that tells; before, null tells. */
    @SuppressWarnings("SystemConsoleNull") // the case of newer Javas is what the method is for
    private static boolean isInteractive() {
        java.io.Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return (boolean) java.io.Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
