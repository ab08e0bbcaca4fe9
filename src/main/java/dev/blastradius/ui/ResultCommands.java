package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.FILE;

import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.report.ResultSaver.Form;
import java.util.List;
import javafx.scene.control.MenuButton;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** Saving results: as a report to hand on, and as numbers for other programs. */
final class ResultCommands {

    /** The ids of all of them. */
    static final List<String> IDS = List.of("save-report", "save-json", "save-tables");

    private ResultCommands() {}

    static List<Entry> of(ResultSaving saving) {
        return List.of(
                Command.of(FILE, IDS.get(0), "Save report…")
                        .key("Shortcut+P")
                        .icon(Feather.FILE_TEXT)
                        .section("results")
                        .words("export html pdf markdown web page print hand on share document runbook")
                        .unless(saving::obstacle)
                        .does(() -> saving.save(Form.REPORT)),
                Command.of(FILE, IDS.get(1), "Save data as JSON…")
                        .section("results")
                        .words("export numbers result raw")
                        .unless(saving::obstacle)
                        .does(() -> saving.save(Form.JSON)),
                Command.of(FILE, IDS.get(2), "Save data as CSV tables…")
                        .section("results")
                        .words("export numbers result raw spreadsheet excel")
                        .unless(saving::obstacle)
                        .does(() -> saving.save(Form.TABLES)));
    }

    /** A menu of them, to stand beside a result. */
    static MenuButton menu(List<Command> commands) {
        MenuButton menu = new MenuButton("Save", Icons.node(Feather.FILE_TEXT));
        menu.getStyleClass().add("save-result");
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.setMnemonicParsing(false);
        commands.forEach(each -> menu.getItems().add(each.menuItem()));
        Icons.describe(menu, "Save this result: as a report to hand on, or as numbers");
        return menu;
    }
}
