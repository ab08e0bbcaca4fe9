package dev.blastradius.ui.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.HeatMap;
import dev.blastradius.io.ModelReader;
import dev.blastradius.report.picture.ChartIllustration;
import dev.blastradius.report.picture.PipelineIllustration;
import dev.blastradius.report.picture.Slide;
import dev.blastradius.ui.Fx;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.scene.Scene;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.image.Image;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.Window;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How a picture leaves the window. */
class PictureMenuTest {

    private static final HeatMap MAP = new HeatMap(
            "Blast radius of Größe & co.",
            "",
            "client",
            "what fails",
            List.of("Visitors"),
            List.of(new HeatMap.Group(
                    "",
                    List.of(new HeatMap.Row(
                            "Opus </text><script>", List.of(new HeatMap.Cell(0.4, "40 %", "", false)))))),
            HeatMap.Scale.ofShares("goodput lost", 1),
            "");

    @TempDir
    Path folder;

    private final List<String> told = new ArrayList<>();
    private Region chart;
    private Region empty;
    private Scene scene;
    private Stage stage;

    @BeforeEach
    void open() {
        Fx.start();
        Fx.run(() -> {
            chart = new Region();
            chart.setFocusTraversable(true);
            chart.setMinSize(200, 100);
            PictureMenu.on(chart, () -> Shown.of(MAP));
            empty = new Region();
            empty.setFocusTraversable(true);
            PictureMenu.on(empty, () -> null);
            scene = new Scene(new VBox(chart, empty, new Region()), 300, 200);
            stage = new Stage();
            stage.setScene(scene);
            stage.show();
            PictureDesk.of(scene).tellBy(told::add);
            chart.requestFocus();
        });
    }

    @AfterEach
    void close() {
        Fx.run(stage::close);
    }

