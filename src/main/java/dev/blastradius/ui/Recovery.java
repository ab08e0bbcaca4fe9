package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.drawing.GraphLayout;
import dev.blastradius.editor.recovery.AutosavePlaces;
import dev.blastradius.editor.recovery.Autosaver;
import dev.blastradius.editor.recovery.Clockwork;
import dev.blastradius.editor.recovery.Differences;
import dev.blastradius.editor.recovery.Orphans;
import dev.blastradius.editor.recovery.Orphans.Orphan;
import dev.blastradius.io.Autosave;
import dev.blastradius.io.DiskTrouble;
import dev.blastradius.io.Fingerprint;
import dev.blastradius.io.ModelWriter;
import dev.blastradius.io.Session;
import dev.blastradius.model.Pipeline;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps the open model's unsaved work beside its file, and offers what an ended program has left there. */
final class Recovery {

    private static final String BARS = "recovered-";
    private static final String UNKEPT = "autosave-fails";
    private static final int MOST_BARS = 3;
    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(3);
    private static final DateTimeFormatter TODAY = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.UK);
    private static final DateTimeFormatter EARLIER = DateTimeFormatter.ofPattern("d MMMM uuuu HH:mm", Locale.UK);

    private final Clockwork clockwork;
    private final AutosavePlaces places;
    private final Session session = Session.begin();
    private final Orphans orphans;
    private final Notices notices;
    private final Dialogs dialogs;
    private final Remembered remembered;
    private final GraphLayout layout;
    private final BiConsumer<Orphan, Pipeline> opener;
    private @Nullable Editor editor;
    private volatile @Nullable Autosaver saver;
    private int bars;

    /** What this window has restored already, though it lies there until it is kept anew. */
    private final Set<Path> restored = new HashSet<>();

    /** An orphan and its model with a place for every box. */
    private record Found(Orphan orphan, @Nullable Pipeline placed) {}

    /**
     * Recovery for a window.
     *
     * @param opener opens what was left when nothing is open, with the model that was kept
     */
    Recovery(
            Clockwork clockwork,
            Notices notices,
            Dialogs dialogs,
            Remembered remembered,
            GraphLayout layout,
            BiConsumer<Orphan, Pipeline> opener) {
        this.clockwork = clockwork;
        this.places = new AutosavePlaces(remembered.unsavedFolder());
        this.orphans = new Orphans(places, session);
        this.notices = notices;
        this.dialogs = dialogs;
        this.remembered = remembered;
        this.layout = layout;
        this.opener = opener;
    }

    /**
     * A model was opened: its work is kept from now on.
     *
     * @param content what its file held; null where it has none
     */
    void opened(Editor opened, @Nullable Fingerprint content) {
        release(() -> {});
        notices.hideAll(BARS);
        editor = opened;
        saver = new Autosaver(opened, content, places, session, clockwork, this::health);
        Path file = opened.path();
        if (file != null) {
            Pipeline asRead = opened.drawn();
            search(
                    () -> {
                        ModelWriter.sweep(file, clockwork.now());
                        return orphans.of(file);
                    },
                    found -> {
                        if (editor == opened) {
                            found.forEach(each -> offer(opened, asRead, each));
                        }
                    });
        }
    }

    /** Nothing is open: offers what was left behind by runs of the program that did not end well. */
    void nothingOpen() {
        editor = null;
        notices.hideAll(BARS);
        List<Path> recent = remembered.recent();
        search(() -> orphans.atStart(recent), found -> {
            if (editor == null) {
                found.forEach(this::offerAtStart);
            }
        });
    }

    /** A file could not be opened: offers what was kept of its model. */
    void refused(Path file) {
        search(() -> orphans.of(file), found -> found.forEach(this::offerAtStart));
    }

    private void search(Callable<List<Orphan>> where, Consumer<List<Found>> offer) {
        clockwork.work(
                () -> {
                    List<Found> found = new ArrayList<>();
                    for (Orphan orphan : where.call()) {
                        Pipeline kept = orphan.pipeline();
                        found.add(new Found(orphan, kept == null ? null : FileReading.placed(kept, layout)));
                    }
                    return found;
                },
                found -> {
                    bars = 0;
                    offer.accept(found);
                },
                problem -> dialogs.tellFault(new FaultReport("Could not look for unsaved work", problem, null)));
    }

    private void offer(Editor opened, Pipeline asRead, Found found) {
        Orphan orphan = found.orphan();
        Pipeline placed = found.placed();
        Autosave autosave = orphan.autosave();
        String name = name(orphan.file());
        if (restored.contains(orphan.place())) {
            return;
        }
        if (placed == null || autosave == null) {
            offerToSetAside(orphan);
        } else if (orphan.live()) {
            String id = bar();
            notices.show(
                    id,
                    "Another window has unsaved work on " + name
                            + ". What is saved last replaces what the other has saved.",
                    List.of(new Notices.Action("OK", () -> notices.hide(id))));
        } else if (asRead.equals(orphan.pipeline())) {
            discard(orphan); // it was saved in the end
        } else if (bars < MOST_BARS) {
            String id = bar();
            String words = "The program ended with unsaved work on " + name + ", kept " + when(autosave.written()) + "."
                    + (orphan.changedSince() ? " The file was changed in the meantime." : "");
            notices.show(
                    id,
                    words,
                    List.of(
                            new Notices.Action("Restore", () -> {
                                notices.hide(id);
                                restore(opened, orphan, placed);
                            }),
                            new Notices.Action("Compare", () -> compare(opened.drawn(), orphan)),
                            new Notices.Action("Discard", () -> askAndDiscard(orphan, id))));
        }
    }

    private void offerAtStart(Found found) {
        Orphan orphan = found.orphan();
        Pipeline placed = found.placed();
        Autosave autosave = orphan.autosave();
        if (placed == null || autosave == null) {
            offerToSetAside(orphan);
        } else if (!orphan.live() && bars < MOST_BARS) {
            String id = bar();
            Path file = orphan.file();
            String on = file == null
                    ? "“" + Differences.plain(placed.title()) + "”, a model without a file"
                    : name(file) + " in " + file.getParent();
            String words = "The program ended with unsaved work on " + on + ", kept " + when(autosave.written()) + " ("
                    + placed.components().size() + " components, "
                    + placed.arrows().size() + " arrows).";
            notices.show(
                    id,
                    words,
                    List.of(
                            new Notices.Action("Restore", () -> opener.accept(orphan, placed)),
                            new Notices.Action("Discard", () -> askAndDiscard(orphan, id))));
        }
    }

    private String bar() {
        bars++;
        return BARS + bars;
    }

    private void offerToSetAside(Orphan orphan) {
        if (bars >= MOST_BARS) {
            return;
        }
        String id = bar();
        notices.show(
                id,
                "Unsaved work" + (orphan.file() == null ? "" : " on " + name(orphan.file()))
                        + " was kept, but cannot be read: " + orphan.problem() + ".",
                List.of(
                        new Notices.Action("Set aside", () -> setAside(orphan, id)),
                        new Notices.Action("Later", () -> notices.hide(id))));
    }

    private void setAside(Orphan orphan, String id) {
        clockwork.work(
                () -> Orphans.setAside(orphan.place()),
                place -> {
                    notices.hide(id);
                    dialogs.tell("Set aside", "What cannot be read is in " + place + " now, and is not offered again.");
                },
                problem -> notDone("Could not set it aside", orphan, problem));
    }

    private void notDone(String title, Orphan orphan, Throwable problem) {
        if (problem instanceof IOException trouble) {
            dialogs.tell(title, DiskTrouble.words(trouble, orphan.place()));
        } else {
            dialogs.tellFault(new FaultReport(title, problem, null));
        }
    }

    /** Puts recovered work in place of the open model, in one step that can be undone. */
    void restore(Editor into, Orphan orphan, Pipeline recovered) {
        Autosaver current = saver;
        if (editor == into && current != null) {
            restored.add(orphan.place());
            into.replace("Restore unsaved work", recovered);
            current.supersede(orphan.place());
        }
    }

    private void compare(Pipeline open, Orphan orphan) {
        Pipeline kept = orphan.pipeline();
        List<String> words = kept == null ? List.of() : Differences.between(open, kept);
        dialogs.tell(
                "What the unsaved work has otherwise than the open model",
                words.isEmpty() ? "Nothing: it says the same." : String.join(".\n", words) + ".");
    }

    private void askAndDiscard(Orphan orphan, String id) {
        if (dialogs.confirm("Discard the unsaved work?", "It cannot be brought back afterwards.", "Discard")) {
            notices.hide(id);
            discard(orphan);
        }
    }

    private void discard(Orphan orphan) {
        clockwork.work(
                () -> {
                    Orphans.discard(orphan.place());
                    return orphan;
                },
                done -> {},
                problem -> notDone("Could not discard it", orphan, problem));
    }

    /** The model's file holds the model now. */
    void saved(Fingerprint content) {
        Autosaver current = saver;
        if (current != null) {
            current.saved(content);
        }
    }

    /**
     * The open model is left: saved, or given up.
     *
     * @param then is done when nothing is kept of it any more
     */
    void release(Runnable then) {
        Autosaver current = saver;
        saver = null;
        notices.hide(UNKEPT);
        if (current == null) {
            then.run();
        } else {
            current.release(then);
        }
    }

    /**
     * The open model is left for good: what was kept of it is taken away first, unless the disk takes very long.
     *
     * @param then is done once
     */
    void leave(Runnable then) {
        AtomicBoolean done = new AtomicBoolean();
        Runnable once = () -> {
            if (done.compareAndSet(false, true)) {
                then.run();
            }
        };
        clockwork.after(LONGEST_FAREWELL, once);
        release(once);
    }

    /** Keeps at once what is not kept yet, on any thread: the program is being ended from outside. */
    void keepNow() {
        Autosaver current = saver;
        if (current != null) {
            current.keepNow();
        }
    }

    private void health(@Nullable IOException problem) {
        if (problem == null) {
            notices.hide(UNKEPT);
        } else {
            Path folder = remembered.unsavedFolder().resolve("unsaved");
            notices.show(
                    UNKEPT,
                    "Unsaved work cannot be kept for the case of a crash: save it soon. "
                            + DiskTrouble.words(problem, folder),
                    List.of(new Notices.Action("OK", () -> notices.hide(UNKEPT))));
        }
    }

    private String when(Instant instant) {
        ZonedDateTime time = instant.atZone(ZoneId.systemDefault());
        LocalDate today = clockwork.now().atZone(ZoneId.systemDefault()).toLocalDate();
        return time.toLocalDate().equals(today) ? "at " + TODAY.format(time) : "on " + EARLIER.format(time);
    }

    private static String name(@Nullable Path file) {
        return file == null ? "a model without a file" : Differences.plain(String.valueOf(file.getFileName()));
    }
}
