package dev.blastradius.ui.limits;

import dev.blastradius.editor.Editor;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.io.vary.VariedRuns;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Which runs are varied: scenario, strategy, and how often each is repeated. */
final class RunChoices extends FlowPane {

    private static final int USUAL_REPLICATIONS = 10;
    private static final int MOST_REPLICATIONS = 1000;
    private static final String NO_SCENARIO = "";

    private final ComboBox<String> scenario = new ComboBox<>();
    private final ComboBox<String> strategy = new ComboBox<>();
    private final Spinner<Integer> replications = new Spinner<>(1, MOST_REPLICATIONS, USUAL_REPLICATIONS);
    private final Runnable changed;

    private @Nullable Editor editor;
    private boolean filling;

    /**
     * Choices of no model yet.
     *
     * @param changed hears that another scenario is chosen
     */
    RunChoices(Runnable changed) {
        this.changed = changed;
        setHgap(18);
        setVgap(6);
        setAlignment(Pos.CENTER_LEFT);
        setUp(scenario, "limits-scenario", this::scenarioTitle);
        setUp(strategy, "limits-strategy", this::strategyTitle);
        scenario.valueProperty().addListener((property, was, is) -> {
            if (!filling) {
                this.changed.run();
            }
        });
        replications.setId("limits-replications");
        replications.setEditable(true);
        replications.setPrefWidth(90);
        Icons.describe(scenario, "What befalls the pipeline at each value");
        Icons.describe(
                strategy, "Which strategy builds the pipeline; values are set in the drawing before its changes");
        Icons.describe(replications, "How often the run is repeated at each value, on other random numbers");
        getChildren()
                .setAll(field("Scenario", scenario), field("Strategy", strategy), field("Replications", replications));
    }

    private static void setUp(ComboBox<String> box, String id, Function<String, String> words) {
        box.setId(id);
        box.setMaxWidth(300);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public String fromString(String text) {
                throw new UnsupportedOperationException("choices are not typed");
            }
        });
    }

    private static HBox field(String words, Node control) {
        Label label = new Label(words);
        label.setLabelFor(control);
        label.getStyleClass().add("caption");
        HBox field = new HBox(6, label, control);
        field.setAlignment(Pos.CENTER_LEFT);
        return field;
    }

    private String scenarioTitle(String id) {
        Editor current = editor;
        if (current == null || id.equals(NO_SCENARIO)) {
            return "No fault";
        }
        dev.blastradius.model.Scenario found = current.drawn().scenariosOrNone().get(id);
        return found == null ? id : Lines.one(found.title(id));
    }

    private String strategyTitle(String id) {
        Strategy found =
                editor == null ? null : editor.drawn().strategiesOrNone().get(id);
        return found == null ? "As drawn" : Lines.one(found.title(id));
    }

    /** Offers a model's scenarios and strategies: the first outage, under the strategy that is seen. */
    void open(Editor newEditor) {
        editor = newEditor;
        filling = true;
        scenario.getItems().clear();
        strategy.getItems().clear();
        filling = false;
        refresh();
        List<String> scenarios = scenario.getItems();
        scenario.setValue(scenarios.size() > 1 ? scenarios.get(1) : NO_SCENARIO);
        strategy.setValue(newEditor.strategy());
        int usual = RunSettings.of(newEditor.drawn().settings()).replications();
        replications.getValueFactory().setValue(Math.min(USUAL_REPLICATIONS, usual));
    }

    /** The model has changed. */
    void refresh() {
        Editor current = editor;
        if (current == null) {
            return;
        }
        Pipeline drawn = current.drawn();
        filling = true;
        fill(scenario, NO_SCENARIO, drawn.scenariosOrNone().keySet());
        fill(strategy, Strategy.AS_DRAWN, drawn.strategiesOrNone().keySet());
        filling = false;
    }

    private static void fill(ComboBox<String> box, String first, Iterable<String> others) {
        List<String> ids = new ArrayList<>(List.of(first));
        others.forEach(ids::add);
        String chosen = box.getValue();
        box.getItems().setAll(ids);
        box.setValue(ids.contains(chosen) ? chosen : first);
    }

    void close() {
        editor = null;
    }

    /** The chosen scenario's id; null: nothing fails. */
    @Nullable
    String scenarioId() {
        String id = scenario.getValue();
        return id == null || id.equals(NO_SCENARIO) ? null : id;
    }

    /** The runs in which some numbers are varied. */
    VariedRuns runs(Editor of, List<Dial> dials) {
        String text = replications.getEditor().getText().strip();
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : replications.getValue();
        int count = Math.max(1, Math.min(MOST_REPLICATIONS, number));
        replications.getValueFactory().setValue(count);
        replications.getEditor().setText(String.valueOf(count));
        return new VariedRuns(
                of.model(),
                dials,
                scenarioId(),
                strategy.getValue(),
                experiment -> RunSettings.of(experiment).withReplications(count));
    }
}
