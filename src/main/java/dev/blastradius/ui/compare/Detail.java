package dev.blastradius.ui.compare;

import atlantafx.base.theme.Styles;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Picture;
import dev.blastradius.chart.Plot;
import dev.blastradius.chart.StrategyCharts;
import dev.blastradius.experiment.Collapse;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.model.Strategy;
import dev.blastradius.ui.compare.Compared.Contender;
import dev.blastradius.ui.look.Lines;
import dev.blastradius.ui.results.ChartSurface;
import dev.blastradius.ui.results.Studio;
import java.util.List;
import java.util.Objects;
import javafx.beans.binding.Bindings;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One scenario of a comparison, looked at closely: strategies in one picture, in numbers, and each by itself. */
final class Detail extends VBox {

    private static final double PICTURE_HEIGHT = 270;
    private static final double PARETO_WIDTH = 420;
    private static final double WIDEST_BASELINE = 420;
    private static final double STRIP_HEIGHT = 130;
    private static final double STRIP_WIDTH = 640;
    /** So far from a curve, in pixels, a click still means it. */
    private static final double REACH = 12;

    private final Studio studio = new Studio();
    private final DoubleProperty cursor = new SimpleDoubleProperty(Double.NaN);
    private final Label title = new Label();
    private final VBox findings = new VBox();
    private final VBox collapses = new VBox();
    private final StrategyLegend legend = new StrategyLegend(this::lookAt);
    private final ChartSurface goodput = new ChartSurface(studio, cursor);
    private final PlotSurface pareto = new PlotSurface("compare-pareto", studio, this::lookAtPoint);
    private final PatchCard patch = new PatchCard();
    private final ComboBox<Contender> baseline = new ComboBox<>();
    private final MeasureGrid measures = new MeasureGrid();
    private final Label footnote = new Label();
    private final ChartColumns columns = new ChartColumns(studio, cursor);

    private @Nullable Compared compared;
    private @Nullable String scenario;
    private @Nullable String looked;
    private String against = "";
    private ChartTheme theme = ChartTheme.LIGHT;
    private boolean updating;

    Detail() {
        setId("compare-detail");
        getStyleClass().add("compare-detail");
        title.getStyleClass().add("compare-title");
        title.setWrapText(true);
        findings.setId("compare-findings");
        collapses.setId("compare-collapses");
        collapses.managedProperty().bind(Bindings.isNotEmpty(collapses.getChildren()));
        goodput.setId("compare-goodput");
        goodput.setMinHeight(PICTURE_HEIGHT);
        goodput.setPrefHeight(PICTURE_HEIGHT);
        goodput.setOnMouseClicked(event -> lookAtCurve(event.getX(), event.getY()));
        pareto.setPrefSize(PARETO_WIDTH, PICTURE_HEIGHT);
        HBox words = new HBox(
                8, heading("Goodput in time"), caption("grey: dashed without the fault, thin without any protection"));
        words.setAlignment(Pos.BASELINE_LEFT);
        VBox inTime = new VBox(words, goodput);
        VBox forMoney = new VBox(heading("Goodput against cost"), pareto);
        HBox.setHgrow(inTime, Priority.ALWAYS);
        HBox pictures = new HBox(16, inTime, forMoney);
        forMoney.managedProperty().bind(forMoney.visibleProperty());
        pareto.visibleProperty().addListener((observable, was, is) -> forMoney.setVisible(is));
        baseline.setId("compare-baseline");
        baseline.setAccessibleText("The strategy that the others are held against");
        baseline.setMaxWidth(WIDEST_BASELINE);
        baseline.setConverter(new ContenderText());
        baseline.valueProperty().addListener((observable, was, is) -> {
            if (is != null && !updating) {
                against = is.id();
                measure();
            }
        });
        HBox choice = new HBox(8, heading("In numbers"), caption("differences against"), baseline);
        choice.setAlignment(Pos.CENTER_LEFT);
        footnote.getStyleClass().add("compare-below");
        footnote.setWrapText(true);
        footnote.setMinHeight(USE_PREF_SIZE);
        getChildren()
                .setAll(
                        title,
                        findings,
                        collapses,
                        legend,
                        pictures,
                        patch,
                        choice,
                        new Sideways(measures),
                        footnote,
                        heading("Each by itself, on the same axes"),
                        new Sideways(columns));
    }

    private static Label heading(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("compare-heading");
        return label;
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add(Styles.TEXT_MUTED);
        return label;
    }

    /** Looks at a scenario of a comparison; at the strategy that was looked at before, where it is in it. */
    void show(Compared newCompared, @Nullable String newScenario) {
        compared = newCompared;
        scenario = newScenario;
        cursor.set(Double.NaN);
        List<Contender> contenders = newCompared.under(newScenario);
        title.setText(Lines.one(newCompared.names().scenario(newScenario)));
        findings.getChildren().clear();
        for (Metric metric : List.of(Metric.GOODPUT, Metric.COST)) {
            Comparison comparison = newCompared.comparison(newScenario, metric);
            if (comparison != null && !comparison.finding().isEmpty()) {
                Label finding = new Label(comparison.finding());
                finding.setWrapText(true);
                finding.setMinHeight(USE_PREF_SIZE);
                finding.getStyleClass().add("compare-finding");
                findings.getChildren().add(finding);
            }
        }
        fillBaseline(contenders);
        draw();
        lookAt(newCompared.contender(looked) == null ? null : looked);
    }

