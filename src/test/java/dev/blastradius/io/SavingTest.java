package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.Pipeline;
import dev.blastradius.testing.RandomModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A file is either the old model or the new one, and nothing is left beside it. */
class SavingTest {

    private static final Pipeline PIPELINE = RandomModels.pipeline(1);

    @TempDir
    Path folder;

    private List<String> names(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aSavedModelReadsBack() throws IOException {
        Path file = folder.resolve("new.blast.json");
        ModelWriter.save(PIPELINE, file);
        assertEquals(ModelWriter.write(PIPELINE), Files.readString(file));
        assertEquals(List.of("new.blast.json"), names(folder));
    }

    @Test
    void anOldModelIsReplaced() throws IOException {
        Path file = Files.writeString(folder.resolve("old.blast.json"), "old");
        ModelWriter.save(PIPELINE, file);
        assertEquals(ModelWriter.write(PIPELINE), Files.readString(file));
        assertEquals(List.of("old.blast.json"), names(folder));
    }

    @Test
    void savingOverAFolderFailsAndLeavesItAlone() throws IOException {
        Path file = Files.createDirectory(folder.resolve("model.blast.json"));
        Files.writeString(file.resolve("precious"), "old");
        assertThrows(IOException.class, () -> ModelWriter.save(PIPELINE, file));
        assertEquals(List.of("precious"), names(file));
        assertEquals(List.of("model.blast.json"), names(folder));
    }

    @Test
    void savingIntoAFolderThatIsNotThereFails() {
        assertThrows(
                IOException.class,
                () -> ModelWriter.save(PIPELINE, folder.resolve("nowhere").resolve("model.blast.json")));
    }

    @Test
    void aFailedMoveKeepsWhatStandsThereAndRemovesTheNewFile() throws IOException {
        Path file = folder.resolve("model.blast.json");
        assertThrows(
                IOException.class,
                () -> WholeFile.write(file, out -> {
                    Files.createDirectory(file); // in the meantime, somebody else took the name
                    Files.writeString(file.resolve("precious"), "old");
                }));
        assertEquals(List.of("precious"), names(file));
        assertEquals(List.of("model.blast.json"), names(folder));
    }

    @Test
    void anUnfinishedFileOfAnotherSaveIsLeftAlone() throws IOException {
        Path file = folder.resolve("model.blast.json");
        String name = ".model.blast.json." + ProcessHandle.current().pid() + ".part";
        Path other = Files.writeString(folder.resolve(name), "somebody else's");
        ModelWriter.save(PIPELINE, file);
        assertEquals("somebody else's", Files.readString(other));
        assertEquals(ModelWriter.write(PIPELINE), Files.readString(file));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkStaysALinkAndPermissionsAreKept() throws IOException {
        Path file = Files.writeString(folder.resolve("target.blast.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));
        Path link = Files.createSymbolicLink(folder.resolve("link.blast.json"), file);
        ModelWriter.save(PIPELINE, link);
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(ModelWriter.write(PIPELINE), Files.readString(file));
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    }
}
