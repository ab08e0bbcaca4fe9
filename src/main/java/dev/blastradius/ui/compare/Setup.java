package dev.blastradius.ui.compare;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Names;
import dev.blastradius.chart.StrategyInks;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.Stopping;
import dev.blastradius.io.Model;
import dev.blastradius.model.Experiment;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Lines;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import org.jspecify.annotations.Nullable;

/** What is to be compared, and how often. */
final class Setup extends GridPane {

    private static final PseudoClass DANGER = PseudoClass.getPseudoClass("danger");
    private static final double WIDEST_NAME = 300;
    private static final double NARROWEST_CAPTION = 90;
    private static final long MOST_REPLICATIONS = 100_000;
    private static final long LIMIT_TIMES = 5;

    private final FlowPane scenarios = new FlowPane();
    private final FlowPane strategies = new FlowPane();
    private final TextField replications = number("compare-replications", "Replications");
    private final CheckBox goesOn = new CheckBox("go on until goodput is known to ±");
    private final TextField precision =
            number("compare-precision", "Half width of the goodput's interval, percentage points");
    private final TextField limit = number("compare-limit", "Replications at most");
    private final Runnable changed;
    private final Set<String> leftOut = new LinkedHashSet<>();
    private ChartTheme theme = ChartTheme.LIGHT;
    private @Nullable Pipeline shown;
    private long modelReplications;

    /**
     * A setup of no model.
     *
     * @param changed hears when something else is chosen
     */
    Setup(Runnable changed) {
        this.changed = changed;
        setId("compare-setup");
        getStyleClass().add("compare-setup");
        for (FlowPane pane : List.of(scenarios, strategies)) {
            pane.getStyleClass().add("compare-checks");
        }
        goesOn.setId("compare-goes-on");
        goesOn.selectedProperty().addListener((observable, was, is) -> changed());
        precision.disableProperty().bind(goesOn.selectedProperty().not());
        limit.disableProperty().bind(goesOn.selectedProperty().not());
        precision.setText("1");
        for (TextField field : List.of(replications, precision, limit)) {
            field.textProperty().addListener((observable, was, is) -> changed());
        }
        FlowPane howOften = new FlowPane(
                replications,
                goesOn,
                precision,
                new Label("percentage points, at most"),
                limit,
                new Label("replications"));
        howOften.getStyleClass().addAll("compare-checks", "compare-numbers");
        addRow(0, caption("Scenarios"), scenarios);
        addRow(1, caption("Strategies"), strategies);
        addRow(2, caption("Replications"), howOften);
        ColumnConstraints names = new ColumnConstraints();
        names.setMinWidth(NARROWEST_CAPTION);
        ColumnConstraints values = new ColumnConstraints();
        values.setHgrow(Priority.ALWAYS);
        getColumnConstraints().addAll(names, values);
    }

    private static Label caption(String words) {
        Label label = new Label(words);
        label.getStyleClass().add("compare-caption");
        label.setMinWidth(USE_PREF_SIZE);
        setValignment(label, VPos.TOP);
        return label;
    }

    private static TextField number(String id, String words) {
        TextField field = new TextField();
        field.setId(id);
        field.setPrefColumnCount(4);
        field.setMaxWidth(USE_PREF_SIZE);
        Icons.describe(field, words);
        return field;
    }

    private void changed() {
        boolean asked = goesOn.isSelected();
        replications.pseudoClassStateChanged(DANGER, replications() < 1);
        precision.pseudoClassStateChanged(DANGER, asked && !(halfWidth() > 0));
        limit.pseudoClassStateChanged(DANGER, asked && atMost() < Math.max(1, replications()));
        changed.run();
    }

    /** Is about another model: everything is chosen, and as many replications as it says. */
    void open(Pipeline pipeline) {
        leftOut.clear();
        shown = null;
        modelReplications = 0;
        goesOn.setSelected(false);
        show(pipeline);
    }

    /** Follows the model: what was left out stays so. */
    void show(Pipeline pipeline) {
        Pipeline before = shown;
        shown = pipeline;
        long wanted = Experiment.REPLICATIONS.in(pipeline.settings());
        if (wanted != modelReplications) {
            modelReplications = wanted;
            replications.setText(String.valueOf(wanted));
            limit.setText(String.valueOf(Math.min(MOST_REPLICATIONS, LIMIT_TIMES * wanted)));
        }
        boolean same = before != null
                && before.scenariosOrNone().equals(pipeline.scenariosOrNone())
                && before.strategiesOrNone().equals(pipeline.strategiesOrNone());
        if (!same) {
            fill(pipeline);
        }
        changed();
    }

