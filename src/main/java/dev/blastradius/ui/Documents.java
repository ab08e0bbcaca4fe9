package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Edits;
import dev.blastradius.editor.drawing.Arranging;
import dev.blastradius.editor.drawing.GraphLayout;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.editor.recovery.Clockwork;
import dev.blastradius.editor.recovery.Differences;
import dev.blastradius.editor.recovery.Orphans.Orphan;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.canvas.BoxSizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import org.jspecify.annotations.Nullable;

/**
 * Opens and closes models: reads files in the background, asks about unsaved changes, and has the open model saved by
 * {@link Saving}, kept by {@link Recovery} and its file watched by {@link FileGuard}.
 */
final class Documents {

    /** Hears what is open. */
    interface Listener {

        /** A model was opened; {@code places} is where its boxes go. */
        void opened(Editor editor, Map<String, Rect> places);

        /** No model is open any more. */
        void closed();

        /** A file could not be opened; what was open still is. */
        void refused(String file, List<Problem> problems);

        /** A model was opened, and something in it is doubtful. */
        void warned(String file, List<Problem> problems);
    }

    /** What the user has agreed to leave: a model in a state. */
    private record Left(@Nullable Editor editor, @Nullable Pipeline state) {}

    private final Jobs jobs;
    private final Dialogs dialogs;
    private final Remembered remembered;
    private final GraphLayout layout;
    private final Listener listener;
    private final FileGuard guard;
    private final Recovery recovery;
    private final Saving saving;
    private @Nullable Editor editor;
    private boolean leaving;

    /**
     * Documents of a window.
     *
     * @param clockwork when unsaved work is kept and files are looked at, and on which thread
     * @param notices where is said what has happened to files
     * @param storage writes the model files
     */
    Documents(
            Background background,
            Clockwork clockwork,
            Dialogs dialogs,
            Notices notices,
            Remembered remembered,
            GraphLayout layout,
            Saving.Storage storage,
            Listener listener) {
        this.jobs = new Jobs(background);
        this.dialogs = dialogs;
        this.remembered = remembered;
        this.layout = layout;
        this.listener = listener;
        this.guard = new FileGuard(clockwork, notices, dialogs, this::readAgain);
        this.recovery = new Recovery(clockwork, notices, dialogs, remembered, layout, this::openRecovered);
        this.saving = new Saving(jobs, dialogs, remembered, guard, storage, recovery::saved);
    }

    /** What is open; null where nothing is. */
    @Nullable
    Editor editor() {
        return editor;
    }

    /** Whether a file is being read or written. */
    ReadOnlyBooleanProperty busy() {
        return jobs.busy();
    }

    /** Asks for a file and opens it. */
    void chooseAndOpen() {
        Path file = dialogs.chooseOpen();
        if (file != null) {
            open(file);
        }
    }

    /** Opens a model file. */
    void open(Path file) {
        Path absolute = file.toAbsolutePath().normalize();
        String name = Differences.plain(String.valueOf(absolute.getFileName()));
        afterAsking(() -> read(
                () -> FileReading.of(absolute, layout), name, reading -> show(reading, name, absolute), problems -> {
                    listener.refused(name, problems);
                    recovery.refused(absolute);
                }));
    }

    /** Begins an empty model. */
    void create() {
        afterAsking(() -> {
            Pipeline empty = new Pipeline(Pipeline.FORMAT, null, null, Map.of(), null, null, null, null, null);
            show(new FileReading(new Model(empty, Map.of()), Map.of(), List.of(), null), "", null);
        });
    }

    /** Opens an example, as a model without a file. */
    void openExample(String name) {
        openExample(name, () -> {});
    }

    /**
     * Opens an example, as a model without a file.
     *
     * @param then is done when it is open, and not at all where it is not opened
     */
    void openExample(String name, Runnable then) {
        afterAsking(() -> read(
                () -> FileReading.of(() -> ModelReader.read(Examples.text(name), null), null, layout),
                name,
                reading -> {
                    show(reading, name, null);
                    then.run();
                },
                problems -> listener.refused(name, problems)));
    }

    /** Opens a model that was kept, with the state of its file behind it, where that can still be read, to undo to. */
    private void openRecovered(Orphan orphan, Pipeline kept) {
        Path file = orphan.file();
        if (file == null) {
            afterAsking(() -> showRecovered(orphan, kept, null));
            return;
        }
        afterAsking(() -> read(
                () -> FileReading.of(file, layout),
                String.valueOf(file.getFileName()),
                reading -> {
                    Editor opened = show(reading, String.valueOf(file.getFileName()), file);
                    recovery.restore(opened, orphan, kept);
                },
                problems -> showRecovered(orphan, kept, file)));
    }

