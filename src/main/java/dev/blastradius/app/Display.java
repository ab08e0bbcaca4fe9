package dev.blastradius.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Whether a window can be opened: JavaFX itself answers that with a long stack trace. */
final class Display {

    /** Where Linux distributions keep shared libraries. */
    private static final List<String> LIBRARY_FOLDERS =
            List.of("/usr/lib", "/usr/lib64", "/lib", "/lib64", "/usr/local/lib");

    /** What JavaFX loads to open a window. */
    private static final List<String> LIBRARIES = List.of("libgtk-3.so.0", "libXtst.so.6");

    private Display() {}

    /**
     * What is missing for a window, in a few words; empty where nothing is.
     *
     * @param system the operating system's name
     * @param environment the environment variables
     * @param hasLibrary whether a shared library is there
     */
    static String missing(String system, Map<String, String> environment, Predicate<String> hasLibrary) {
        if (!system.toLowerCase(Locale.ROOT).contains("linux")) {
            return "";
        }
        if (isEmpty(environment, "DISPLAY") && isEmpty(environment, "WAYLAND_DISPLAY")) {
            return "neither DISPLAY nor WAYLAND_DISPLAY is set";
        }
        for (String library : LIBRARIES) {
            if (!hasLibrary.test(library)) {
                return library + " is missing (on Debian: apt-get install libgtk-3-0 libxtst6)";
            }
        }
        return "";
    }

    private static boolean isEmpty(Map<String, String> environment, String name) {
        return environment.getOrDefault(name, "").isEmpty();
    }

    /** Whether a shared library lies where Linux looks for them. */
    static boolean hasLibrary(String name) {
        return LIBRARY_FOLDERS.stream().map(Path::of).anyMatch(folder -> isIn(folder, name));
    }

    private static boolean isIn(Path folder, String name) {
        if (Files.exists(folder.resolve(name))) {
            return true;
        }
        if (!Files.isDirectory(folder)) {
            return false;
        }
        try (Stream<Path> below = Files.list(folder)) {
            return below.anyMatch(each -> Files.exists(each.resolve(name)));
        } catch (java.io.IOException e) {
            return false;
        }
    }
}
