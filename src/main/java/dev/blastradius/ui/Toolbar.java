package dev.blastradius.ui;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import dev.blastradius.ui.command.Command;
import dev.blastradius.ui.command.Commands;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.study.StudyDesk;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What is done most, above the drawing: choose, run, cancel, undo, redo. */
final class Toolbar extends HBox {

    private static final double WIDEST_CHOICE = 330;
    private static final double NARROWEST_CHOICE = 120;
    /** From this width on all has room at any time. */
    private static final double ROOMY = 1290;

    private boolean updating;

    Toolbar(Runs runs, Progress going, StudyDesk desk, Commands commands) {
        getStyleClass().add("tool-row");
        Button study = commands.get("study").button();
        study.getStyleClass().add(Styles.ACCENT);
        study.setId("study");
        onlyWhile(study, desk.drawingProperty().not());
        Button cancel = commands.get("cancel").button();
        cancel.setId("cancel");
        onlyWhile(cancel, going.going());
        ProgressBar progress = new ProgressBar();
        progress.setId("progress");
        progress.setPrefWidth(110);
        progress.setMinWidth(60);
        progress.progressProperty().bind(going.share());
        onlyWhile(progress, going.going());
        Label left = new Label();
        left.getStyleClass().add(Styles.TEXT_MUTED);
        left.setMinWidth(Region.USE_PREF_SIZE);
        left.textProperty().bind(going.words());
        onlyWhile(left, going.going());
        Region space = new Region();
        HBox.setHgrow(space, Priority.ALWAYS);
        // In a narrow window the progress of what goes on needs their room.
        HBox run = run(
                runs,
                commands,
                widthProperty().greaterThan(ROOMY).or(going.going().not()));
        onlyWhile(run, desk.drawingProperty());
        if (!desk.pages().isEmpty()) {
            getChildren().add(desk.choice(key -> hint(commands, key)));
        }
        getChildren()
                .addAll(
                        run,
                        study,
                        cancel,
                        progress,
                        left,
                        space,
                        commands.get("undo").iconButton(),
                        commands.get("redo").iconButton(),
                        commands.get("theme").iconButton());
    }

    private static String hint(Commands commands, String key) {
        Command command = commands.get(AnalyseCommands.showing(key));
        return command.title() + " (" + command.keyText() + ")";
    }

    /** A single run: of which scenario, and of which strategy. */
    private HBox run(Runs runs, Commands commands, BooleanBinding roomy) {
        Button run = commands.get("run").button();
        run.getStyleClass().add(Styles.ACCENT);
        run.setId("run");
        ComboBox<Runs.Choice> scenario =
                choice("scenario", runs.scenarios(), runs.scenarioProperty(), runs::chooseScenario);
        ComboBox<Runs.Choice> strategy =
                choice("strategy", runs.strategies(), runs.strategyProperty(), runs::chooseStrategy);
        Label ofScenario = caption("Scenario", scenario);
        MenuButton scenarios =
                menu("scenario-menu", "Make, name and delete scenarios", commands, VariantCommands.OF_SCENARIOS);
        Label ofStrategy = caption("Strategy", strategy);
        MenuButton strategies =
                menu("strategy-menu", "Make, name and delete strategies", commands, VariantCommands.OF_STRATEGIES);
        List.of(ofScenario, scenarios, ofStrategy, strategies).forEach(each -> onlyWhile(each, roomy));
        HBox part = new HBox(run, ofScenario, scenario, scenarios, ofStrategy, strategy, strategies);
        part.getStyleClass().add("tool-part");
        return part;
    }

    private static MenuButton menu(String id, String words, Commands commands, List<String> ids) {
        MenuButton menu = new MenuButton(null, Icons.node(Feather.MORE_VERTICAL));
        menu.setId(id);
        menu.getStyleClass().addAll("button-icon", "flat", Tweaks.NO_ARROW);
        ids.forEach(each -> menu.getItems().add(commands.get(each).menuItem()));
        Icons.describe(menu, words);
        return menu;
    }

    private static void onlyWhile(Node node, BooleanBinding condition) {
        node.visibleProperty().bind(condition);
        node.managedProperty().bind(condition);
    }

    private static Label caption(String words, Node of) {
        Label label = new Label(words);
        label.getStyleClass().add("caption");
        label.setLabelFor(of);
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }

    private ComboBox<Runs.Choice> choice(
            String id,
            ObservableList<Runs.Choice> items,
            ReadOnlyObjectProperty<Runs.Choice> chosen,
            Consumer<Runs.Choice> choose) {
        ComboBox<Runs.Choice> box = new ComboBox<>(items);
        box.setId(id);
        box.setMaxWidth(WIDEST_CHOICE);
        box.setMinWidth(NARROWEST_CHOICE);
        box.setPrefWidth(WIDEST_CHOICE);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(Runs.@Nullable Choice choice) {
                return choice == null ? "" : choice.title();
            }

            @Override
            public Runs.Choice fromString(String text) {
                throw new UnsupportedOperationException("choices are not typed");
            }
        });
        box.setValue(chosen.get());
        chosen.addListener((observable, was, is) -> show(box, is));
        // The box itself forgets its value when its items change, after the listeners have been told.
        items.addListener((ListChangeListener<Runs.Choice>) change -> Platform.runLater(() -> show(box, chosen.get())));
        box.valueProperty().addListener((observable, was, is) -> {
            if (!updating && is != null && !is.equals(chosen.get())) {
                choose.accept(is);
            }
        });
        Icons.describe(box, "Which " + id + " a run is of");
        return box;
    }

    private void show(ComboBox<Runs.Choice> box, Runs.Choice choice) {
        updating = true;
        box.setValue(choice);
        updating = false;
    }
}
