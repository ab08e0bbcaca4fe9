package dev.blastradius.editor.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.io.Autosave;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Fingerprint;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ModelWriter;
import dev.blastradius.io.Session;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kinds;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When unsaved work is written, where to, and when it goes away. */
class AutosaverTest {

    private static final Duration SECOND = Duration.ofSeconds(1);

    /** A run of the program that has ended: nothing has the number 1 and was started then. */
    private static final Session SESSION = new Session(1, Instant.parse("1999-12-31T23:59:59Z"));

    @TempDir
    Path folder;

    private final ManualClockwork clockwork = new ManualClockwork();
    private final List<IOException> health = new ArrayList<>();
    private Path file;
    private Path own;
    private AutosavePlaces places;
    private Editor editor;
    private Autosaver saver;

    @BeforeEach
    void openAModel() throws IOException {
        file = folder.resolve("support.blast.json");
        own = folder.resolve("own");
        places = new AutosavePlaces(own);
        Files.writeString(file, Examples.text("rag-support-one-provider"));
        editor = new Editor(ModelReader.read(file).model(), file);
        saver = saver(editor);
    }

    private Autosaver saver(Editor of) throws IOException {
        Fingerprint base = of.path() == null ? null : Fingerprint.of(of.path());
        return new Autosaver(of, base, places, SESSION, clockwork, health::add);
    }

    private void edit() {
        editor.add(Kinds.ALL.get(1), new Point(0, 0));
    }

    private Path beside() {
        return folder.resolve(Autosave.name("support.blast.json", SESSION));
    }

    private Pipeline kept(Path place) {
        return Autosave.read(place).autosave().model(folder).model().pipeline();
    }

