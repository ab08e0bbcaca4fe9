package dev.blastradius.ui.results;

import atlantafx.base.theme.Styles;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Charts;
import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Names;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * A run's result: a line of numbers for each client, and below it charts, or tables of components and dependencies. All methods
 * are called on the screen's thread.
 */
public final class ResultsPane extends BorderPane {

    /** From here all of the head has room in one line. */
    private static final double WIDE = 1450;
    /** From here intervals have room beside their means, with the causes of failure in full. */
    private static final double WITH_INTERVALS = 1400;

    private static final Insets TABLE_MARGIN = new Insets(4, 10, 8, 10);

    private final DoubleProperty cursor = new SimpleDoubleProperty(Double.NaN);
    private final List<ChartTile> tiles;
    private final ChartRow charts;
    private final StackPane content = new StackPane();
    private final SummaryGrid summary = new SummaryGrid();
    private final Label title = new Label();
    private final Label caption = new Label();
    private final Label cost = new Label();
    private final Label accounting = new Label();
    private final Label radius = new Label();
    private final Label stale = new Label("From before the latest changes");
    private final Label nothing = new Label(
            "No result yet. A run shows here what became of each client's requests, how long they took, and how\n"
                    + "attempts and queues grew, before, during and after the outage.");
    private final ToggleGroup views = new ToggleGroup();
    private final HBox line = new HBox();
    private final HBox foot = new HBox();
    private final HBox viewChoice = viewChoice();
    private final BooleanBinding isNarrow = widthProperty().lessThan(WIDE);
    private final BooleanBinding hasIntervals = widthProperty().greaterThanOrEqualTo(WITH_INTERVALS);
    private final VBox head = new VBox();
    private final List<Node> offered = new ArrayList<>();

    private @Nullable RunResult result;
    private @Nullable Names names;
    private ChartTheme theme = ChartTheme.LIGHT;

    /** A pane without a result. */
    public ResultsPane() {
        Studio studio = new Studio();
        tiles = Charts.ALL.stream()
                .map(kind -> new ChartTile(kind, studio, cursor))
                .toList();
        charts = new ChartRow(tiles);
        getStyleClass().add("results");
        getStylesheets()
                .add(Objects.requireNonNull(ResultsPane.class.getResource("results.css"))
                        .toExternalForm());
        title.getStyleClass().add("results-title");
        caption.getStyleClass().add("results-caption");
        cost.getStyleClass().add("results-caption");
        stale.getStyleClass().add("results-stale");
        stale.setTooltip(new Tooltip(
                "The model or the choice above has changed since this run. Run again to see the difference."));
        nothing.getStyleClass().add("results-nothing");
        nothing.setWrapText(true);
        accounting.getStyleClass().add("accounting");
        radius.setId("blast-radius");
        radius.getStyleClass().add("results-caption");
        title.setMinWidth(80);
        for (Label label : List.of(caption, radius, cost, accounting, stale)) {
            label.setMinWidth(USE_PREF_SIZE);
        }
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("results-line");
        foot.getStyleClass().add("results-line");
        arrange();
        head.getStyleClass().add("results-head");
        setCenter(content);
        setMinSize(200, 120);
        isNarrow.addListener((property, before, now) -> arrange());
        hasIntervals.addListener((property, before, now) -> summarise());
        clear();
    }

    /**
     * Shows a result. The charts keep to their subjects where it has them.
     *
     * @param newResult what a run gave
     * @param pipeline what was run, for the names
     */
    public void show(RunResult newResult, Pipeline pipeline) {
        Names newNames = new Names(pipeline);
        result = newResult;
        names = newNames;
        cursor.set(Double.NaN);
        title.setText(newNames.scenario(newResult.scenario()) + " · " + newNames.strategy(newResult.strategy()));
        caption.setText(caption(newResult));
        caption.setTooltip(new Tooltip(captionDetail(newResult.settings())));
        cost.setText(cost(newResult.cost()));
        cost.setTooltip(new Tooltip(
                "What providers bill for measured requests; wasted is what was billed for answers that nobody"
                        + " used. For 1,000 requests: "
                        + Figures.money(newResult.cost().perThousandRequests().mean())));
        title.setTooltip(new Tooltip(title.getText()));
        account(Accounting.of(newResult, newNames));
        BlastRadius damage = newResult.blastRadius();
        radius.setVisible(damage != null);
        radius.setManaged(damage != null);
        if (damage != null) {
            radius.setText(Radius.statement(damage));
            radius.setTooltip(new Tooltip(Radius.detail(damage, newNames)));
        }
        summarise();
        tiles.forEach(tile -> tile.show(newResult, newNames));
        markStale(false);
        setTop(head);
        showView();
    }

