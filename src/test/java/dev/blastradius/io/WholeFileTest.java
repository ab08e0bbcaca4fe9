package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
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
    void aLinkToWhereNothingStandsYetGetsItsFile() throws IOException {
        Path real = folder.resolve("real.json");
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of("real.json"));
        WholeFile.write(link, out -> out.write('x'));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals("x", Files.readString(real));
    }

    @Test
    void theLongestNameThatTheDiskTakesCanBeWritten() throws IOException {
        Path file = folder.resolve("x".repeat(255));
        WholeFile.write(file, out -> out.write('x'));
        assertEquals("x", Files.readString(file));
        assertEquals(1, names().size());
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void theUnfinishedFileIsNoMoreReadableThanTheOldOne() throws IOException {
        Path file = Files.writeString(folder.resolve("secret.json"), "old");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        List<String> meanwhile = new ArrayList<>();
        WholeFile.write(file, out -> {
            for (String name : names()) {
                meanwhile.add(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))));
            }
        });
        assertEquals(List.of("rw-------", "rw-------"), meanwhile);
    }

    @Test
    void whatAKilledProcessHasLeftIsSweptAwayAfterAMinuteAndNothingElseIs() throws IOException {
        Path file = Files.writeString(folder.resolve("a.json"), "x");
        long self = ProcessHandle.current().pid();
        Files.writeString(folder.resolve(".a.json.999999999.part"), "left");
        Files.writeString(folder.resolve(".a.json.999999999-1.part"), "left");
        Files.writeString(folder.resolve(".a.json." + self + ".part"), "being written");
        Files.writeString(folder.resolve(".a.json.b.part"), "somebody else's");
        Files.writeString(folder.resolve(".b.json.999999999.part"), "another file's");
        Instant now = Files.getLastModifiedTime(file).toInstant();
        WholeFile.sweep(file, now);
        assertEquals(6, names().size());
        WholeFile.sweep(file, now.plusSeconds(120));
        assertEquals(
                List.of(".a.json." + self + ".part", ".a.json.b.part", ".b.json.999999999.part", "a.json"), names());
    }

    @Test
    void aFolderIsNotReplaced() {
        assertThrows(FileSystemException.class, () -> WholeFile.write(folder, out -> out.write('x')));
        assertTrue(Files.isDirectory(folder));
    }
}
