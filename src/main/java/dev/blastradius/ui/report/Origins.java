package dev.blastradius.ui.report;

import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.report.finding.Origin;
import dev.blastradius.ui.study.Found;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where what was found in the window comes from. */
final class Origins {

    private static final String ENDING = ".blast.json";
    private static final int LONGEST = 60;

    private Origins() {}

    /**
     * Where a result comes from. Reads the model's file, to find out whether it holds what was run.
     *
     * @param file the model's file; null: it was never saved
     */
    static Origin of(Found found, @Nullable Path file) {
        Model model = found.model();
        String name = name(model, file);
        String sha256 = null;
        if (file != null) {
            ModelReader.Reading reading = ModelReader.read(file);
            Model held = reading.model();
            sha256 = held != null && held.pipeline().equals(model.pipeline()) ? reading.sha256() : null;
        }
        return new Origin(file == null ? null : name, sha256, version(), found.command(name), model);
    }

    /** The name of the model's file, or the one that it would be saved under. */
    static String name(Model model, @Nullable Path file) {
        Path last = file == null ? null : file.getFileName();
        return last == null ? plain(model.pipeline().title()) + ENDING : last.toString();
    }

    /** A name for a file of a result, without its extension: the model's and what the result is. */
    static String suggestion(Found found, @Nullable Path file) {
        String name = name(found.model(), file);
        String stem = name.toLowerCase(Locale.ROOT).endsWith(ENDING)
                ? name.substring(0, name.length() - ENDING.length())
                : name.replaceFirst("(?i)\\.json$", "");
        return (stem.isEmpty() ? "model" : stem) + "-" + found.kind();
    }

    private static String plain(String title) {
        String words = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String trimmed = words.substring(0, Math.min(LONGEST, words.length())).replaceAll("^-+|-+$", "");
        return trimmed.isEmpty() ? "model" : trimmed;
    }

    /** As the command line says it, so that both make the same report. */
    private static String version() {
        String version = Origins.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }
}
