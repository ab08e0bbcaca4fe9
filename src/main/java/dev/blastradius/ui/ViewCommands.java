package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.VIEW;

import dev.blastradius.ui.canvas.GraphCanvas;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** What is seen, how large and in which colours. */
final class ViewCommands {

    private static final double ZOOM = 1.25;

    private ViewCommands() {}

    static List<Entry> of(Workbench bench, Tools tools) {
        GraphCanvas canvas = bench.canvas();
        MainWindow window = bench.window();
        return List.of(
                Command.of(VIEW, "fit", "Show everything")
                        .key("Shortcut+0")
                        .icon(Feather.MAXIMIZE)
                        .section("zoom")
                        .words("fit zoom whole overview")
                        .unless(bench::needsDrawing)
                        .does(canvas::fit),
                Command.of(VIEW, "actual-size", "Actual size")
                        .key("Shortcut+Shift+1")
                        .section("zoom")
                        .words("100 % zoom reset")
                        .unless(bench::needsDrawing)
                        .does(canvas::resetZoom),
                Command.of(VIEW, "zoom-in", "Zoom in")
                        .key("Shortcut+Equals")
                        .key("Shortcut+Plus")
                        .key("Shortcut+Add")
                        .icon(Feather.PLUS)
                        .section("zoom")
                        .words("larger")
                        .unless(bench::needsDrawing)
                        .does(() -> canvas.zoomBy(ZOOM)),
                Command.of(VIEW, "zoom-out", "Zoom out")
                        .key("Shortcut+Minus")
                        .key("Shortcut+Subtract")
                        .icon(Feather.MINUS)
                        .section("zoom")
                        .words("smaller")
                        .unless(bench::needsDrawing)
                        .does(() -> canvas.zoomBy(1 / ZOOM)),
                Command.of(VIEW, "zoom-selection", "Zoom to the selection")
                        .key("Shortcut+Shift+2")
                        .section("zoom")
                        .words("fit selected")
                        .unless(bench::needsSelection)
                        .does(canvas::fitSelection),
                Command.of(VIEW, "history", "History")
                        .key("Shortcut+Shift+H")
                        .icon(Feather.CLOCK)
                        .section("look")
                        .words("undo steps list what was done")
                        .unless(bench::needsDrawing)
                        .does(tools::toggleHistory),
                Command.of(VIEW, "mini-map", "Show or hide the map")
                        .key("Shortcut+M")
                        .section("look")
                        .words("mini-map overview small whole")
                        .unless(bench::needsDrawing)
                        .does(window::toggleMap),
                Command.of(VIEW, "palette", "Show or hide the components")
                        .key("Shortcut+B")
                        .icon(Feather.SIDEBAR)
                        .section("look")
                        .words("palette kinds presets side panel")
                        .unless(bench::needsDrawing)
                        .does(window::togglePalette),
                Command.of(VIEW, "theme", "Dark theme")
                        .key("Shortcut+Shift+L")
                        .icon(Feather.MOON)
                        .section("look")
                        .words("colours light dark night")
                        .titled(() -> window.isDark() ? "Light theme" : "Dark theme")
                        .does(window::switchTheme));
    }
}
