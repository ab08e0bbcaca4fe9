package dev.blastradius.report.finding;

import dev.blastradius.io.Model;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where numbers come from, so that anyone can make them again.
 *
 * @param file the model file's name without its folders; null: it was never saved
 * @param sha256 SHA-256 of the file's content, in 64 hexadecimal digits; null where there is no file, or what was run is not what it holds
 * @param version the program's version
 * @param command the command line that makes the same again: the arguments after the program's name, the model file's name among them
 * @param model what was run, without any strategy's patch
 */
public record Origin(
        @Nullable String file, @Nullable String sha256, String version, List<String> command, Model model) {
    public Origin {
        command = List.copyOf(command);
    }
}
