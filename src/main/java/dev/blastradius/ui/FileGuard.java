package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.recovery.Clockwork;
import dev.blastradius.editor.recovery.Differences;
import dev.blastradius.editor.recovery.DiskWatch;
import dev.blastradius.io.Fingerprint;
import dev.blastradius.io.Model;
import dev.blastradius.model.Pipeline;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Says in a bar when another program has changed or removed the open model's file, and offers what can be done. */
final class FileGuard {

    private static final String BAR = "changed-on-disk";

    private final DiskWatch watch;
    private final Notices notices;
    private final Dialogs dialogs;
    private final Files files;
    private @Nullable Editor editor;

    /** What was open, unchanged, when its file went away: should the same come back, nothing has happened. */
    private @Nullable Pipeline gone;

    /** Reads the file anew. */
    interface Files {

        /** Reads it in the background; what cannot be read is told, and {@code done} is not called. */
        void read(Path file, Consumer<FileReading> done);
    }

    FileGuard(Clockwork clockwork, Notices notices, Dialogs dialogs, Files files) {
        this.watch = new DiskWatch(clockwork, this::hear);
        this.notices = notices;
        this.dialogs = dialogs;
        this.files = files;
    }

    /** A model was opened. */
    void opened(Editor opened, @Nullable Fingerprint content) {
        closed();
        editor = opened;
        Path file = opened.path();
        if (file != null) {
            watch.watch(file, content);
        }
    }

    /** Nothing is open any more. */
    void closed() {
        editor = null;
        gone = null;
        watch.stop();
        notices.hide(BAR);
    }

    /** The file is being written by this program now: what happens to it is no news. */
    void pause() {
        watch.stop();
    }

    /** The file could not be written, and holds what it held. */
    void resume() {
        Path file = editor == null ? null : editor.path();
        if (file != null) {
            watch.watch(file, watch.known());
        }
    }

    /** The model was saved. */
    void saved(Path file, Fingerprint content) {
        gone = null;
        notices.hide(BAR);
        watch.watch(file, content);
    }

    /** What a file should hold as far as is known; null where it is not the open model's, or was gone. */
    @Nullable
    Fingerprint known(Path file) {
        Path open = editor == null ? null : editor.path();
        return file.equals(open) ? watch.known() : null;
    }

    /** Looks whether something has changed. */
    void look() {
        watch.look();
    }

    private void hear(DiskWatch.Sight sight) {
        Editor current = editor;
        Path file = current == null ? null : current.path();
        if (current == null || file == null) {
            return;
        }
        switch (sight.state()) {
            case SAME -> isBack(current, file);
            case GONE -> isGone(current, file);
            case CHANGED -> hasChanged(current, file, sight.found());
        }
    }

    private void isBack(Editor current, Path file) {
        notices.hide(BAR);
        Pipeline before = gone;
        gone = null;
        if (before != null && before.equals(current.drawn())) {
            current.markSaved(before, file);
        }
    }

    private void isGone(Editor current, Path file) {
        gone = current.isModified() ? null : current.drawn();
        current.markUnsaved();
        notices.show(
                BAR,
                name(file)
                        + " is not in its folder any more: it was deleted, renamed or moved. The model is still open here, and"
                        + " saving writes the file again.",
                List.of(ok()));
    }

    private void hasChanged(Editor current, Path file, @Nullable Fingerprint found) {
        gone = null;
        String also = current.isModified() ? " You have unsaved changes, too." : "";
        notices.show(
                BAR,
                name(file) + " was changed by another program." + also,
                List.of(
                        new Notices.Action("Reload", () -> reload(current, file)),
                        new Notices.Action("Keep mine", () -> keep(current, file, found)),
                        new Notices.Action("Show differences", () -> compare(current, file))));
    }

    private Notices.Action ok() {
        return new Notices.Action("OK", () -> notices.hide(BAR));
    }

    private void reload(Editor current, Path file) {
        files.read(file, reading -> {
            Pipeline pipeline = reading.placed();
            if (editor == current && file.equals(current.path())) {
                current.replace(
                        "Reload from the disk",
                        new Model(pipeline, reading.model().recordings()));
                current.markSaved(pipeline, file);
                notices.hide(BAR);
                watch.watch(file, reading.content());
            }
        });
    }

    private void keep(Editor current, Path file, @Nullable Fingerprint found) {
        current.markUnsaved();
        notices.hide(BAR);
        watch.watch(file, found);
    }

    private void compare(Editor current, Path file) {
        files.read(file, reading -> {
            List<String> words =
                    Differences.between(current.drawn(), reading.model().pipeline());
            dialogs.tell(
                    "What " + name(file) + " has otherwise than the open model",
                    words.isEmpty() ? "Nothing: it says the same." : String.join(".\n", words) + ".");
        });
    }

    private static String name(Path file) {
        return Differences.plain(String.valueOf(file.getFileName()));
    }
}
