package dev.blastradius.editor.recovery;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.io.Fingerprint;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ModelWriter;
import dev.blastradius.io.Session;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kinds;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A program for {@link CrashTest} to kill: it opens a model, edits it and saves it now and then without an end, and prints each
 * state's number and time as soon as the editor holds it. The number is in the model's name, too.
 */
final class CrashingEditor implements Clockwork {

    private static final int MILLISECONDS_BETWEEN_EDITS = 10;
    private static final int MOST_COMPONENTS = 40;
    private static final int EDITS_BETWEEN_SAVES = 170;

    private final BlockingQueue<Runnable> events = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(work -> {
        Thread daemon = new Thread(work);
        daemon.setDaemon(true);
        return daemon;
    });

    /** Begins; the arguments are the model's file, the program's own folder, and the seed of the edits. */
    public static void main(String[] args) throws Exception {
        new CrashingEditor().edit(Path.of(args[0]), Path.of(args[1]), new Random(Long.parseLong(args[2])));
    }

    @Override
    public Instant now() {
        return Instant.now();
    }

    @Override
    public void after(Duration delay, Runnable action) {
        var unused = thread.schedule(() -> events.add(action), delay.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public <T> void work(Callable<T> work, Consumer<T> done, Consumer<Throwable> failed) {
        thread.execute(() -> {
            try {
                T result = work.call();
                events.add(() -> done.accept(result));
            } catch (Exception e) {
                events.add(() -> failed.accept(e));
            }
        });
    }

    private void edit(Path file, Path own, Random random) throws Exception {
        Editor editor = new Editor(ModelReader.read(file).model(), file);
        Pipeline first = editor.drawn();
        Autosaver saver =
                new Autosaver(editor, Fingerprint.of(file), new AutosavePlaces(own), Session.begin(), this, problem -> {
                    throw new AssertionError(problem);
                });
        for (int state = 1; ; state++) {
            int size = editor.drawn().components().size();
            if (size < 2 || size > MOST_COMPONENTS) {
                editor.replace("Again", first);
            }
            someEdit(editor, random);
            editor.replace("Count", named(editor.drawn(), state));
            System.out.println(state + " " + System.currentTimeMillis() + ".");
            System.out.flush();
            if (random.nextInt(EDITS_BETWEEN_SAVES) == 0) {
                save(editor, file, saver);
            }
            Runnable event = events.poll(MILLISECONDS_BETWEEN_EDITS, TimeUnit.MILLISECONDS);
            while (event != null) {
                event.run();
                event = events.poll();
            }
        }
    }

    private static void someEdit(Editor editor, Random random) {
        List<String> ids = new ArrayList<>(editor.drawn().components().keySet());
        String one = ids.get(random.nextInt(ids.size()));
        String other = ids.get(random.nextInt(ids.size()));
        switch (random.nextInt(4)) {
            case 0 ->
                editor.add(
                        Kinds.ALL.get(random.nextInt(Kinds.ALL.size())),
                        new Point(random.nextInt(900), random.nextInt(900)));
            case 1 -> editor.connect(one, other);
            case 2 -> editor.undo();
            default -> {
                editor.select(Selection.component(one));
                editor.deleteSelection();
            }
        }
    }

    static Pipeline named(Pipeline it, int state) {
        return new Pipeline(
                it.format(),
                "state " + state,
                it.description(),
                it.components(),
                it.dependencies(),
                it.scenarios(),
                it.strategies(),
                it.experiment(),
                it.view());
    }

    private void save(Editor editor, Path file, Autosaver saver) {
        Pipeline state = editor.drawn();
        work(
                () -> {
                    ModelWriter.save(state, file);
                    return Fingerprint.of(file);
                },
                content -> {
                    editor.markSaved(state, file);
                    saver.saved(content);
                },
                problem -> {
                    throw new AssertionError(problem);
                });
    }
}
