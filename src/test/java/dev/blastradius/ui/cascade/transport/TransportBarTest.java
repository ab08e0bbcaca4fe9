package dev.blastradius.ui.cascade.transport;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.ui.Fx;
import dev.blastradius.ui.cascade.stage.Recorded;
import dev.blastradius.ui.cascade.state.CascadeState;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TransportBarTest {

    private static final long SECOND = 1_000_000_000L;
    private static Playback playback;
    private final CascadeState state = new CascadeState();
    private TransportBar bar;
    private StackPane page;

    @BeforeAll
    static void record() {
        Fx.start();
        playback = Recorded.playback();
    }

    @BeforeEach
    void make() {
        Fx.run(() -> {
            state.duration().set(60);
            bar = new TransportBar(state);
            page = new StackPane(bar);
            bar.listen(page);
        });
    }

    private void record(double cursor) {
        Fx.run(() -> {
            state.playback().set(playback);
            state.cursor().set(cursor);
        });
    }

    private double cursor() {
        return Fx.get(() -> state.cursor().get());
    }

    private void press(KeyCode code) {
        Fx.run(() ->
                Event.fireEvent(page, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private void fire(String id) {
        Fx.run(() -> ((Button) bar.lookup("#" + id)).fire());
    }

    private void type(String text) {
        Fx.run(() -> {
            TextField field = (TextField) bar.lookup("#transport-moment");
            field.setText(text);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    @Test
    void withNothingRecordedNothingCanBePlayed() {
        assertTrue(Fx.get(() -> bar.isDisabled()));
        press(KeyCode.SPACE);
        assertFalse(Fx.get(() -> state.playing().get()));
        record(0);
        assertFalse(Fx.get(() -> bar.isDisabled()));
    }

    @Test
    void theMomentGoesOnByTheClockTimesTheSpeedAndStopsAtTheEnd() {
        record(10);
        Fx.run(() -> {
            Player player = new Player(state);
            state.speed().set(10);
            player.frame(SECOND);
            assertEquals(10, state.cursor().get());
            player.frame(SECOND + SECOND / 10);
            assertEquals(11, state.cursor().get(), 1e-9);
            player.frame(SECOND + SECOND / 5);
            assertEquals(12, state.cursor().get(), 1e-9);
            state.cursor().set(59.9);
            state.playing().set(true);
            player.frame(2 * SECOND);
            player.frame(2 * SECOND + SECOND / 10);
            assertEquals(60, state.cursor().get());
            assertFalse(state.playing().get());
        });
    }

    @Test
    void spacePlaysAndPausesAndFromTheEndBeginsAnew() {
        record(60);
        press(KeyCode.SPACE);
        assertTrue(Fx.get(() -> state.playing().get()));
        assertTrue(cursor() < 30);
        press(KeyCode.SPACE);
        assertFalse(Fx.get(() -> state.playing().get()));
    }

    @Test
    void stepsAreThoseOfTheRecord() {
        record(10);
        double step = playback.chronicle().stepSeconds();
        press(KeyCode.PERIOD);
        assertEquals(10 + step, cursor(), 1e-9);
        fire("transport-on");
        assertEquals(10 + 2 * step, cursor(), 1e-9);
        press(KeyCode.COMMA);
        fire("transport-back");
        assertEquals(10, cursor(), 1e-9);
        press(KeyCode.END);
        assertEquals(60, cursor(), 1e-9);
        press(KeyCode.HOME);
        assertEquals(0, cursor(), 1e-9);
    }

    @Test
    void jumpsGoAlongTheChain() {
        record(0);
        Fx.run(() -> state.cascade()
                .set(new Cascade(
                        List.of(
                                new Onset(1, 20, "model", Onset.Limit.FAULT, "", Double.NaN),
                                new Onset(2, 24, "page", Onset.Limit.SLOW, "", Double.NaN)),
                        List.of())));
        press(KeyCode.N);
        assertEquals(20, cursor());
        fire("transport-next");
        assertEquals(24, cursor());
        press(KeyCode.N);
        assertEquals(24, cursor());
        press(KeyCode.P);
        assertEquals(20, cursor());
    }

    @Test
    void aMomentCanBeTypedAndWhatIsNoneIsMarked() {
        record(0);
        type("0m30s");
        assertEquals(30, cursor());
        type("soon");
        assertEquals(30, cursor());
        PseudoClass wrong = PseudoClass.getPseudoClass("wrong");
        assertTrue(Fx.get(
                () -> bar.lookup("#transport-moment").getPseudoClassStates().contains(wrong)));
        type("5:00");
        assertEquals(60, cursor(), "no further than the end");
    }

    @Test
    void whileAReplicationGoesOnTheBarIsAway() {
        record(0);
        Fx.run(() -> {
            state.playing().set(true);
            state.live().set(true);
        });
        assertFalse(Fx.get(() -> bar.isVisible() || bar.isManaged()));
        assertFalse(Fx.get(() -> state.playing().get()));
        Fx.run(() -> state.live().set(false));
        assertTrue(Fx.get(() -> bar.isVisible() && bar.isManaged()));
    }

    @Test
    void keysThatAreTypedIntoAFieldAreText() {
        record(10);
        Fx.run(() -> {
            TextField field = new TextField();
            page.getChildren().add(field);
            Event.fireEvent(
                    field, new KeyEvent(KeyEvent.KEY_PRESSED, ".", ".", KeyCode.PERIOD, false, false, false, false));
        });
        assertEquals(10, cursor());
    }
}
