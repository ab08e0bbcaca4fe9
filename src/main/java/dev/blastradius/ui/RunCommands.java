package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.RUN;

import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import dev.blastradius.ui.results.RunController;
import java.util.List;
import org.kordamp.ikonli.feather.Feather;

/** Running. */
final class RunCommands {

    private RunCommands() {}

    static List<Entry> of(Workbench bench) {
        RunController controller = bench.controller();
        return List.of(
                Command.of(RUN, "run", "Run")
                        .key("Shortcut+R")
                        .key("F5")
                        .icon(Feather.PLAY)
                        .section("run")
                        .words("simulate start")
                        .unless(() -> controller.runningProperty().get() ? "A run is going on" : bench.needsModel())
                        .does(bench.runs()::start),
                Command.of(RUN, "cancel", "Cancel")
                        .key("Shortcut+Period")
                        .icon(Feather.SQUARE)
                        .section("run")
                        .words("stop run")
                        .unless(() -> controller.runningProperty().get() ? "" : "Nothing is running")
                        .does(bench.runs()::cancel));
    }
}
