package dev.blastradius.ui.compare;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.editor.Editor;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.Study;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.look.Scrolls;
import dev.blastradius.ui.study.Found;
import dev.blastradius.ui.study.StudyController.Work;
import dev.blastradius.ui.study.StudyHost;
import dev.blastradius.ui.study.StudyPage;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Strategies side by side under the same scenarios, on the same random numbers: which is worth building, and how sure that is. */
public final class ComparePage implements StudyPage {

    /** Makes comparisons. */
    @FunctionalInterface
    interface Comparer {

        /** As {@link Study#run} does it. */
        @Nullable
        StudyResult compare(Request request, List<Arm> arms, RunProgress progress);
    }

    private static final double STALE = 0.6;
    private static final String INVITATION =
            "No comparison yet. It runs each chosen strategy under each chosen scenario on the same requests and the same bad luck,"
                    + " and shows which of them is better, by how much, and how sure that is.";

    private final StudyHost host;
    private final Comparer comparer;
    private final Setup setup;
    private final Label basis = new Label();
    private final Label stale = new Label("From before the latest changes");
    private final Label winners = new Label();
    private final VBox cautions = new VBox();
    private final OverviewGrid overview = new OverviewGrid(this::lookAt);
    private final Detail detail = new Detail();
    private final VBox results = new VBox();
    private final HBox line = new HBox(12);
    private final Label nothing = new Label(INVITATION);
    private final ScrollPane scroll = new ScrollPane();

    private @Nullable Editor editor;
    private @Nullable Compared compared;
    private @Nullable String scenario;
    private ChartTheme theme = ChartTheme.LIGHT;

    /** A page of no model, in a window. */
    public ComparePage(StudyHost host) {
        this(
                host,
                (request, arms, progress) -> Study.run(arms, request.settings(), request.stopping(), true, progress));
    }

    /** The same with another way to make comparisons. */
    ComparePage(StudyHost host, Comparer comparer) {
        this.host = host;
        this.comparer = comparer;
        setup = new Setup(host::refresh);
        basis.setId("compare-basis");
        basis.getStyleClass().add("compare-below");
        basis.setWrapText(true);
        stale.setId("compare-stale");
        stale.getStyleClass().add("compare-stale");
        stale.setMinWidth(Label.USE_PREF_SIZE);
        stale.setTooltip(
                new Tooltip("The model has changed since this comparison. Compare again to see the difference."));
        stale.managedProperty().bind(stale.visibleProperty());
        nothing.setId("compare-nothing");
        nothing.getStyleClass().add("compare-nothing");
        nothing.setWrapText(true);
        nothing.setMinHeight(Label.USE_PREF_SIZE);
        line.getChildren().setAll(basis, stale);
        line.setAlignment(Pos.CENTER_LEFT);
        winners.setId("compare-winners");
        winners.getStyleClass().add("compare-winners");
        winners.setWrapText(true);
        winners.setMinHeight(Label.USE_PREF_SIZE);
        winners.visibleProperty().bind(winners.textProperty().isNotEmpty());
        winners.managedProperty().bind(winners.visibleProperty());
        results.setId("compare-results");
        results.getStyleClass().add("compare-results");
        cautions.setId("compare-cautions");
        results.getChildren().setAll(winners, line, cautions, new Sideways(overview), detail);
        VBox content = new VBox(setup, nothing, results);
        content.getStyleClass().add("compare-page");
        scroll.setId("compare");
        scroll.getStyleClass().add("compare-scroll");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        Scrolls.follow(scroll);
        scroll.getStylesheets()
                .add(Objects.requireNonNull(ComparePage.class.getResource("compare.css"))
                        .toExternalForm());
        forget();
    }

    @Override
    public String key() {
        return "compare";
    }

    @Override
    public String title() {
        return "Compare";
    }

    @Override
    public String words() {
        return "strategies side by side statistics significant pareto winner";
    }

    @Override
    public String task() {
        return "Compare";
    }

    @Override
    public String obstacle() {
        return setup.obstacle();
    }

    @Override
    public Node node() {
        return scroll;
    }

    @Override
    public void open(Editor newEditor) {
        editor = newEditor;
        forget();
        setup.open(newEditor.drawn());
        invite(newEditor.drawn());
    }

