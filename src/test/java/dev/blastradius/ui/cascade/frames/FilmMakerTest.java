package dev.blastradius.ui.cascade.frames;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.ui.Fx;
import dev.blastradius.ui.cascade.stage.Recorded;
import dev.blastradius.ui.look.Theme;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class FilmMakerTest {

    private static final FramePlan PLAN = new FramePlan(15, 30, 10, 5, 480, 270);
    private static Playback playback;
    private static Scene like;

    @BeforeAll
    static void record() {
        Fx.start();
        playback = Recorded.playback();
        like = Fx.get(() -> {
            Scene scene = new Scene(new StackPane());
            Theme.LIGHT.apply(scene);
            return scene;
        });
    }

    private static FrameStage stage() {
        return Fx.get(() -> new FrameStage(playback, Cascade.NONE, PLAN, like, false, FilmChart::new));
    }

    /** Keeps what it is given. */
    private static class Kept implements FrameSink {

        final List<int[]> pictures = new ArrayList<>();
        boolean finished;
        boolean abandoned;

        @Override
        public void add(int[] pixels) throws IOException {
            pictures.add(pixels);
        }

        @Override
        public void finish() {
            finished = true;
        }

        @Override
        public void abandon() {
            abandoned = true;
        }
    }

    private static Throwable make(FrameSink sink, int cancelAfter) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        AtomicReference<Optional<Throwable>> wrong = new AtomicReference<>();
        AtomicReference<FilmMaker> maker = new AtomicReference<>();
        FrameStage stage = stage();
        Fx.run(() -> {
            maker.set(new FilmMaker(
                    stage,
                    PLAN.count(),
                    sink,
                    share -> {
                        if (share * PLAN.count() >= cancelAfter) {
                            maker.get().cancel();
                        }
                    },
                    thrown -> {
                        wrong.set(Optional.ofNullable(thrown));
                        done.countDown();
                    }));
            maker.get().start();
        });
        done.await();
        return wrong.get().orElse(null);
    }

    @Test
    void aFilmHasAllItsPicturesAndTheyShowDifferentMoments() throws InterruptedException {
        Kept kept = new Kept();
        assertNull(make(kept, Integer.MAX_VALUE));
        assertEquals(PLAN.count(), kept.pictures.size());
        assertTrue(kept.finished);
        assertFalse(kept.abandoned);
        int[] first = kept.pictures.get(0);
        int[] last = kept.pictures.get(PLAN.count() - 1);
        int different = 0;
        for (int i = 0; i < first.length; i++) {
            assertEquals(0xFF, first[i] >>> 24, "pictures are opaque");
            different += first[i] == last[i] ? 0 : 1;
        }
        assertTrue(different > 500, "before and in the outage: " + different);
    }

    @Test
    void aFilmThatIsCancelledIsGivenUp() throws InterruptedException {
        Kept kept = new Kept();
        assertNull(make(kept, 2));
        assertTrue(kept.abandoned);
        assertFalse(kept.finished);
    }

    @Test
    void whatCannotBeWrittenIsSaidAndGivenUp() throws InterruptedException {
        Kept full = new Kept() {
            @Override
            public void add(int[] pixels) throws IOException {
                throw new IOException("no space left");
            }
        };
        assertInstanceOf(IOException.class, make(full, Integer.MAX_VALUE));
        assertTrue(full.abandoned);
    }
}
