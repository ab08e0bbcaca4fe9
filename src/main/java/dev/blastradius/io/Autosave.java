package dev.blastradius.io;

import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Unsaved work as it is kept beside a model's file. It is a model file itself, with comments at its head that say whose it is, so
 * that it can be opened without this class, too. What is read is not trusted: it may be anybody's, and in any state.
 *
 * @param session the window that has written it
 * @param file the model's file; null where the model had none yet
 * @param base what stood in that file when the work on it began; null: nothing did
 * @param written when it was written
 * @param text the model file's text
 */
public record Autosave(
        Session session, @Nullable Path file, @Nullable Fingerprint base, Instant written, String text) {

    /** How the names of these files end. */
    public static final String ENDING = ".autosave";

    private static final String MARK = "// Unsaved work, kept by Blast Radius. It opens like any model file.";
    private static final String COMMENT = "// ";
    private static final int MOST_BYTES = JsonText.MOST_CHARACTERS + (1 << 16);

    /**
     * What came of reading.
     *
     * @param autosave null where there is a problem
     * @param problem why it cannot be read, in words; empty where it can be
     */
    public record Reading(@Nullable Autosave autosave, String problem) {}

    public Autosave {
        written = Instant.ofEpochMilli(written.toEpochMilli());
    }

    /** The name of a session's autosave of a file of some name. */
    public static String name(String file, Session session) {
        return prefix(file) + session.key() + ENDING;
    }

    /** How the names of all autosaves of a file of some name begin. */
    public static String prefix(String file) {
        return "." + WholeFile.shortened(file) + ".";
    }

    /** Writes it, readable for the user only: the place never holds half of it, nor less than was there before. */
    public void write(Path place) throws IOException {
        byte[] bytes = (head() + text).getBytes(StandardCharsets.UTF_8);
        WholeFile.writePrivately(place, out -> out.write(bytes));
    }

    private String head() {
        Map<String, Object> entries = new LinkedHashMap<>();
        if (file != null) {
            entries.put("file", file.toString());
        }
        if (base != null) {
            Map<String, Object> stamp = new LinkedHashMap<>();
            stamp.put("size", base.size());
            stamp.put("modified", base.modified().toString());
            stamp.put("sha256", base.sha256());
            entries.put("base", stamp);
        }
        entries.put("process", session.process());
        entries.put("started", session.started().toString());
        entries.put("window", session.window());
        entries.put("written", written.toString());
        entries.put("sha256", Fingerprint.sha256(text));
        StringBuilder head = new StringBuilder(MARK).append('\n');
        JsonPrinter.print(entries)
                .lines()
                .forEach(line -> head.append(COMMENT).append(line).append('\n'));
        return head.toString();
    }

    /** Reads one. Nothing is thrown. */
    public static Reading read(Path place) {
        Problems problems = new Problems();
        String text = SourceText.read(place, JsonPath.ROOT, MOST_BYTES, problems);
        return text == null ? new Reading(null, words(problems)) : parse(text);
    }

    private static Reading parse(String text) {
        if (!text.startsWith(MARK + '\n')) {
            return new Reading(null, "it does not begin as such a file does");
        }
        int at = MARK.length() + 1;
        StringBuilder head = new StringBuilder();
        while (text.startsWith(COMMENT, at)) {
            int end = text.indexOf('\n', at);
            if (end < 0) {
                return new Reading(null, "it ends too early");
            }
            head.append(text, at + COMMENT.length(), end + 1);
            at = end + 1;
        }
        Problems problems = new Problems();
        Object tree = JsonTree.read(head.toString(), problems);
        if (tree instanceof Map<?, ?> entries && !problems.hasErrors()) {
            return of(entries, text.substring(at));
        }
        return new Reading(null, "its head is broken");
    }

    private static Reading of(Map<?, ?> entries, String text) {
        try {
            if (!Fingerprint.sha256(text).equals(entries.get("sha256"))) {
                return new Reading(null, "it is not as it was written");
            }
            long window = entries.containsKey("window") ? number(entries, "window") : 0;
            Session session =
                    new Session(number(entries, "process"), Instant.parse(string(entries, "started")), window);
            Path file = entries.containsKey("file") ? Path.of(string(entries, "file")) : null;
            Fingerprint base = entries.get("base") instanceof Map<?, ?> stamp
                    ? new Fingerprint(
                            number(stamp, "size"), Instant.parse(string(stamp, "modified")), string(stamp, "sha256"))
                    : null;
            Instant written = Instant.parse(string(entries, "written"));
            return new Reading(new Autosave(session, file, base, written, text), "");
        } catch (DateTimeException | ArithmeticException | InvalidPathException e) {
            return new Reading(null, "its head is broken");
        }
    }

    /** A text that has to be there; throws DateTimeException where something else is. */
    private static String string(Map<?, ?> entries, String key) {
        if (entries.get(key) instanceof String text) {
            return text;
        }
        throw new DateTimeException(key);
    }

    /** A whole number that has to be there; throws DateTimeException where something else is. */
    private static long number(Map<?, ?> entries, String key) {
        if (entries.get(key) instanceof Long number) {
            return number;
        }
        throw new DateTimeException(key);
    }

    /**
     * The model that was kept, read like any other.
     *
     * @param folder where its recorded arrivals lie; null: nowhere
     */
    public ModelReader.Reading model(@Nullable Path folder) {
        return ModelReader.read(text, folder);
    }

    private static String words(Problems problems) {
        List<Problem> all = problems.all();
        return all.isEmpty() ? "it cannot be read" : all.get(0).what();
    }
}
