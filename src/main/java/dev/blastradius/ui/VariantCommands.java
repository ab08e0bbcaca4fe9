package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.RUN;

import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.VariantActions;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import dev.blastradius.ui.strategy.Rename;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Making, naming and deleting scenarios and strategies, and putting strategies back. */
final class VariantCommands {

    /** The commands of the menu beside the scenarios. */
    static final List<String> OF_SCENARIOS =
            List.of("break", "edit-scenario", "rename-scenario", "duplicate-scenario", "delete-scenario");

    /** The commands of the menu beside the strategies. */
    static final List<String> OF_STRATEGIES = List.of(
            "new-strategy",
            "edit-strategy",
            "rename-strategy",
            "duplicate-strategy",
            "delete-strategy",
            "differences",
            "put-everything-back");

    private final Workbench bench;

    private VariantCommands(Workbench bench) {
        this.bench = bench;
    }

    static List<Entry> of(Workbench bench) {
        VariantCommands commands = new VariantCommands(bench);
        return List.of(
                commands.scenario("edit", "Edit scenario", (editor, id) -> editor.inspect(Subject.scenario(id))),
                commands.scenario("rename", "Rename scenario…", commands::renameScenario),
                commands.scenario("duplicate", "Duplicate scenario", commands::duplicateScenario),
                commands.scenario(
                        "delete", "Delete scenario", (editor, id) -> new VariantActions(editor).deleteScenario(id)),
                commands.newStrategy(),
                commands.strategy("edit", "Edit strategy", (editor, id) -> editor.inspect(Subject.strategy(id))),
                commands.strategy("rename", "Rename strategy…", commands::renameStrategy),
                commands.strategy(
                        "duplicate",
                        "Duplicate strategy",
                        (editor, id) -> new VariantActions(editor).duplicateStrategy(id)),
                commands.strategy(
                        "delete", "Delete strategy", (editor, id) -> new VariantActions(editor).deleteStrategy(id)),
                commands.asDrawn(),
                commands.differences(),
                commands.putEverythingBack());
    }

    private void choose(@Nullable String scenario) {
        if (scenario != null) {
            bench.runs().scenarios().stream()
                    .filter(each -> scenario.equals(each.id()))
                    .findFirst()
                    .ifPresent(bench.runs()::chooseScenario);
        }
    }

    private Command scenario(String verb, String title, BiConsumer<Editor, String> action) {
        return Command.of(RUN, verb + "-scenario", title)
                .section("scenario")
                .unless(() -> {
                    String drawing = bench.needsDrawing();
                    return drawing.isEmpty() && chosenScenario() == null ? "No scenario is chosen" : drawing;
                })
                .does(() -> bench.edit(editor -> {
                    String id = chosenScenario();
                    if (id != null) {
                        editor.finishTyping();
                        action.accept(editor, id);
                    }
                }));
    }

    private @Nullable String chosenScenario() {
        return bench.editor() == null
                ? null
                : bench.runs().scenarioProperty().get().id();
    }

    private void duplicateScenario(Editor editor, String id) {
        choose(new VariantActions(editor).duplicateScenario(id));
    }

    private void renameScenario(Editor editor, String id) {
        Scenario scenario = editor.drawn().scenariosOrNone().get(id);
        if (scenario != null) {
            Rename.ask(
                    bench.window().find("#scenario"),
                    "Name of the scenario",
                    scenario.title(id),
                    VariantActions.LONGEST_NAME,
                    name -> new VariantActions(editor).renameScenario(id, name));
        }
    }

    private Command newStrategy() {
        return Command.of(RUN, "new-strategy", "New strategy")
                .icon(Feather.GIT_BRANCH)
                .section("strategy")
                .words("variant patch difference")
                .unless(bench::needsDrawing)
                .does(() -> bench.edit(editor -> {
                    editor.finishTyping();
                    String id = new VariantActions(editor).newStrategy();
                    if (id != null) {
                        renameStrategy(editor, id);
                    }
                }));
    }

    private Command strategy(String verb, String title, BiConsumer<Editor, String> action) {
        return Command.of(RUN, verb + "-strategy", title)
                .section("strategy")
                .unless(this::needsStrategy)
                .does(() -> bench.edit(editor -> {
                    editor.finishTyping();
                    action.accept(editor, editor.strategy());
                }));
    }

    private String needsStrategy() {
        Editor editor = bench.editor();
        if (editor == null || !bench.needsDrawing().isEmpty()) {
            return bench.needsDrawing();
        }
        return editor.isAsDrawn() ? "No strategy is chosen" : "";
    }

    private void renameStrategy(Editor editor, String id) {
        Strategy strategy = editor.drawn().strategiesOrNone().get(id);
        if (strategy != null) {
            Rename.ask(
                    bench.window().find("#strategy"),
                    "Name of the strategy",
                    strategy.title(id),
                    VariantActions.LONGEST_NAME,
                    name -> new VariantActions(editor).renameStrategy(id, name));
        }
    }

    private Command asDrawn() {
        return Command.of(RUN, "as-drawn", "See and edit the drawing itself")
                .section("difference")
                .words("leave strategy as drawn")
                .unless(this::needsStrategy)
                .does(() -> bench.edit(editor -> editor.chooseStrategy(Strategy.AS_DRAWN)));
    }

    private Command differences() {
        return Command.of(RUN, "differences", "Show the differences from the drawing")
                .icon(Feather.LIST)
                .section("difference")
                .words("strategy patch changes diff")
                .unless(this::needsStrategy)
                .does(bench.window().strategyBar()::showDifferences);
    }

    private Command putEverythingBack() {
        return Command.of(RUN, "put-everything-back", "Put back all differences from the drawing")
                .icon(Feather.ROTATE_CCW)
                .section("difference")
                .words("strategy reset revert patch")
                .unless(this::needsStrategy)
                .does(bench.window().strategyBar()::putEverythingBack);
    }
}
