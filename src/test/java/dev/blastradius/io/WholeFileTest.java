package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WholeFileTest {

    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aFailureKeepsWhatStoodThereAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("a.json");
        Files.writeString(file, "old");
        assertThrows(
                IOException.class,
                () -> WholeFile.write(file, out -> {
                    out.write(new byte[100_000]);
                    throw new IOException("the disk is full");
                }));
        assertEquals("old", Files.readString(file));
        assertEquals(List.of("a.json"), names());
    }

    @Test
    void aNameThatIsTakenBesideIsLeftAlone() throws IOException {
        Path taken = folder.resolve(".a.json." + ProcessHandle.current().pid() + ".part");
        Files.writeString(taken, "somebody else's");
        WholeFile.write(folder.resolve("a.json"), out -> out.write('x'));
        assertEquals("x", Files.readString(folder.resolve("a.json")));
        assertEquals("somebody else's", Files.readString(taken));
        assertEquals(2, names().size());
    }

    @Test
    void aSymbolicLinkStaysOne() throws IOException {
        Path real = Files.writeString(folder.resolve("real.json"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), real);
        WholeFile.write(link, out -> out.write('x'));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("x", Files.readString(real));
    }

    @Test
    void aFolderIsNotReplaced() {
        assertThrows(FileSystemException.class, () -> WholeFile.write(folder, out -> out.write('x')));
        assertTrue(Files.isDirectory(folder));
    }
}
