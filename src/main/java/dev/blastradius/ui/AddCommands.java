package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.ADD;

import dev.blastradius.io.Preset;
import dev.blastradius.io.Presets;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import dev.blastradius.ui.command.Submenu;
import dev.blastradius.ui.look.Icons;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kordamp.ikonli.feather.Feather;

/** A command for each kind of component and for each preset. */
final class AddCommands {

    private AddCommands() {}

    static List<Entry> of(Workbench bench) {
        List<Entry> entries = new ArrayList<>();
        entries.add(Command.of(ADD, "find-component", "Find a component to add")
                .key("Shortcut+Shift+A")
                .icon(Feather.SEARCH)
                .section("find")
                .words("palette kind preset new insert")
                .unless(bench::needsDrawing)
                .does(bench.window()::findPiece));
        for (Kind<? extends Component> kind : Kinds.ALL) {
            entries.add(Command.of(ADD, "add-" + kind.key(), kind.title())
                    .icon(Icons.of(kind))
                    .within("Add")
                    .section("kinds")
                    .words("new component insert")
                    .unless(bench::needsDrawing)
                    .does(() -> bench.canvas().add(kind)));
        }
        Map<String, List<Command>> groups = new LinkedHashMap<>();
        for (Preset preset : Presets.all()) {
            groups.computeIfAbsent(preset.group(), any -> new ArrayList<>()).add(of(preset, bench));
        }
        groups.forEach((group, those) -> entries.add(Submenu.of(ADD, "presets", group, those)));
        return entries;
    }

    private static String slug(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    }

    private static Command of(Preset preset, Workbench bench) {
        return Command.of(ADD, "add-preset-" + preset.kind() + "-" + slug(preset.name()), preset.name())
                .within(preset.group())
                .words("new component insert preset")
                .unless(bench::needsDrawing)
                .does(() -> bench.canvas().add(preset));
    }
}
