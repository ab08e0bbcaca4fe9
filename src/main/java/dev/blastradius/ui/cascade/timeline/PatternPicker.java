package dev.blastradius.ui.cascade.timeline;

import atlantafx.base.controls.Popover;
import dev.blastradius.editor.scenario.ScenarioEditor;
import dev.blastradius.editor.scenario.Targets;
import dev.blastradius.editor.scenario.Targets.Choice;
import dev.blastradius.editor.scenario.pattern.Pattern;
import dev.blastradius.editor.scenario.pattern.Pattern.Proposal;
import dev.blastradius.editor.scenario.pattern.Patterns;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.look.Tips;
import java.util.List;
import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** Offers the patterns for a target, or each for what suits it; those that do not fit say why. */
final class PatternPicker {

    private static final double WIDTH = 430;
    private static final double HEIGHT = 340;
    /** As wide as the list is seen: longer lines would have it scroll sideways. */
    private static final double LINE = WIDTH - 40;

    private static final Choice SUITABLE = new Choice(Target.id(""), "what suits each pattern", "");

    private final FaultDesk desk;
    private final ComboBox<Choice> targets = new ComboBox<>();
    private final ListView<Pattern> list = new ListView<>();
    private final Popover popover;

    private PatternPicker(FaultDesk desk, ScenarioEditor editing) {
        this.desk = desk;
        prepareTargets(editing);
        HBox.setHgrow(targets, Priority.ALWAYS);
        Label befalls = new Label("Befalls");
        befalls.setLabelFor(targets);
        HBox line = new HBox(8, befalls, targets);
        line.setAlignment(Pos.CENTER_LEFT);
        list.setId("pattern-list");
        list.setPrefSize(WIDTH, HEIGHT);
        list.getItems().setAll(Patterns.ALL);
        list.setCellFactory(view -> new Cell());
        list.setAccessibleText("Patterns");
        VBox content = new VBox(8, line, list);
        content.getStyleClass().add("rename");
        content.getStylesheets()
                .add(Objects.requireNonNull(PatternPicker.class.getResource("timeline.css"))
                        .toExternalForm());
        popover = new Popover(content);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.BOTTOM_LEFT);
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                choose();
            }
        });
        list.setOnMouseClicked(event -> {
            if (event.getButton() == MouseButton.PRIMARY) {
                choose();
            }
        });
        list.getSelectionModel().select(0);
        // The popover gives the keyboard to the first control in it when it has been shown: once it is passed on to the
        // list.
        targets.focusedProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> focused, Boolean was, Boolean is) {
                focused.removeListener(this);
                Platform.runLater(list::requestFocus);
            }
        });
    }

    private void prepareTargets(ScenarioEditor editing) {
        targets.setId("pattern-target");
        targets.getItems().add(SUITABLE);
        targets.getItems().addAll(Targets.all(editing.editor().pipeline()));
        Fault fault = desk.selectedFault();
        targets.setValue(
                fault == null ? SUITABLE : Targets.choice(editing.editor().pipeline(), fault.target()));
        targets.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Choice choice) {
                return choice == null ? "" : choice.name();
            }

            @Override
            public Choice fromString(String text) {
                return SUITABLE;
            }
        });
        targets.setMaxWidth(Double.MAX_VALUE);
        targets.setVisibleRowCount(12);
        Icons.describe(targets, "What the pattern befalls");
        targets.valueProperty().addListener((observable, was, is) -> list.refresh());
    }

    /** Asks for a pattern, and adds its faults. */
    static void ask(Node beside, FaultDesk desk) {
        ScenarioEditor editing = desk.scenario();
        if (editing != null) {
            new PatternPicker(desk, editing).popover.show(beside);
        }
    }

    private @Nullable Target target() {
        Choice choice = targets.getValue();
        return choice == null || choice.equals(SUITABLE) ? null : choice.target();
    }

    private void choose() {
        Pattern pattern = list.getSelectionModel().getSelectedItem();
        if (pattern != null && desk.proposal(pattern, target()).obstacle().isEmpty()) {
            popover.hide();
            desk.add(pattern, target());
        }
    }

    /** A pattern: its name, what happens, and whom it befalls or why it does not fit. */
    private final class Cell extends ListCell<Pattern> {

        private final Label name = new Label();
        private final Label meaning = new Label();
        private final Label whom = new Label();
        private final VBox lines = new VBox(name, meaning, whom);
        private final Tooltip source = Tips.tip(this, "");

        Cell() {
            name.getStyleClass().add("target-name");
            meaning.getStyleClass().add("pattern-meaning");
            whom.getStyleClass().add("target-matches");
            meaning.setWrapText(true);
            whom.setWrapText(true);
            getStyleClass().add("pattern-cell");
            lines.setPrefWidth(LINE);
            lines.setMaxWidth(LINE);
        }

        /** High enough for lines that are broken; a cell does not ask how wide it is. */
        @Override
        protected double computePrefHeight(double width) {
            return isEmpty()
                    ? super.computePrefHeight(width)
                    : snappedTopInset() + lines.prefHeight(LINE) + snappedBottomInset();
        }

        @Override
        protected void updateItem(@Nullable Pattern pattern, boolean empty) {
            super.updateItem(pattern, empty);
            if (empty || pattern == null) {
                setGraphic(null);
                setTooltip(null);
                setAccessibleText(null);
                setDisable(false);
                return;
            }
            Proposal proposal = desk.proposal(pattern, target());
            boolean fits = proposal.obstacle().isEmpty();
            name.setText(pattern.label());
            meaning.setText(pattern.meaning());
            whom.setText(fits ? "On " + names(proposal) : "Not here: " + proposal.obstacle());
            source.setText("Numbers: " + pattern.source());
            setTooltip(source);
            setGraphic(lines);
            setDisable(!fits);
            setAccessibleText(pattern.label() + ": " + pattern.meaning() + ". " + whom.getText());
        }
    }

    private String names(Proposal proposal) {
        ScenarioEditor editing = desk.scenario();
        if (editing == null) {
            return "";
        }
        List<String> names = proposal.faults().stream()
                .map(fault -> {
                    Choice choice = Targets.choice(editing.editor().pipeline(), fault.target());
                    return fault.target().id() == null ? choice.name() + " (" + choice.matches() + ")" : choice.name();
                })
                .distinct()
                .toList();
        return String.join(", ", names);
    }
}
