package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.HELP;

import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** What the window says about itself. */
final class HelpCommands {

    private HelpCommands() {}

    static List<Entry> of(Workbench bench, Tools tools) {
        return List.of(
                Command.of(HELP, "keys", "Keys and gestures")
                        .key("F1")
                        .icon(Feather.HELP_CIRCLE)
                        .section("how")
                        .words("help shortcuts keyboard mouse")
                        .does(tools::showKeys),
                Command.of(HELP, "tour", "Take the tour")
                        .icon(Feather.PLAY_CIRCLE)
                        .section("how")
                        .words("guide first steps introduction learn")
                        .does(bench.window()::tour),
                Command.of(HELP, "about", "About Blast Radius")
                        .section("about")
                        .words("version licence")
                        .does(bench.window()::showAbout));
    }
}
