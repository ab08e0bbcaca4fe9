package dev.blastradius.editor.recovery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.recovery.Orphans.Orphan;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Session;
import dev.blastradius.model.Pipeline;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program that edits and saves is killed, at moments that nobody has chosen; what is on the disk then is looked at. */
class CrashTest {

    private static final int KILLS = 20;
    private static final int AT_ONCE = 10;
    private static final long SEED = 4;

    /** Four and a half seconds of edits at least: more than the longest pause between two writings. */
    private static final int MOST_STATES = 450;

    private static final long MOST_LOST_MILLISECONDS = 5_000;

    @TempDir
    Path folder;

    @Test
    void whoeverIsKilledHasAWholeFileAndLosesFiveSecondsAtMost() throws Exception {
        Random random = new Random(SEED);
        ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE);
        try {
            List<Callable<Boolean>> kills = new ArrayList<>();
            for (int i = 0; i < KILLS; i++) {
                int number = i;
                int states = 1 + random.nextInt(MOST_STATES);
                kills.add(() -> kill(number, states));
            }
            for (Future<Boolean> each : threads.invokeAll(kills)) {
                assertTrue(each.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }

    /** Kills an editor after so many states, and looks at what it has left. */
    private boolean kill(int number, int states) throws IOException, InterruptedException {
        Path home = Files.createDirectory(folder.resolve("run" + number));
        Path own = home.resolve("own");
        Path file = home.resolve("model.blast.json");
        Files.writeString(file, Examples.text("rag-support-one-provider"));
        List<Long> times = new ArrayList<>();
        times.add(0L);
        Process editor = start(file, own, number);
        try (BufferedReader output =
                new BufferedReader(new InputStreamReader(editor.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = output.readLine(); line != null && line.endsWith("."); line = output.readLine()) {
                times.add(Long.parseLong(line.substring(line.indexOf(' ') + 1, line.length() - 1)));
                if (times.size() > states) {
                    // Not by the process itself, which would throw away what it has said last.
                    editor.toHandle().destroyForcibly();
                }
            }
        } finally {
            editor.destroyForcibly().waitFor();
        }
        String where = "run " + number + ", killed after " + (times.size() - 1) + " states: ";
        assertTrue(times.size() > states, where + "it has ended by itself");
        int rescued = rescued(file, own, where);
        assertTrue(rescued < times.size(), where + "state " + rescued + " is on the disk");
        long lost = times.get(times.size() - 1) - (rescued == 0 ? times.get(1) : times.get(rescued));
        assertTrue(lost <= MOST_LOST_MILLISECONDS, where + lost + " ms are lost");
        return true;
    }

    private static Process start(Path file, Path own, int seed) throws IOException {
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return new ProcessBuilder(
                        java.toString(),
                        "-Xmx128m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingEditor.class.getName(),
                        file.toString(),
                        own.toString(),
                        Integer.toString(seed))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** The newest state that is on the disk. */
    private static int rescued(Path file, Path own, String where) {
        Model saved = ModelReader.read(file).model();
        assertNotNull(saved, where + "the model's file is broken");
        int newest = state(saved.pipeline());
        for (Orphan orphan : new Orphans(new AutosavePlaces(own), Session.begin()).of(file)) {
            assertEquals("", orphan.problem(), where);
            assertFalse(orphan.live(), where + "the killed program counts as running");
            newest = Math.max(newest, state(orphan.pipeline()));
        }
        return newest;
    }

    private static int state(Pipeline pipeline) {
        String name = pipeline.title();
        return name.startsWith("state ") ? Integer.parseInt(name.substring("state ".length())) : 0;
    }
}
