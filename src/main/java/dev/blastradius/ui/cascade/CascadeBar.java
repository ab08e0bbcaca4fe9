package dev.blastradius.ui.cascade;

import atlantafx.base.theme.Styles;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.ui.look.Icons;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Spinner;
import javafx.scene.control.SpinnerValueFactory;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/** What is looked at on the page, and whether that is still what the model says. */
final class CascadeBar extends HBox {

    private final Choices scenarios;
    private final Choices strategies;
    private final Spinner<Integer> replication = new Spinner<>();
    private final SpinnerValueFactory.IntegerSpinnerValueFactory numbers =
            new SpinnerValueFactory.IntegerSpinnerValueFactory(1, 1, 1);
    private final Label of = new Label();
    private final Label note = new Label();
    private final Tooltip noteTip = new Tooltip();
    private final Button again = new Button("Record again");
    private final Button liveButton = new Button("Live", Icons.node(Feather.RADIO));
    private boolean updating;

    /**
     * A bar that offers nothing yet.
     *
     * @param scenario hears which scenario is chosen; empty: no fault
     * @param strategy hears which strategy is chosen
     * @param number hears which replication is chosen, from 0
     * @param record records what is chosen
     * @param live begins a live run, or ends it
     * @param more what stands at the right
     */
    CascadeBar(
            Consumer<String> scenario,
            Consumer<String> strategy,
            IntConsumer number,
            Runnable record,
            Runnable live,
            List<? extends Node> more) {
        setId("cascade-bar");
        getStyleClass().add("cascade-bar");
        setAlignment(Pos.CENTER_LEFT);
        scenarios = new Choices("cascade-scenario", "Scenario", "What goes wrong in the recorded run", scenario);
        strategies = new Choices("cascade-strategy", "Strategy", "How the recorded run's pipeline is built", strategy);
        replication.setId("cascade-replication");
        replication.setValueFactory(numbers);
        replication.setEditable(true);
        replication.setPrefWidth(74);
        replication.setMinWidth(62);
        replication.valueProperty().addListener((observable, was, is) -> {
            if (!updating && is != null) {
                number.accept(is - 1);
            }
        });
        Icons.describe(
                replication,
                "Which replication is looked at. Each has other requests and other luck: the same outage can end in"
                        + " collapse in one and in recovery in another.");
        Label caption = new Label("Replication");
        caption.getStyleClass().add("cascade-caption");
        caption.setLabelFor(replication);
        of.getStyleClass().add("cascade-caption");
        for (Label each : List.of(caption, of)) {
            each.setMinWidth(Region.USE_PREF_SIZE);
        }
        HBox repeated = new HBox(caption, replication, of);
        repeated.getStyleClass().add("cascade-choices");
        note.setId("cascade-note");
        note.setMinWidth(40);
        note.setTooltip(noteTip);
        again.setId("cascade-again");
        again.getStyleClass().addAll(Styles.SMALL, "cascade-again");
        again.setMinWidth(Region.USE_PREF_SIZE);
        again.setOnAction(event -> record.run());
        again.managedProperty().bind(again.visibleProperty());
        liveButton.setId("cascade-live");
        liveButton.getStyleClass().addAll(Styles.SMALL, "cascade-live");
        liveButton.setMinWidth(Region.USE_PREF_SIZE);
        liveButton.setOnAction(event -> live.run());
        Icons.describe(
                liveButton,
                "Runs what is chosen while you watch: break and mend what you click, change traffic, flip the strategy"
                        + " (Ctrl+Shift+R)");
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        getChildren().setAll(scenarios, strategies, repeated, note, again, space, liveButton);
        getChildren().addAll(more);
        say("", false, "");
    }

    /** Has something to do with what is shown stand at the right. */
    void offer(Region menu) {
        menu.setMinWidth(Region.USE_PREF_SIZE);
        menu.getStyleClass().addAll(Styles.SMALL, "cascade-live");
        getChildren().add(getChildren().indexOf(liveButton), menu);
    }

    /**
     * Offers what a model has.
     *
     * @param isLive whether a live run goes on, in which only the strategy can be another
     */
    void show(Pipeline pipeline, String scenario, String strategy, int number, int replications, boolean isLive) {
        scenarios.setDisable(isLive);
        replication.setDisable(isLive);
        liveButton.setVisible(!isLive);
        liveButton.setManaged(!isLive);
        Map<String, String> faults = new LinkedHashMap<>();
        faults.put("", "No fault");
        pipeline.scenariosOrNone().forEach((id, each) -> faults.put(id, each.title(id)));
        scenarios.show(faults, faults.containsKey(scenario) ? scenario : "");
        Map<String, String> ways = new LinkedHashMap<>();
        ways.put(Strategy.AS_DRAWN, "As drawn");
        pipeline.strategiesOrNone().forEach((id, each) -> ways.put(id, each.title(id)));
        strategies.show(ways, strategy);
        updating = true;
        numbers.setMax(replications);
        numbers.setValue(number + 1);
        updating = false;
        of.setText("of " + replications);
    }

    /**
     * Says something about what is shown.
     *
     * @param words empty: nothing
     * @param warns whether it is old
     * @param button what recording it anew is called; empty: it is not offered
     */
    void say(String words, boolean warns, String button) {
        note.setText(words);
        noteTip.setText(words);
        note.getStyleClass().setAll("label", warns ? "cascade-stale" : "cascade-hint");
        note.setVisible(!words.isEmpty());
        again.setText(button);
        again.setVisible(!button.isEmpty());
    }
}
