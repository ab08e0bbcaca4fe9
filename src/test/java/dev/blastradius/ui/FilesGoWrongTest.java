package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.drawing.Size;
import dev.blastradius.io.Autosave;
import dev.blastradius.io.Fingerprint;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ModelWriter;
import dev.blastradius.io.Session;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of the work when disks are full, other programs change files, or the program was ended. */
class FilesGoWrongTest implements Documents.Listener {

    private static final Session DEAD = new Session(1, Instant.parse("1999-12-31T23:59:59Z"));

    @TempDir
    Path folder;

    private final Background background = new Background();
    private final Keeper keeper = new Keeper();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final Notices notices = new Notices();
    private final RememberedForAWhile remembered = new RememberedForAWhile();
    private String trouble = "";
    private Documents documents;
    private Path file;

    @BeforeEach
    void openAModel() {
        Fx.start();
        remembered.unsavedFolder = folder.resolve("own");
        documents = Fx.get(() -> new Documents(
                background, keeper, dialogs, notices, remembered, FilesGoWrongTest::inARow, this::store, this));
        file = WindowDriver.model(folder);
        open();
    }

    @AfterEach
    void stop() {
        background.stop();
        keeper.stop();
    }

    private static Map<String, Point> inARow(Map<String, Size> boxes, Collection<String> arrows) {
        Map<String, Point> places = new LinkedHashMap<>();
        boxes.keySet().forEach(id -> places.put(id, new Point(0, 100 * places.size())));
        return places;
    }

    private void store(Pipeline pipeline, Path where) throws IOException {
        if (!trouble.isEmpty() && where.equals(file)) {
            throw new IOException(trouble);
        }
        ModelWriter.save(pipeline, where);
    }

    @Override
    public void opened(Editor editor, Map<String, Rect> places) {}

    @Override
    public void closed() {}

    @Override
    public void refused(String name, List<Problem> problems) {}

    @Override
    public void warned(String name, List<Problem> problems) {}

    private void open() {
        Fx.run(() -> documents.open(file));
        settle();
    }

    private void settle() {
        Fx.waitUntil("all files are read and written", () -> !documents.busy().get());
    }

    private Editor editor() {
        return documents.editor();
    }

    private void edit() {
        Fx.run(() -> editor().add(Kinds.ALL.get(1), new Point(0, 0)));
    }

    private void save() {
        Fx.run(documents::save);
        settle();
    }

    private int onDisk(Path where) {
        return ModelReader.read(where).model().pipeline().components().size();
    }

    private int inHand() {
        return editor().drawn().components().size();
    }

    /** Another program adds a line of space to the file. */
    private void changeOutside() throws IOException {
        Files.writeString(file, Files.readString(file) + "\n");
    }

    private void press(String bar, String button) {
        Fx.run(() -> ((Button) notices.lookup("#" + bar + "-" + button)).fire());
        settle();
    }

    private void awaitBar(String bar) {
        Fx.waitUntil("the bar is shown: " + bar, () -> notices.lookup("#" + bar) != null);
    }

    private String words(String bar) {
        return Fx.get(() -> ((Labeled) notices.lookup("#" + bar + "-words")).getText());
    }

    @Test
    void aFullDiskIsToldAndTheWorkStaysOpenAndUnsavedAndTheOldFileAsItWas() throws IOException {
        String before = Files.readString(file);
        trouble = "No space left on device";
        edit();
        save();
        assertEquals(1, dialogs.told.size());
        assertTrue(dialogs.told.get(0).contains("The disk is full"), dialogs.told::toString);
        assertTrue(editor().isModified());
        assertEquals(before, Files.readString(file));
    }

    @Test
    void afterAFullDiskTheWorkCanBeSavedElsewhere() {
        trouble = "No space left on device";
        dialogs.save = folder.resolve("elsewhere.blast.json");
        dialogs.notSaved.add(Dialogs.NotSaved.SAVE_AS);
        edit();
        Fx.run(documents::save);
        Fx.waitUntil(
                "it is saved elsewhere",
                () -> Files.exists(dialogs.save) && !documents.busy().get());
        assertEquals(inHand(), onDisk(dialogs.save));
        assertEquals(dialogs.save, editor().path());
        assertFalse(editor().isModified());
    }

    @Test
    void closingWaitsForTheFileThatIsBeingWrittenAndAsksNothing() {
        edit();
        Fx.run(() -> {
            documents.save();
            documents.close();
        });
        Fx.waitUntil("it is closed", () -> documents.editor() == null);
        assertEquals(List.of(), dialogs.asked);
        assertEquals(9, onDisk(file));
    }

    @Test
    void aModelThatCannotBeSavedOnTheWayOutStaysOpen() {
        trouble = "Read-only file system";
        dialogs.unsaved = Dialogs.Unsaved.SAVE;
        edit();
        Fx.run(documents::close);
        settle();
        assertTrue(editor().isModified());
    }

    @Test
    void savingOverWhatAnotherProgramHasWrittenAsksFirst() throws IOException {
        edit();
        changeOutside();
        String theirs = Files.readString(file);
        save();
        assertEquals(List.of("support.blast.json"), dialogs.asked);
        assertEquals(theirs, Files.readString(file));
        assertTrue(editor().isModified());
        dialogs.changed = Dialogs.Changed.REPLACE;
        save();
        assertEquals(inHand(), onDisk(file));
        assertFalse(editor().isModified());
    }

    @Test
    void savingTwiceInARowAsksNothing() {
        edit();
        Fx.run(() -> {
            documents.save();
            editor().add(Kinds.ALL.get(1), new Point(0, 0));
            documents.save();
        });
        settle();
        Fx.waitUntil("both are saved", () -> !editor().isModified());
        assertEquals(List.of(), dialogs.asked);
        assertEquals(inHand(), onDisk(file));
    }

