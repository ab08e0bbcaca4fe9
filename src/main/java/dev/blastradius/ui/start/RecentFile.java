package dev.blastradius.ui.start;

import dev.blastradius.editor.drawing.GraphLayout;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file opened or saved of late, as it is now.
 *
 * @param changed when it was written last; null where it is not there any more
 * @param preview its picture; null where it cannot be read or is too large for one
 */
record RecentFile(
        Path path, @Nullable Instant changed, @Nullable Preview preview) {

    /** Larger ones would take too long to read for the sake of a picture, and would be no picture but a grey patch. */
    private static final long MOST_BYTES = 500_000;

    private static final int MOST_COMPONENTS = 120;

    /** Looks at a file; it may take a while. */
    static RecentFile look(Path path, GraphLayout layout) {
        try {
            Instant changed = Files.getLastModifiedTime(path).toInstant();
            return new RecentFile(path, changed, Files.size(path) > MOST_BYTES ? null : preview(path, layout));
        } catch (IOException e) {
            return new RecentFile(path, null, null);
        }
    }

    private static @Nullable Preview preview(Path path, GraphLayout layout) {
        Model model = ModelReader.read(path).model();
        return model == null || model.pipeline().components().size() > MOST_COMPONENTS
                ? null
                : Preview.of(model.pipeline(), layout);
    }

    boolean isMissing() {
        return changed == null;
    }

    /** The file's name without what all model files end in. */
    String name() {
        Path name = path.getFileName();
        return name == null ? path.toString() : name.toString().replaceFirst("(\\.blast)?\\.json$", "");
    }
}
