package dev.blastradius.io;

import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A file's bytes as text: of bounded size, and strictly UTF-8. What is wrong becomes a problem of the whole file. */
final class SourceText {

    private static final String UTF8 = "UTF-8 text";
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private SourceText() {}

    /** A file's text, and the SHA-256 of its bytes in 64 hexadecimal digits. */
    record Source(String text, String sha256) {}

    /**
     * Reads a file; null where there is a problem.
     *
     * @param where the place that the problem is reported at
     * @param most the most bytes
     */
    static @Nullable Source source(Path file, JsonPath where, int most, Problems problems) {
        byte[] bytes = bytes(file, where, most, problems);
        String text = bytes == null ? null : decode(bytes, name(file), where, problems);
        return bytes == null || text == null ? null : new Source(text, Fingerprint.sha256(bytes));
    }

    /** The same without the hash. */
    static @Nullable String read(Path file, JsonPath where, int most, Problems problems) {
        byte[] bytes = bytes(file, where, most, problems);
        return bytes == null ? null : decode(bytes, name(file), where, problems);
    }

    private static byte @Nullable [] bytes(Path file, JsonPath where, int most, Problems problems) {
        String name = name(file);
        try {
            if (!Files.isRegularFile(file)) {
                String what = Files.isDirectory(file)
                        ? "this is a folder"
                        : Files.exists(file) ? "this is not a regular file" : "there is no such file";
                problems.error(where, what, "a file", name);
                return null;
            }
            try (InputStream in = Files.newInputStream(file)) {
                byte[] bytes = in.readNBytes(most + 1);
                if (bytes.length > most) {
                    problems.error(where, "the file is too large", "at most " + megabytes(most), name);
                    return null;
                }
                return bytes;
            }
        } catch (AccessDeniedException e) {
            problems.error(where, "the file may not be read", "permission to read it", name);
        } catch (IOException | SecurityException e) {
            problems.error(where, "the file cannot be read: " + e.getClass().getSimpleName(), "a readable file", name);
        }
        return null;
    }

    /** Text without the byte order mark that some editors put first. */
    static String withoutMark(String text) {
        return !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
    }

    static String megabytes(int bytes) {
        return (bytes >> 20) + " MB";
    }

    private static String name(Path file) {
        Path last = file.getFileName();
        return last == null ? file.toString() : last.toString();
    }

    private static @Nullable String decode(byte[] bytes, String name, JsonPath where, Problems problems) {
        String wide = wideEncoding(bytes);
        if (wide != null) {
            problems.add(Problem.error(where, "the text is encoded in " + wide, UTF8, name)
                    .mend("save it as UTF-8"));
            return null;
        }
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length);
        CoderResult result = decoder.decode(in, out, true);
        out.flip();
        if (result.isError()) {
            problems.add(badByte(bytes[in.position()], out, where));
            return null;
        }
        return withoutMark(out.toString());
    }

    private static Problem badByte(byte bad, CharBuffer before, JsonPath where) {
        int line = 1;
        int column = 1;
        for (int i = 0; i < before.length(); i++) {
            boolean newline = before.charAt(i) == '\n';
            line += newline ? 1 : 0;
            column = newline ? 1 : column + 1;
        }
        String shown = String.format(Locale.ROOT, "the byte 0x%02X", bad & 0xFF);
        return Problem.error(where, "the text is not UTF-8: " + shown + " does not belong there", UTF8, null)
                .mend("save it as UTF-8 (an older encoding, such as Latin-1 or Windows-1252, looks like this)")
                .at(line, column);
    }

    /** The name of an encoding with two or four bytes a letter, told by its mark or by its zeros; null where it is none. */
    private static @Nullable String wideEncoding(byte[] bytes) {
        if (bytes.length < 2) {
            return null;
        }
        int first = bytes[0] & 0xFF;
        int second = bytes[1] & 0xFF;
        boolean mark = first == 0xFF && second == 0xFE || first == 0xFE && second == 0xFF;
        boolean zeros = (first == 0) != (second == 0);
        if (mark || zeros) {
            return "UTF-16";
        }
        boolean threeZeros = bytes.length >= 4 && first == 0 && second == 0 && bytes[2] == 0 && bytes[3] != 0;
        return threeZeros ? "UTF-32" : null;
    }
}
