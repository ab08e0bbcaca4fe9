package dev.blastradius.io;

import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.Problems;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The presets that come with the program: model tiers, limits, vector stores and more, from one data file. */
public final class Presets {

    private static final String RESOURCE = "/dev/blastradius/io/presets.json";

    private static final ListType<Preset> TYPE = new ListType<>(Preset.TYPE, 1, 1_000);

    /** Read when they are first asked for. */
    private static final class Read {
        private static final List<Preset> ALL = read();
    }

    private Presets() {}

    /**
     * All of them, in the order they are shown. Throws IllegalStateException or UncheckedIOException where the program was packaged
     * without them, or with ones that cannot be read; both are faults of the program's own.
     */
    public static List<Preset> all() {
        return Read.ALL;
    }

    /** Those for components of a kind. */
    public static List<Preset> of(String kind) {
        return all().stream().filter(each -> each.kind().equals(kind)).toList();
    }

    private static List<Preset> read() {
        Problems problems = new Problems();
        Object tree = JsonTree.read(text(), problems);
        List<Preset> all = tree == null ? null : TYPE.read(tree, JsonPath.ROOT, problems);
        if (all == null || !problems.all().isEmpty()) {
            throw new IllegalStateException(RESOURCE + " is not valid: " + problems.all());
        }
        return all;
    }

    private static String text() {
        try (InputStream in = Presets.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new FileNotFoundException(RESOURCE);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
