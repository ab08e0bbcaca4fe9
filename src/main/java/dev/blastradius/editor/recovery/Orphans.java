package dev.blastradius.editor.recovery;

import dev.blastradius.io.Autosave;
import dev.blastradius.io.Fingerprint;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Session;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Unsaved work that a run of the program has left behind. All of it looks at the disk. */
public final class Orphans {

    private static final String UNREADABLE = ".unreadable";
    private static final int MOST_NAMES = 1_000;

    private final AutosavePlaces places;
    private final Session self;

    /**
     * Those in some places.
     *
     * @param self the window that looks, whose own work is no orphan
     */
    public Orphans(AutosavePlaces places, Session self) {
        this.places = places;
        this.self = self;
    }

    /**
     * What was found in a place.
     *
     * @param place where it lies
     * @param file the model's file that it belongs to; null where the model had none
     * @param autosave what was kept; null where it cannot be read
     * @param pipeline the model in it; null where it cannot be read
     * @param live whether another run of the program is at work on it now
     * @param changedSince whether the model's file holds something else than when the work on it began
     * @param problem why it cannot be read; empty where it can be
     */
    public record Orphan(
            Path place,
            @Nullable Path file,
            @Nullable Autosave autosave,
            @Nullable Pipeline pipeline,
            boolean live,
            boolean changedSince,
            String problem) {}

    /** The work on a file that was not saved, the newest first; and what another window has in hand. */
    public List<Orphan> of(Path file) {
        List<Orphan> found = new ArrayList<>();
        for (Path place : places.beside(file)) {
            add(found, place, file);
        }
        for (Path place : places.own()) {
            Autosave autosave = Autosave.read(place).autosave();
            if (autosave != null && file.equals(autosave.file())) {
                add(found, place, file);
            }
        }
        return sorted(found);
    }

    /**
     * The work that is offered when the program starts, the newest first: on models without a file, and on files that were open of
     * late.
     */
    public List<Orphan> atStart(Collection<Path> recent) {
        List<Orphan> found = new ArrayList<>();
        for (Path place : places.own()) {
            Autosave autosave = Autosave.read(place).autosave();
            add(found, place, autosave == null ? null : autosave.file());
        }
        for (Path file : recent) {
            places.beside(file).forEach(place -> add(found, place, file));
        }
        found.removeIf(Orphan::live);
        return sorted(found);
    }

    private static List<Orphan> sorted(List<Orphan> found) {
        found.sort(Comparator.comparing(
                (Orphan each) -> each.autosave() == null
                        ? java.time.Instant.MIN
                        : each.autosave().written(),
                Comparator.reverseOrder()));
        return List.copyOf(found);
    }

    private void add(List<Orphan> found, Path place, @Nullable Path file) {
        Autosave.Reading reading = Autosave.read(place);
        Autosave autosave = reading.autosave();
        if (autosave == null) {
            found.add(new Orphan(place, file, null, null, false, false, reading.problem()));
            return;
        }
        if (autosave.session().equals(self)) {
            return;
        }
        ModelReader.Reading model = autosave.model(file == null ? null : file.getParent());
        Pipeline pipeline = model.model() == null ? null : model.model().pipeline();
        String problem = pipeline == null ? "the model in it is broken: " + first(model.problems()) : "";
        boolean live = autosave.session().isAlive();
        found.add(new Orphan(place, file, autosave, pipeline, live, changedSince(autosave, file), problem));
    }

    private static String first(List<Problem> problems) {
        return problems.isEmpty()
                ? "nothing is there"
                : Differences.plain(problems.get(0).what());
    }

    private static boolean changedSince(Autosave autosave, @Nullable Path file) {
        Fingerprint base = autosave.base();
        if (file == null || base == null) {
            return false;
        }
        try {
            return !base.looksLike(file) && !base.sameContent(Fingerprint.of(file));
        } catch (IOException e) {
            return true;
        }
    }

    /** Throws work away that its user does not want, or that was saved. */
    public static void discard(Path place) throws IOException {
        Files.deleteIfExists(place);
    }

    /** Renames what cannot be read, so that it is not offered again, and says where it is; throws where it cannot be renamed. */
    public static Path setAside(Path place) throws IOException {
        for (int i = 1; i < MOST_NAMES; i++) {
            Path aside = place.resolveSibling(place.getFileName() + UNREADABLE + (i == 1 ? "" : "-" + i));
            if (Files.notExists(aside)) {
                return Files.move(place, aside);
            }
        }
        throw new IOException("there are " + MOST_NAMES + " of them already");
    }
}
