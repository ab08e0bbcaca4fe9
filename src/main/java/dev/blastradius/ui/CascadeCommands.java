package dev.blastradius.ui;

import static dev.blastradius.ui.command.Category.ANALYSE;

import dev.blastradius.ui.cascade.CascadePage;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Entry;
import dev.blastradius.ui.study.StudyDesk;
import java.util.List;
import java.util.function.Consumer;
import org.kordamp.ikonli.feather.Feather;

/** Looking at one replication: recorded, or live. */
final class CascadeCommands {

    private static final String SECTION = "cascade";

    private CascadeCommands() {}

    static List<Entry> of(Workbench bench) {
        return List.of(
                Command.of(ANALYSE, "watch-cascade", "Watch the cascade")
                        .key("Shortcut+Shift+W")
                        .icon(Feather.EYE)
                        .section(SECTION)
                        .words("record replication moment by moment spread replay chosen scenario strategy")
                        .unless(() -> watchObstacle(bench))
                        .does(() -> onPage(bench, CascadePage::watch)),
                Command.of(ANALYSE, "live", "Run live")
                        .key("Shortcut+Shift+R")
                        .icon(Feather.RADIO)
                        .section(SECTION)
                        .words("paced break mend kill slow watch chaos flip stop")
                        .titled(() -> isLive(bench) ? "Stop the live run" : "Run live")
                        .unless(bench::needsModel)
                        .does(() -> onPage(bench, CascadePage::toggleLive)),
                Command.of(ANALYSE, "cascade-stage", "Only the stage, or all of the cascade")
                        .key("Shortcut+Alt+S")
                        .section(SECTION)
                        .words("maximise fold canvas room layout")
                        .unless(() -> needsPage(bench))
                        .does(() -> onPage(bench, CascadePage::toggleStage)),
                Command.of(ANALYSE, "cascade-charts", "Only timeline and charts, or all of the cascade")
                        .key("Shortcut+Alt+C")
                        .section(SECTION)
                        .words("maximise fold requests room layout")
                        .unless(() -> needsPage(bench))
                        .does(() -> onPage(bench, CascadePage::toggleCharts)),
                Command.of(ANALYSE, "cascade-side", "Show or hide what is beside the stage")
                        .key("Shortcut+Alt+B")
                        .section(SECTION)
                        .words("fold what happened fault side panel")
                        .unless(() -> needsPage(bench))
                        .does(() -> onPage(bench, CascadePage::toggleSide)));
    }

    private static void onPage(Workbench bench, Consumer<CascadePage> action) {
        StudyDesk desk = bench.desk();
        for (var each : desk.pages()) {
            if (each instanceof CascadePage page) {
                desk.show(page.key());
                action.accept(page);
            }
        }
    }

    private static boolean isLive(Workbench bench) {
        return bench.desk().pages().stream().anyMatch(each -> each instanceof CascadePage page && page.isLiveOn());
    }

    private static String watchObstacle(Workbench bench) {
        String lacking = bench.needsModel();
        return lacking.isEmpty() ? bench.studies().obstacle() : lacking;
    }

    private static String needsPage(Workbench bench) {
        String lacking = bench.needsModel();
        boolean isShown = bench.desk().page() instanceof CascadePage;
        return !lacking.isEmpty() || isShown ? lacking : "The cascade is not shown: go to Cascade first";
    }
}
