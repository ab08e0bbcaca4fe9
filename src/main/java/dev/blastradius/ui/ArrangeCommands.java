package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.ARRANGE;

import dev.blastradius.editor.Arrangement;
import dev.blastradius.editor.Arrangement.Alignment;
import dev.blastradius.editor.Arrangement.Direction;
import dev.blastradius.editor.Edits;
import dev.blastradius.editor.drawing.Point;
import dev.blastradius.editor.drawing.Rect;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** Where boxes are drawn. */
final class ArrangeCommands {

    private ArrangeCommands() {}

    static List<Entry> of(Workbench bench) {
        return List.of(
                Command.of(ARRANGE, "arrange", "Arrange everything")
                        .key("Shortcut+L")
                        .icon(Feather.GIT_BRANCH)
                        .section("layout")
                        .words("layout automatic tidy layers")
                        .unless(bench::needsDrawing)
                        .does(bench.documents()::arrange),
                align(bench, Alignment.LEFT, "left", "left edges", "Shortcut+Shift+Left", Feather.ALIGN_LEFT),
                align(bench, Alignment.CENTRE, "centre", "centres", "Alt+Shift+C", Feather.ALIGN_CENTER),
                align(bench, Alignment.RIGHT, "right", "right edges", "Shortcut+Shift+Right", Feather.ALIGN_RIGHT),
                align(bench, Alignment.TOP, "top", "top edges", "Shortcut+Shift+Up", null),
                align(bench, Alignment.MIDDLE, "middle", "middles", "Alt+Shift+M", null),
                align(bench, Alignment.BOTTOM, "bottom", "bottom edges", "Shortcut+Shift+Down", null),
                distribute(bench, Direction.HORIZONTAL, "horizontally", "Alt+Shift+H"),
                distribute(bench, Direction.VERTICAL, "vertically", "Alt+Shift+V"),
                stack(bench, Direction.VERTICAL, "column", "Alt+Shift+L", "same layer below each other"),
                stack(bench, Direction.HORIZONTAL, "row", "Alt+Shift+R", "beside each other"));
    }

    private static Command align(
            Workbench bench, Alignment alignment, String name, String what, String key, @Nullable Ikon icon) {
        String label = "Align " + what;
        Command.Builder builder = Command.of(ARRANGE, "align-" + name, label)
                .key(key)
                .section("align")
                .words("line up " + name)
                .unless(() -> bench.needsComponents(2));
        if (icon != null) {
            builder.icon(icon);
        }
        return builder.does(() -> place(bench, label, boxes -> Arrangement.align(boxes, alignment)));
    }

    private static Command distribute(Workbench bench, Direction direction, String how, String key) {
        return Command.of(ARRANGE, "distribute-" + how, "Distribute " + how)
                .key(key)
                .section("distribute")
                .words("equal gaps spacing even")
                .unless(() -> bench.needsComponents(3))
                .does(() -> place(bench, "Distribute", boxes -> Arrangement.distribute(boxes, direction)));
    }

    private static Command stack(Workbench bench, Direction direction, String what, String key, String words) {
        return Command.of(ARRANGE, "stack-" + what, "Make a " + what)
                .key(key)
                .section("distribute")
                .words("stack " + words)
                .unless(() -> bench.needsComponents(2))
                .does(() -> place(bench, "Make a " + what, boxes -> Arrangement.stack(boxes, direction)));
    }

    /** Draws the selected somewhere else, as one step; the others keep their places, those which the model gave none too. */
    private static void place(Workbench bench, String label, Function<Map<String, Rect>, Map<String, Point>> arrange) {
        bench.edit(editor -> {
            editor.finishTyping();
            Map<String, Rect> all = bench.canvas().drawing().boxes();
            Map<String, Rect> selected = new LinkedHashMap<>(all);
            selected.keySet().retainAll(editor.selection().components());
            Map<String, Point> corners = new LinkedHashMap<>();
            all.forEach((id, box) -> corners.put(id, new Point(box.x(), box.y())));
            corners.putAll(arrange.apply(selected));
            editor.edit(label, null, it -> Edits.place(it, corners));
        });
    }
}
