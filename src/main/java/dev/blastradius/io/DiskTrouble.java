package dev.blastradius.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Why a file could not be written, in a sentence that says what can be done. */
public final class DiskTrouble {

    /** What systems say, in lower case, and what it means. Linux and macOS use the words of errno, Windows those of its own. */
    private record Saying(String words, String meaning) {}

    private static final List<Saying> SAYINGS = List.of(
            new Saying("no space left", "The disk is full: free some space, or save on another disk."),
            new Saying("not enough space", "The disk is full: free some space, or save on another disk."),
            new Saying(
                    "quota exceeded", "Your share of the disk is used up: delete something, or save on another disk."),
            new Saying("read-only file system", "The disk is read-only: save on another disk."),
            new Saying("write protected", "The disk is read-only: save on another disk."),
            new Saying("file name too long", "The name is too long for this disk: choose a shorter one."),
            new Saying("file too large", "The disk does not take files of this size: save on another disk."),
            new Saying("too many links", "There are too many links on the way to the file: choose another folder."),
            new Saying(
                    "too many open files", "The system has too many files open: close some programs, and try again."),
            new Saying(
                    "being used by another process", "Another program holds the file: close it there, and try again."),
            new Saying("stale file handle", "The network folder has gone away: connect it again, or save elsewhere."),
            new Saying("host is down", "The network folder does not answer: connect it again, or save elsewhere."),
            new Saying("not connected", "The network folder does not answer: connect it again, or save elsewhere."),
            new Saying(
                    "input/output error", "The disk has reported a fault: save on another disk, and have it checked."));

    private DiskTrouble() {}

    /**
     * What has kept a file from being written.
     *
     * @param target the file that was to be written
     */
    public static String words(IOException problem, Path target) {
        Path absolute = target.toAbsolutePath();
        if (problem instanceof FileSystemLoopException) {
            return "The links on the way to the file lead in a circle: choose another folder.";
        }
        if (Files.isDirectory(absolute)) {
            return "There is a folder of this name: choose another name.";
        }
        String said = said(problem).toLowerCase(Locale.ROOT);
        for (Saying saying : SAYINGS) {
            if (said.contains(saying.words())) {
                return saying.meaning();
            }
        }
        Path folder = absolute.getParent();
        if (folder != null && !Files.exists(folder)) {
            return "The folder " + folder + " is not there any more: make it again, or save elsewhere.";
        }
        if (folder != null && !Files.isDirectory(folder) || problem instanceof NotDirectoryException) {
            return folder + " is a file and not a folder: choose another folder.";
        }
        if (problem instanceof AccessDeniedException denied) {
            return denied(denied, absolute, folder);
        }
        if (problem instanceof NoSuchFileException) {
            return "The file went away while it was written: try again.";
        }
        String rest = said(problem);
        return "The system says: " + (rest.isEmpty() ? problem.getClass().getSimpleName() : rest)
                + ". Try again, or save elsewhere.";
    }

    private static String denied(AccessDeniedException denied, Path file, @Nullable Path folder) {
        if (Files.exists(file) && (!Files.isWritable(file) || "it is read-only".equals(denied.getReason()))) {
            return "The file is read-only: save under another name, or allow writing to it.";
        }
        return "You may not write in " + (folder == null ? "this folder" : "the folder " + folder)
                + ": save in another folder.";
    }

    /** The system's own words. */
    private static String said(IOException problem) {
        String reason = problem instanceof FileSystemException file ? file.getReason() : problem.getMessage();
        return reason == null ? "" : reason;
    }
}
