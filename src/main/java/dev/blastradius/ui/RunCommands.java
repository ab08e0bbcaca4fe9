package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.RUN;

import dev.blastradius.editor.Breaking;
import dev.blastradius.editor.Captions;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.guide.Hint;
import dev.blastradius.model.Pipeline;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import dev.blastradius.ui.command.Submenu;
import dev.blastradius.ui.study.StudyDesk;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Breaking, choosing and running. */
final class RunCommands {

    private RunCommands() {}

    /**
     * The commands.
     *
     * @param ask asks which of several commands, with a prompt
     */
    static List<Entry> of(Workbench bench, BiConsumer<String, List<Command>> ask) {
        Runs runs = bench.runs();
        return List.of(
                Command.of(RUN, "run", "Run")
                        .key("Shortcut+R")
                        .key("F5")
                        .icon(Feather.PLAY)
                        .section("run")
                        .words("simulate start")
                        .unless(() -> bench.studies().obstacle().isEmpty()
                                ? bench.needsModel()
                                : bench.studies().obstacle())
                        .does(() -> {
                            bench.desk().show(StudyDesk.DRAW);
                            runs.start();
                        }),
                Command.of(RUN, "cancel", "Cancel")
                        .key("Shortcut+Period")
                        .icon(Feather.SQUARE)
                        .section("run")
                        .words("stop run")
                        .unless(() -> isBusy(bench) ? "" : "Nothing is running")
                        .does(() -> {
                            bench.studies().cancel();
                            runs.cancel();
                        }),
                Submenu.dynamic(
                        RUN,
                        "choose",
                        "Scenario",
                        () -> choices(
                                bench,
                                "Scenario",
                                runs.scenarios(),
                                runs.scenarioProperty().get(),
                                runs::chooseScenario)),
                Submenu.dynamic(
                        RUN,
                        "choose",
                        "Strategy",
                        () -> choices(
                                bench,
                                "Strategy",
                                runs.strategies(),
                                runs.strategyProperty().get(),
                                runs::chooseStrategy)),
                Command.of(RUN, "break", "Break it…")
                        .key("Shortcut+Shift+B")
                        .icon(Feather.ZAP)
                        .section("break")
                        .words("fault fail outage down scenario")
                        .unless(() -> breakObstacle(bench))
                        .does(() -> ask(bench, ask)));
    }

    private static boolean isBusy(Workbench bench) {
        return bench.controller().runningProperty().get()
                || bench.studies().runningProperty().get();
    }

    private static List<Command> choices(
            Workbench bench, String what, List<Runs.Choice> all, Runs.Choice chosen, Consumer<Runs.Choice> choose) {
        List<Command> commands = new ArrayList<>();
        for (Runs.Choice choice : all) {
            Command.Builder builder = Command.of(
                            RUN, "choose-" + what + ":" + choice.id(), Captions.line(choice.title()))
                    .within(what)
                    .words("choose")
                    .unless(bench::needsModel);
            if (choice.equals(chosen)) {
                builder.icon(Feather.CHECK);
            }
            commands.add(builder.does(() -> choose.accept(choice)));
        }
        return commands;
    }

    /** What is selected, or else, where nothing is, what people would break first. */
    private static @Nullable String target(Workbench bench) {
        Editor editor = bench.editor();
        if (editor == null) {
            return null;
        }
        Selection selection = editor.selection();
        if (selection.isEmpty()) {
            return Hint.breakable(editor.pipeline(), selection);
        }
        String component = selection.onlyComponent();
        return component == null ? selection.onlyDependency() : component;
    }

    private static String breakObstacle(Workbench bench) {
        String obstacle = bench.needsDrawing();
        return obstacle.isEmpty() && target(bench) == null ? "Select one component or one arrow" : obstacle;
    }

    private static void ask(Workbench bench, BiConsumer<String, List<Command>> ask) {
        Editor editor = bench.editor();
        String target = target(bench);
        if (editor == null || target == null) {
            return;
        }
        editor.finishTyping();
        if (editor.selection().isEmpty()) {
            editor.select(Selection.component(target));
        }
        Pipeline pipeline = editor.pipeline();
        String name = Captions.line(
                target.contains("->") ? Captions.title(pipeline, target) : Captions.name(pipeline, target));
        List<Command> ways = new ArrayList<>();
        for (Breaking.Way way : Breaking.Way.values()) {
            String obstacle = Breaking.obstacle(pipeline, target, way);
            ways.add(Command.of(RUN, "break-" + way.name(), name + " " + way.title())
                    .icon(Feather.ZAP)
                    .words(way.meaning())
                    .unless(() -> obstacle)
                    .does(() -> breakIt(bench, target, way)));
        }
        ask.accept("How does " + name + " fail? It becomes a scenario", ways);
    }

    private static void breakIt(Workbench bench, String target, Breaking.Way way) {
        bench.edit(editor -> {
            String id = Breaking.freeId(editor.pipeline(), target, way);
            editor.edit(
                    "Break " + Captions.name(editor.pipeline(), target),
                    null,
                    it -> Breaking.withScenario(it, id, target, way));
            bench.runs().scenarios().stream()
                    .filter(choice -> id.equals(choice.id()))
                    .findFirst()
                    .ifPresent(bench.runs()::chooseScenario);
        });
    }
}
