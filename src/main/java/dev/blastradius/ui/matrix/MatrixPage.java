package dev.blastradius.ui.matrix;

import dev.blastradius.chart.HeatMap;
import dev.blastradius.chart.MatrixMap;
import dev.blastradius.chart.Names;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Outage;
import dev.blastradius.editor.VariantActions;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.DamageMatrix.Row;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.plot.HeatGrid;
import dev.blastradius.ui.plot.HeatLegend;
import dev.blastradius.ui.study.Found;
import dev.blastradius.ui.study.StudyController.Work;
import dev.blastradius.ui.study.StudyHost;
import dev.blastradius.ui.study.StudyPage;
import java.util.List;
import java.util.function.Supplier;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TextInputControl;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Every component failing in turn, and what that costs each client. */
public final class MatrixPage implements StudyPage {

    private static final int WORST_OF_ALL = Integer.MAX_VALUE;

    /**
     * A matrix with what it is of.
     *
     * @param names what people call the parts of the pipeline that failed
     */
    private record Made(MatrixTask task, DamageMatrix matrix, Names names) {}

    private final StudyHost host;
    private final BorderPane node = new BorderPane();
    private final MatrixChoices choices = new MatrixChoices();
    private final HeatGrid grid = new HeatGrid();
    private final HeatLegend legend = new HeatLegend();
    private final CellCard card = new CellCard(this::showOutage, this::addOutage);
    private final Label title = new Label();
    private final Label caption = new Label();
    private final Label stale = new Label("From before the latest changes");
    private final Label nothing =
            new Label("Each component of the model fails in turn, and then all that share a tag: a"
                    + " provider, a region.\nThe matrix shows what share of its requests each client loses by it.");
    private final HBox heading = new HBox(12);
    private final VBox shown;

    private @Nullable Editor editor;
    private @Nullable Made made;
    private @Nullable MatrixMap map;
    /** The model that the page was brought up to date with last. */
    private @Nullable Pipeline seen;

    private int sortedBy = WORST_OF_ALL;
    private int row;
    private int column;

    /** A page without a matrix. */
    public MatrixPage(StudyHost host) {
        this.host = host;
        node.setId("page-matrix");
        node.getStyleClass().add("study-page");
        title.setId("matrix-title");
        title.getStyleClass().add("study-title");
        caption.setId("matrix-caption");
        caption.getStyleClass().add("study-note");
        stale.setId("matrix-stale");
        stale.getStyleClass().add("results-stale");
        stale.setMinWidth(Region.USE_PREF_SIZE);
        nothing.getStyleClass().add("study-nothing");
        nothing.setWrapText(true);
        heading.getChildren().setAll(title, stale);
        heading.setAlignment(Pos.CENTER_LEFT);
        shown = new VBox(6, heading, caption, legend, grid);
        shown.getStyleClass().add("study-result");
        VBox.setVgrow(grid, Priority.ALWAYS);
        grid.onFocus(this::look);
        grid.onChoose((atRow, atColumn) -> {
            look(atRow, atColumn);
            showOutage();
        });
        grid.onHead(this::sort);
        node.setTop(choices);
        node.visibleProperty().addListener((property, was, is) -> modelChanged());
        host.controller().runningProperty().addListener((property, was, is) -> describe());
        forget();
    }

    @Override
    public String key() {
        return "matrix";
    }

    @Override
    public String title() {
        return "Matrix";
    }

    @Override
    public String words() {
        return "blast radius heat map component fails provider region client";
    }

    @Override
    public String task() {
        return "Make the matrix";
    }

    @Override
    public String obstacle() {
        return "";
    }

    @Override
    public Node node() {
        return node;
    }

    @Override
    public void open(Editor newEditor) {
        editor = newEditor;
        forget();
        choices.open(newEditor);
    }

    @Override
    public void close() {
        editor = null;
        choices.close();
        forget();
    }

    @Override
    public @Nullable Found found() {
        Made shownNow = made;
        return shownNow == null ? null : new FoundMatrix(shownNow.task(), shownNow.matrix());
    }

    @Override
    public void offer(Supplier<MenuButton> menu) {
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        heading.getChildren().addAll(space, menu.get());
    }

    private void forget() {
        made = null;
        map = null;
        sortedBy = WORST_OF_ALL;
        row = 0;
        column = 0;
        grid.show(null, -1);
        StackPane empty = new StackPane(nothing);
        node.setCenter(empty);
        node.setRight(null);
    }