    private void showRecovered(Orphan orphan, Pipeline kept, @Nullable Path file) {
        FileReading reading =
                new FileReading(new Model(kept, Map.of()), FileReading.places(kept, layout), List.of(), null);
        Editor opened = show(reading, kept.title(), file);
        opened.markUnsaved();
        recovery.restore(opened, orphan, kept);
    }

    private void read(
            Callable<FileReading> reader, String name, Consumer<FileReading> done, Consumer<List<Problem>> refused) {
        Left left = left();
        jobs.run(reader, reading -> unlessEditedSince(left, () -> done.accept(reading)), problem -> {
            if (problem instanceof FileReading.Refused invalid) {
                refused.accept(invalid.problems());
            } else {
                failed("Could not open " + name, problem);
            }
        });
    }

    private void readAgain(Path file, Consumer<FileReading> done) {
        String name = Differences.plain(String.valueOf(file.getFileName()));
        jobs.run(() -> FileReading.of(file, layout), done, problem -> {
            if (problem instanceof FileReading.Refused invalid) {
                listener.refused(name, invalid.problems());
            } else {
                failed("Could not open " + name, problem);
            }
        });
    }

    private Editor show(FileReading reading, String name, @Nullable Path file) {
        Editor opened = new Editor(reading.model(), file);
        editor = opened;
        if (file != null) {
            remembered.addRecent(file);
        }
        listener.opened(opened, reading.places());
        recovery.opened(opened, reading.content());
        guard.opened(opened, reading.content());
        if (!reading.warnings().isEmpty()) {
            listener.warned(name, reading.warnings());
        }
        return opened;
    }

    /** Arranges the selected boxes anew, or all where fewer than two are selected, as an edit. */
    void arrange() {
        Editor current = editor;
        if (current == null) {
            return;
        }
        Pipeline pipeline = current.pipeline();
        Set<String> chosen = current.selection().components();
        jobs.run(
                () -> Arranging.places(pipeline, chosen, BoxSizes.of(pipeline), layout),
                corners -> {
                    Map<String, Point> places = new LinkedHashMap<>(corners);
                    places.keySet().retainAll(current.pipeline().components().keySet());
                    current.apply(Arranging.label(chosen), null, it -> Edits.place(it, places));
                },
                problem -> failed("Could not arrange", problem));
    }

    /** Saves to the model's file, or asks for one where it has none. */
    void save() {
        Editor current = editor;
        if (current != null) {
            saving.save(current, () -> {});
        }
    }

    /** Asks for a file and saves there. */
    void saveAs() {
        Editor current = editor;
        if (current != null) {
            saving.saveAs(current, () -> {});
        }
    }

    /** Closes the model, after asking about unsaved changes. */
    void close() {
        afterAsking(() -> {
            editor = null;
            guard.closed();
            recovery.release(this::offerUnsaved);
            listener.closed();
        });
    }

    /** Leaves the model for good, after asking about unsaved changes; what was kept of it is gone before {@code then} is done. */
    void leave(Runnable then) {
        afterAsking(() -> {
            if (!leaving) {
                leaving = true;
                guard.closed();
                recovery.leave(then);
            }
        });
    }

    /** Offers what was left behind unsaved, where nothing is open. */
    void offerUnsaved() {
        if (editor == null) {
            recovery.nothingOpen();
        }
    }

    /** Looks whether other programs have changed the open model's file: the user comes back from them, perhaps. */
    void lookAtFile() {
        guard.look();
    }

    /** Keeps at once what is not kept yet, on any thread: the program is being ended from outside. */
    void keepNow() {
        recovery.keepNow();
    }

    /** Does something that would lose unsaved changes, after asking what becomes of them. */
    void afterAsking(Runnable action) {
        saving.afterwards(() -> ask(action));
    }

    private void ask(Runnable action) {
        Editor current = editor;
        if (current != null) {
            current.finishTyping();
        }
        if (current == null || !current.isModified()) {
            action.run();
            return;
        }
        switch (dialogs.askUnsaved(Differences.plain(current.pipeline().title()))) {
            // While the file is written the user can go on: what is new is asked about again.
            case SAVE -> saving.save(current, () -> afterAsking(action));
            case DISCARD -> action.run();
            case CANCEL -> {}
        }
    }

    private Left left() {
        Editor current = editor;
        if (current == null) {
            return new Left(null, null);
        }
        current.finishTyping();
        return new Left(current, current.drawn());
    }

    /** Does something that was agreed to while the model was in another state, perhaps: then it is asked about again. */
    private void unlessEditedSince(Left agreed, Runnable action) {
        if (left().equals(agreed)) {
            action.run();
        } else {
            afterAsking(action);
        }
    }

    private void failed(String what, Throwable problem) {
        if (problem instanceof IOException expected) {
            String message = expected.getMessage();
            dialogs.tell(what, message == null ? expected.getClass().getSimpleName() : message);
        } else {
            dialogs.tellFault(new FaultReport(what, problem, null));
        }
    }
}
