package dev.blastradius.report.form;

import dev.blastradius.io.WholeFile;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The folder beside a report that holds its pictures. Only files that are named as its pictures are ever touched. */
final class PictureFolder {

    private static final Pattern PICTURE = Pattern.compile("figure-[0-9]{2,9}\\.png");

    private final Path path;
    private final String name;
    private final List<Path> added = new ArrayList<>();

    private PictureFolder(Path path, String name) {
        this.path = path;
        this.name = name;
    }

    /** The folder that goes with a report: its name without the extension, and {@code -pictures}. */
    static PictureFolder beside(Path report) {
        String file = String.valueOf(report.getFileName());
        int dot = file.lastIndexOf('.');
        String name = (dot > 0 ? file.substring(0, dot) : file) + "-pictures";
        return new PictureFolder(report.resolveSibling(name), name);
    }

    Path path() {
        return path;
    }

    /** The name of the picture of a number. */
    static String name(int number) {
        return String.format(Locale.ROOT, "figure-%02d.png", number);
    }

    /** Where the report finds a picture, as a relative address. */
    String link(int number) {
        try {
            // The dot keeps a name with a colon from being read as an address.
            return new URI(null, null, (name.contains(":") ? "./" : "") + name + "/" + name(number), null)
                    .toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Writes pictures by name, each beside its place first. */
    void write(Map<String, byte[]> pictures) throws IOException {
        if (pictures.isEmpty()) {
            return;
        }
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(path)) {
            throw new FileSystemException(path.toString(), null, "the pictures' folder cannot be made: it is a file");
        }
        Files.createDirectories(path);
        for (Map.Entry<String, byte[]> picture : pictures.entrySet()) {
            Path place = path.resolve(picture.getKey());
            if (Files.isSymbolicLink(place)) {
                // What it leads to is somebody else's.
                Files.delete(place);
            }
            if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                added.add(place);
            }
            WholeFile.write(place, out -> out.write(picture.getValue()));
        }
    }

    /** Takes away the pictures that were written where there was none, for there will be no report of them; the folder too when nothing is in it. */
    void undo(IOException why) {
        try {
            for (Path place : added) {
                Files.deleteIfExists(place);
            }
            if (!added.isEmpty() && isEmpty()) {
                Files.delete(path);
            }
        } catch (IOException e) {
            why.addSuppressed(e); // what went wrong first is what is told
        }
    }

    private boolean isEmpty() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            return !entries.iterator().hasNext();
        }
    }

    /** Takes away the pictures of an earlier report that this one does not have, and the folder when nothing is in it any more. */
    void removeOthers(Set<String> kept) throws IOException {
        if (!Files.isDirectory(path)) {
            return;
        }
        boolean empty = true;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
            for (Path entry : entries) {
                String file = String.valueOf(entry.getFileName());
                if (PICTURE.matcher(file).matches() && !kept.contains(file)) {
                    Files.delete(entry);
                } else {
                    empty = false;
                }
            }
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
        if (empty) {
            Files.delete(path);
        }
    }
}
