package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said when a file cannot be written; the systems' words are those of errno in glibc and of Windows' messages. */
class DiskTroubleTest {

    @TempDir
    Path folder;

    private String save(Path file) {
        IOException problem = assertThrows(IOException.class, () -> WholeFile.write(file, out -> out.write('x')));
        return DiskTrouble.words(problem, file);
    }

    @ParameterizedTest
    @CsvSource({
        "No space left on device, disk is full",
        "There is not enough space on the disk, disk is full",
        "Disk quota exceeded, share of the disk is used up",
        "Read-only file system, disk is read-only",
        "File name too long, name is too long",
        "Stale file handle, network folder has gone away",
        "Input/output error, disk has reported a fault",
        "Something unheard of, The system says: Something unheard of"
    })
    void whatTheSystemSaysBecomesASentence(String said, String words) {
        Path file = folder.resolve("model.blast.json");
        String fromFileSystem = DiskTrouble.words(new FileSystemException(file.toString(), null, said), file);
        String fromStream = DiskTrouble.words(new IOException(said), file);
        assertTrue(fromFileSystem.contains(words), fromFileSystem);
        assertEquals(fromFileSystem, fromStream);
    }

    @Test
    void aFolderInTheFilesPlaceIsNamed() {
        assertTrue(save(folder).startsWith("There is a folder of this name"), save(folder));
    }

    @Test
    void aFolderThatHasVanishedIsNamed() {
        Path file = folder.resolve("nowhere").resolve("model.blast.json");
        assertTrue(save(file).startsWith("The folder " + file.getParent() + " is not there any more"), save(file));
    }

    @Test
    void aFileInTheFoldersPlaceIsNamed() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "x").resolve("model.blast.json");
        assertTrue(save(file).startsWith(file.getParent() + " is a file and not a folder"), save(file));
    }

    @Test
    void aReadOnlyFileAndAReadOnlyFolderAreToldApart() throws IOException {
        Path file = Files.writeString(folder.resolve("model.blast.json"), "x");
        String readOnly = DiskTrouble.words(new AccessDeniedException(file.toString(), null, "it is read-only"), file);
        assertTrue(readOnly.startsWith("The file is read-only"), readOnly);
        Path fresh = folder.resolve("new.blast.json");
        String denied = DiskTrouble.words(new AccessDeniedException(fresh.toString()), fresh);
        assertTrue(denied.startsWith("You may not write in the folder " + folder), denied);
    }

    @Test
    void aNameThatIsTooLongForTheDiskIsToldSo() {
        Path file = folder.resolve("x".repeat(300));
        assertTrue(save(file).startsWith("The name is too long"), save(file));
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aDiskThatIsReallyFullIsToldSo() {
        Path file = Path.of("/dev/full");
        assertTrue(save(file).startsWith("The disk is full"), save(file));
    }

    @Test
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void linksInACircleAreToldSo() throws IOException {
        Path one = folder.resolve("one");
        Path other = Files.createSymbolicLink(folder.resolve("other"), one);
        Files.createSymbolicLink(one, other);
        assertTrue(save(one).contains("in a circle"), save(one));
    }
}