    /** Has something to do with a result stand beside its title. */
    public void offer(Region button) {
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().addAll(Styles.SMALL, "results-offer");
        offered.add(button);
        arrange();
    }

    /** Forgets the result. */
    public void clear() {
        result = null;
        names = null;
        cursor.set(Double.NaN);
        tiles.forEach(ChartTile::clear);
        markStale(false);
        setTop(null);
        content.getChildren().setAll(nothing);
    }

    /** Says whether the result is of a model, a scenario or a strategy that is not the one on the screen any more. */
    public void markStale(boolean isStale) {
        stale.setVisible(isStale);
        stale.setManaged(isStale);
        content.setOpacity(isStale ? 0.55 : 1);
    }

    /**
     * Turns the charts to what is selected, each where it can be drawn of it; the others stay.
     *
     * @param componentId the selected component; null: none
     * @param dependencyKey the selected dependency; null: none
     */
    public void select(@Nullable String componentId, @Nullable String dependencyKey) {
        tiles.forEach(tile -> tile.select(componentId, dependencyKey));
    }

    /** Chooses the charts' colours: on dark, or on light. */
    public void setDark(boolean dark) {
        theme = dark ? ChartTheme.DARK : ChartTheme.LIGHT;
        tiles.forEach(tile -> tile.setTheme(theme));
        summarise();
    }

    /** The charts, in the order in which they are shown. */
    List<ChartTile> tiles() {
        return tiles;
    }

    /** Puts the head's parts where there is room for them. */
    private void arrange() {
        boolean narrow = isNarrow.get();
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        foot.getChildren().clear();
        line.getChildren().setAll(viewChoice, title, caption, stale, space);
        (narrow ? foot : line).getChildren().addAll(radius, cost, accounting);
        line.getChildren().addAll(offered);
        head.getChildren().setAll(line, summary);
        if (narrow) {
            head.getChildren().add(foot);
        }
        summarise();
    }

    private void summarise() {
        if (result != null && names != null) {
            summary.show(result, names, theme, hasIntervals.get());
        }
    }

    private HBox viewChoice() {
        HBox choice = new HBox(
                view("Charts", "charts", Styles.LEFT_PILL),
                view("Components", "components-view", Styles.CENTER_PILL),
                view("Dependencies", "dependencies-view", Styles.RIGHT_PILL));
        choice.setMinWidth(USE_PREF_SIZE);
        views.selectToggle(views.getToggles().get(0));
        views.selectedToggleProperty().addListener((property, before, now) -> {
            if (now == null) {
                views.selectToggle(before);
            } else {
                showView();
            }
        });
        return choice;
    }

    private ToggleButton view(String text, String id, String pill) {
        ToggleButton button = new ToggleButton(text);
        button.setId(id);
        button.getStyleClass().addAll(pill, Styles.SMALL);
        button.setToggleGroup(views);
        return button;
    }

    private void showView() {
        if (result == null || names == null) {
            return;
        }
        int index = views.getToggles().indexOf(views.getSelectedToggle());
        Node view = switch (index) {
            case 1 -> Tables.components(result, names);
            case 2 -> Tables.dependencies(result, names);
            default -> charts;
        };
        StackPane.setMargin(view, view == charts ? Insets.EMPTY : TABLE_MARGIN);
        content.getChildren().setAll(view);
    }

    private void account(Accounting account) {
        accounting.setText((account.isComplete() ? "✓ " : "✗ ") + account.statement());
        accounting.setTooltip(new Tooltip(account.detail()));
        accounting.getStyleClass().removeAll("accounting-gap");
        if (!account.isComplete()) {
            accounting.getStyleClass().add("accounting-gap");
        }
    }

    private static String caption(RunResult result) {
        RunSettings settings = result.settings();
        return Charts.note(result) + (settings.replications() == 1 ? ", so no intervals" : "");
    }

    private static String captionDetail(RunSettings settings) {
        return "Simulated " + Figures.time(settings.duration().seconds()) + "; requests of the first "
                + Figures.time(settings.warmup().seconds()) + " are not measured. Seed " + settings.seed() + "."
                + (settings.replications() == 1
                        ? " An interval needs two replications or more."
                        : " The intervals behind ± hold the true mean with a confidence of "
                                + Figures.share(settings.confidence()) + ".");
    }

    private static String cost(RunResult.Cost cost) {
        Interval total = cost.total();
        if (Double.isNaN(total.mean()) || total.mean() == 0) {
            return "No cost";
        }
        String spread = Figures.spread(total, 1);
        return Figures.money(total.mean()) + (spread.isEmpty() ? "" : " " + spread) + " a replication, "
                + Figures.share(cost.wasted().mean() / total.mean()) + " wasted";
    }
}
