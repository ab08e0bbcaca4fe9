package dev.blastradius.ui.matrix;

import dev.blastradius.chart.Figures;
import dev.blastradius.editor.Breaking.Way;
import dev.blastradius.editor.Editor;
import dev.blastradius.editor.Outage;
import dev.blastradius.editor.Outage.Span;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Lines;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What a matrix is to be of: strategy, how each component fails and how long, and how often each run is repeated. */
final class MatrixChoices extends FlowPane {

    /** A matrix has many rows: few replications tell the large damage from the small. */
    private static final int USUAL_REPLICATIONS = 5;

    private static final int MOST_REPLICATIONS = 1000;

    /** Ways that befall components, the plainest first. */
    private static final List<Way> WAYS =
            List.of(Way.DOWN, Way.HANGS, Way.ERRORS, Way.SLOW, Way.WRONG, Way.FREEZE, Way.QUOTA);

    private final ComboBox<String> strategy = new ComboBox<>();
    private final ComboBox<Way> way = new ComboBox<>();
    private final ComboBox<Span> span = new ComboBox<>();
    private final Spinner<Integer> replications = new Spinner<>(1, MOST_REPLICATIONS, USUAL_REPLICATIONS);
    private final CheckBox arrows = new CheckBox("Arrows too");

    private @Nullable Editor editor;

    MatrixChoices() {
        getStyleClass().add("study-choices");
        setAlignment(Pos.CENTER_LEFT);
        setUp(strategy, "matrix-strategy", this::title);
        setUp(way, "matrix-way", each -> "Each " + each.title());
        setUp(span, "matrix-span", this::words);
        way.getItems().setAll(WAYS);
        way.setValue(Way.DOWN);
        span.getItems().setAll(Span.values());
        span.setValue(Span.WHOLE);
        replications.setId("matrix-replications");
        replications.setEditable(true);
        replications.setPrefWidth(90);
        replications.focusedProperty().addListener((property, was, is) -> {
            if (was && !is) {
                takeTyped();
            }
        });
        arrows.setId("matrix-arrows");
        Icons.describe(arrows, "The network on each arrow fails too: calls over it are refused, or never arrive");
        Icons.describe(strategy, "Which strategy builds the pipeline that fails");
        Icons.describe(way, "How each component fails");
        Icons.describe(span, "How long each component fails");
        Icons.describe(replications, "How often each run is repeated, on other random numbers");
        getChildren()
                .setAll(
                        field("Strategy", strategy),
                        field("How it fails", way),
                        field("How long", span),
                        field("Replications", replications),
                        arrows);
    }

    private static <T> void setUp(ComboBox<T> box, String id, Function<T, String> words) {
        box.setId(id);
        box.setMaxWidth(260);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T value) {
                return value == null ? "" : words.apply(value);
            }

            @Override
            public T fromString(String text) {
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

    /** Offers a model's strategies; the one that is seen is chosen. */
    void open(Editor newEditor) {
        editor = newEditor;
        strategy.getItems().clear();
        refresh();
        strategy.setValue(newEditor.strategy());
        replications
                .getValueFactory()
                .setValue(Math.min(USUAL_REPLICATIONS, settings(newEditor).replications()));
    }

    /** The model has changed. */
    void refresh() {
        Editor current = editor;
        if (current == null) {
            return;
        }
        List<String> ids = new ArrayList<>(List.of(Strategy.AS_DRAWN));
        ids.addAll(current.drawn().strategiesOrNone().keySet());
        String chosen = strategy.getValue();
        strategy.getItems().setAll(ids);
        strategy.setValue(ids.contains(chosen) ? chosen : Strategy.AS_DRAWN);
        Span before = span.getValue();
        span.getItems().setAll(Span.values());
        span.setValue(before);
    }

    void close() {
        editor = null;
    }

    /** What is chosen, of the model as it is now; null where none is open. */
    @Nullable
    MatrixTask task() {
        Editor current = editor;
        if (current == null) {
            return null;
        }
        takeTyped();
        current.finishTyping();
        RunSettings settings = settings(current).withReplications(replications.getValue());
        return new MatrixTask(
                current.model(), strategy.getValue(), way.getValue(), span.getValue(), arrows.isSelected(), settings);
    }

    private static RunSettings settings(Editor of) {
        return RunSettings.of(of.drawn().settings());
    }

    /** What stands in the field counts, though nobody has pressed Enter; what is no number is taken back. */
    private void takeTyped() {
        String text = replications.getEditor().getText().strip();
        int number = text.matches("[0-9]{1,6}") ? Integer.parseInt(text) : replications.getValue();
        int allowed = Math.max(1, Math.min(MOST_REPLICATIONS, number));
        replications.getValueFactory().setValue(allowed);
        replications.getEditor().setText(String.valueOf(allowed));
    }

    private String title(String id) {
        Pipeline pipeline = editor == null ? null : editor.drawn();
        Strategy chosen = pipeline == null ? null : pipeline.strategiesOrNone().get(id);
        return chosen == null ? "As drawn" : Lines.one(chosen.title(id));
    }

    private String words(Span each) {
        Editor current = editor;
        if (current == null || each == Span.WHOLE) {
            return each.title();
        }
        Fault fault = Outage.fault(Way.DOWN, each, settings(current));
        double lasts = fault.lasting() == null ? 0 : fault.lasting().seconds();
        return each.title() + ": " + Figures.time(lasts);
    }
}
