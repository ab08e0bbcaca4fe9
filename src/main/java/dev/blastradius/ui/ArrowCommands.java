package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.EDIT;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Edits;
import dev.blastradius.editor.Rewire;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.board.Board;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Dependency.Call;
import dev.blastradius.model.Dependency.Mode;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Names, and arrows: drawn, led elsewhere and turned round, without a mouse. */
final class ArrowCommands {

    private ArrowCommands() {}

    static List<Entry> of(Workbench bench) {
        return List.of(
                draw("rename", "Edit the name", "label rename title")
                        .key("F2")
                        .icon(Feather.EDIT_2)
                        .unless(bench::needsOneComponent)
                        .does(() -> onBoard(bench, Board::editLabel)),
                draw("connect", "Connect to…", "arrow dependency call link")
                        .key("Shortcut+E")
                        .icon(Feather.ARROW_RIGHT)
                        .unless(bench::needsOneComponent)
                        .does(() -> onBoard(bench, Board::connectByKeys)),
                draw("add-fallback", "Add a fallback…", "second provider stand in backup")
                        .key("Shortcut+Shift+E")
                        .icon(Feather.CORNER_DOWN_RIGHT)
                        .unless(bench::needsOneArrow)
                        .does(() -> onBoard(bench, Board::addFallbackByKeys)),
                draw("mode", "Make optional", "required optional degraded mode")
                        .titled(() -> isOptional(bench) ? "Make required" : "Make optional")
                        .unless(bench::needsArrows)
                        .does(() -> switchMode(bench)),
                draw("lead-callee", "Call something else…", "rewire move end target")
                        .unless(bench::needsOneArrow)
                        .does(() -> onBoard(bench, board -> board.leadByKeys(true))),
                draw("lead-caller", "Call from somewhere else…", "rewire move start source")
                        .unless(bench::needsOneArrow)
                        .does(() -> onBoard(bench, board -> board.leadByKeys(false))),
                draw("reverse", "Reverse", "turn round swap direction arrow")
                        .unless(() -> reverseObstacle(bench))
                        .does(() -> reverse(bench)));
    }

    private static Command.Builder draw(String id, String title, String words) {
        return Command.of(EDIT, id, title).section("draw").words(words);
    }

    private static void onBoard(Workbench bench, Consumer<Board> action) {
        Board board = bench.canvas().board();
        if (board != null) {
            board.editor().finishTyping();
            bench.canvas().requestFocus();
            bench.canvas().revealSelection();
            action.accept(board);
        }
    }

    private static boolean isOptional(Workbench bench) {
        Editor editor = bench.editor();
        return editor != null
                && editor.selection().dependencies().stream()
                        .map(editor.pipeline().arrows()::get)
                        .anyMatch(each -> each != null && Call.MODE.in(each.call()) == Mode.OPTIONAL);
    }

    private static void switchMode(Workbench bench) {
        Mode mode = isOptional(bench) ? null : Mode.OPTIONAL;
        String label = mode == null ? "Make required" : "Make optional";
        bench.edit(editor -> editor.edit(label, null, it -> withMode(it, editor.selection(), mode)));
    }

    private static Pipeline withMode(Pipeline pipeline, Selection arrows, @Nullable Mode mode) {
        Pipeline changed = pipeline;
        for (String key : arrows.dependencies()) {
            Dependency arrow = pipeline.arrows().get(key);
            if (arrow != null) {
                Call call = Call.TYPE.with(arrow.call(), Call.MODE, mode);
                changed =
                        Edits.replaceDependency(changed, key, new Dependency(call, arrow.fallback(), arrow.policies()));
            }
        }
        return changed;
    }

    private static String reverseObstacle(Workbench bench) {
        String obstacle = bench.needsOneArrow();
        Editor editor = bench.editor();
        String key = editor == null ? null : editor.selection().onlyDependency();
        if (!obstacle.isEmpty() || editor == null || key == null) {
            return obstacle;
        }
        Pipeline pipeline = editor.pipeline();
        Dependency arrow = pipeline.arrows().get(key);
        boolean standsIn = arrow != null && arrow.isFallback();
        boolean hasFallbacks = pipeline.arrows().values().stream()
                .anyMatch(each -> key.equals(each.fallback().fallbackFor()));
        if (standsIn || hasFallbacks) {
            return "It has to do with fallbacks";
        }
        return Edits.canConnect(pipeline, Pipeline.to(key), Pipeline.from(key)) ? "" : "An arrow cannot lead that way";
    }

    private static void reverse(Workbench bench) {
        bench.edit(editor -> {
            String key = editor.selection().onlyDependency();
            if (key != null) {
                String back = Pipeline.key(Pipeline.to(key), Pipeline.from(key));
                if (editor.edit("Reverse arrow", null, it -> Rewire.lead(it, key, back, editor.strategy()))
                        .isEmpty()) {
                    editor.select(Selection.dependency(back));
                }
            }
        });
    }
}