    private void fillBaseline(List<Contender> contenders) {
        updating = true;
        baseline.getItems().setAll(contenders);
        baseline.setValue(contenders.stream()
                .filter(each -> each.id().equals(against))
                .findFirst()
                .orElse(contenders.isEmpty() ? null : contenders.get(0)));
        updating = false;
    }

    void clear() {
        compared = null;
        looked = null;
        against = "";
        columns.clear();
        goodput.setSpec(null);
        pareto.show(null, theme);
        patch.setVisible(false);
    }

    void setTheme(ChartTheme newTheme) {
        theme = newTheme;
        goodput.setTheme(newTheme);
        if (compared != null) {
            draw();
            lookAt(looked);
        }
    }

    /** All that has colours. */
    private void draw() {
        Compared shown = compared;
        if (shown == null) {
            return;
        }
        List<Contender> contenders = shown.under(scenario);
        legend.show(contenders, theme);
        measure();
        Plot plot = StrategyCharts.pareto(shown.entries(scenario), shown.references(scenario));
        boolean costs = shown.entries(scenario).stream()
                .anyMatch(each -> each.result().cost().perThousandRequests().mean() > 0);
        pareto.setVisible(costs);
        pareto.show(costs ? plot : null, theme);
        columns.show(contenders, scenario, shown.names(), theme);
        drawCollapses(shown);
    }

    /** Strategies whose replications fall into two groups: what of each, and where its replications lie. */
    private void drawCollapses(Compared shown) {
        collapses.getChildren().clear();
        List<Contender> contenders = shown.under(scenario);
        List<StrategyCharts.Entry> entries = shown.entries(scenario);
        for (int i = 0; i < contenders.size(); i++) {
            Collapse collapse = entries.get(i).result().evidence().collapse();
            if (collapse != null) {
                Contender each = contenders.get(i);
                Label words =
                        new Label(Lines.one(each.name()) + ": " + collapse.sentence(), new Swatch(each.ink(), theme));
                words.getStyleClass().add("compare-finding");
                words.setWrapText(true);
                words.setMinHeight(USE_PREF_SIZE);
                PlotSurface strip =
                        new PlotSurface("compare-collapse-" + each.id(), studio, detail -> lookAt(each.id()));
                strip.setMinHeight(STRIP_HEIGHT);
                strip.setPrefHeight(STRIP_HEIGHT);
                strip.setMaxWidth(STRIP_WIDTH);
                strip.show(StrategyCharts.replications(entries.get(i)), theme);
                collapses.getChildren().addAll(words, strip);
            }
        }
    }

    private void measure() {
        Compared shown = compared;
        Contender held = baseline.getValue();
        if (shown != null && held != null) {
            Measures all = Measures.of(shown, scenario, held);
            measures.show(all, shown.under(scenario), shown.bounds(scenario), theme);
            footnote.setText(all.footnote());
            footnote.setVisible(!all.footnote().isEmpty());
            footnote.setManaged(footnote.isVisible());
        }
    }

    /** Looks at a strategy everywhere; null: at all alike. */
    void lookAt(@Nullable String strategy) {
        Compared shown = compared;
        if (shown == null) {
            return;
        }
        looked = strategy;
        legend.mark(strategy);
        List<Contender> contenders = shown.under(scenario);
        List<StrategyCharts.Entry> entries = shown.entries(scenario);
        StrategyCharts.Entry chosen = null;
        for (int i = 0; i < contenders.size(); i++) {
            if (contenders.get(i).id().equals(strategy)) {
                chosen = entries.get(i);
            }
        }
        RunResult twin = scenario == null || contenders.isEmpty()
                ? null
                : contenders.get(0).result().twin();
        RunResult bare = shown.bounds(scenario).get(0).run();
        goodput.setSpec(StrategyCharts.goodput(entries, twin, bare, chosen));
        columns.mark(strategy);
        Contender contender = shown.contender(strategy);
        if (contender == null) {
            patch.setVisible(false);
        } else {
            patch.show(shown.request().model().pipeline(), contender, theme);
        }
    }

    private void lookAtCurve(double x, double y) {
        Picture picture = goodput.pictureProperty().get();
        Compared shown = compared;
        if (picture == null || shown == null || goodput.spec() == null) {
            return;
        }
        Curve curve = picture.nearest(Objects.requireNonNull(goodput.spec()), x, y, REACH);
        if (curve != null) {
            shown.under(scenario).stream()
                    .filter(each -> each.ink() == curve.ink() && each.name().equals(curve.name()))
                    .findFirst()
                    .ifPresent(each -> lookAt(each.id()));
        }
    }

    private void lookAtPoint(String detail) {
        Compared shown = compared;
        if (shown != null) {
            shown.under(scenario).stream()
                    .filter(each -> detail.startsWith(each.name() + ": "))
                    .findFirst()
                    .ifPresent(each -> lookAt(each.id()));
        }
    }

    @Nullable
    String looked() {
        return looked;
    }

    ChartSurface goodput() {
        return goodput;
    }

    ChartColumns columns() {
        return columns;
    }

    /** The id of the strategy that the others are held against. */
    String heldAgainst() {
        Contender held = baseline.getValue();
        return held == null ? Strategy.AS_DRAWN : held.id();
    }

    ComboBox<Contender> baseline() {
        return baseline;
    }

    /** Strategies by their names. */
    private static final class ContenderText extends StringConverter<Contender> {

        @Override
        public String toString(@Nullable Contender contender) {
            return contender == null ? "" : Lines.one(contender.name());
        }

        @Override
        public @Nullable Contender fromString(@Nullable String text) {
            return null;
        }
    }
}
