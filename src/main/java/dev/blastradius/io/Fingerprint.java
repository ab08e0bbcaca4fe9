package dev.blastradius.io;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * By what a file's content is known again: its size and its time, which are quickly looked at, and a hash of the content, which
 * decides.
 *
 * @param size in bytes
 * @param modified when it was last written, as the file system says
 * @param sha256 SHA-256 of the content, in 64 hexadecimal digits
 */
public record Fingerprint(long size, Instant modified, String sha256) {

    private static final int CHUNK = 1 << 16;

    /** The fingerprint of a file as it is now; null where there is none, or something else, such as a folder. */
    public static @Nullable Fingerprint of(Path file) throws IOException {
        try (InputStream in = Files.isRegularFile(file) ? Files.newInputStream(file) : null) {
            if (in == null) {
                return null;
            }
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            MessageDigest digest = digest();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                digest.update(chunk, 0, read);
            }
            return new Fingerprint(
                    attributes.size(), attributes.lastModifiedTime().toInstant(), hex(digest));
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    /** Whether a file has this size and this time still, so that its content is most likely the same. */
    public boolean looksLike(Path file) throws IOException {
        try {
            BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
            return attributes.isRegularFile()
                    && attributes.size() == size
                    && attributes.lastModifiedTime().toInstant().equals(modified);
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    /** Whether the content is the same, whenever it was written; nothing has no content. */
    public boolean sameContent(@Nullable Fingerprint other) {
        return other != null && sha256.equals(other.sha256);
    }

    /** SHA-256 of a text in UTF-8, in 64 hexadecimal digits. */
    public static String sha256(String text) {
        return sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    /** SHA-256 of bytes, in 64 hexadecimal digits. */
    static String sha256(byte[] bytes) {
        MessageDigest digest = digest();
        digest.update(bytes);
        return hex(digest);
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
