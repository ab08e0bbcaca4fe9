package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.FILE;

import dev.blastradius.editor.Editor;
import dev.blastradius.model.Pipeline;
import dev.blastradius.report.picture.PipelineIllustration;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import dev.blastradius.ui.picture.PictureDesk;
import dev.blastradius.ui.picture.PictureForm;
import dev.blastradius.ui.picture.PictureMenu;
import dev.blastradius.ui.picture.Shown;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Scene;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Pictures that leave the window: of the chart that had the keyboard last, or of the drawing. */
final class PictureCommands {

    private PictureCommands() {}

    static List<Entry> of(Workbench bench) {
        PictureMenu.tell(bench.canvas(), () -> drawing(bench));
        return List.of(
                Command.of(FILE, "copy-picture", "Copy picture")
                        .key("Shortcut+Shift+C")
                        .icon(Feather.COPY)
                        .section("picture")
                        .words("image chart drawing clipboard slide screenshot")
                        .unless(() -> obstacle(bench))
                        .does(() -> does(bench, PictureDesk::copy)),
                Command.of(FILE, "save-picture-svg", "Save picture as SVG…")
                        .icon(Feather.SAVE)
                        .section("picture")
                        .words("image chart drawing vector export slide")
                        .unless(() -> obstacle(bench))
                        .does(() -> does(bench, (desk, shown) -> desk.save(shown, PictureForm.SVG))),
                Command.of(FILE, "save-picture-png", "Save picture as PNG…")
                        .icon(Feather.IMAGE)
                        .section("picture")
                        .words("image chart drawing pixels export slide screenshot")
                        .unless(() -> obstacle(bench))
                        .does(() -> does(bench, (desk, shown) -> desk.save(shown, PictureForm.PNG))));
    }

    private static String obstacle(Workbench bench) {
        if (bench.editor() == null) {
            return Workbench.NO_MODEL;
        }
        return shown(bench) == null ? "There is no picture to take: go to a chart first" : "";
    }

    private static void does(Workbench bench, BiConsumer<PictureDesk, Shown> action) {
        Scene scene = bench.canvas().getScene();
        Shown shown = shown(bench);
        if (scene != null && shown != null) {
            action.accept(PictureDesk.of(scene), shown);
        }
    }

    /** What had the keyboard last, else the drawing where it is seen. */
    private static @Nullable Shown shown(Workbench bench) {
        Scene scene = bench.canvas().getScene();
        if (scene == null) {
            return null;
        }
        Shown current = PictureDesk.of(scene).current();
        return current == null && bench.needsDrawing().isEmpty() ? drawing(bench) : current;
    }

    private static @Nullable Shown drawing(Workbench bench) {
        Editor editor = bench.editor();
        if (editor == null || editor.pipeline().components().isEmpty()) {
            return null;
        }
        Pipeline drawn = editor.pipeline();
        return Shown.of(drawn.title(), () -> PipelineIllustration.of(drawn));
    }
}
