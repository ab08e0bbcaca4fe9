package dev.blastradius.editor.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.io.Fingerprint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is noticed of what other programs do to a file. */
class DiskWatchTest {

    private static final Duration WHILE = DiskWatch.INTERVAL.plusMillis(1);

    @TempDir
    Path folder;

    private final ManualClockwork clockwork = new ManualClockwork();
    private final List<DiskWatch.State> seen = new ArrayList<>();
    private final DiskWatch watch = new DiskWatch(clockwork, sight -> seen.add(sight.state()));
    private Path file;

    @BeforeEach
    void watchAFile() throws IOException {
        file = folder.resolve("model.blast.json");
        write("old", 0);
        watch.watch(file, Fingerprint.of(file));
    }

    /** Writes the file, with a time of its own: file systems tell only so many moments apart. */
    private void write(String content, int second) throws IOException {
        Files.writeString(file, content);
        Files.setLastModifiedTime(
                file, FileTime.from(Instant.parse("2026-01-05T14:02:00Z").plusSeconds(second)));
    }

    @Test
    void nothingIsSaidOfAFileThatStaysAsItIs() {
        clockwork.pass(Duration.ofMinutes(1));
        assertEquals(List.of(), seen);
    }

    @Test
    void aChangeIsSaidOnce() throws IOException {
        write("new", 1);
        clockwork.pass(Duration.ofMinutes(1));
        assertEquals(List.of(DiskWatch.State.CHANGED), seen);
    }

    @Test
    void anotherChangeIsSaidAgain() throws IOException {
        write("new", 1);
        clockwork.pass(WHILE);
        write("newer", 2);
        clockwork.pass(WHILE);
        assertEquals(List.of(DiskWatch.State.CHANGED, DiskWatch.State.CHANGED), seen);
    }

    @Test
    void aFileWrittenAnewWithTheSameContentIsNoNews() throws IOException {
        write("old", 1);
        clockwork.pass(Duration.ofMinutes(1));
        assertEquals(List.of(), seen);
    }

    @Test
    void aChangeBackIsSaid() throws IOException {
        write("new", 1);
        clockwork.pass(WHILE);
        write("old", 2);
        clockwork.pass(WHILE);
        assertEquals(List.of(DiskWatch.State.CHANGED, DiskWatch.State.SAME), seen);
    }

    @Test
    void aFileThatGoesAwayAndComesBackIsSaid() throws IOException {
        Files.delete(file);
        clockwork.pass(WHILE);
        write("old", 1);
        clockwork.pass(WHILE);
        assertEquals(List.of(DiskWatch.State.GONE, DiskWatch.State.SAME), seen);
    }

    @Test
    void aFolderInTheFilesPlaceMeansThatTheFileIsGone() throws IOException {
        Files.delete(file);
        Files.createDirectory(file);
        clockwork.pass(WHILE);
        assertEquals(List.of(DiskWatch.State.GONE), seen);
    }

    @Test
    void aChangeOfTheSameSizeAndTimeIsSeenByWhoLooksClosely() throws IOException {
        write("new", 0);
        clockwork.pass(WHILE);
        assertEquals(List.of(), seen);
        watch.look();
        clockwork.settle();
        assertEquals(List.of(DiskWatch.State.CHANGED), seen);
    }

    @Test
    void whatWasSeenBeforeTheFileWasSavedIsNoNewsAfterwards() throws IOException {
        write("mine", 1);
        watch.look();
        watch.stop();
        watch.watch(file, Fingerprint.of(file));
        clockwork.pass(Duration.ofMinutes(1));
        assertEquals(List.of(), seen);
    }
}
