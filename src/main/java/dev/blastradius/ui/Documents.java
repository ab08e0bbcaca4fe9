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
import dev.blastradius.io.Recordings;
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

    /** A file as written, and the recordings that are not beside it. */
    private record Written(Path path, List<String> missing) {}

    /** What the user has agreed to leave: a model in a state. */
    private record Left(@Nullable Editor editor, @Nullable Pipeline state) {}

    private final Background background;
    private final Dialogs dialogs;
    private final Remembered remembered;
    private final GraphLayout layout;
    private final Listener listener;
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private @Nullable Editor editor;
    private int jobs;

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

    /** Begins an empty model. */
    void create() {
        afterAsking(() -> {
            Pipeline empty = new Pipeline(Pipeline.FORMAT, null, null, Map.of(), null, null, null, null, null);
            show(new Read(new Model(empty, Map.of()), Map.of(), List.of()), "", null);
        });
    }

    /** Opens an example, as a model without a file. */
    void openExample(String name) {
        afterAsking(() -> read(() -> ModelReader.read(Examples.text(name), null), name, null));
    }

    private void read(Callable<ModelReader.Reading> reader, String name, @Nullable Path file) {
        Left left = left();
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
                        unlessEditedSince(left, () -> show(read, name, file));
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
        Editor current = editor;
        if (current != null) {
            save(current, () -> {});
        }
    }

    private void save(Editor current, Runnable then) {
        current.finishTyping();
        if (current.path() != null && !current.isModified()) {
            then.run();
        } else {
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
        if (current == null) {
            return;
        }
        current.finishTyping();
        Path target = dialogs.chooseSave(suggestion(current));
        if (target != null) {
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
        Pipeline written = current.drawn();
        Path before = current.path();
        work(
                () -> {
                    ModelWriter.save(written, target);
                    Path path = target.toAbsolutePath().normalize();
                    return new Written(path, leftBehind(written, before, path));
                },
                done -> {
                    current.markSaved(written, done.path());
                    remembered.addRecent(done.path());
                    if (!done.missing().isEmpty()) {
                        tellMissing(done, before);
                    }
                    then.run();
                },
                "Could not save " + target.getFileName());
    }

    /** The recordings that a model does not find any more where it was saved; none where it stays in its folder. */
    private static List<String> leftBehind(Pipeline written, @Nullable Path before, Path path) {
        Path folder = path.getParent();
        if (folder == null || before != null && folder.equals(before.getParent())) {
            return List.of();
        }
        return Recordings.missing(written, folder);
    }

    private void tellMissing(Written written, @Nullable Path before) {
        boolean one = written.missing().size() == 1;
        String files = String.join(", ", written.missing());
        Path from = before == null ? null : before.getParent();
        dialogs.tell(
                "Saved, but the recorded arrivals are not beside it",
                written.path().getFileName() + " names " + files + ", which " + (one ? "is" : "are") + " not in "
                        + written.path().getParent() + ". Copy " + (one ? "it" : "them") + " there"
                        + (from == null ? "" : " from " + from) + ", or the model cannot be opened again.");
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
        if (current != null) {
            current.finishTyping();
        }
        if (current == null || !current.isModified()) {
            action.run();
            return;
        }
        switch (dialogs.askUnsaved(current.pipeline().title())) {
            // While the file is written the user can go on: what is new is asked about again.
            case SAVE -> save(current, () -> afterAsking(action));
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

    private <T> void work(Callable<T> work, Consumer<T> done, String failure) {
        jobs++;
        busy.set(true);
        background.run(
                work,
                result -> {
                    ended();
                    done.accept(result);
                },
                problem -> {
                    ended();
                    if (problem instanceof IOException expected) {
                        dialogs.tell(failure, reason(expected));
                    } else {
                        dialogs.tellFault(new FaultReport(failure, problem, null));
                    }
                });
    }

    private void ended() {
        jobs--;
        busy.set(jobs > 0);
    }

    private static String reason(IOException problem) {
        String message = problem.getMessage();
        if (problem instanceof java.nio.file.AccessDeniedException) {
            return "There is no permission to write " + message + ".";
        }
        if (problem instanceof java.nio.file.NoSuchFileException) {
            return "There is no such file or folder: " + message + ".";
        }
        return message == null ? problem.getClass().getSimpleName() : message;
    }
}
