package dev.blastradius.ui.results;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Ink;
import dev.blastradius.chart.Names;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.model.component.Client;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** A line of numbers for each client. The outcomes' heads carry the colours that the charts give them. */
final class SummaryGrid extends GridPane {

    private static final int CAUSES_SHOWN = 2;
    private static final double WIDEST_NAME = 160;
    private static final double NARROWEST_CAUSES = 150;

    private boolean withSpreads = true;
    private double confidence;

    SummaryGrid() {
        setId("summary");
        getStyleClass().add("summary");
    }

    /**
     * Shows a result.
     *
     * @param spreads whether the intervals stand beside the means; else they are in the tooltips only
     */
    void show(RunResult result, Names names, ChartTheme theme, boolean spreads) {
        withSpreads = spreads;
        confidence = result.settings().confidence();
        getChildren().clear();
        getColumnConstraints().clear();
        List<RequestOutcome> outcomes = shownOutcomes(result);
        boolean wrong =
                result.flows().values().stream().anyMatch(flow -> flow.wrong().mean() > 0);
        addRow(0, heads(outcomes, wrong, theme));
        int row = 1;
        for (Map.Entry<String, Flow> entry : result.flows().entrySet()) {
            Node[] cells = cells(entry.getKey(), entry.getValue(), outcomes, wrong, names);
            // Causes may take two lines: the others stand beside the first.
            for (Node cell : cells) {
                setValignment(cell, VPos.TOP);
            }
            addRow(row++, cells);
        }
        int columns = outcomes.size() + (wrong ? 9 : 8);
        for (int column = 0; column < columns; column++) {
            ColumnConstraints constraints = new ColumnConstraints();
            boolean text = column == 0 || column == columns - 1;
            constraints.setHalignment(text ? HPos.LEFT : HPos.RIGHT);
            constraints.setMinWidth(column == columns - 1 ? NARROWEST_CAUSES : USE_PREF_SIZE);
            constraints.setHgrow(column == columns - 1 ? Priority.ALWAYS : Priority.NEVER);
            getColumnConstraints().add(constraints);
        }
    }

    private static Node[] heads(List<RequestOutcome> outcomes, boolean wrong, ChartTheme theme) {
        List<Node> heads = new ArrayList<>();
        heads.add(head("Client", "Where requests come from", null));
        heads.add(head("Requests", "Measured requests, all replications together", null));
        for (RequestOutcome outcome : outcomes) {
            heads.add(head(outcome.key(), outcome.meaning(), theme.web(Ink.of(outcome))));
        }
        heads.add(head("late", "Answered over the SLO's latency", null));
        if (wrong) {
            heads.add(head("wrong", "A bad answer that nobody noticed", null));
        }
        heads.add(head("goodput", "Ok, degraded or deferred, and neither late nor wrong", null));
        heads.add(head("p50", "Half of the answered requests took no longer", null));
        heads.add(head("p95", "95 % of the answered requests took no longer", null));
        heads.add(head("p99", "99 % of the answered requests took no longer", null));
        heads.add(head("Main causes of failure", "Which component, which failure, how many requests", null));
        return heads.toArray(Node[]::new);
    }

    private static Node head(String title, String meaning, @Nullable String color) {
        Label label = new Label(title);
        label.getStyleClass().add("summary-head");
        label.setTooltip(new Tooltip(meaning));
        if (color != null) {
            label.setGraphic(CursorCard.swatch(color));
        }
        return label;
    }

    private Node[] cells(String client, Flow flow, List<RequestOutcome> outcomes, boolean wrong, Names names) {
        List<Node> cells = new ArrayList<>();
        Label name = new Label(names.component(client));
        name.getStyleClass().add("summary-client");
        name.setMaxWidth(WIDEST_NAME);
        cells.add(name);
        cells.add(new Label(Figures.count(flow.requests())));
        for (RequestOutcome outcome : outcomes) {
            cells.add(share(flow.share().getOrDefault(outcome, Interval.NONE)));
        }
        cells.add(share(flow.late()));
        if (wrong) {
            cells.add(share(flow.wrong()));
        }
        cells.add(goodput(flow.goodput(), promised(client, names)));
        cells.add(time(flow.latency().p50()));
        cells.add(time(flow.latency().p95()));
        cells.add(time(flow.latency().p99()));
        cells.add(causes(flow.failuresByCause(), names));
        return cells.toArray(Node[]::new);
    }