    private void press(Region node, KeyCode code, boolean shift) {
        Fx.run(() -> node.fireEvent(new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, shift, false, false, false)));
    }

    private static List<ContextMenu> menus() {
        return Fx.get(() -> Window.getWindows().stream()
                .filter(ContextMenu.class::isInstance)
                .map(ContextMenu.class::cast)
                .toList());
    }

    private static void hideMenus() {
        List<ContextMenu> open = menus();
        Fx.run(() -> open.forEach(Window::hide));
    }

    private void choose(String id) {
        press(chart, KeyCode.F10, true);
        MenuItem item = menus().get(0).getItems().stream()
                .filter(each -> id.equals(each.getId()))
                .findFirst()
                .orElseThrow();
        Fx.run(item::fire);
        hideMenus();
        Fx.waitUntil("it was told what became of it", () -> !told.isEmpty());
    }

    @Test
    void theMenuKeyAndShiftF10OpenIt() {
        press(chart, KeyCode.F10, false);
        assertTrue(menus().isEmpty());
        press(chart, KeyCode.CONTEXT_MENU, false);
        assertEquals(
                List.of("Copy picture", "Save picture as SVG…", "Save picture as PNG…"),
                menus().get(0).getItems().stream().map(MenuItem::getText).toList());
        hideMenus();
        press(chart, KeyCode.F10, true);
        assertEquals(1, menus().size());
        hideMenus();
        press(empty, KeyCode.F10, true);
        assertTrue(menus().isEmpty(), "where there is nothing to be seen there is no picture");
    }

    @Test
    void aCopyIsAsWideAsASlideAndHasTheWindowsColours() {
        Fx.run(() -> scene.getRoot().getStyleClass().add("dark"));
        choose("picture-copy");
        Image image = Fx.get(() -> Clipboard.getSystemClipboard().getImage());
        assertNotNull(image, told.toString());
        assertEquals(1920, image.getWidth());
        assertEquals(1080, image.getHeight());
        assertEquals(
                ChartTheme.DARK.background().getRGB(), image.getPixelReader().getArgb(0, 0));
        assertEquals(List.of("Copied as a picture of 1920 × 1080 pixels"), told);
    }

    @Test
    void aPictureIsSavedInTheFormThatWasChosenUnderANameThatEverySystemTakes() throws IOException {
        List<String> suggested = new ArrayList<>();
        Fx.run(() -> PictureDesk.of(scene).askBy((name, form) -> {
            suggested.add(name);
            return folder.resolve(form == PictureForm.SVG ? "typed" : name);
        }));
        choose("picture-svg");
        assertEquals(List.of("Saved the picture as typed.svg"), told);
        String svg = Files.readString(folder.resolve("typed.svg"));
        assertTrue(svg.contains("<title>Blast radius of Größe &amp; co.</title>"), svg.substring(0, 2_000));
        assertTrue(svg.contains("Worst: Opus &lt;/text&gt;&lt;script&gt;, Visitors: 40 %."), svg.substring(0, 2_000));
        told.clear();
        choose("picture-png");
        assertEquals(List.of("blast-radius-of-gro-e-co.svg", "blast-radius-of-gro-e-co.png"), suggested);
        BufferedImage image = ImageIO.read(folder.resolve(suggested.get(1)).toFile());
        assertEquals(1920, image.getWidth());
        assertEquals(Color.WHITE, new Color(image.getRGB(0, 0)));
    }

    @Test
    void aPictureThatCannotBeSavedSaysWhyAndOneThatIsNotAskedForSaysNothing() {
        Fx.run(() -> PictureDesk.of(scene)
                .askBy((name, form) -> folder.resolve("no-such-folder").resolve("a.png")));
        choose("picture-png");
        assertTrue(told.get(0).startsWith("Not saved: "), told.toString());
        told.clear();
        Fx.run(() -> {
            PictureDesk.of(scene).askBy((name, form) -> null);
            PictureDesk.of(scene).save(Shown.of(MAP), PictureForm.SVG);
        });
        assertEquals(List.of(), told);
    }

    @Test
    void thePictureThatIsMeantIsOfWhatHadTheKeyboardLastWhileThatIsSeen() {
        PictureDesk desk = Fx.get(() -> PictureDesk.of(scene));
        assertEquals(MAP.title(), Objects.requireNonNull(Fx.get(desk::current)).title());
        Fx.run(() -> scene.getRoot().requestFocus());
        assertNotNull(Fx.get(desk::current), "a menu or the palette has the keyboard meanwhile");
        Fx.run(() -> chart.setVisible(false));
        assertNull(Fx.get(desk::current));
        Fx.run(() -> {
            chart.setVisible(true);
            empty.requestFocus();
        });
        assertNull(Fx.get(desk::current));
    }

    @Test
    void aHeatMapsSlideHoldsAllOfIt() {
        assertEquals(Slide.HEIGHT, Shown.of(MAP).slide().height());
        assertTrue(ChartIllustration.of(MAP, 700).height() < Slide.HEIGHT);
        assertEquals("picture", new Shown("模型", "", Shown.of(MAP).slide()).fileName());
    }

    @Test
    void aFileThatNobodyAgreedToReplaceStays(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("map.svg"), "mine");
        assertEquals(folder.resolve("map-2.svg"), PictureForm.SVG.named(folder.resolve("map")));
        assertEquals(folder.resolve("map.svg"), PictureForm.SVG.named(folder.resolve("map.svg")));
    }

    @Test
    void aSlideIsMadeWhenItIsWantedAndOnce() {
        List<String> made = new ArrayList<>();
        Shown shown = Shown.of("Shop", () -> {
            made.add("made");
            return PipelineIllustration.of(
                    Objects.requireNonNull(ModelReader.read("""
                            {"format": "blastradius/1", "components": {"shop": {"kind": "service"}}}""", null).model()).pipeline());
        });
        assertEquals("shop", shown.fileName());
        assertEquals(List.of(), made);
        shown.slide();
        shown.words();
        assertEquals(List.of("made"), made);
    }
}
