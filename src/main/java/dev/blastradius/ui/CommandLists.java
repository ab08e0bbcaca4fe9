package dev.blastradius.ui;

import dev.blastradius.ui.command.Commands;
import java.util.List;

/** The lists that all commands of the window come from. */
final class CommandLists {

    private CommandLists() {}

    static Commands all(Workbench bench, Tools tools) {
        return new Commands(List.of(
                FileCommands.of(bench),
                PictureCommands.of(bench),
                EditCommands.of(bench),
                ArrowCommands.of(bench),
                PolicyCommands.of(bench),
                SelectCommands.of(bench),
                AddCommands.of(bench),
                ArrangeCommands.of(bench),
                ViewCommands.of(bench, tools),
                RunCommands.of(bench, tools::ask),
                VariantCommands.of(bench),
                AnalyseCommands.of(bench),
                CascadeCommands.of(bench),
                GoCommands.of(bench, tools),
                HelpCommands.of(bench, tools)));
    }
}
