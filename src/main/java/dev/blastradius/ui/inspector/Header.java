package dev.blastradius.ui.inspector;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.Drafts.Draft;
import dev.blastradius.editor.Selection;
import dev.blastradius.editor.Subject;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.component.Component;
import dev.blastradius.ui.look.Icons;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** What stays in sight above a form: whose fields they are, how many of them are not valid, and a field to find one. */
final class Header extends VBox {

    private static final int LONGEST_NAME = 120;
    private static final int MOST_NAMES = 4;

    private final StackPane icon = new StackPane();
    private final Label title = new Label();
    private final Label below = new Label();
    private final Hyperlink invalid = new Hyperlink();
    private final TextField filter = new TextField();
    private List<Draft> drafts = List.of();

    /**
     * A header.
     *
     * @param onFilter is told the words by which a field is looked for
     * @param onGoTo is told which field to show
     */
    Header(Consumer<String> onFilter, Consumer<Draft> onGoTo) {
        getStyleClass().add("inspector-head");
        title.getStyleClass().add("inspector-title");
        title.setWrapText(true);
        title.setId("inspector-title");
        below.getStyleClass().add("field-unit");
        below.setWrapText(true);
        VBox names = new VBox(title, below);
        HBox.setHgrow(names, Priority.ALWAYS);
        HBox line = new HBox(10, icon, names);
        line.setAlignment(Pos.CENTER_LEFT);
        line.getStyleClass().add("inspector-header");
        invalid.setId("invalid-fields");
        invalid.getStyleClass().add("invalid-fields");
        invalid.managedProperty().bind(invalid.visibleProperty());
        invalid.setOnAction(event -> {
            invalid.setVisited(false);
            if (!drafts.isEmpty()) {
                onGoTo.accept(drafts.get(0));
            }
        });
        filter.setId("filter-fields");
        filter.setPromptText("Find a field");
        Icons.describe(filter, "Shows only the fields with these words, such as \"breaker\"; Escape shows all");
        filter.textProperty().addListener((observable, was, is) -> onFilter.accept(is));
        filter.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                clearFilter();
                event.consume();
            }
        });
        getChildren().addAll(line, invalid, filter);
        clear();
    }

    void clearFilter() {
        filter.setText("");
    }

    /** Names nothing. */
    void clear() {
        name(Feather.SLIDERS, "", "");
        showDrafts(List.of());
        clearFilter();
    }

    /** Says how many fields are not valid. */
    void showDrafts(List<Draft> now) {
        drafts = now;
        invalid.setVisible(!now.isEmpty());
        if (!now.isEmpty()) {
            String which =
                    now.stream().map(Draft::label).distinct().limit(MOST_NAMES).collect(Collectors.joining(", "));
            invalid.setText(count(now.size(), "field") + " not valid: " + which);
        }
    }

    /** Names components and arrows that are selected together. */
    void showMixed(Selection selection) {
        String boxes = count(selection.components().size(), "component");
        String arrows = count(selection.dependencies().size(), "arrow");
        name(Feather.LAYERS, boxes + " and " + arrows, "Selected together");
    }

    /** Names what a form is about. */
    void show(List<Subject> subjects, Pipeline pipeline) {
        Subject first = subjects.get(0);
        if (subjects.size() == 1) {
            one(first, pipeline);
            return;
        }
        String names = subjects.stream()
                .limit(MOST_NAMES)
                .map(each -> shortened(nameOf(each, pipeline)))
                .collect(Collectors.joining(", "));
        int more = subjects.size() - MOST_NAMES;
        name(
                Feather.LAYERS,
                subjects.size() + " " + first.what().plural(),
                names + (more > 0 ? " and " + more + " more" : ""));
    }

    private void one(Subject subject, Pipeline pipeline) {
        String name = shortened(nameOf(subject, pipeline));
        switch (subject.what()) {
            case COMPONENT -> {
                Component component = pipeline.components().get(subject.id());
                if (component != null) {
                    name(Icons.of(component.kind()), name, component.kind().title() + " · " + subject.id());
                }
            }
            case DEPENDENCY -> name(Feather.ARROW_RIGHT, name, "Arrow · " + subject.id());
            case SCENARIO -> name(Feather.ALERT_TRIANGLE, name, "Scenario · " + subject.id());
            case STRATEGY -> name(Feather.SHIELD, name, "Strategy · " + subject.id());
            case MODEL -> name(Feather.SLIDERS, "Model", "Select a box or an arrow to edit it");
        }
    }

    private static String nameOf(Subject subject, Pipeline pipeline) {
        String id = subject.id();
        return switch (subject.what()) {
            case COMPONENT -> Captions.name(pipeline, id);
            case DEPENDENCY -> Captions.title(pipeline, id);
            case SCENARIO -> {
                Scenario scenario = pipeline.scenariosOrNone().get(id);
                yield scenario == null ? id : scenario.title(id);
            }
            case STRATEGY -> {
                Strategy strategy = pipeline.strategiesOrNone().get(id);
                yield strategy == null ? id : strategy.title(id);
            }
            case MODEL -> "Model";
        };
    }

    private void name(Ikon ikon, String name, String small) {
        icon.getChildren().setAll(Icons.node(ikon));
        title.setText(name);
        below.setText(small);
        setAccessibleText(name);
    }

    /** A name from a file may be very long, and have line breaks. */
    private static String shortened(String name) {
        String line = name.replaceAll("\\s+", " ").strip();
        return line.length() > LONGEST_NAME ? line.substring(0, LONGEST_NAME) + "…" : line;
    }

    /** {@code "1 field"}, {@code "2 fields"}. */
    static String count(int number, String noun) {
        return number + " " + (number == 1 ? noun : noun + "s");
    }
}