    private List<String> names(Path where) throws IOException {
        try (Stream<Path> files = Files.list(where)) {
            return files.map(each -> each.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void nothingIsWrittenWhereNothingWasChanged() throws IOException {
        clockwork.pass(Duration.ofMinutes(1));
        assertEquals(List.of("support.blast.json"), names(folder));
    }

    @Test
    void anEditIsKeptASecondLater() {
        edit();
        clockwork.pass(SECOND);
        assertEquals(editor.drawn(), kept(beside()));
        Autosave autosave = Autosave.read(beside()).autosave();
        assertEquals(file, autosave.file());
        assertEquals(SESSION, autosave.session());
    }

    @Test
    void whoEditsWithoutAPauseNeverLosesMoreThanThreeSeconds() {
        for (int tenth = 0; tenth < 200; tenth++) {
            edit();
            editor.undo();
            edit();
            clockwork.pass(Duration.ofMillis(100));
            if (tenth > 10) {
                Instant written = Autosave.read(beside()).autosave().written();
                Duration behind = Duration.between(written, clockwork.now());
                assertTrue(behind.compareTo(Autosaver.PAUSE) <= 0, () -> behind + " behind");
            }
        }
    }

    @Test
    void savingTakesTheKeptWorkAway() throws IOException {
        edit();
        clockwork.pass(SECOND);
        ModelWriter.save(editor.drawn(), file);
        editor.markSaved(editor.drawn(), file);
        saver.saved(Fingerprint.of(file));
        clockwork.pass(SECOND);
        assertEquals(List.of("support.blast.json"), names(folder));
    }

    @Test
    void whatWasEditedWhileTheFileWasWrittenIsKeptAfterwards() throws IOException {
        edit();
        Pipeline written = editor.drawn();
        clockwork.pass(SECOND);
        edit();
        editor.markSaved(written, file);
        saver.saved(Fingerprint.of(file));
        clockwork.pass(Autosaver.PAUSE);
        assertEquals(editor.drawn(), kept(beside()));
    }

    @Test
    void undoingEverythingTakesTheKeptWorkAway() throws IOException {
        edit();
        clockwork.pass(SECOND);
        editor.undo();
        clockwork.pass(SECOND);
        assertEquals(List.of("support.blast.json"), names(folder));
    }

    @Test
    void leavingTheModelTakesTheKeptWorkAwayBeforeAnythingElseIsDone() throws IOException {
        edit();
        clockwork.pass(SECOND);
        List<List<String>> then = new ArrayList<>();
        saver.release(() -> {
            try {
                then.add(names(folder));
            } catch (IOException e) {
                throw new AssertionError(e);
            }
        });
        clockwork.settle();
        assertEquals(List.of(List.of("support.blast.json")), then);
        edit();
        clockwork.pass(Duration.ofMinutes(1));
        assertEquals(List.of("support.blast.json"), names(folder));
    }

    @Test
    void aModelWithoutAFileIsKeptInTheProgramsOwnFolder() throws IOException {
        Editor unsaved = new Editor(Examples.load("agent-with-tools"), null);
        saver(unsaved);
        unsaved.add(Kinds.ALL.get(1), new Point(0, 0));
        clockwork.pass(SECOND);
        Path place = own.resolve(Autosave.name("unsaved", SESSION));
        assertEquals(unsaved.drawn(), kept(place));
        assertNull(Autosave.read(place).autosave().file());
    }

    @Test
    void whereNothingCanBeWrittenBesideTheFileTheProgramsOwnFolderTakesIt() throws IOException {
        Files.createDirectories(beside().resolve("in the way"));
        edit();
        clockwork.pass(SECOND);
        Path place = own.resolve(Autosave.name("support.blast.json", SESSION));
        assertEquals(editor.drawn(), kept(place));
        assertEquals(file, Autosave.read(place).autosave().file());
        assertEquals(List.of(), health);
    }

    @Test
    void whereNothingCanBeWrittenAnywhereThatIsToldOnceAndTriedAgain() throws IOException {
        Files.createDirectories(beside().resolve("in the way"));
        Files.writeString(own, "no folder");
        edit();
        clockwork.pass(Duration.ofSeconds(45));
        assertEquals(1, health.size());
        assertNotNull(health.get(0));
        Files.delete(own);
        clockwork.pass(Autosaver.PATIENCE);
        assertEquals(2, health.size());
        assertNull(health.get(1));
        assertEquals(editor.drawn(), kept(own.resolve(Autosave.name("support.blast.json", SESSION))));
    }

    @Test
    void restoredWorkIsTakenAwayOnlyWhenItIsKeptAnew() throws IOException {
        Path orphan = Files.writeString(folder.resolve("orphan"), "work");
        edit();
        saver.supersede(orphan);
        clockwork.settle();
        assertTrue(Files.exists(orphan));
        clockwork.pass(SECOND);
        assertFalse(Files.exists(orphan));
        assertEquals(editor.drawn(), kept(beside()));
    }

    @Test
    void whatIsNotKeptYetIsKeptAtOnceWhenTheProgramIsEndedFromOutside() {
        edit();
        saver.keepNow();
        assertEquals(editor.drawn(), kept(beside()));
    }

    @Test
    void savingElsewhereMovesTheKeptWorkThere() throws IOException {
        Path other = folder.resolve("other.blast.json");
        edit();
        clockwork.pass(SECOND);
        editor.markSaved(editor.drawn(), other);
        saver.saved(null);
        edit();
        clockwork.pass(Autosaver.PAUSE);
        assertEquals(
                List.of(Autosave.name("other.blast.json", SESSION), "support.blast.json").stream()
                        .sorted()
                        .toList(),
                names(folder));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void keptWorkIsForItsOwnersEyesOnly() throws IOException {
        edit();
        clockwork.pass(SECOND);
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(beside())));
    }

    @Test
    @DisabledOnOs(OS.WINDOWS)
    void aLinkThatLiesWhereWorkIsKeptIsReplacedAndNotFollowed() throws IOException {
        Path precious = Files.writeString(folder.resolve("precious"), "old");
        Files.createSymbolicLink(beside(), precious);
        edit();
        clockwork.pass(SECOND);
        assertEquals("old", Files.readString(precious));
        assertEquals(editor.drawn(), kept(beside()));
    }

    @Test
    void twoWindowsOfOneRunOfTheProgramKeepTheirWorkEachInAFileOfItsOwn() throws IOException {
        List<Pipeline> states = new ArrayList<>();
        for (int window = 0; window < 2; window++) {
            Editor open = new Editor(new Model(editor.drawn(), Map.of()), null);
            saver = new Autosaver(open, null, places, Session.begin(), clockwork, health::add);
            open.add(Kinds.ALL.get(window + 1), new Point(0, 0));
            states.add(open.drawn());
        }
        clockwork.pass(SECOND);
        List<Pipeline> found = new ArrayList<>();
        for (Path place : places.own()) {
            found.add(kept(place));
        }
        assertEquals(Set.copyOf(states), Set.copyOf(found));
    }

    @Test
    void workThatCanBeKeptBesideTheFileAgainIsKeptNowhereElse() throws IOException {
        Path inTheWay = Files.createDirectories(beside().resolve("full"));
        edit();
        clockwork.pass(SECOND);
        assertEquals(1, places.own().size());
        Files.delete(inTheWay);
        Files.delete(beside());
        edit();
        clockwork.pass(Autosaver.PAUSE);
        assertEquals(editor.drawn(), kept(beside()));
        assertEquals(List.of(), places.own());
    }
}
