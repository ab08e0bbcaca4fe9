package dev.blastradius.io;

import dev.blastradius.model.Pipeline;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/** Writes model files. */
public final class ModelWriter {

    private static final int MOST_NAMES = 100;

    private ModelWriter() {}

    /** The model file's text: JSON with two spaces a level, short objects on one line, a newline at the end. */
    public static String write(Pipeline pipeline) {
        return JsonPrinter.print(BlastFormat.TYPE.pipeline().write(pipeline));
    }

    /**
     * Saves a model: writes a new file beside, flushes it to the disk, and moves it into place in one step. On any failure
     * the old file stays as it was, and the new one is removed. A symbolic link stays one, and the old file's
     * permissions are kept.
     */
    public static void save(Pipeline pipeline, Path file) throws IOException {
        save(
                write(pipeline),
                file,
                (from, to) ->
                        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING));
    }

    /** How a finished file comes into place. */
    @FunctionalInterface
    interface Move {
        void move(Path from, Path to) throws IOException;
    }

    /** Saves a text; apart, so that tests can let the last step fail. */
    static void save(String text, Path file, Move move) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        boolean exists = Files.exists(file);
        Path target = exists ? file.toRealPath() : file.toAbsolutePath();
        if (Files.isDirectory(target)) {
            throw new FileAlreadyExistsException(file.toString(), null, "this is a folder");
        }
        if (exists && !Files.isWritable(target)) {
            throw new AccessDeniedException(file.toString(), null, "the file is read-only");
        }
        Path beside = createBeside(target, bytes);
        try {
            if (exists) {
                copyPermissions(target, beside);
            }
            move.move(beside, target);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
    }

    /** A new file in the target's folder, made as any file is, so that it gets the permissions that the user gives new files. */
    private static Path createBeside(Path target, byte[] bytes) throws IOException {
        for (int i = 0; i < MOST_NAMES; i++) {
            Path beside = target.resolveSibling("." + target.getFileName() + "." + i + ".tmp");
            if (Files.exists(beside)) {
                continue;
            }
            try (FileChannel channel =
                    FileChannel.open(beside, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                writeAll(channel, bytes, beside);
                return beside;
            } catch (FileAlreadyExistsException e) {
                continue; // somebody else took the name since
            }
        }
        throw new FileAlreadyExistsException(target.toString(), null, "too many unfinished files beside it");
    }

    private static void writeAll(FileChannel channel, byte[] bytes, Path beside) throws IOException {
        try {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        } catch (IOException e) {
            Files.deleteIfExists(beside);
            throw e;
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (source != null && target != null) {
            target.setPermissions(source.readAttributes().permissions());
        }
    }
}
