package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.recovery.Differences;
import dev.blastradius.io.DiskTrouble;
import dev.blastradius.io.Fingerprint;
import dev.blastradius.io.ModelWriter;
import dev.blastradius.io.Recordings;
import dev.blastradius.model.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Writes the open model to its file, in the background and one time after the other. Whatever goes wrong, the work stays open
 * and unsaved, the old file stays as it was, and what can be done is offered.
 */
final class Saving {

    /** Writes a model file, whole or not at all. */
    @FunctionalInterface
    interface Storage {
        void save(Pipeline pipeline, Path file) throws IOException;
    }

    /** A file as written, and the recordings that are not beside it. */
    private record Written(Path path, Fingerprint content, List<String> missing) {}

    /** Where a model is to be saved, what is done then, and whether what others have written there is to be replaced. */
    private record Order(Editor editor, Path target, boolean replaces, Runnable then) {

        Order replacing() {
            return new Order(editor, target, true, then);
        }
    }

    /** Another program has written the file. */
    private static final class Changed extends Exception {
        private static final long serialVersionUID = 1;
    }

    private final Jobs jobs;
    private final Dialogs dialogs;
    private final Remembered remembered;
    private final FileGuard guard;
    private final Storage storage;
    private final Consumer<Fingerprint> saved;
    private final List<Runnable> waiting = new ArrayList<>();
    private boolean running;

    /**
     * Saving for a window.
     *
     * @param saved hears of every file written
     */
    Saving(
            Jobs jobs,
            Dialogs dialogs,
            Remembered remembered,
            FileGuard guard,
            Storage storage,
            Consumer<Fingerprint> saved) {
        this.jobs = jobs;
        this.dialogs = dialogs;
        this.remembered = remembered;
        this.guard = guard;
        this.storage = storage;
        this.saved = saved;
    }

    /** Does something when no file is being written any more: at once where none is. */
    void afterwards(Runnable action) {
        if (running) {
            waiting.add(action);
        } else {
            action.run();
        }
    }

    /**
     * Saves to the model's file, or asks for one where it has none.
     *
     * @param then is done when it is saved, and not at all where it is not
     */
    void save(Editor editor, Runnable then) {
        editor.finishTyping();
        if (running) {
            waiting.add(() -> save(editor, then));
            return;
        }
        Path file = editor.path();
        if (file == null) {
            saveAs(editor, then);
        } else if (editor.isModified()) {
            write(new Order(editor, file, false, then));
        } else {
            then.run();
        }
    }

    /** Asks for a file and saves there. */
    void saveAs(Editor editor, Runnable then) {
        editor.finishTyping();
        Path target = dialogs.chooseSave(suggestion(editor));
        if (target != null) {
            write(new Order(editor, target.toAbsolutePath().normalize(), false, then));
        }
    }

    private static String suggestion(Editor editor) {
        Path file = editor.path();
        if (file != null) {
            return String.valueOf(file.getFileName());
        }
        String name = editor.drawn().title().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        String trimmed = name.replaceAll("^-+|-+$", "");
        String shortened = trimmed.length() <= 60 ? trimmed : trimmed.substring(0, 60);
        return (shortened.isEmpty() ? "model" : shortened) + ".blast.json";
    }

    private void write(Order order) {
        if (running) {
            waiting.add(() -> write(order));
            return;
        }
        Pipeline state = order.editor().drawn();
        Path before = order.editor().path();
        Fingerprint known = order.replaces() ? null : guard.known(order.target());
        running = true;
        guard.pause();
        jobs.run(
                () -> {
                    refuseIfChanged(order.target(), known);
                    storage.save(state, order.target());
                    return new Written(
                            order.target(), content(state, order.target()), leftBehind(state, before, order.target()));
                },
                done -> {
                    running = false;
                    done(order, state, before, done);
                    goOn();
                },
                problem -> {
                    running = false;
                    guard.resume();
                    failed(order, problem);
                    goOn();
                });
    }

    private void goOn() {
        List<Runnable> next = List.copyOf(waiting);
        waiting.clear();
        next.forEach(this::afterwards);
    }

    private static void refuseIfChanged(Path file, @Nullable Fingerprint known) throws IOException, Changed {
        if (known == null) {
            return;
        }
        Fingerprint now = Fingerprint.of(file);
        if (now != null && !now.sameContent(known)) {
            throw new Changed();
        }
    }

    /** What the file holds, told from what was written: should it be something else already, the next look shows it. */
    private static Fingerprint content(Pipeline state, Path file) throws IOException {
        String text = ModelWriter.write(state);
        String hash = Fingerprint.sha256(text);
        Fingerprint found = Fingerprint.of(file);
        return found != null && found.sha256().equals(hash)
                ? found
                : new Fingerprint(text.length(), Instant.EPOCH, hash);
    }

    private void done(Order order, Pipeline state, @Nullable Path before, Written written) {
        order.editor().markSaved(state, written.path());
        guard.saved(written.path(), written.content());
        saved.accept(written.content());
        remembered.addRecent(written.path());
        if (!written.missing().isEmpty()) {
            tellMissing(written, before);
        }
        order.then().run();
    }

    private void failed(Order order, Throwable problem) {
        String name = Differences.plain(String.valueOf(order.target().getFileName()));
        if (problem instanceof Changed) {
            switch (dialogs.askChanged(name)) {
                case REPLACE -> write(order.replacing());
                case SAVE_AS -> saveAs(order.editor(), order.then());
                case CANCEL -> guard.look();
            }
        } else if (problem instanceof IOException trouble) {
            String words = DiskTrouble.words(trouble, order.target());
            switch (dialogs.tellNotSaved(
                    "Could not save " + name, words + " Your work is still open, and is not lost.")) {
                case SAVE_AS -> saveAs(order.editor(), order.then());
                case TRY_AGAIN -> write(order);
                case LATER -> guard.look();
            }
        } else {
            dialogs.tellFault(new FaultReport("Could not save " + name, problem, null));
        }
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
}
