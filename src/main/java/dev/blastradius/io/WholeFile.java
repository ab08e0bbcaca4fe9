package dev.blastradius.io;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Writes a file so that its name never stands for half of it: beside the place first, then moved there. When the writing fails, or
 * the program is ended in the middle of it, what stood there before stays, and nothing is left beside it.
 */
public final class WholeFile {

    /** How the names of unfinished files end. */
    private static final String UNFINISHED = ".part";

    private static final int MOST_LINKS = 40;

    /** File names longer than this are cut in the names of what lies beside them: systems allow 255 bytes. */
    private static final int LONGEST_NAME = 60;

    /** Writes the content. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /**
     * Writes {@code file}, replacing what stands there. A symbolic link is followed, also to where nothing stands yet; permissions
     * and, where the system allows it, the owner and the group are those of the old file. Throws where its folder does not exist or
     * cannot be written.
     */
    public static void write(Path file, Content content) throws IOException {
        Path target = withoutLinks(file);
        if (Files.exists(target) && !Files.isRegularFile(target)) {
            writeInPlace(target, content);
            return;
        }
        if (Files.exists(target) && !Files.isWritable(target)) {
            throw new AccessDeniedException(target.toString(), null, "it is read-only");
        }
        PosixFileAttributes old = attributes(target);
        replace(target, content, old);
    }

    /** Writes a file that only its owner may read. A symbolic link of its name is replaced and not followed. */
    static void writePrivately(Path file, Content content) throws IOException {
        place(file.toAbsolutePath(), content, new FileAttribute<?>[] {privately()}, null);
    }

    private static void replace(Path target, Content content, @Nullable PosixFileAttributes old) throws IOException {
        FileAttribute<?>[] created = old == null
                ? new FileAttribute<?>[0]
                : new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(old.permissions())};
        place(target, content, created, old);
    }

    private static FileAttribute<?> privately() {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    }

    private static void place(
            Path target, Content content, FileAttribute<?>[] created, @Nullable PosixFileAttributes old)
            throws IOException {
        Path beside = besides(target);
        FileChannel channel = create(beside, isPosix(beside) ? created : new FileAttribute<?>[0]);
        IOException failure = null;
        beside.toFile().deleteOnExit();
        try {
            writeToTheDisk(channel, content);
            if (old != null) {
                copyOwnership(old, beside);
            }
            move(beside, target);
            flushFolder(target);
        } catch (IOException e) {
            failure = e;
            throw e;
        } finally {
            remove(beside, failure);
        }
    }

    /** The file that a chain of symbolic links ends at, whether it is there or not. */
    private static Path withoutLinks(Path file) throws IOException {
        Path target = file.toAbsolutePath();
        for (int i = 0; Files.isSymbolicLink(target); i++) {
            if (i == MOST_LINKS) {
                throw new FileSystemLoopException(file.toString());
            }
            target = target.resolveSibling(Files.readSymbolicLink(target));
        }
        return target;
    }

    private static FileChannel create(Path file, FileAttribute<?>[] attributes) throws IOException {
        return FileChannel.open(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes);
    }

    private static boolean isPosix(Path file) {
        return file.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    /** Flushed to the disk, so that a power cut after the move does not leave an empty file in the old one's place. */
    private static void writeToTheDisk(FileChannel channel, Content content) throws IOException {
        try (channel;
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel))) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
        }
    }

    /** The move itself is on the disk only when the folder is. Some systems cannot do this; then it is done when they like. */
    private static void flushFolder(Path file) {
        Path folder = file.getParent();
        if (folder == null) {
            return;
        }
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return; // Windows does not open folders
        }
    }

    private static @Nullable PosixFileAttributes attributes(Path file) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(file, PosixFileAttributeView.class);
        try {
            return view == null ? null : view.readAttributes();
        } catch (NoSuchFileException e) {
            return null;
        }
    }

    private static void copyOwnership(PosixFileAttributes old, Path to) throws IOException {
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        PosixFileAttributes made = view.readAttributes();
        try {
            if (!made.group().equals(old.group())) {
                view.setGroup(old.group());
            }
            if (!made.owner().equals(old.owner())) {
                view.setOwner(old.owner());
            }
        } catch (IOException e) {
            // Only the system's administrator may give files away; who may write the file saves it as a file of their
            // own.
            view.setPermissions(old.permissions());
            return;
        }
        view.setPermissions(old.permissions());
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

    /**
     * Takes away what processes that are no more have left unfinished beside a file; what is younger than a minute stays, for its
     * process may run on another machine.
     */
    static void sweep(Path file, Instant now) {
        Path folder = file.toAbsolutePath().getParent();
        Pattern left = Pattern.compile(Pattern.quote(unfinishedPrefix(file)) + "([0-9]{1,9})(-[0-9]+)?\\" + UNFINISHED);
        if (folder == null) {
            return;
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                Matcher name = left.matcher(String.valueOf(entry.getFileName()));
                if (name.matches() && isLeft(entry, Long.parseLong(name.group(1)), now)) {
                    Files.deleteIfExists(entry);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return; // it is only litter
        }
    }

    private static boolean isLeft(Path entry, long process, Instant now) throws IOException {
        Instant old = Files.getLastModifiedTime(entry, LinkOption.NOFOLLOW_LINKS)
                .toInstant()
                .plus(Duration.ofMinutes(1));
        return ProcessHandle.of(process).isEmpty() && old.isBefore(now);
    }

    /** How the name of a file that is not finished begins, up to the number of the process that writes it. */
    private static String unfinishedPrefix(Path target) {
        Path name = target.getFileName();
        return "." + shortened(name == null ? "file" : name.toString()) + ".";
    }

    /** A file name as it stands in the names of what lies beside it: itself, unless it is very long. */
    static String shortened(String name) {
        if (name.length() <= LONGEST_NAME) {
            return name;
        }
        int end = LONGEST_NAME - 9;
        int whole = Character.isHighSurrogate(name.charAt(end - 1)) ? end - 1 : end;
        return name.substring(0, whole) + "-" + Fingerprint.sha256(name).substring(0, 8);
    }

    /** Not a temporary file as {@code Files.createTempFile} makes it, which only its owner could read. */
    private static Path besides(Path target) {
        String prefix = unfinishedPrefix(target) + ProcessHandle.current().pid();
        int number = 0;
        Path candidate = target.resolveSibling(prefix + UNFINISHED);
        while (Files.exists(candidate, LinkOption.NOFOLLOW_LINKS)) {
            number++;
            candidate = target.resolveSibling(prefix + "-" + number + UNFINISHED);
        }
        return candidate;
    }

    private static void remove(Path beside, @Nullable IOException failure) throws IOException {
        try {
            Files.deleteIfExists(beside);
        } catch (IOException e) {
            if (failure == null) {
                throw e;
            }
            failure.addSuppressed(e); // what went wrong first is what is told
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
