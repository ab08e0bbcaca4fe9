package dev.blastradius.io;

import dev.blastradius.io.ModelReader.Reading;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The example models that come with the program. */
public final class Examples {

    private static final List<String> NAMES = List.of(
            "rag-support-two-providers",
            "rag-support-one-provider",
            "agent-with-tools",
            "batch-enrichment",
            "llm-gateway");

    private Examples() {}

    /** The examples' names, the one to look at first in front. */
    public static List<String> names() {
        return NAMES;
    }

    /**
     * Reads an example. Throws IllegalStateException or UncheckedIOException where the program was packaged without it, or with one
     * that is not valid; both are faults of the program's own.
     *
     * @param name one of {@link #names()}
     */
    public static Model load(String name) {
        Reading reading = ModelReader.read(text(name), null);
        Model model = reading.model();
        if (model == null) {
            throw new IllegalStateException("the example " + name + " is not valid: " + reading.problems());
        }
        return model;
    }

    /** The example's file, as it is. */
    public static String text(String name) {
        String resource = "/models/" + name + ".blast.json";
        try (InputStream in = Examples.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new FileNotFoundException(resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
