package dev.blastradius.ui.cascade.requests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import dev.blastradius.editor.requests.HandMadeTraces;
import dev.blastradius.editor.requests.ListedRequest;
import dev.blastradius.editor.requests.Waterfall;
import dev.blastradius.engine.HandMadeChronicle;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.ui.Fx;
import dev.blastradius.ui.cascade.state.CascadeState;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class RequestsViewTest {

    private CascadeState state;
    private RequestsView view;
    private Stage stage;

    @BeforeEach
    void open() {
        Fx.start();
        Fx.run(() -> {
            state = new CascadeState();
            view = new RequestsView(state);
            Scene scene = new Scene(view, 1366, 280);
            scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            state.playback().set(playback());
            view.applyCss();
            view.layout();
        });
    }

    @AfterEach
    void close() {
        Fx.run(stage::hide);
    }

    private static Playback playback() {
        RunSpec spec = new RunSpec(HandMadeTraces.PIPELINE, null, "as-drawn", List.of(), Map.of());
        RunSettings settings = new RunSettings(Duration.of("15m"), Duration.of("1m"), 1, 42, 0.95, 1);
        return new Playback(
                spec,
                settings,
                0,
                new HandMadeChronicle(HandMadeTraces.PIPELINE, 1, 900).chronicle(),
                HandMadeTraces.traces(),
                List.of());
    }

    @SuppressWarnings("unchecked")
    private TableView<ListedRequest> table() {
        return (TableView<ListedRequest>) node("cascade-requests-table");
    }

    @SuppressWarnings("unchecked")
    private ListView<Waterfall.Row> spans() {
        return (ListView<Waterfall.Row>) node("cascade-spans");
    }

    private Node node(String id) {
        Node node = view.lookup("#" + id);
        assertNotNull(node, id);
        return node;
    }

    private List<Long> listed() {
        return table().getItems().stream().map(each -> each.trace().number()).toList();
    }

    private void press(Node node, KeyCode code) {
        Fx.run(() -> node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false)));
    }

    private void fire(String id) {
        Fx.run(() -> ((ButtonBase) node(id)).fire());
    }

    @Test
    void allAreListedAndWhatFailedIsLookedAtFirst() {
        assertEquals(List.of(0L, 1L, 2L, 3L), Fx.get(this::listed));
        assertEquals(
                0L,
                Fx.get(() ->
                        table().getSelectionModel().getSelectedItem().trace().number()));
        assertEquals(8, Fx.get(() -> spans().getItems().size()));
        assertEquals("failed 50", Fx.get(() -> ((Labeled) node("requests-failed")).getText()));
    }

    @Test
    void aChipListsOnlyItsOutcome() {
        fire("requests-abandoned");
        assertEquals(List.of(2L), Fx.get(this::listed));
        assertEquals(1, Fx.get(() -> spans().getItems().size()));
        fire("requests-all");
        assertEquals(4, Fx.get(this::listed).size());
    }

    @Test
    void boundsOfTheTimeThatWasTakenCanBeTyped() {
        Fx.run(() -> ((TextField) node("requests-least")).setText("7s"));
        assertEquals(List.of(1L, 2L), Fx.get(this::listed));
        Fx.run(() -> ((TextField) node("requests-most")).setText("10"));
        assertEquals(List.of(1L), Fx.get(this::listed));
    }

    @Test
    void aChartsMomentListsWhatWasUnderWayThenUntilItsChipIsClicked() {
        Fx.run(() -> state.askedRequests().set(650));
        assertEquals(List.of(2L), Fx.get(this::listed));
        assertEquals("under way at 10:50", Fx.get(() -> ((Labeled) node("requests-moment")).getText()));
        fire("requests-moment");
        assertEquals(4, Fx.get(this::listed).size());
        assertTrue(Fx.get(() -> Double.isNaN(state.askedRequests().get())));
    }

    @Test
    void aChosenSpanIsLookedAtInTheDrawingAndEnterGoesToItsMoment() {
        press(node("cascade-requests-table"), KeyCode.ENTER);
        assertEquals(600, Fx.get(() -> state.cursor().get()));
        assertEquals("assistant->sonnet", Fx.get(() -> state.focus().get()), "the cause");
        press(spans(), KeyCode.ENTER);
        assertEquals(603, Fx.get(() -> state.cursor().get()));
    }

    @Test
    void leftClosesASpanAndGoesOutRightOpensItAgain() {
        press(node("cascade-requests-table"), KeyCode.ENTER);
        press(spans(), KeyCode.LEFT);
        assertEquals(6, Fx.get(() -> spans().getItems().size()));
        press(spans(), KeyCode.RIGHT);
        assertEquals(8, Fx.get(() -> spans().getItems().size()));
        press(spans(), KeyCode.LEFT);
        press(spans(), KeyCode.LEFT);
        assertEquals(
                1,
                Fx.get(() ->
                        spans().getSelectionModel().getSelectedItem().span().number()));
    }

    @Test
    void theSameRequestsAgainKeepWhatIsChosen() {
        Fx.run(() -> table().getSelectionModel().select(2));
        Fx.run(() -> state.playback().set(playback()));
        assertEquals(
                2L,
                Fx.get(() ->
                        table().getSelectionModel().getSelectedItem().trace().number()));
    }

    @Test
    void theListedOnesAreSavedWhereAFileIsNamed(@TempDir Path folder) {
        fire("requests-abandoned");
        Path file = folder.resolve("some.otlp.json");
        SaveMenu menu = (SaveMenu) Fx.get(() -> node("requests-save"));
        Fx.run(() -> {
            menu.askBy(suggested -> file);
            menu.getItems().get(0).fire();
        });
        Fx.waitUntil("the file is there", () -> Files.exists(file));
        assertEquals(Path.of("a.json"), SaveMenu.named(Path.of("a.otlp.json"), true));
        assertEquals(Path.of("a.otlp.json"), SaveMenu.named(Path.of("a"), false));
    }
}
