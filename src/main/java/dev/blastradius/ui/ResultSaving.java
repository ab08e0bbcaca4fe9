package dev.blastradius.ui;

import dev.blastradius.editor.Editor;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.report.ResultSaver;
import dev.blastradius.ui.report.ResultSaver.Form;
import dev.blastradius.ui.results.ResultsPane;
import dev.blastradius.ui.study.Found;
import dev.blastradius.ui.study.StudyController;
import dev.blastradius.ui.study.StudyDesk;
import dev.blastradius.ui.study.StudyPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Saving what the page that is shown has found; on the drawing it is the last run. Says where it was saved, in a bar above the page. */
final class ResultSaving implements ResultSaver.Teller {

    private static final String BAR = "result-saved";

    private final Documents documents;
    private final Runs runs;
    private final StudyDesk desk;
    private final StudyController studies;
    private final Dialogs dialogs;
    private final Notices notices;
    private final BiConsumer<String, List<Problem>> refused;
    private final ResultSaver saver;
    private @Nullable Found saved;

    /**
     * Saving in a window.
     *
     * @param refused gets why something cannot be made
     */
    ResultSaving(
            Documents documents,
            Runs runs,
            StudyDesk desk,
            StudyController studies,
            Dialogs dialogs,
            Notices notices,
            BiConsumer<String, List<Problem>> refused) {
        this.documents = documents;
        this.runs = runs;
        this.desk = desk;
        this.studies = studies;
        this.dialogs = dialogs;
        this.notices = notices;
        this.refused = refused;
        saver = new ResultSaver(studies, this);
        desk.shownProperty().addListener((observable, was, is) -> notices.hide(BAR));
    }

    /** Has a menu that saves stand beside every result. */
    void offer(ResultsPane results, List<Command> commands) {
        results.offer(ResultCommands.menu(commands));
        for (StudyPage page : desk.pages()) {
            page.offer(() -> ResultCommands.menu(commands));
        }
    }

    private @Nullable Found found() {
        StudyPage page = desk.page();
        return page == null ? runs.found() : page.found();
    }

    /** Why nothing can be saved now; empty where something can. */
    String obstacle() {
        if (documents.editor() == null) {
            return Workbench.NO_MODEL;
        }
        if (!studies.obstacle().isEmpty()) {
            return studies.obstacle();
        }
        StudyPage page = desk.page();
        if (found() != null) {
            return "";
        }
        return page == null
                ? "Nothing was run yet: run first"
                : "There is no result here yet: " + page.task() + " first";
    }

    /** Asks where to save, and begins to. */
    void save(Form form) {
        Found found = found();
        Editor editor = documents.editor();
        if (found == null || editor == null) {
            return;
        }
        Path model = editor.path();
        String name = ResultSaver.suggestion(found, form, model);
        Path place = dialogs.chooseResult(form, model == null ? Path.of(name) : model.resolveSibling(name));
        if (place != null) {
            notices.hide(BAR);
            saved = found;
            saver.save(found, form, place.toAbsolutePath().normalize(), model);
        }
    }

    @Override
    public void saved(String what, Path place) {
        Path folder = place.getParent();
        List<Notices.Action> actions = new ArrayList<>();
        actions.add(new Notices.Action("Open", () -> dialogs.open(place)));
        if (folder != null) {
            actions.add(new Notices.Action("Show in folder", () -> dialogs.open(folder)));
        }
        actions.add(new Notices.Action("Close", () -> notices.hide(BAR)));
        notices.tell(BAR, what + " saved: " + place + since(), actions);
    }

    /** What was saved is what was run, whatever the drawing is now. */
    private String since() {
        Editor editor = documents.editor();
        Found found = saved;
        boolean changed =
                editor != null && found != null && !isDrawing(found.model().pipeline(), editor.drawn());
        return changed ? ". It is about the model as it was run; the drawing has changed since." : "";
    }

    /** Whether something was run of the drawing as it is now. A matrix adds an outage of its own to what it runs. */
    private static boolean isDrawing(Pipeline run, Pipeline drawn) {
        Map<String, Scenario> known = new LinkedHashMap<>(run.scenariosOrNone());
        known.keySet().retainAll(drawn.scenariosOrNone().keySet());
        return known.equals(drawn.scenariosOrNone()) && run.withScenarios(null).equals(drawn.withScenarios(null));
    }

    @Override
    public void notSaved(String title, String words) {
        dialogs.tell(title, words);
    }

    @Override
    public void refused(String title, List<Problem> problems) {
        refused.accept(title, problems);
    }

    @Override
    public void failed(String title, Throwable fault, long seed) {
        dialogs.tellFault(new FaultReport(title, fault, seed));
    }
}