    @Test
    void aChangedFileIsReloadedInOneStepThatCanBeUndone() throws IOException {
        edit();
        Pipeline mine = editor().drawn();
        Pipeline theirs = ModelReader.read(file).model().pipeline();
        changeOutside();
        Fx.run(documents::lookAtFile);
        awaitBar("changed-on-disk");
        press("changed-on-disk", "reload");
        assertEquals(theirs.components(), editor().drawn().components());
        assertFalse(editor().isModified());
        Fx.run(editor()::undo);
        assertEquals(mine, editor().drawn());
    }

    @Test
    void whoKeepsTheirOwnModelIsNotAskedAgainWhenSaving() throws IOException {
        changeOutside();
        Fx.run(documents::lookAtFile);
        awaitBar("changed-on-disk");
        press("changed-on-disk", "keep-mine");
        assertTrue(editor().isModified());
        save();
        assertEquals(List.of(), dialogs.asked);
        assertFalse(editor().isModified());
    }

    @Test
    void aDeletedFileIsToldAndWrittenAgainBySaving() throws IOException {
        Files.delete(file);
        Fx.run(documents::lookAtFile);
        awaitBar("changed-on-disk");
        assertTrue(words("changed-on-disk").contains("is not in its folder any more"));
        assertTrue(editor().isModified());
        save();
        assertEquals(inHand(), onDisk(file));
    }

    /** Leaves unsaved work behind as a run that was killed does: one component more than the file has. */
    private Path orphan() throws IOException {
        edit();
        Path place = folder.resolve(Autosave.name("support.blast.json", DEAD));
        new Autosave(DEAD, file, Fingerprint.of(file), Instant.EPOCH, ModelWriter.write(editor().drawn())).write(place);
        dialogs.unsaved = Dialogs.Unsaved.DISCARD;
        Fx.run(documents::close);
        Fx.waitUntil("it is closed", () -> documents.editor() == null);
        return place;
    }

    @Test
    void workThatWasLeftBehindIsRestoredAndUndoLeadsBackToTheFile() throws IOException {
        orphan();
        open();
        awaitBar("recovered-1");
        press("recovered-1", "restore");
        assertEquals(onDisk(file) + 1, inHand());
        assertTrue(editor().isModified());
        Fx.run(editor()::undo);
        assertEquals(onDisk(file), inHand());
        assertFalse(editor().isModified());
    }

    @Test
    void workThatWasLeftBehindIsOfferedAtTheStartAndOpensWithItsFile() throws IOException {
        orphan();
        awaitBar("recovered-1");
        press("recovered-1", "restore");
        Fx.waitUntil("it is open", () -> documents.editor() != null);
        Fx.waitUntil("it is restored", () -> editor().isModified());
        assertEquals(file, editor().path());
        assertEquals(onDisk(file) + 1, inHand());
    }

    @Test
    void workOnAFileThatIsGoneIsRestoredAsAModelToBeSavedThere() throws IOException {
        orphan();
        int before = onDisk(file);
        Files.delete(file);
        awaitBar("recovered-1");
        press("recovered-1", "restore");
        Fx.waitUntil("it is open", () -> documents.editor() != null);
        assertTrue(editor().isModified());
        save();
        assertEquals(before + 1, onDisk(file));
    }

    @Test
    void nothingIsDiscardedWithoutAsking() throws IOException {
        Path place = orphan();
        open();
        awaitBar("recovered-1");
        press("recovered-1", "discard");
        assertTrue(Files.exists(place));
        dialogs.confirmed = true;
        press("recovered-1", "discard");
        Fx.waitUntil("it is discarded", () -> Files.notExists(place));
        assertNull(Fx.get(() -> notices.lookup("#recovered-1")));
    }

    @Test
    void workThatCannotBeReadIsToldAndSetAside() throws IOException {
        Path place = orphan();
        Files.writeString(place, "rubbish");
        open();
        awaitBar("recovered-1");
        assertTrue(words("recovered-1").contains("cannot be read"));
        press("recovered-1", "set-aside");
        Fx.waitUntil("it is set aside", () -> !dialogs.told.isEmpty());
        try (Stream<Path> files = Files.list(folder)) {
            assertNotEquals(
                    List.of(),
                    files.filter(each -> each.toString().endsWith(".unreadable"))
                            .toList());
        }
    }

    @Test
    void aReloadedModelBringsTheRecordedArrivalsThatItNames() throws IOException {
        Files.writeString(file.resolveSibling("monday.csv"), "arrival\n0\n1\n");
        Files.writeString(file, """
                { "format": "blastradius/1", "components": {
                    "users": {"kind": "client", "traffic": {"arrivals": "recorded", "file": "monday.csv"}}} }""");
        Fx.run(documents::lookAtFile);
        awaitBar("changed-on-disk");
        press("changed-on-disk", "reload");
        assertEquals(Set.of("monday.csv"), editor().model().recordings().keySet());
    }

    @Test
    void aModelsNameCannotDisguiseTheQuestionWhatBecomesOfItsChanges() throws IOException {
        Files.writeString(file, """
                { "format": "blastradius/1", "name": "Shop\\u202e\\n\\nNothing is lost", "components": {
                    "users": {"kind": "client", "traffic": {"requestsPerSecond": 5}} } }""");
        open();
        edit();
        Fx.run(documents::close);
        assertEquals(List.of("Shop   Nothing is lost"), dialogs.asked);
    }
}
