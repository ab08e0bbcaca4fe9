package dev.blastradius.editor.recovery;

import dev.blastradius.editor.Editor;
import dev.blastradius.io.Autosave;
import dev.blastradius.io.Fingerprint;
import dev.blastradius.io.ModelWriter;
import dev.blastradius.io.Session;
import dev.blastradius.model.Pipeline;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps an editor's unsaved work in a file of its own, so that hardly anything is lost when the program is ended in the middle of
 * something: at most what was done in the last {@link #PAUSE}, and what the writing took. The file goes away when the work is
 * saved, given up or undone.
 */
public final class Autosaver {

    /** So long at least between two writings. */
    static final Duration PAUSE = Duration.ofSeconds(3);

    /** So long after an edit at least, for edits seldom come alone. */
    static final Duration BREATH = Duration.ofSeconds(1);

    /** So long until the next attempt where nothing could be written. */
    static final Duration PATIENCE = Duration.ofSeconds(10);

    /** Something to be written. */
    private record Work(
            Pipeline state, @Nullable Path file, @Nullable Fingerprint base) {}

    private final Editor editor;
    private final AutosavePlaces places;
    private final Session session;
    private final Clockwork clockwork;
    private final Consumer<@Nullable IOException> health;
    private @Nullable Fingerprint base;
    private @Nullable Pipeline kept;
    private Instant next = Instant.MIN;
    private boolean busy;
    private boolean failing;

    /** What the disk is to hold and does not yet; null where there is nothing. Read by whatever thread ends the program. */
    private volatile @Nullable Work unkept;

    private volatile boolean released;

    /** Held while files are written, which takes as long as the disk likes: never to be waited for on the editor's thread. */
    private final Object disk = new Object();

    private @Nullable Path place;
    private final List<Path> superseded = new ArrayList<>();

    /**
     * Begins to keep an editor's work.
     *
     * @param base what the model's file held when it was read; null where there is none
     * @param health hears on the editor's thread when work cannot be kept, and gets null when it can be again
     */
    public Autosaver(
            Editor editor,
            @Nullable Fingerprint base,
            AutosavePlaces places,
            Session session,
            Clockwork clockwork,
            Consumer<@Nullable IOException> health) {
        this.editor = editor;
        this.base = base;
        this.places = places;
        this.session = session;
        this.clockwork = clockwork;
        this.health = health;
        editor.onChange(this::look);
        look();
    }

    /** The model's file holds this now. */
    public void saved(@Nullable Fingerprint written) {
        base = written;
        kept = null;
        erase();
        look();
    }

    /** An older file whose work this editor holds now: it goes away as soon as the work is kept anew, and not before. */
    public void supersede(Path older) {
        beside(() -> superseded.add(older));
        kept = null;
        look();
    }

    private void look() {
        if (released) {
            return;
        }
        Pipeline state = editor.drawn();
        boolean needed = editor.isModified() && !state.equals(kept);
        unkept = needed ? new Work(state, editor.path(), base) : null;
        if (!editor.isModified() && kept != null) {
            kept = null;
            erase();
        }
        if (needed && !busy) {
            busy = true;
            Duration rest = Duration.between(
                    clockwork.now(), latest(next, clockwork.now().plus(BREATH)));
            clockwork.after(rest, this::keep);
        }
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private void keep() {
        Work work = unkept;
        if (work == null || released) {
            busy = false;
            return;
        }
        next = clockwork.now().plus(PAUSE);
        clockwork.work(
                () -> {
                    write(work);
                    return work;
                },
                done -> written(done, null),
                problem -> written(work, problem instanceof IOException disk ? disk : new IOException(problem)));
    }

    private void written(Work work, @Nullable IOException problem) {
        busy = false;
        if (problem == null) {
            kept = work.state();
        } else {
            next = clockwork.now().plus(PATIENCE);
        }
        if (failing != (problem != null) && !released) {
            failing = problem != null;
            health.accept(problem);
        }
        look();
    }

    private void write(Work work) throws IOException {
        Autosave autosave =
                new Autosave(session, work.file(), work.base(), clockwork.now(), ModelWriter.write(work.state()));
        synchronized (disk) {
            if (released) {
                return;
            }
            Path written = writeSomewhere(autosave);
            if (place != null && !place.equals(written)) {
                Files.deleteIfExists(place);
            }
            place = written;
            for (Path older : superseded) {
                Files.deleteIfExists(older);
            }
            superseded.clear();
        }
    }

    private Path writeSomewhere(Autosave autosave) throws IOException {
        IOException first = null;
        for (Path candidate : places.of(autosave.file(), session)) {
            try {
                places.prepare(candidate);
                autosave.write(candidate);
                return candidate;
            } catch (IOException e) {
                first = first == null ? e : first;
            }
        }
        throw first == null ? new IOException("there is no place for it") : first;
    }

    /** Takes away what was kept: it is in the model's file now, or was undone. */
    private void erase() {
        beside(this::remove);
    }

    /** Does something about the files in its turn; what cannot be done is left undone. */
    private void beside(Callable<Boolean> work) {
        clockwork.work(() -> locked(work), done -> {}, problem -> {});
    }

    private boolean locked(Callable<Boolean> work) throws Exception {
        synchronized (disk) {
            return work.call();
        }
    }

    private boolean remove() throws IOException {
        Path old = place;
        place = null;
        for (Path older : superseded) {
            Files.deleteIfExists(older);
        }
        superseded.clear();
        return old != null && Files.deleteIfExists(old);
    }

    /**
     * Ends the keeping and takes away what was kept: the work is saved, or its user has given it up.
     *
     * @param then is done when nothing is left; also where it could not be taken away
     */
    public void release(Runnable then) {
        unkept = null;
        released = true;
        clockwork.work(() -> locked(this::remove), done -> then.run(), problem -> then.run());
    }

    /** Keeps at once what is not kept yet, on the calling thread, for the program is about to be ended. */
    public void keepNow() {
        Work work = unkept;
        if (work == null) {
            return;
        }
        try {
            write(work);
        } catch (IOException e) {
            return; // there is nobody left to tell
        }
    }
}
