package dev.blastradius.ui.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Editor;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Recorder;
import dev.blastradius.experiment.live.Action;
import dev.blastradius.experiment.live.Deed;
import dev.blastradius.experiment.live.LiveSession;
import dev.blastradius.experiment.live.Snapshot;
import dev.blastradius.model.Strategy;
import dev.blastradius.ui.Fx;
import dev.blastradius.ui.cascade.live.LiveControl;
import dev.blastradius.ui.cascade.state.CascadeState;
import java.util.List;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LiveRunTest {

    private TestHost host;
    private CascadePage page;
    private CascadeState state;
    private LiveControl control;
    private Editor editor;

    @BeforeEach
    void begin() {
        Fx.start();
        host = Fx.get(TestHost::new);
        editor = TestHost.longModel();
        Fx.run(() -> {
            page = new CascadePage(
                    host, Recorder::record, LiveSession::new, playback -> Cascade.NONE, System::nanoTime);
            state = page.state();
            control = page.control();
            page.node().setVisible(false);
            host.show(page.node());
            page.open(editor);
            editor.onChange(page::modelChanged);
            control.speed().set(30);
            page.toggleLive();
            page.node().setVisible(true);
        });
        Fx.pulse();
    }

    @AfterEach
    void close() {
        Fx.run(page::close);
        Fx.run(host::close);
    }

    private Snapshot snapshot() {
        return Fx.get(() -> control.snapshot().get());
    }

    private void reach(double seconds) {
        Fx.waitUntil(
                "it is at " + seconds + " s", () -> control.snapshot().get().now() >= seconds);
    }

    private void done(int count) {
        Fx.waitUntil("it was done", () -> control.snapshot().get().deeds().size() >= count);
    }

    private void click(String part) {
        Fx.run(() -> {
            Point2D middle = page.node().localToScreen(600, 300);
            state.clicked().set(new CascadeState.Clicked(part, middle.getX(), middle.getY()));
        });
        Fx.pulse();
    }

    private Node find(String selector) {
        return page.node().lookup(selector);
    }

    private void fire(String selector) {
        Fx.run(() -> ((Button) find(selector)).fire());
        Fx.pulse();
    }

    private String text(String selector) {
        return Fx.get(() -> ((Labeled) find(selector)).getText());
    }

    @Test
    void theCursorGoesAlongUntilItIsMovedAndAgainWhenAsked() {
        reach(3);
        assertTrue(Fx.get(() -> state.live().get()));
        Fx.run(() -> assertEquals(control.snapshot().get().now(), state.cursor().get()));
        Fx.run(() -> state.cursor().set(1));
        reach(6);
        assertEquals(1, Fx.get(() -> state.cursor().get()));
        assertTrue(Fx.get(() -> find("#live-now").isVisible()));
        fire("#live-now");
        assertTrue(Fx.get(() -> state.cursor().get()) >= 6);
        assertFalse(Fx.get(() -> find("#live-now").isVisible()));
    }

    @Test
    void aPausedRunStandsStillAndWhatIsDoneToItLetsItGoOn() {
        fire("#live-pause");
        Fx.pulse();
        assertEquals("PAUSED", Fx.get(() -> ((Labeled) find(".live-mark")).getText()));
        click("opus");
        fire("#live-kill");
        done(1);
        assertEquals("LIVE", Fx.get(() -> ((Labeled) find(".live-mark")).getText()));
    }

    @Test
    void aClickOnABoxOffersWhatFitsItAndMendingWhereThereIsAnythingToMend() {
        click("opus");
        assertTrue(Fx.get(() -> find("#live-card").isVisible()));
        assertNotNull(Fx.get(() -> find("#live-quota")));
        assertNull(Fx.get(() -> find("#live-mend")));
        assertNull(Fx.get(() -> find("#live-surge")));
        fire("#live-kill");
        assertFalse(Fx.get(() -> find("#live-card").isVisible()));
        done(1);
        assertEquals("unavailable", broken(0).effects().keySet().iterator().next());
        reach(snapshot().now() + 1);
        click("opus");
        fire("#live-mend");
        done(2);
        assertEquals(new Action.Mend("opus"), snapshot().deeds().get(1).action());
        click("users");
        assertNotNull(Fx.get(() -> find("#live-surge")));
        assertNull(Fx.get(() -> find("#live-kill")));
        click("chat->opus");
        assertNotNull(Fx.get(() -> find("#live-cut")));
        assertNull(Fx.get(() -> find("#live-quota")));
    }

    private Action.Break broken(int deed) {
        return (Action.Break) snapshot().deeds().get(deed).action();
    }

    @Test
    void keysDoTheSameToThePartThatIsLookedAt() {
        Fx.run(() -> state.focus().set("chat"));
        press(KeyCode.S, false);
        press(KeyCode.S, true);
        press(KeyCode.M, false);
        done(3);
        assertEquals(3.0, broken(0).effects().get("latencyFactor"));
        assertEquals(10.0, broken(1).effects().get("latencyFactor"));
        assertEquals(new Action.Mend("chat"), snapshot().deeds().get(2).action());
    }

    private void press(KeyCode code, boolean shift) {
        Fx.run(() ->
                page.node().fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
    }

    @Test
    void theChooserOfStrategiesFlipsTheRunAndLeavesTheModelAlone() {
        Fx.run(() -> {
            @SuppressWarnings("unchecked") // its items are ids
            ComboBox<String> box = (ComboBox<String>) find("#cascade-strategy");
            box.setValue("patient");
        });
        Fx.waitUntil(
                "it is flipped", () -> "patient".equals(control.snapshot().get().strategy()));
        assertEquals(Strategy.AS_DRAWN, editor.strategy());
        assertTrue(Fx.get(() -> find("#cascade-scenario").isDisabled()));
    }

    @Test
    void aRunThatEndedStaysToBeLookedAtUntilSomethingElseIsRecorded() {
        reach(2);
        Fx.run(page::toggleLive);
        assertFalse(Fx.get(() -> state.live().get()));
        assertEquals("ENDED", Fx.get(() -> ((Labeled) find(".live-mark")).getText()));
        Snapshot last = snapshot();
        assertEquals(last.playback(), Fx.get(() -> state.playback().get()));
        Fx.run(page::start);
        Fx.waitUntil("it is recorded", () -> control.snapshot().get() == null);
        assertFalse(Fx.get(() -> find("#live-bar").isVisible()));
        assertEquals(600, Fx.get(() -> state.playback().get().recorded()));
    }

    @Test
    void whatWasDoneIsKeptAsAScenarioThatGoesThroughTheSame() {
        Fx.run(() -> control.act(new Action.Flip("patient")));
        reach(2);
        click("opus");
        fire("#live-kill");
        reach(8);
        click("users");
        fire("#live-surge");
        reach(12);
        Fx.run(() -> control.act(new Action.Flip("as-drawn")));
        reach(15);
        click("opus");
        fire("#live-mend");
        reach(20);
        Fx.run(page::toggleLive);
        save("My bad day");
        Fx.waitUntil(
                "it is checked", () -> ((Labeled) find("#live-note")).getText().contains("verified"));
        assertEquals(List.of(), host.failures);
        assertEquals(
                "My bad day", editor.drawn().scenariosOrNone().get("my-bad-day").label());
        assertEquals("my-bad-day", editor.strategy());
        assertEquals("my-bad-day", Fx.get(() -> host.scenario().get()));
        assertEquals(
                2,
                editor.drawn()
                        .strategiesOrNone()
                        .get("my-bad-day")
                        .runbookOrEmpty()
                        .size());
        Fx.run(editor::undo);
        assertFalse(editor.drawn().scenariosOrNone().containsKey("my-bad-day"));
        assertFalse(editor.drawn().strategiesOrNone().containsKey("my-bad-day"));
    }

    @Test
    void aRunWithoutAFlipIsKeptAsAScenarioAlone() {
        reach(1);
        click("chat->opus");
        fire("#live-cut");
        done(1);
        reach(5);
        save("Cut");
        Fx.waitUntil(
                "it is checked", () -> ((Labeled) find("#live-note")).getText().contains("verified"));
        assertTrue(editor.drawn().scenariosOrNone().containsKey("cut"));
        assertFalse(editor.drawn().strategiesOrNone().containsKey("cut"));
        assertEquals(Strategy.AS_DRAWN, editor.strategy());
    }

    private void save(String name) {
        fire("#live-save");
        Fx.waitUntil("a name is asked for", () -> nameField() != null);
        int before = snapshot().deeds().size();
        Fx.run(() -> state.focus().set("chat"));
        press(KeyCode.K, false);
        Fx.pulse();
        assertEquals(before, snapshot().deeds().size(), "what is typed does nothing to the run");
        Fx.run(() -> {
            TextField field = nameField();
            field.setText(name);
            field.fireEvent(new javafx.event.ActionEvent());
        });
    }

    private static TextField nameField() {
        return Window.getWindows().stream()
                .map(each -> (TextField) each.getScene().lookup("#rename"))
                .filter(each -> each != null)
                .findFirst()
                .orElse(null);
    }

    @Test
    void whatWasDoneIsListedWithItsMomentWhichCanBeGoneTo() {
        reach(2);
        click("opus");
        fire("#live-errors");
        done(1);
        Fx.pulse();
        Deed deed = snapshot().deeds().get(0);
        Fx.run(() -> {
            var menu = (javafx.scene.control.MenuButton) find("#live-deeds");
            assertTrue(
                    menu.getItems().get(0).getText().endsWith("Opus: errors 40 %"),
                    menu.getItems().toString());
            menu.getItems().get(0).fire();
        });
        assertEquals(deed.at(), Fx.get(() -> state.cursor().get()));
        assertTrue(text("#live-note").endsWith("Opus: errors 40 %"));
    }
}
