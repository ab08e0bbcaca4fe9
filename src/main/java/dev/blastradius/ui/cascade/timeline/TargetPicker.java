package dev.blastradius.ui.cascade.timeline;

import atlantafx.base.controls.Popover;
import dev.blastradius.editor.scenario.Targets.Choice;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Asks what a fault is to befall: components, tags and arrows, found by a few letters, each with what it matches. */
final class TargetPicker {

    private static final double WIDTH = 320;
    private static final double HEIGHT = 260;

    private final List<Choice> all;
    private final ObservableList<Choice> shown;
    private final ListView<Choice> list;
    private final Popover popover;
    private final Consumer<Choice> chosen;

    private TargetPicker(List<Choice> all, Consumer<Choice> chosen) {
        this.all = all;
        this.chosen = chosen;
        shown = FXCollections.observableArrayList(all);
        list = new ListView<>(shown);
        list.setId("target-list");
        list.setPrefSize(WIDTH, HEIGHT);
        list.setCellFactory(view -> new Cell());
        list.getSelectionModel().select(0);
        TextField sought = new TextField();
        sought.setId("target-sought");
        sought.setPromptText("Component, arrow or tag");
        sought.setAccessibleText("Find a target by a few letters");
        sought.textProperty().addListener((observable, was, is) -> filter(is));
        VBox content = new VBox(6, sought, list);
        content.getStylesheets()
                .add(Objects.requireNonNull(TargetPicker.class.getResource("timeline.css"))
                        .toExternalForm());
        content.getStyleClass().add("rename");
        popover = new Popover(content);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_CENTER);
        sought.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.DOWN) {
                list.requestFocus();
                event.consume();
            }
        });
        sought.setOnAction(event -> choose());
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
        popover.setOnShown(event -> sought.requestFocus());
    }

    /**
     * Asks.
     *
     * @param beside the control that asks
     * @param all what can be chosen
     * @param chosen is given what was chosen; is not called where nothing was
     */
    static void ask(Node beside, List<Choice> all, Consumer<Choice> chosen) {
        new TargetPicker(all, chosen).popover.show(beside);
    }

    private void filter(String words) {
        String[] wanted = words.toLowerCase(Locale.ROOT).strip().split("\\s+");
        shown.setAll(all.stream()
                .filter(choice -> {
                    String text = (choice.name() + " " + choice.matches()).toLowerCase(Locale.ROOT);
                    return List.of(wanted).stream().allMatch(text::contains);
                })
                .toList());
        list.getSelectionModel().select(0);
    }

    private void choose() {
        Choice choice = list.getSelectionModel().getSelectedItem();
        if (choice != null) {
            popover.hide();
            chosen.accept(choice);
        }
    }

    /** A target, with what it matches under it. */
    private static final class Cell extends ListCell<Choice> {

        private final Label name = new Label();
        private final Label matches = new Label();
        private final VBox lines = new VBox(name, matches);

        Cell() {
            name.getStyleClass().add("target-name");
            matches.getStyleClass().add("target-matches");
            setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Choice choice, boolean empty) {
            super.updateItem(choice, empty);
            if (empty || choice == null) {
                setGraphic(null);
                setAccessibleText(null);
            } else {
                name.setText(choice.name());
                matches.setText(choice.matches());
                setGraphic(lines);
                setAccessibleText(choice.name() + ": " + choice.matches());
            }
        }
    }
}
