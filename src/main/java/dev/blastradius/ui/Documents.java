package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Edits;
import dev.blastradius.editor.drawing.GraphLayout;
import dev.blastradius.editor.drawing.Placement;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ModelWriter;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.canvas.BoxSizes;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** Opens, saves and closes models. Files are read and written in the background; unsaved changes are asked about. */
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

    private record Read(Model model, Map<String, Rect> places, List<Problem> warnings) {}

    private record Refused(List<Problem> problems) {}

    private final Background background;
    private final Dialogs dialogs;
    private final Remembered remembered;
    private final GraphLayout layout;
    private final Listener listener;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable Editor editor;

    Documents(Background background, Dialogs dialogs, Remembered remembered, GraphLayout layout, Listener listener) {
        this.background = background;
        this.dialogs = dialogs;
        this.remembered = remembered;
        this.layout = layout;
        this.listener = listener;
    }

    /** What is open; null where nothing is. */
    @Nullable
    Editor editor() {
        return editor;
    }

    /** Whether a file is being read or written. */
    ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
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
        afterAsking(() ->
                read(() -> ModelReader.read(absolute), absolute.getFileName().toString(), absolute));
    }

    /** Opens an example, as a model without a file. */
    void openExample(String name) {
        afterAsking(() -> read(() -> ModelReader.read(Examples.text(name), null), name, null));
    }

    private void read(Callable<ModelReader.Reading> reader, String name, @Nullable Path file) {
        work(
                () -> {
                    ModelReader.Reading reading = reader.call();
                    Model model = reading.model();
                    if (model == null) {
                        return new Refused(reading.problems());
                    }
                    Pipeline pipeline = model.pipeline();
                    return new Read(
                            model, Placement.boxes(pipeline, BoxSizes.of(pipeline), layout), reading.problems());
                },
                result -> {
                    if (result instanceof Refused refused) {
                        listener.refused(name, refused.problems());
                    } else if (result instanceof Read read) {
                        show(read, name, file);
                    }
                },
                "Could not open " + name);
    }

    private void show(Read read, String name, @Nullable Path file) {
        Editor opened = new Editor(read.model(), file);
        editor = opened;
        if (file != null) {
            remembered.addRecent(file);
        }
        listener.opened(opened, read.places());
        if (!read.warnings().isEmpty()) {
            listener.warned(name, read.warnings());
        }
    }

    /** Arranges all boxes anew, as an edit. */
    void arrange() {
        Editor current = editor;
        if (current == null) {
            return;
        }
        Pipeline pipeline = current.pipeline();
        work(
                () -> layout.arrange(BoxSizes.of(pipeline), pipeline.arrows().keySet()),
                corners -> {
                    Map<String, Point> places = new LinkedHashMap<>(corners);
                    places.keySet().retainAll(current.pipeline().components().keySet());
                    current.apply("Arrange", null, it -> Edits.place(it, places));
                },
                "Could not arrange");
    }

    /** Saves to the model's file, or asks for one where it has none. */
    void save() {
        save(() -> {});
    }

    private void save(Runnable then) {
        Editor current = editor;
        if (current != null) {
            Path file = current.path();
            Path target = file != null ? file : dialogs.chooseSave(suggestion(current));
            if (target != null) {
                write(current, target, then);
            }
        }
    }

    /** Asks for a file and saves there. */
    void saveAs() {
        Editor current = editor;
        Path target = current == null ? null : dialogs.chooseSave(suggestion(current));
        if (current != null && target != null) {
            write(current, target, () -> {});
        }
    }

    private static String suggestion(Editor editor) {
        Path file = editor.path();
        if (file != null) {
            return String.valueOf(file.getFileName());
        }
        String name =
                editor.pipeline().title().toLowerCase(java.util.Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String trimmed = name.replaceAll("^-+|-+$", "");
        return (trimmed.isEmpty() ? "model" : trimmed) + ".blast.json";
    }

    private void write(Editor current, Path target, Runnable then) {
        Pipeline written = current.pipeline();
        work(
                () -> {
                    ModelWriter.save(written, target);
                    return target.toAbsolutePath().normalize();
                },
                path -> {
                    current.markSaved(written, path);
                    remembered.addRecent(path);
                    then.run();
                },
                "Could not save " + target.getFileName());
    }

    /** Closes the model, after asking about unsaved changes. */
    void close() {
        afterAsking(() -> {
            editor = null;
            listener.closed();
        });
    }

    /** Does something that would lose unsaved changes, after asking what becomes of them. */
    void afterAsking(Runnable action) {
        Editor current = editor;
        if (current == null || !current.isModified()) {
            action.run();
            return;
        }
        switch (dialogs.askUnsaved(current.pipeline().title())) {
            case SAVE -> save(action);
            case DISCARD -> action.run();
            case CANCEL -> {}
        }
    }

    private <T> void work(Callable<T> work, Consumer<T> done, String failure) {
        busy.set(true);
        background.run(
                work,
                result -> {
                    busy.set(false);
                    done.accept(result);
                },
                problem -> {
                    busy.set(false);
                    dialogs.tell(failure, reason(problem));
                });
    }

    private static String reason(Throwable problem) {
        String message = problem.getMessage();
        if (problem instanceof java.nio.file.AccessDeniedException) {
            return "There is no permission to write " + message + ".";
        }
        if (problem instanceof java.nio.file.NoSuchFileException) {
            return "There is no such file or folder: " + message + ".";
        }
        boolean expected = problem instanceof IOException && message != null;
        return expected ? String.valueOf(message) : problem.getClass().getSimpleName() + ": " + message;
    }
}
