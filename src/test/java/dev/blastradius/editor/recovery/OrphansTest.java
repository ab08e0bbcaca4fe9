package dev.blastradius.editor.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.recovery.Orphans.Orphan;
import dev.blastradius.io.Autosave;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Fingerprint;
import dev.blastradius.io.Session;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which unsaved work is found again, and what is known of it. */
class OrphansTest {

    private static final Session DEAD = new Session(1, Instant.parse("1999-12-31T23:59:59Z"));
    private static final Session EARLIER = new Session(1, Instant.parse("1999-12-31T22:59:59Z"));
    private static final Session SELF = new Session(2, Instant.parse("2026-01-05T14:00:00Z"));
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final String MODEL = Examples.text("rag-support-one-provider");

    @TempDir
    Path folder;

    private Path file;
    private Path own;
    private Orphans orphans;

    @BeforeEach
    void aFile() throws IOException {
        own = Files.createDirectory(folder.resolve("own"));
        file = Files.writeString(folder.resolve("support.blast.json"), MODEL);
        orphans = new Orphans(new AutosavePlaces(own), SELF);
    }

    private Path keep(Path where, Path of, Session session, Instant written, String text) throws IOException {
        Path place = where.resolve(
                Autosave.name(of == null ? "unsaved" : of.getFileName().toString(), session));
        Fingerprint base = of == null ? null : Fingerprint.of(of);
        new Autosave(session, of, base, written, text).write(place);
        return place;
    }

    @Test
    void workBesideTheFileAndInTheOwnFolderIsFoundTheNewestFirst() throws IOException {
        Path older = keep(own, file, EARLIER, NOON, MODEL);
        Path newer = keep(folder, file, DEAD, NOON.plusSeconds(1), MODEL);
        List<Orphan> found = orphans.of(file);
        assertEquals(List.of(newer, older), found.stream().map(Orphan::place).toList());
        assertEquals(
                Examples.load("rag-support-one-provider").pipeline(),
                found.get(0).pipeline());
        assertFalse(found.get(0).live());
        assertFalse(found.get(0).changedSince());
    }

    @Test
    void whatThisRunOfTheProgramKeepsItselfIsNotFound() throws IOException {
        keep(folder, file, SELF, NOON, MODEL);
        assertEquals(List.of(), orphans.of(file));
    }

    @Test
    void whatAnotherWindowHasInHandIsFoundAndNeverOfferedAtTheStart() throws IOException {
        keep(folder, file, Session.begin(), NOON, MODEL);
        assertTrue(orphans.of(file).get(0).live());
        assertEquals(List.of(), orphans.atStart(List.of(file)));
    }

    @Test
    void workOnAnotherFileWhoseNameBeginsLikeThisOnesIsNotFound() throws IOException {
        Path other = Files.writeString(folder.resolve("support.blast.json.old"), MODEL);
        keep(folder, other, DEAD, NOON, MODEL);
        keep(own, folder.resolve("elsewhere").resolve("support.blast.json"), DEAD, NOON, MODEL);
        assertEquals(List.of(), orphans.of(file));
    }

    @Test
    void workOnModelsWithoutAFileIsFoundAtTheStart() throws IOException {
        keep(own, null, DEAD, NOON, MODEL);
        List<Orphan> found = orphans.atStart(List.of());
        assertEquals(1, found.size());
        assertNull(found.get(0).file());
    }

    @Test
    void workOnAFileThatWasOpenOfLateIsFoundAtTheStartEvenIfTheFileIsGone() throws IOException {
        keep(folder, file, DEAD, NOON, MODEL);
        Files.delete(file);
        assertEquals(
                List.of(file),
                orphans.atStart(List.of(file)).stream().map(Orphan::file).toList());
    }

    @Test
    void aFileThatWasChangedSinceTheWorkBeganIsNoticed() throws IOException {
        keep(folder, file, DEAD, NOON, MODEL);
        Files.writeString(file, MODEL + " ");
        assertTrue(orphans.of(file).get(0).changedSince());
    }

    @Test
    void aModelThatIsNotValidIsFoundWithWhatIsWrong() throws IOException {
        keep(folder, file, DEAD, NOON, "{\"format\": \"blastradius/1\"}");
        Orphan found = orphans.of(file).get(0);
        assertNull(found.pipeline());
        assertTrue(found.problem().startsWith("the model in it is broken"), found::problem);
    }

    @Test
    void whatCannotBeReadIsSetAsideUnderAFreeNameAndNotFoundAgain() throws IOException {
        Path place = keep(folder, file, DEAD, NOON, MODEL);
        Files.writeString(place, "rubbish");
        Files.writeString(folder.resolve(place.getFileName() + ".unreadable"), "older rubbish");
        assertFalse(orphans.of(file).get(0).problem().isEmpty());
        Path aside = Orphans.setAside(place);
        assertEquals("rubbish", Files.readString(aside));
        assertEquals("older rubbish", Files.readString(folder.resolve(place.getFileName() + ".unreadable")));
        assertEquals(List.of(), orphans.of(file));
    }

    @Test
    void nothingIsFoundWhereThereIsNoFolder() {
        Orphans nowhere = new Orphans(new AutosavePlaces(folder.resolve("nowhere")), SELF);
        assertEquals(
                List.of(), nowhere.atStart(List.of(folder.resolve("nowhere").resolve("x.blast.json"))));
        assertEquals(List.of(), nowhere.of(folder.resolve("nowhere").resolve("x.blast.json")));
    }

    @Test
    void eachSystemHasItsUsualFolder() {
        Path home = folder.toAbsolutePath();
        assertEquals(
                home.resolve(".local/state/blastradius/unsaved"),
                AutosavePlaces.usual("Linux", home, Map.<String, String>of()::get));
        assertEquals(
                home.resolve("state/blastradius/unsaved"),
                AutosavePlaces.usual(
                        "Linux",
                        home,
                        Map.of("XDG_STATE_HOME", home.resolve("state").toString())::get));
        assertEquals(
                home.resolve(".local/state/blastradius/unsaved"),
                AutosavePlaces.usual("Linux", home, Map.of("XDG_STATE_HOME", "not/absolute")::get));
        assertEquals(
                home.resolve("Library/Application Support/blastradius/unsaved"),
                AutosavePlaces.usual("Mac OS X", home, Map.<String, String>of()::get));
        assertEquals(
                home.resolve("AppData/Local/blastradius/unsaved"),
                AutosavePlaces.usual("Windows 11", home, Map.<String, String>of()::get));
    }
}
