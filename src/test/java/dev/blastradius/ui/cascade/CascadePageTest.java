package dev.blastradius.ui.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.experiment.cascade.Recorder;
import dev.blastradius.ui.Fx;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.Spinner;
import javafx.scene.control.SplitPane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CascadePageTest {

    private final AtomicInteger recordings = new AtomicInteger();
    private final AtomicLong clock = new AtomicLong();
    private TestHost host;
    private CascadePage page;
    private Editor editor;

    @BeforeEach
    void open() {
        Fx.start();
        host = Fx.get(TestHost::new);
        make((spec, settings, replication, progress) -> {
            recordings.incrementAndGet();
            return Recorder.record(spec, settings, replication, progress);
        });
    }

    @AfterEach
    void close() {
        Fx.run(host::close);
    }

    private void make(CascadePage.Recording recording) {
        editor = TestHost.shortModel();
        Fx.run(() -> {
            page = new CascadePage(
                    host,
                    recording,
                    dev.blastradius.experiment.live.LiveSession::new,
                    CascadePageTest::oneOnset,
                    clock::get);
            page.node().setVisible(false);
            host.show(page.node());
            page.open(editor);
            host.scenario().set("outage");
            editor.onChange(page::modelChanged);
        });
    }

    private static Cascade oneOnset(Playback playback) {
        return new Cascade(List.of(new Onset(1, 20, "opus", Onset.Limit.FAULT, "it is down", Double.NaN)), List.of());
    }

    private Playback shown() {
        return Fx.get(() -> page.state().playback().get());
    }

    private void go() {
        Fx.run(() -> page.node().setVisible(true));
        settle();
    }

    private void settle() {
        Fx.waitUntil(
                "nothing goes on", () -> !host.controller().runningProperty().get());
        Fx.pulse();
    }

    private String note() {
        return Fx.get(() -> ((Labeled) page.node().lookup("#cascade-note")).getText());
    }

    @Test
    void nothingIsRecordedOrDrawnBeforeThePageIsSeen() {
        settle();
        assertEquals(0, recordings.get());
        assertNull(Fx.get(() -> page.state().editor().get()));
    }

    @Test
    void theFirstLookRecordsTheChosenOutageAndPutsTheCursorWhereItBegins() {
        go();
        assertEquals("outage", shown().spec().scenarioId());
        assertEquals(0, shown().replication());
        assertEquals(
                shown().windows().get(0).from(),
                Fx.get(() -> page.state().cursor().get()));
        assertEquals(1, Fx.get(() -> page.state().cascade().get()).onsets().size());
        assertEquals("", note());
    }

    @Test
    void anotherScenarioStrategyOrReplicationIsRecordedAtOnce() {
        go();
        choose("#cascade-scenario", "");
        assertNull(shown().spec().scenarioId());
        choose("#cascade-strategy", "patient");
        assertEquals("patient", shown().spec().strategyId());
        Fx.run(() -> ((Spinner<?>) page.node().lookup("#cascade-replication")).increment());
        settle();
        assertEquals(1, shown().replication());
        assertEquals(4, recordings.get());
    }

    private void choose(String selector, String id) {
        Fx.run(() -> {
            @SuppressWarnings("unchecked") // its items are ids
            ComboBox<String> box = (ComboBox<String>) page.node().lookup(selector);
            box.setValue(id);
        });
        settle();
    }

    @Test
    void theScenarioIsChosenForTheWholeWindow() {
        go();
        choose("#cascade-scenario", "");
        assertEquals("", Fx.get(() -> host.scenario().get()));
        Fx.run(() -> host.scenario().set("outage"));
        settle();
        assertEquals("outage", shown().spec().scenarioId());
    }

    @Test
    void theCursorStaysWhereItIsWhenTheSameOutageMeetsAnotherStrategy() {
        go();
        Fx.run(() -> page.state().cursor().set(33));
        choose("#cascade-strategy", "patient");
        assertEquals(33, Fx.get(() -> page.state().cursor().get()));
        choose("#cascade-scenario", "");
        assertEquals(0, Fx.get(() -> page.state().cursor().get()));
    }

    @Test
    void anEditLeavesTheRecordingAndMarksItStaleUntilItIsUndone() {
        go();
        Playback before = shown();
        Fx.run(() -> editor.apply("Later", null, it -> TestHost.withOutageAt(it, "30s")));
        settle();
        assertSame(before, shown());
        assertEquals("Recorded before the last change", note());
        Fx.run(editor::undo);
        assertEquals("", note());
        Fx.run(editor::redo);
        Fx.run(page::start);
        settle();
        assertNotSame(before, shown());
        assertEquals(30, Fx.get(() -> page.state().cursor().get()));
        assertEquals("", note());
    }

    @Test
    void aRecordingThatNobodyAskedForIsGivenUpWhenItTakesLongAndMadeWhenItIsAskedFor() {
        Fx.run(host::close);
        host = Fx.get(TestHost::new);
        make((spec, settings, replication, progress) -> {
            progress.report(0.1);
            clock.addAndGet(4_000_000_000L);
            recordings.incrementAndGet();
            return progress.isCancelled() ? null : Recorder.record(spec, settings, replication, progress);
        });
        go();
        assertNull(shown());
        assertTrue(note().endsWith("It takes about 40 s."), note());
        choose("#cascade-scenario", "");
        assertEquals(1, recordings.get());
        Fx.run(page::start);
        settle();
        assertNotNull(shown());
    }

    @Test
    void aCancelledRecordingIsNotBegunAgainByItself() {
        Fx.run(host::close);
        host = Fx.get(TestHost::new);
        make((spec, settings, replication, progress) -> {
            recordings.incrementAndGet();
            while (!progress.isCancelled()) {
                Thread.onSpinWait();
            }
            return null;
        });
        Fx.run(() -> page.node().setVisible(true));
        Fx.run(() -> host.controller().cancel());
        settle();
        Fx.run(page::modelChanged);
        settle();
        assertEquals(1, recordings.get());
        assertNull(shown());
        assertFalse(note().isEmpty());
    }

    @Test
    void aModelThatCannotBeRunSaysWhyWhenItIsAskedFor() {
        Fx.run(() -> editor.apply("Break the patch", null, TestHost::withBadStrategy));
        Fx.run(() -> editor.chooseStrategy("bad"));
        go();
        assertEquals(0, recordings.get());
        Fx.run(page::start);
        settle();
        assertEquals(List.of("This cannot be recorded"), host.refusals);
    }

    @Test
    void anotherModelForgetsWhatWasRecorded() {
        go();
        Fx.run(() -> page.node().setVisible(false));
        Fx.run(() -> page.open(TestHost.shortModel()));
        assertNull(shown());
        assertTrue(Double.isNaN(Fx.get(() -> page.state().cursor().get())));
        assertEquals(Cascade.NONE, Fx.get(() -> page.state().cascade().get()));
    }

    @Test
    void aRecordingThatIsStillBeingMadeDoesNotTakeTheLiveRunsPlace() {
        Fx.run(host::close);
        host = Fx.get(TestHost::new);
        CountDownLatch liveIsOn = new CountDownLatch(1);
        make((spec, settings, replication, progress) -> {
            try {
                liveIsOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Recorder.record(spec, settings, replication, RunProgress.NONE);
        });
        Fx.run(() -> page.node().setVisible(true));
        Fx.run(page::toggleLive);
        liveIsOn.countDown();
        settle();
        assertTrue(Fx.get(page::isLiveOn));
        Fx.run(page::close);
    }

    @Test
    void thePartsComeBackAsHighAsTheyWere() {
        go();
        SplitPane whole = Fx.get(() -> (SplitPane) page.node().lookup("#cascade-whole"));
        double before = Fx.get(() -> whole.getDividerPositions()[0]);
        Fx.run(() -> page.state().presenting().set(true));
        Fx.pulse();
        Fx.run(() -> page.state().presenting().set(false));
        Fx.pulse();
        assertEquals(before, Fx.get(() -> whole.getDividerPositions()[0]), 0.01);
        Fx.run(page::toggleStage);
        assertEquals(1, Fx.get(() -> whole.getItems().size()));
        Fx.run(page::toggleStage);
        Fx.pulse();
        assertEquals(before, Fx.get(() -> whole.getDividerPositions()[0]), 0.01);
    }
}
