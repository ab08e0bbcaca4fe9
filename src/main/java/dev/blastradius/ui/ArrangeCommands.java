package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.ARRANGE;

import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** Where boxes are drawn. */
final class ArrangeCommands {

    private ArrangeCommands() {}

    static List<Entry> of(Workbench bench) {
        return List.of(Command.of(ARRANGE, "arrange", "Arrange everything")
                .key("Shortcut+L")
                .icon(Feather.GIT_BRANCH)
                .section("layout")
                .words("layout automatic tidy layers")
                .unless(bench::needsModel)
                .does(bench.documents()::arrange));
    }
}
