package dev.blastradius.ui;

import dev.blastradius.ui.command.Commands;
import java.util.List;

/** The lists that all commands of the window come from. */
final class CommandLists {

    private CommandLists() {}

    static Commands all(Workbench bench) {
        return new Commands(List.of(
                FileCommands.of(bench),
                EditCommands.of(bench),
                AddCommands.of(bench),
                ArrangeCommands.of(bench),
                ViewCommands.of(bench),
                RunCommands.of(bench),
                HelpCommands.of(bench)));
    }
}
