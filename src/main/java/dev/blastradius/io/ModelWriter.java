package dev.blastradius.io;

import dev.blastradius.model.Pipeline;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;

/** Writes model files. */
public final class ModelWriter {

    private ModelWriter() {}

    /** The model file's text: JSON with two spaces a level, short objects on one line, a newline at the end. */
    public static String write(Pipeline pipeline) {
        return JsonPrinter.print(BlastFormat.TYPE.pipeline().write(pipeline));
    }

    /**
     * Saves a model: writes a new file beside, flushes it to the disk, and moves it into place in one step. On any failure
     * the old file stays as it was, and the new one is removed. A symbolic link stays one, and the old file's
     * permissions are kept; a read-only file is not replaced.
     */
    public static void save(Pipeline pipeline, Path file) throws IOException {
        byte[] bytes = write(pipeline).getBytes(StandardCharsets.UTF_8);
        WholeFile.write(file, out -> out.write(bytes));
    }

    /**
     * Takes away what a program that was killed while it saved a model has left unfinished beside the file.
     *
     * @param now what time it is; what is younger than a minute stays
     */
    public static void sweep(Path file, Instant now) {
        WholeFile.sweep(file, now);
    }
}