    private void fill(Pipeline pipeline) {
        Names names = new Names(pipeline);
        List<Node> faults = new ArrayList<>();
        CheckBox calm = check("no-fault", "No fault", true, null);
        calm.setDisable(true);
        calm.setTooltip(new Tooltip("Runs in any case: each run is compared with the same one without the fault"));
        faults.add(calm);
        pipeline.scenariosOrNone().keySet().forEach(id -> {
            String key = "scenario-" + id;
            faults.add(check(key, names.scenario(id), !leftOut.contains(key), null));
        });
        scenarios.getChildren().setAll(faults);
        List<Node> ways = new ArrayList<>();
        int place = 0;
        for (String id : strategyIds(pipeline)) {
            String key = "strategy-" + id;
            Swatch swatch = new Swatch(StrategyInks.of(place++), theme);
            ways.add(check(key, names.strategy(id), !leftOut.contains(key), swatch));
        }
        strategies.getChildren().setAll(ways);
    }

    private CheckBox check(String key, String title, boolean isChosen, @Nullable Node graphic) {
        String name = Lines.one(title);
        CheckBox box = new CheckBox(name);
        box.setId("compare-" + key);
        box.setUserData(key);
        box.setMnemonicParsing(false);
        box.setMaxWidth(WIDEST_NAME);
        box.setGraphic(graphic);
        box.setTooltip(new Tooltip(name));
        box.setSelected(isChosen);
        box.selectedProperty().addListener((observable, was, is) -> {
            if (is) {
                leftOut.remove(key);
            } else {
                leftOut.add(key);
            }
            changed();
        });
        return box;
    }

    private static List<String> strategyIds(Pipeline pipeline) {
        List<String> ids = new ArrayList<>(List.of(Strategy.AS_DRAWN));
        ids.addAll(pipeline.strategiesOrNone().keySet());
        return ids;
    }

    void setTheme(ChartTheme newTheme) {
        theme = newTheme;
        for (Node each : strategies.getChildren()) {
            if (each instanceof CheckBox box && box.getGraphic() instanceof Swatch swatch) {
                swatch.setTheme(newTheme);
            }
        }
    }

    /** Why what is chosen cannot be compared; empty where it can. */
    String obstacle() {
        Pipeline pipeline = shown;
        if (pipeline == null) {
            return "No model is open";
        }
        if (chosen("strategy-", strategyIds(pipeline)).isEmpty()) {
            return "No strategy is chosen";
        }
        if (replications() < 1) {
            return "The number of replications is no whole number from 1 to " + MOST_REPLICATIONS;
        }
        if (goesOn.isSelected() && !(halfWidth() > 0)) {
            return "The precision is no number above 0";
        }
        return goesOn.isSelected() && atMost() < replications() ? "The limit is below the number of replications" : "";
    }

    /** What is chosen, of a model without errors; only where there is no {@link #obstacle}. */
    Request request(Model model) {
        Pipeline pipeline = model.pipeline();
        RunSettings settings = RunSettings.of(pipeline.settings()).withReplications(Math.toIntExact(replications()));
        Stopping stopping = goesOn.isSelected() ? new Stopping(halfWidth(), Math.toIntExact(atMost())) : null;
        return new Request(
                model,
                chosen("scenario-", List.copyOf(pipeline.scenariosOrNone().keySet())),
                chosen("strategy-", strategyIds(pipeline)),
                settings,
                stopping);
    }

    private List<String> chosen(String prefix, List<String> ids) {
        return ids.stream().filter(id -> !leftOut.contains(prefix + id)).toList();
    }

    private long replications() {
        return whole(replications);
    }

    private long atMost() {
        return whole(limit);
    }

    /** The number in a field; 0 where there is none that could be a number of replications. */
    private static long whole(TextField field) {
        Long number = parsed(field, Long::valueOf);
        return number == null || number < 1 || number > MOST_REPLICATIONS ? 0 : number;
    }

    /** As a share; NaN where it is no number. */
    private double halfWidth() {
        Double points = parsed(precision, Double::valueOf);
        return points == null || !Double.isFinite(points) ? Double.NaN : points / 100;
    }

    private static <T> @Nullable T parsed(TextField field, Function<String, T> read) {
        try {
            return read.apply(Objects.requireNonNullElse(field.getText(), "").strip());
        } catch (NumberFormatException e) {
            return null;
        }
    }
}
