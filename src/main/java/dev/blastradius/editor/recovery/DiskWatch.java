package dev.blastradius.editor.recovery;

import dev.blastradius.io.Fingerprint;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notices when another program changes or removes the open model's file. */
public final class DiskWatch {

    /** So long between two looks. */
    static final Duration INTERVAL = Duration.ofSeconds(3);

    /** What a look at the file has shown. */
    public enum State {
        /** It holds what was read or saved last. */
        SAME,
        /** It holds something else. */
        CHANGED,
        /** It is not there, or is no file. */
        GONE
    }

    /**
     * What was seen.
     *
     * @param found what the file holds; null where it is not there
     */
    public record Sight(State state, @Nullable Fingerprint found) {}

    private final Clockwork clockwork;
    private final Consumer<Sight> listener;
    private @Nullable Path file;
    private @Nullable Fingerprint known;
    private @Nullable Sight told;

    /** Whoever has begun to look before this was counted on has seen what is out of date. */
    private int turn;

    /**
     * A watch that watches nothing yet.
     *
     * @param listener hears on the editor's thread of every change, and of every change back, once
     */
    public DiskWatch(Clockwork clockwork, Consumer<Sight> listener) {
        this.clockwork = clockwork;
        this.listener = listener;
    }

    /**
     * Watches a file from now on.
     *
     * @param content what it holds as far as the editor knows; null: nothing, for it is gone
     */
    public void watch(Path newFile, @Nullable Fingerprint content) {
        file = newFile;
        known = content;
        told = null;
        turn++;
        later(turn);
    }

    /** Watches nothing any more: no file is open, or it is being written by this program. */
    public void stop() {
        file = null;
        turn++;
    }

    /** What the file held when it was read or saved last; null where nothing is watched, or it was gone. */
    public @Nullable Fingerprint known() {
        return known;
    }

    private void later(int when) {
        clockwork.after(INTERVAL, () -> {
            if (when == turn) {
                look(false, () -> later(turn));
            }
        });
    }

    /** Looks closely, and at once. */
    public void look() {
        look(true, () -> {});
    }

    private void look(boolean closely, Runnable then) {
        Path target = file;
        Fingerprint before = known;
        int when = turn;
        if (target == null) {
            return;
        }
        clockwork.work(
                () -> see(target, before, closely),
                sight -> {
                    if (when == turn) {
                        hear(sight);
                        then.run();
                    }
                },
                problem -> {
                    // A disk that does not answer at the moment says nothing about the file.
                    if (when == turn) {
                        then.run();
                    }
                });
    }

    private static Sight see(Path file, @Nullable Fingerprint known, boolean closely) throws IOException {
        if (!closely && known != null && known.looksLike(file)) {
            return new Sight(State.SAME, known);
        }
        Fingerprint found = Fingerprint.of(file);
        if (found == null) {
            return new Sight(known == null ? State.SAME : State.GONE, null);
        }
        return new Sight(found.sameContent(known) ? State.SAME : State.CHANGED, found);
    }

    private void hear(Sight sight) {
        if (sight.state() == State.SAME) {
            known = sight.found(); // written anew with the same content
        }
        Sight last = told;
        boolean news = last == null
                ? sight.state() != State.SAME
                : last.state() != sight.state()
                        || last.found() != null && !last.found().sameContent(sight.found());
        if (news) {
            told = sight;
            listener.accept(sight);
        }
    }
}
