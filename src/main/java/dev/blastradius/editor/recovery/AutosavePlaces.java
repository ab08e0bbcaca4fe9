package dev.blastradius.editor.recovery;

import dev.blastradius.io.Autosave;
import dev.blastradius.io.Session;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where unsaved work is kept: beside the model's file, as a hidden file of a similar name; in a folder of the program's own where
 * the model has no file yet, or none can be written beside it.
 */
public final class AutosavePlaces {

    /** Stands for the name of the file that a model does not have yet. */
    private static final String UNSAVED = "unsaved";

    private static final Pattern SESSION = Pattern.compile("[0-9]+-[0-9a-z]+(-[0-9]+)?");
    private static final Pattern IN_OWN_FOLDER =
            Pattern.compile("\\..+\\.[0-9]+-[0-9a-z]+(-[0-9]+)?\\" + Autosave.ENDING);

    private final Path folder;

    /**
     * The places.
     *
     * @param folder the program's own, which need not be there yet
     */
    public AutosavePlaces(Path folder) {
        this.folder = folder;
    }

    /**
     * Where the system's programs keep what a user has not saved.
     *
     * @param system the name of the operating system, as Java tells it
     * @param home the user's home
     * @param variable looks up a variable of the environment; gives null for one that is not set
     */
    public static Path usual(String system, Path home, UnaryOperator<@Nullable String> variable) {
        String name = system.toLowerCase(Locale.ROOT);
        Path base;
        if (name.startsWith("windows")) {
            base = given(variable.apply("LOCALAPPDATA"), home.resolve("AppData").resolve("Local"));
        } else if (name.startsWith("mac")) {
            base = home.resolve("Library").resolve("Application Support");
        } else {
            base = given(
                    variable.apply("XDG_STATE_HOME"), home.resolve(".local").resolve("state"));
        }
        return base.resolve("blastradius").resolve("unsaved");
    }

    private static Path given(@Nullable String folder, Path otherwise) {
        if (folder == null || folder.isEmpty()) {
            return otherwise;
        }
        Path path = Path.of(folder);
        return path.isAbsolute() ? path : otherwise;
    }

    /** Where a session keeps its unsaved work, the best place first. */
    List<Path> of(@Nullable Path file, Session session) {
        List<Path> places = new ArrayList<>();
        if (file != null) {
            places.add(file.resolveSibling(Autosave.name(name(file), session)));
        }
        places.add(folder.resolve(Autosave.name(file == null ? UNSAVED : name(file), session)));
        return places;
    }

    /** Makes the folder that a place is in, if it is the program's own, for the user's eyes only. */
    void prepare(Path place) throws IOException {
        if (folder.equals(place.getParent()) && !Files.isDirectory(folder)) {
            boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            FileAttribute<?>[] privately = posix
                    ? new FileAttribute<?>[] {
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
                    }
                    : new FileAttribute<?>[0];
            Files.createDirectories(folder, privately);
        }
    }

    /** Whatever was kept beside a file, by whomever. */
    List<Path> beside(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? List.of() : list(parent, name -> isOf(name, name(file)));
    }

    private static boolean isOf(String name, String file) {
        String prefix = Autosave.prefix(file);
        return name.startsWith(prefix)
                && name.endsWith(Autosave.ENDING)
                && name.length() > prefix.length() + Autosave.ENDING.length()
                && SESSION.matcher(name.substring(prefix.length(), name.length() - Autosave.ENDING.length()))
                        .matches();
    }

    /** Whatever was kept in the program's own folder. */
    List<Path> own() {
        return list(folder, name -> IN_OWN_FOLDER.matcher(name).matches());
    }

    private static List<Path> list(Path where, java.util.function.Predicate<String> wanted) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries =
                Files.newDirectoryStream(where, entry -> wanted.test(name(entry)) && isOurs(entry))) {
            entries.forEach(found::add);
        } catch (NotDirectoryException e) {
            return List.of();
        } catch (IOException | java.nio.file.DirectoryIteratorException e) {
            return found; // no folder, or one that may not be looked at: nothing is found there
        }
        found.sort(null);
        return found;
    }

    /** Not a link, which might lead anywhere, and not another user's work, which may not be read. */
    private static boolean isOurs(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.isReadable(file);
    }

    private static String name(Path file) {
        Path name = file.getFileName();
        return name == null ? "model" : name.toString();
    }
}
