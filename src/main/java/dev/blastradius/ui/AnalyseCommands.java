package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.ANALYSE;

import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import dev.blastradius.ui.study.StudyDesk;
import dev.blastradius.ui.study.StudyPage;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The drawing, the pages that study it as a whole, and what is done on them. */
final class AnalyseCommands {

    /** Begins the id of each command that shows a page. */
    private static final String SHOW = "show-";

    private AnalyseCommands() {}

    static List<Entry> of(Workbench bench) {
        StudyDesk desk = bench.desk();
        List<Entry> commands = new ArrayList<>();
        commands.add(Command.of(ANALYSE, showing(StudyDesk.DRAW), "Draw")
                .key("Shortcut+1")
                .icon(Feather.EDIT_2)
                .section("pages")
                .words("drawing canvas editor page")
                .unless(bench::needsModel)
                .does(() -> {
                    desk.show(StudyDesk.DRAW);
                    bench.canvas().requestFocus();
                }));
        int number = 2;
        for (StudyPage page : desk.pages()) {
            commands.add(Command.of(ANALYSE, showing(page.key()), page.title())
                    .key("Shortcut+" + number++)
                    .section("pages")
                    .words(page.words() + " page study")
                    .unless(bench::needsModel)
                    .does(() -> desk.show(page.key())));
        }
        commands.add(Command.of(ANALYSE, "study", "Start the study")
                .key("Shortcut+Enter")
                .icon(Feather.PLAY)
                .section("work")
                .words("compare matrix limits run start")
                .titled(() -> {
                    StudyPage page = desk.page();
                    return page == null ? "Start the study" : page.task();
                })
                .unless(() -> obstacle(bench))
                .does(() -> {
                    StudyPage page = desk.page();
                    if (page != null) {
                        page.start();
                    }
                }));
        commands.add(Command.of(ANALYSE, "present", "Present")
                .key("F9")
                .icon(Feather.AIRPLAY)
                .section("work")
                .words("presentation projector beamer workshop large full screen")
                .unless(() -> presenting(bench) == null ? "Nothing to present: go to Cascade first" : "")
                .does(() -> {
                    BooleanProperty presenting = presenting(bench);
                    if (presenting != null) {
                        presenting.set(!presenting.get());
                    }
                }));
        return commands;
    }

    /** Whether the page that is shown has the window for itself; null where it never does. */
    private static @Nullable BooleanProperty presenting(Workbench bench) {
        StudyPage page = bench.desk().page();
        return page == null ? null : page.presenting();
    }

    /** The id of the command that shows a page, or the drawing, by its key. */
    static String showing(String key) {
        return SHOW + key;
    }

    private static String obstacle(Workbench bench) {
        StudyPage page = bench.desk().page();
        if (!bench.needsModel().isEmpty()) {
            return bench.needsModel();
        }
        if (page == null) {
            return "The drawing is shown: choose another page first";
        }
        String other = bench.studies().obstacle();
        return other.isEmpty() ? page.obstacle() : other;
    }
}
