package dev.blastradius.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ModelWriter;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.descriptor.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That no edit is lost while a file is read or written, which the tests hold up as long as they like. */
class DocumentsTest implements Documents.Listener {

    @TempDir
    Path folder;

    private final Background background = new Background();
    private final ScriptedDialogs dialogs = new ScriptedDialogs();
    private final Keeper keeper = new Keeper();
    private final Documents documents = new Documents(
            background,
            keeper,
            dialogs,
            new Notices(),
            new RememberedForAWhile(),
            (boxes, arrows) -> {
                Map<String, Point> places = new java.util.LinkedHashMap<>();
                boxes.keySet().forEach(id -> places.put(id, new Point(0, 100 * places.size())));
                return places;
            },
            ModelWriter::save,
            this);
    private final List<Boolean> busyWhenOpened = new ArrayList<>();
    private CountDownLatch gate = new CountDownLatch(0);

    @BeforeEach
    void openAModel() {
        Fx.start();
        open(WindowDriver.model(folder));
        settle();
    }

    @AfterEach
    void stop() {
        gate.countDown();
        background.stop();
        keeper.stop();
    }

    @Override
    public void opened(Editor editor, Map<String, Rect> places) {
        busyWhenOpened.add(documents.busy().get());
    }

    @Override
    public void closed() {}

    @Override
    public void refused(String file, List<Problem> problems) {}

    @Override
    public void warned(String file, List<Problem> problems) {}

    @Test
    void anEditMadeWhileAnotherFileIsReadIsAskedAboutBeforeItIsShown() throws IOException {
        Editor before = documents.editor();
        Path other = Files.copy(before.path(), folder.resolve("other.blast.json"));
        holdUp();
        open(other);
        Fx.run(this::edit);
        settle();
        assertEquals(1, dialogs.asked.size());
        assertSame(before, documents.editor());
        assertTrue(before.isModified());
    }

    @Test
    void aFileIsShownWithoutASecondQuestionWhereNothingWasEditedMeanwhile() throws IOException {
        Fx.run(this::edit);
        dialogs.unsaved = Dialogs.Unsaved.DISCARD;
        Path other = Files.copy(documents.editor().path(), folder.resolve("other.blast.json"));
        open(other);
        settle();
        assertEquals(1, dialogs.asked.size());
        assertEquals(other, documents.editor().path());
    }

    @Test
    void anEditMadeWhileTheFileIsWrittenIsAskedAboutBeforeTheModelIsClosed() {
        Fx.run(this::edit);
        dialogs.unsaved = Dialogs.Unsaved.SAVE;
        holdUp();
        Fx.run(documents::close);
        dialogs.unsaved = Dialogs.Unsaved.CANCEL;
        Fx.run(this::edit);
        settle();
        assertEquals(2, dialogs.asked.size());
        assertTrue(documents.editor().isModified());
        Path file = documents.editor().path();
        assertEquals(9, ModelReader.read(file).model().pipeline().components().size());
    }

    @Test
    void savingOnTheWayOutClosesTheModelWhereNothingWasEditedMeanwhile() {
        Fx.run(this::edit);
        dialogs.unsaved = Dialogs.Unsaved.SAVE;
        Fx.run(documents::close);
        settle();
        assertEquals(1, dialogs.asked.size());
        assertNull(documents.editor());
    }

    @Test
    void itIsBusyUntilTheLastOfSeveralFilesIsRead() throws IOException {
        busyWhenOpened.clear();
        Path file = documents.editor().path();
        Path other = Files.copy(file, folder.resolve("other.blast.json"));
        holdUp();
        Fx.run(() -> {
            documents.open(file);
            documents.open(other);
        });
        settle();
        assertEquals(List.of(true, false), busyWhenOpened);
    }

    @Test
    void savingInAnotherFolderTellsWhichRecordedArrivalsStayBehind() throws IOException {
        Files.writeString(folder.resolve("monday.csv"), "0.5\n1.5\n");
        Path file = folder.resolve("recorded.blast.json");
        Files.writeString(file, """
                { "format": "blastradius/1",
                  "components": {
                    "users": {"kind": "client", "traffic": {"arrivals": "recorded", "file": "monday.csv"}},
                    "a": {"kind": "service", "latency": "1s"} },
                  "dependencies": {"users->a": {}} }""");
        open(file);
        settle();
        dialogs.save = folder.resolve("renamed.blast.json");
        Fx.run(documents::saveAs);
        settle();
        assertEquals(List.of(), dialogs.told);
        Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
        dialogs.save = elsewhere.resolve("recorded.blast.json");
        Fx.run(documents::saveAs);
        settle();
        assertEquals(1, dialogs.told.size());
        assertTrue(dialogs.told.get(0).contains("monday.csv"), dialogs.told::toString);
        assertTrue(dialogs.told.get(0).contains(elsewhere.toString()), dialogs.told::toString);
    }

    private void edit() {
        documents.editor().add(Kinds.ALL.get(1), new Point(0, 0));
    }

    private void open(Path file) {
        Fx.run(() -> documents.open(file));
    }

    /** Keeps files from being read and written until {@link #settle}. */
    private void holdUp() {
        CountDownLatch held = new CountDownLatch(1);
        gate = held;
        background.run(
                () -> {
                    held.await();
                    return held;
                },
                done -> {},
                failure -> {});
    }

    private void settle() {
        gate.countDown();
        Fx.waitUntil("all files are read and written", () -> !documents.busy().get());
    }
}
