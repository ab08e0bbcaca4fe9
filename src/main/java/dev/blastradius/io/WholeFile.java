package dev.blastradius.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;

/**
 * Writes a file so that its name never stands for half of it: beside the place first, then moved there. When the writing fails, or
 * the program is ended in the middle of it, what stood there before stays, and nothing is left beside it.
 */
final class WholeFile {

    /** Writes the content. */
    @FunctionalInterface
    interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /** Writes {@code file}, replacing what stands there. Throws where its folder does not exist or cannot be written. */
    static void write(Path file, Content content) throws IOException {
        Path target = Files.isSymbolicLink(file) ? file.toRealPath() : file.toAbsolutePath();
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            writeInPlace(target, content);
            return;
        }
        boolean replaces = Files.exists(target);
        if (replaces && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString(), null, "it is read-only");
        }
        Path beside = besides(target);
        beside.toFile().deleteOnExit();
        try {
            writeToTheDisk(beside, content);
            if (replaces) {
                copyPermissions(target, beside);
            }
            move(beside, target);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** Flushed to the disk, so that a power cut after the move does not leave an empty file in the old one's place. */
    private static void writeToTheDisk(Path file, Content content) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    private static void copyPermissions(Path from, Path to) throws IOException {
        PosixFileAttributeView source = Files.getFileAttributeView(from, PosixFileAttributeView.class);
        PosixFileAttributeView target = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        if (source != null && target != null) {
            target.setPermissions(source.readAttributes().permissions());
        }
    }

    /** A pipe or a device, such as {@code /dev/stderr}, has no "beside"; a folder gives the error that it should. */
    private static void writeInPlace(Path target, Content content) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "it is a folder");
        }
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(target))) {
            content.writeTo(out);
        }
    }

    /** Not a temporary file as {@code Files.createTempFile} makes it, which only its owner could read. */
    private static Path besides(Path target) {
        Path name = target.getFileName();
        String prefix = "." + (name == null ? "file" : name) + "."
                + ProcessHandle.current().pid();
        int number = 0;
        Path candidate = target.resolveSibling(prefix + ".part");
        while (Files.exists(candidate)) {
            number++;
            candidate = target.resolveSibling(prefix + "-" + number + ".part");
        }
        return candidate;
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