    /**
     * Outcomes that occurred, and those whose absence is news; where work was deferred, that column takes the room of those that did
     * not occur.
     */
    private static List<RequestOutcome> shownOutcomes(RunResult result) {
        boolean deferred = occurred(result, RequestOutcome.DEFERRED);
        List<RequestOutcome> shown = new ArrayList<>();
        for (RequestOutcome outcome : RequestOutcome.values()) {
            boolean isNews = switch (outcome) {
                case OK, FAILED -> true;
                case DEGRADED, ABANDONED -> !deferred;
                case DEFERRED -> false;
            };
            if (isNews || occurred(result, outcome)) {
                shown.add(outcome);
            }
        }
        return shown;
    }

    private static boolean occurred(RunResult result, RequestOutcome outcome) {
        return result.flows().values().stream()
                .anyMatch(flow ->
                        flow.share().getOrDefault(outcome, Interval.NONE).mean() > 0);
    }

    private HBox time(Interval value) {
        return figure(value, Figures::time, Figures.timeUnit(value.mean()));
    }

    private HBox share(Interval value) {
        return figure(value, Figures::share, Figures.PER_CENT);
    }

    private HBox figure(Interval value, DoubleFunction<String> format, double unit) {
        Label mean = new Label(format.apply(value.mean()));
        mean.setMinWidth(USE_PREF_SIZE);
        HBox cell = new HBox(mean);
        cell.setAlignment(Pos.BASELINE_RIGHT);
        String half = Figures.spread(value, unit);
        if (!half.isEmpty()) {
            mean.setTooltip(new Tooltip("Between " + format.apply(value.low()) + " and " + format.apply(value.high())
                    + ", with a confidence of " + Figures.share(confidence)));
            if (withSpreads) {
                Label spread = new Label(" " + half);
                spread.getStyleClass().add("summary-spread");
                cell.getChildren().add(spread);
            }
        }
        return cell;
    }

    /** The goodput, and whether the promise is kept as far as the interval tells. */
    private HBox goodput(Interval value, @Nullable Double promised) {
        HBox cell = share(value);
        cell.getChildren().get(0).getStyleClass().add("summary-goodput");
        if (promised != null && !Double.isNaN(value.mean())) {
            double low = value.isBounded() ? value.low() : value.mean();
            double high = value.isBounded() ? value.high() : value.mean();
            String verdict = low >= promised ? "meets" : high < promised ? "misses" : "near";
            Label label = new Label(" " + verdict + " " + Figures.share(promised));
            label.getStyleClass().add("slo-" + verdict);
            label.setTooltip(new Tooltip("The SLO promises a goodput of " + Figures.share(promised)));
            cell.getChildren().add(label);
        }
        return cell;
    }

    private static @Nullable Double promised(String client, Names names) {
        return names.pipeline().components().get(client) instanceof Client it && it.slo() != null
                ? it.slo().successRate()
                : null;
    }

    private static Label causes(Map<String, Long> causes, Names names) {
        List<String> all =
                causes.entrySet().stream().map(cause -> cause(cause, names)).toList();
        String shown = all.stream().limit(CAUSES_SHOWN).collect(Collectors.joining(", "));
        int more = all.size() - CAUSES_SHOWN;
        Label label = new Label(all.isEmpty() ? "none" : more > 0 ? shown + ", " + more + " more" : shown);
        label.setWrapText(true);
        label.setMinHeight(USE_PREF_SIZE);
        if (!all.isEmpty()) {
            label.setTooltip(new Tooltip(String.join("\n", all)));
        }
        return label;
    }

    private static String cause(Map.Entry<String, Long> cause, Names names) {
        String key = cause.getKey();
        int slash = key.lastIndexOf('/');
        String what = slash < 0
                ? key
                : names.component(key.substring(0, slash)) + " " + Tables.words(key.substring(slash + 1));
        return what + " " + Figures.count(cause.getValue());
    }
}
