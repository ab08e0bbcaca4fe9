package dev.blastradius.ui.results;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import atlantafx.base.theme.PrimerLight;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Picture;
import dev.blastradius.chart.SampleResults;
import dev.blastradius.experiment.RunResult;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ResultsPaneTest {

    private static final RunResult RESULT = SampleResults.result(60, 10);

    private ResultsPane pane;
    private Stage stage;

    @BeforeEach
    void open() throws Exception {
        Fx.run(() -> {
            pane = new ResultsPane();
            Scene scene = new Scene(pane, 1440, 330);
            scene.setUserAgentStylesheet(new PrimerLight().getUserAgentStylesheet());
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
        });
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(stage::hide);
    }

    @Test
    void withoutAResultItSaysWhatToDo() throws Exception {
        assertTrue(texts().stream().anyMatch(text -> text.startsWith("No result yet. A run shows here")));
    }

    @Test
    void aResultShowsFourPaintedChartsAndItsNumbers() throws Exception {
        show(RESULT);
        for (ChartTile tile : pane.tiles()) {
            Picture picture = Fx.await(tile.surface().pictureProperty(), it -> it != null);
            assertEquals(5400, picture.duration());
        }
        List<String> texts = texts();
        assertTrue(texts.contains("Opus returns 40 % errors for half an hour · As drawn"), texts::toString);
        assertTrue(texts.contains("mean of 10 replications"), texts::toString);
        assertTrue(texts.contains("204,518"), texts::toString);
        assertTrue(texts.contains("87.4 %"), texts::toString);
        assertTrue(texts.contains(" misses 99.5 %"), texts::toString);
        assertTrue(texts.contains("✓ All 214,725 requests accounted for"), texts::toString);
        assertTrue(texts.contains("Opus error 12,885, Assistant rejected 2,062, 1 more"), texts::toString);
    }

    @Test
    void oneReplicationShowsTheMeanAloneAndSaysWhy() throws Exception {
        show(SampleResults.result(60, 1));
        List<String> texts = texts();
        assertTrue(texts.contains("one replication, so no intervals"), texts::toString);
        assertTrue(texts.stream().noneMatch(text -> text.contains("±")), texts::toString);
        assertTrue(texts.stream().noneMatch(text -> text.contains("NaN")), texts::toString);
    }

    @Test
    void clearingForgetsTheResult() throws Exception {
        show(RESULT);
        Fx.run(pane::clear);
        assertTrue(texts().stream().anyMatch(text -> text.startsWith("No result yet")));
        for (ChartTile tile : pane.tiles()) {
            assertNull(tile.surface().spec());
            assertNull(Fx.get(() -> tile.surface().pictureProperty().get()));
        }
    }

    @Test
    void aStaleResultSaysSoUntilTheNextOne() throws Exception {
        show(RESULT);
        assertFalse(texts().contains("From before the latest changes"));
        Fx.run(() -> pane.markStale(true));
        assertTrue(texts().contains("From before the latest changes"));
        show(RESULT);
        assertFalse(texts().contains("From before the latest changes"));
    }

    @Test
    void theChartsFollowTheSelectionEachWhereItCan() throws Exception {
        show(RESULT);
        Fx.run(() -> pane.select("opus", null));
        assertEquals("Queue and servers of Opus", title(3));
        assertEquals("Attempts over Assistant → Opus", title(2));
        Fx.run(() -> pane.select(null, "assistant->sonnet"));
        assertEquals("Attempts over Assistant → Sonnet", title(2));
        Fx.run(() -> pane.select("agents", null));
        assertEquals("Outcomes of Support agents", title(0));
        assertEquals("Latency of Support agents", title(1));
        assertEquals("Queue and servers of Opus", title(3));
    }

    @Test
    void theChoiceInAChartsTitleDrawsItOfAnotherSubject() throws Exception {
        show(RESULT);
        Fx.run(() -> pane.tiles().get(0).choice().getSelectionModel().select(1));
        assertEquals("Outcomes of Web visitors", title(0));
    }

    @Test
    void theNextResultKeepsTheChartsSubjects() throws Exception {
        show(RESULT);
        Fx.run(() -> pane.select("sonnet", "assistant->canned"));
        show(SampleResults.result(60, 2));
        assertEquals("Attempts over Assistant → Canned answer", title(2));
        assertEquals("Queue and servers of Sonnet", title(3));
    }

    @Test
    void theTablesHaveARowForEachComponentAndDependency() throws Exception {
        show(RESULT);
        Fx.run(() -> ((ToggleButton) pane.lookup("#components-view")).fire());
        assertEquals(4, Fx.get(() -> table("#components").getItems().size()));
        Fx.run(() -> ((ToggleButton) pane.lookup("#dependencies-view")).fire());
        assertEquals(5, Fx.get(() -> table("#dependencies").getItems().size()));
    }

    @Test
    void theChosenViewStaysChosenWhenItsButtonIsPressedAgain() throws Exception {
        show(RESULT);
        ToggleButton button = Fx.get(() -> (ToggleButton) pane.lookup("#components-view"));
        Fx.run(button::fire);
        Fx.run(button::fire);
        assertTrue(Fx.get(button::isSelected));
        assertNotNull(Fx.get(() -> table("#components")));
    }

    @Test
    void theCursorOverOneChartShowsItsMomentInAll() throws Exception {
        show(RESULT);
        for (ChartTile tile : pane.tiles()) {
            Fx.await(tile.surface().pictureProperty(), it -> it != null);
        }
        ChartSurface surface = pane.tiles().get(1).surface();
        Picture picture = Fx.get(() -> surface.pictureProperty().get());
        Fx.run(() -> Event.fireEvent(surface, mouse(surface, MouseEvent.MOUSE_MOVED, picture.xOf(1230))));
        for (ChartTile tile : pane.tiles()) {
            assertTrue(Fx.get(() -> tile.surface().card().isVisible()));
            assertTrue(texts(tile.surface().card()).contains("at 20 min 30 s"));
        }
        Fx.run(() -> Event.fireEvent(surface, mouse(surface, MouseEvent.MOUSE_EXITED, 0)));
        assertFalse(Fx.get(() -> surface.card().isVisible()));
    }

    @Test
    void darkAndLightPaintTheChartsInTheirColours() throws Exception {
        show(RESULT);
        ChartSurface surface = pane.tiles().get(0).surface();
        Fx.await(
                surface.pictureProperty(),
                it -> background(it) == ChartTheme.LIGHT.background().getRGB());
        Fx.run(() -> pane.setDark(true));
        Fx.await(
                surface.pictureProperty(),
                it -> background(it) == ChartTheme.DARK.background().getRGB());
    }

    @Test
    void aNarrowPaneKeepsEveryMeanAndLeavesTheSpreadsToTheTooltips() throws Exception {
        show(RESULT);
        assertTrue(texts().stream().anyMatch(text -> text.startsWith(" ±")));
        Fx.run(() -> stage.setWidth(900));
        Fx.await(pane.widthProperty(), width -> width.doubleValue() < 1000);
        assertTrue(texts().stream().noneMatch(text -> text.startsWith(" ±")));
        assertTrue(texts().contains("87.4 %"));
    }

    private static int background(Picture picture) {
        return picture == null ? 0 : picture.image().getRGB(0, picture.image().getHeight() - 1);
    }

    private static MouseEvent mouse(Node node, EventType<MouseEvent> type, double x) {
        Point2D scene = node.localToScene(x, 60);
        return new MouseEvent(
                type,
                scene.getX(),
                scene.getY(),
                0,
                0,
                MouseButton.NONE,
                0,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                false,
                null);
    }

    private void show(RunResult result) throws Exception {
        Fx.run(() -> pane.show(result, SampleResults.pipeline()));
    }

    private String title(int chart) throws Exception {
        return Fx.get(() -> pane.tiles().get(chart).surface().spec().title());
    }

    private TableView<?> table(String id) {
        return (TableView<?>) pane.lookup(id);
    }

    private List<String> texts() throws Exception {
        return texts(pane);
    }

    /** All texts that are shown. */
    private static List<String> texts(Parent parent) throws Exception {
        return Fx.get(() -> {
            List<String> texts = new ArrayList<>();
            collect(parent, texts);
            return texts;
        });
    }

    private static void collect(Node node, List<String> texts) {
        if (!node.isVisible()) {
            return;
        }
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            texts.add(labeled.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
        }
    }
}
