package dev.blastradius.ui.results;

import dev.blastradius.chart.ChartKind;
import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Names;
import dev.blastradius.experiment.RunResult;
import java.util.List;
import javafx.beans.property.DoubleProperty;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One chart with its title, in which the subject can be chosen where there are several. */
final class ChartTile extends VBox {

    private final ChartKind kind;
    private final Label heading = new Label();
    private final ComboBox<Subject> choice = new ComboBox<>();
    private final HBox title = new HBox(heading);
    private final ChartSurface surface;

    private @Nullable RunResult result;
    private @Nullable Names names;
    /** What is drawn; empty string: all clients; null: nothing. */
    private @Nullable String subject;

    ChartTile(ChartKind kind, Studio studio, DoubleProperty cursor) {
        this.kind = kind;
        this.surface = new ChartSurface(studio, cursor);
        setId("chart-" + kind.key());
        getStyleClass().add("chart-tile");
        heading.getStyleClass().add("chart-heading");
        heading.setMinWidth(USE_PREF_SIZE);
        choice.getStyleClass().add("chart-subject");
        choice.setAccessibleText(kind.heading());
        choice.setConverter(new SubjectText());
        choice.setMinWidth(60);
        choice.valueProperty().addListener((property, before, now) -> {
            if (now != null && !now.id().equals(subject)) {
                draw(now.id());
            }
        });
        title.setAlignment(Pos.CENTER_LEFT);
        title.getStyleClass().add("chart-title");
        VBox.setVgrow(surface, Priority.ALWAYS);
        getChildren().setAll(title, surface);
    }

    /** Shows a result: of the former subject, where it has it, else of the most telling one. */
    void show(RunResult newResult, Names newNames) {
        String former = subject;
        result = newResult;
        names = newNames;
        List<Subject> subjects = kind.subjects(newResult, newNames);
        subject = null;
        choice.getItems().setAll(subjects);
        boolean kept =
                former != null && subjects.stream().anyMatch(it -> it.id().equals(former));
        choose(kept ? former : kind.mostTelling(newResult));
    }

    void clear() {
        result = null;
        names = null;
        subject = null;
        choice.getItems().clear();
        surface.setSpec(null);
    }

    /** Draws it of a component or a dependency, where this chart can. */
    void select(@Nullable String componentId, @Nullable String dependencyKey) {
        choice.getItems().stream()
                .map(Subject::id)
                .filter(id -> id.equals(componentId) || id.equals(dependencyKey))
                .findFirst()
                .ifPresent(this::choose);
    }

    void setTheme(ChartTheme theme) {
        surface.setTheme(theme);
    }

    ChartSurface surface() {
        return surface;
    }

    ComboBox<Subject> choice() {
        return choice;
    }

    private void choose(@Nullable String id) {
        Subject chosen = choice.getItems().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .orElse(null);
        boolean several = choice.getItems().size() > 1;
        title.getChildren().setAll(heading);
        if (several) {
            title.getChildren().add(choice);
        }
        heading.setText(several || chosen == null ? kind.heading() : kind.heading() + " " + chosen.name());
        draw(id == null ? "" : id);
        choice.setValue(chosen);
    }

    private void draw(String id) {
        if (result != null && names != null) {
            subject = id;
            surface.setSpec(kind.chart(result, names, id));
        }
    }

    /** Subjects by their names. */
    private static final class SubjectText extends StringConverter<Subject> {

        @Override
        public String toString(@Nullable Subject subject) {
            return subject == null ? "" : subject.name();
        }

        @Override
        public @Nullable Subject fromString(@Nullable String text) {
            return null;
        }
    }
}
