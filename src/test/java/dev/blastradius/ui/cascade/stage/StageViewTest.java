package dev.blastradius.ui.cascade.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.stage.Dots;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.ui.Fx;
import dev.blastradius.ui.cascade.state.CascadeState;
import dev.blastradius.ui.look.Theme;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.layout.StackPane;
import javafx.scene.shape.Path;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StageViewTest {

    private static final double BEFORE = 12;
    private static final double DURING = 30;
    private static Playback playback;
    private final CascadeState state = new CascadeState();
    private StageView view;
    private Stage stage;

    @BeforeAll
    static void record() {
        Fx.start();
        playback = Recorded.playback();
    }

    @BeforeEach
    void show() {
        stage = Fx.get(() -> {
            state.editor().set(Recorded.editor());
            state.duration().set(60);
            view = new StageView(state);
            Stage made = new Stage();
            Scene scene = new Scene(new StackPane(view), 900, 400);
            Theme.LIGHT.apply(scene);
            made.setScene(scene);
            made.show();
            return made;
        });
        Fx.pulse();
    }

    @AfterEach
    void close() {
        Fx.run(() -> {
            state.playing().set(false);
            stage.close();
        });
    }

    private void lookAt(double moment) {
        Fx.run(() -> {
            state.playback().set(playback);
            state.cursor().set(moment);
        });
        Fx.pulse();
    }

    private boolean is(String selector, String pseudoClass) {
        return Fx.get(() -> {
            Node node = view.lookup(selector);
            assertNotNull(node, selector);
            return node.getPseudoClassStates().contains(PseudoClass.getPseudoClass(pseudoClass));
        });
    }

    private String text(String selector) {
        return Fx.get(() -> ((Labeled) view.lookup(selector)).getText());
    }

    @Test
    void nothingIsClaimedBeforeSomethingIsRecorded() {
        assertTrue(Fx.get(() -> view.lookup("#box-model") != null));
        assertFalse(is("#box-model", "idle") || is("#box-model", "good"));
        assertTrue(Fx.get(() -> view.lookup(".stage-nothing").isVisible()));
        lookAt(BEFORE);
        assertFalse(Fx.get(() -> view.lookup(".stage-nothing").isVisible()));
    }

    @Test
    void theCursorIsATimeMachineForwardsAndBackwards() {
        lookAt(BEFORE);
        assertTrue(is("#box-model", "good"));
        assertFalse(Fx.get(() -> view.lookup("#box-model .box-fault") != null));
        lookAt(DURING);
        assertTrue(is("#box-model", "broken"), "it is down");
        assertTrue(Fx.get(() -> view.lookup("#box-model .box-fault").isVisible()));
        lookAt(BEFORE);
        assertTrue(is("#box-model", "good"));
        assertFalse(Fx.get(() -> view.lookup("#box-model .box-fault").isVisible()));
    }

    @Test
    void aBreakerIsDrawnOpenWhileItIsAndTheFallbackStandsOut() {
        lookAt(BEFORE);
        assertFalse(isABreakerOpen());
        assertTrue(Fx.get(() -> view.lookupAll(".arrow-halo").stream().noneMatch(Node::isVisible)));
        boolean open = false;
        for (double moment = 20; moment < 40 && !open; moment += 0.5) {
            lookAt(moment);
            open = isABreakerOpen();
        }
        assertTrue(open, "it opens in the outage");
        assertTrue(Fx.get(() -> view.lookupAll(".arrow-halo").stream().anyMatch(Node::isVisible)));
    }

    @Test
    void arrowsAreAsWideAsTheirTraffic() {
        lookAt(BEFORE);
        double busy = Fx.get(() -> lineOf("arrow-users->page").getStrokeWidth());
        double idle = Fx.get(() -> lineOf("arrow-page->canned").getStrokeWidth());
        assertTrue(busy > idle + 2, busy + " against " + idle);
    }

    private boolean isABreakerOpen() {
        PseudoClass open = PseudoClass.getPseudoClass("open");
        return Fx.get(() -> view.lookupAll(".breaker-lever").stream()
                .anyMatch(lever -> lever.getParent().isVisible()
                        && lever.getPseudoClassStates().contains(open)));
    }

    private Path lineOf(String id) {
        Node arrow = view.lookupAll(".arrow").stream()
                .filter(line -> id.equals(line.getParent().getId()))
                .findFirst()
                .orElseThrow();
        return (Path) arrow;
    }

    @Test
    void aNumberOfTheChainIsFilledFromItsMomentOnAndGoesThere() {
        Fx.run(() -> state.cascade()
                .set(new Cascade(
                        List.of(
                                new Onset(1, 20, "model", Onset.Limit.FAULT, "a fault", Double.NaN),
                                new Onset(2, 24, "page->model", Onset.Limit.BREAKER, "opened", Double.NaN)),
                        List.of())));
        lookAt(21);
        assertTrue(is("#mark-1", "past"));
        assertFalse(is("#mark-2", "past"));
        Fx.run(() -> ((Button) view.lookup("#mark-2")).fire());
        assertEquals(24, Fx.get(() -> state.cursor().get()));
        assertEquals("page->model", Fx.get(() -> state.focus().get()));
        assertTrue(is("#mark-2", "past"));
    }

    @Test
    void theFiguresAreThoseOfTheMoment() {
        lookAt(BEFORE);
        assertEquals("0:12", text("#figure-clock"));
        String well = text("#figure-amplification");
        lookAt(21);
        assertEquals("0:21", text("#figure-clock"));
        assertNotEquals(well, text("#figure-amplification"));
    }

    @Test
    void whileItPlaysRequestsMoveAndWhenItPausesTheyArriveAndRest() {
        lookAt(BEFORE);
        Fx.run(() -> state.playing().set(true));
        Fx.waitUntil("something moves", () -> view.dots().size() > 0);
        Fx.run(() -> state.playing().set(false));
        Fx.waitUntil("everything has arrived", () -> view.dots().size() == 0);
        assertTrue(Fx.get(() -> view.frameTimes().frames() > 0));
    }

    @Test
    void whileItIsLiveRequestsComeFromWhatGoesOnAndNotFromTheRecord() {
        lookAt(BEFORE);
        AtomicInteger asked = new AtomicInteger();
        Fx.run(() -> {
            state.live().set(true);
            state.flights().set(dots -> {
                if (asked.incrementAndGet() == 1) {
                    dots.add(0, Dots.Kind.FAILED, 1);
                }
            });
        });
        Fx.waitUntil(
                "the failure moves",
                () -> view.dots().size() == 1 && view.dots().kind(0) == Dots.Kind.FAILED);
        Fx.run(() -> state.flights().set(null));
        Fx.waitUntil("it has arrived", () -> view.dots().size() == 0);
    }
}