    /** Says what a comparison is, and what the model lacks for one. */
    private void invite(Pipeline pipeline) {
        String lacks = "";
        if (pipeline.strategiesOrNone().isEmpty()) {
            lacks += "\n\nThis model has no strategy besides the drawing, so that there is nothing to hold it against:"
                    + " add some on the page Draw, with ⋮ beside Strategy.";
        }
        if (pipeline.scenariosOrNone().isEmpty()) {
            lacks +=
                    "\n\nIt has no scenario, so that nothing breaks: add some on the page Draw, with ⋮ beside Scenario.";
        }
        nothing.setText(INVITATION + lacks);
    }

    @Override
    public void close() {
        editor = null;
        forget();
    }

    @Override
    public @Nullable Found found() {
        Compared shown = compared;
        return shown == null
                ? null
                : new FoundComparison(shown.request(), shown.arms(), shown.result(), detail.heldAgainst());
    }

    @Override
    public void offer(Supplier<MenuButton> menu) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        line.getChildren().addAll(space, menu.get());
    }

    private void forget() {
        compared = null;
        scenario = null;
        overview.clear();
        detail.clear();
        arrange();
    }

    private void arrange() {
        boolean any = compared != null;
        nothing.setVisible(!any);
        nothing.setManaged(!any);
        results.setVisible(any);
        results.setManaged(any);
        markStale();
    }

    @Override
    public void modelChanged() {
        Editor current = editor;
        if (current != null) {
            setup.show(current.drawn());
            invite(current.drawn());
            markStale();
        }
    }

    private void markStale() {
        Editor current = editor;
        Compared shown = compared;
        boolean old = current != null && shown != null && !shown.request().wouldBeTheSame(current.drawn());
        stale.setVisible(old);
        winners.setOpacity(old ? STALE : 1);
        overview.setOpacity(old ? STALE : 1);
        detail.setOpacity(old ? STALE : 1);
    }

    @Override
    public void setDark(boolean dark) {
        theme = dark ? ChartTheme.DARK : ChartTheme.LIGHT;
        setup.setTheme(theme);
        detail.setTheme(theme);
        Compared shown = compared;
        if (shown != null) {
            overview.show(shown, theme);
            overview.mark(scenario);
        }
    }

    @Override
    public void start() {
        Editor current = editor;
        if (current == null) {
            return;
        }
        current.finishTyping();
        if (!obstacle().isEmpty()) {
            return;
        }
        host.controller().start(task(), new Comparing(setup.request(current.model())));
    }

    private void show(Compared newCompared) {
        compared = newCompared;
        boolean kept = scenario != null && newCompared.request().scenarios().contains(scenario);
        if (!kept) {
            // An outage is what a comparison is made for.
            scenario = newCompared.request().scenarios().stream().findFirst().orElse(null);
        }
        winners.setText(Winners.sentence(newCompared));
        basis.setText(newCompared.basis());
        cautions.getChildren().clear();
        for (String words : newCompared.cautions()) {
            Label caution = new Label(words);
            caution.getStyleClass().add("compare-caution");
            caution.setWrapText(true);
            caution.setMinHeight(Label.USE_PREF_SIZE);
            cautions.getChildren().add(caution);
        }
        cautions.setVisible(!cautions.getChildren().isEmpty());
        cautions.setManaged(cautions.isVisible());
        overview.show(newCompared, theme);
        lookAt(scenario);
        arrange();
    }

    /** Looks closely at a scenario; null: at no fault. */
    private void lookAt(@Nullable String newScenario) {
        Compared shown = compared;
        if (shown != null && !shown.under(newScenario).isEmpty()) {
            scenario = newScenario;
            overview.mark(newScenario);
            detail.show(shown, newScenario);
        }
    }

    Detail detail() {
        return detail;
    }

    @Nullable
    Compared compared() {
        return compared;
    }

    /** One comparison being made. */
    private final class Comparing implements Work<Compared> {

        private final Request request;

        Comparing(Request request) {
            this.request = request;
        }

        @Override
        public List<Problem> problems() {
            return request.problems();
        }

        @Override
        public @Nullable Compared make(RunProgress progress) {
            List<Arm> arms = request.arms();
            StudyResult result = comparer.compare(request, arms, progress);
            return result == null ? null : new Compared(request, arms, result);
        }

        @Override
        public void done(@Nullable Compared result) {
            if (result != null) {
                show(result);
            }
        }

        @Override
        public void refused(List<Problem> problems) {
            host.refused("This cannot be compared", problems);
        }

        @Override
        public void failed(Throwable fault) {
            host.failed("The comparison failed", fault, request.settings().seed());
        }
    }
}