    @Override
    public void modelChanged() {
        Editor current = editor;
        // Many edits are made while another page is shown: what has changed is looked at once, when this one is.
        if (current != null && node.isVisible() && !current.drawn().equals(seen)) {
            seen = current.drawn();
            choices.refresh();
            markStale();
        }
    }

    private void markStale() {
        Made present = made;
        Editor current = editor;
        boolean isStale = present != null
                && current != null
                && !present.task()
                        .isOf(current.model(), RunSettings.of(current.drawn().settings()));
        stale.setVisible(isStale);
        stale.setManaged(isStale);
        grid.setOpacity(isStale ? 0.7 : 1);
    }

    @Override
    public void setDark(boolean dark) {
        grid.setDark(dark);
        legend.setDark(dark);
    }

    @Override
    public void start() {
        MatrixTask task = choices.task();
        if (task != null) {
            host.controller().start("Matrix", new Making(task));
        }
    }

    private void show(Made result) {
        made = result;
        sortedBy = WORST_OF_ALL;
        row = 0;
        column = 0;
        node.setCenter(shown);
        node.setRight(card);
        fill(result);
        markStale();
        takeKeyboard();
    }

    /** So that the arrow keys go through the cells at once; whoever types elsewhere is left alone. */
    private void takeKeyboard() {
        boolean types = node.getScene() == null || node.getScene().getFocusOwner() instanceof TextInputControl;
        if (node.isVisible() && !types) {
            // Cells that were never laid out cannot have it.
            node.applyCss();
            node.layout();
            grid.takeKeyboard();
        }
    }

    private void fill(Made result) {
        int columns = result.matrix().clients().size();
        int by = sortedBy == WORST_OF_ALL ? (columns > 1 ? columns : 0) : sortedBy;
        MatrixMap filled = MatrixMap.of(result.matrix(), result.names(), heading(result), by);
        map = filled;
        HeatMap drawn = filled.map();
        title.setText(drawn.title());
        caption.setText(drawn.note());
        legend.show(drawn);
        grid.show(drawn, by);
        describe();
    }

    private static String heading(Made result) {
        MatrixTask task = result.task();
        return "Each component " + task.way().title() + ", "
                + task.span().title().toLowerCase(java.util.Locale.ROOT) + " · "
                + result.names().strategy(task.strategy());
    }

    private void sort(int by) {
        Made result = made;
        if (result != null) {
            sortedBy = by;
            fill(result);
        }
    }

    private void look(int atRow, int atColumn) {
        row = atRow;
        column = atColumn;
        describe();
    }

    private @Nullable Row lookedAt() {
        MatrixMap filled = map;
        return filled == null || row >= filled.rows().size()
                ? null
                : filled.rows().get(row);
    }

    private void describe() {
        Made result = made;
        Row at = lookedAt();
        if (result != null && at != null) {
            card.show(
                    result.matrix(),
                    result.names(),
                    at,
                    column,
                    result.task().way(),
                    host.controller().obstacle());
        }
    }

    private @Nullable Outage outage() {
        Made result = made;
        Row at = lookedAt();
        Editor current = editor;
        if (result == null || at == null || current == null) {
            return null;
        }
        String name = MatrixMap.name(result.names(), at.failure());
        return Outage.of(current.drawn(), at.failure(), name, result.task().way());
    }

    private void showOutage() {
        Outage outage = outage();
        Made result = made;
        if (outage != null
                && result != null
                && !host.controller().runningProperty().get()) {
            MatrixTask task = result.task();
            host.showOutage(outage, task.strategy(), task.settings());
        }
    }

    private void addOutage() {
        Outage outage = outage();
        Editor current = editor;
        Made result = made;
        if (outage != null && current != null && result != null && !outage.isIn(current.drawn())) {
            current.chooseStrategy(result.task().strategy());
            new VariantActions(current).addScenario(outage);
        }
    }

    /** The work for a matrix. */
    private final class Making implements Work<DamageMatrix> {

        private final MatrixTask task;

        Making(MatrixTask task) {
            this.task = task;
        }

        @Override
        public List<Problem> problems() {
            return task.problems();
        }

        @Override
        public @Nullable DamageMatrix make(RunProgress progress) {
            return task.make(progress);
        }

        @Override
        public void done(@Nullable DamageMatrix result) {
            if (result != null) {
                show(new Made(task, result, new Names(task.base().pipeline())));
            }
        }

        @Override
        public void refused(List<Problem> problems) {
            host.refused("The matrix cannot be made", problems);
        }

        @Override
        public void failed(Throwable fault) {
            host.failed("The matrix failed", fault, task.settings().seed());
        }
    }
}
