package dev.blastradius.ui.cascade.charts;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Charted.Entry;
import dev.blastradius.chart.Charted.Sign;
import dev.blastradius.ui.look.Lines;
import dev.blastradius.ui.look.Tips;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A chart's title, what it is drawn of, and its legend with the values at a moment: one line above the plot. */
final class ChartHead extends HBox {

    private static final double NARROWEST_NAME = 36;

    private final Label title = new Label();
    private final ComboBox<Subject> choice = new ComboBox<>();
    private final HBox legend = new HBox();
    private final List<Label> values = new ArrayList<>();
    private List<Entry> entries = List.of();
    private @Nullable ChartTheme theme;
    /** Set while the choice is changed by the program. */
    private boolean isFilling;

    ChartHead(String heading, String meaning, Consumer<String> chosen) {
        getStyleClass().add("stacked-head");
        setAlignment(Pos.CENTER_LEFT);
        title.setText(heading);
        title.getStyleClass().add("chart-heading");
        title.setMinWidth(USE_PREF_SIZE);
        Tips.install(title, meaning);
        choice.getStyleClass().add("chart-subject");
        choice.setAccessibleText(heading + " of");
        choice.setConverter(new SubjectText());
        choice.setMinWidth(60);
        choice.valueProperty().addListener((property, before, now) -> {
            if (now != null && !isFilling) {
                chosen.accept(now.id());
            }
        });
        legend.getStyleClass().add("stacked-legend");
        legend.setAlignment(Pos.CENTER_LEFT);
        legend.setMinWidth(0);
        getChildren().setAll(title, legend);
    }

    /** Offers subjects; one alone needs no choice, and is named where it is not everything together. */
    void offer(List<Subject> subjects, String chosen) {
        isFilling = true;
        if (!choice.getItems().equals(subjects)) {
            choice.getItems().setAll(subjects);
        }
        choice.setValue(subjects.stream()
                .filter(each -> each.id().equals(chosen))
                .findFirst()
                .orElse(null));
        isFilling = false;
        if (subjects.size() > 1) {
            getChildren().setAll(title, choice, legend);
        } else {
            getChildren().setAll(title, legend);
        }
    }

    ComboBox<Subject> choice() {
        return choice;
    }

    /** What the colours stand for. */
    void explain(List<Entry> newEntries, ChartTheme newTheme) {
        if (newEntries.equals(entries) && newTheme.equals(theme)) {
            return;
        }
        entries = newEntries;
        theme = newTheme;
        values.clear();
        List<Node> items = new ArrayList<>();
        for (Entry entry : newEntries) {
            Label name = new Label(Lines.one(entry.name()));
            name.getStyleClass().add("stacked-name");
            name.setMinWidth(Math.min(NARROWEST_NAME, 7.0 * entry.name().length()));
            Label value = new Label();
            value.getStyleClass().add("stacked-value");
            value.setMinWidth(USE_PREF_SIZE);
            values.add(value);
            HBox item = new HBox(swatch(entry, newTheme), name, value);
            item.getStyleClass().add("stacked-item");
            item.setAlignment(Pos.CENTER_LEFT);
            Tips.install(item, Lines.one(entry.name()));
            items.add(item);
        }
        legend.getChildren().setAll(items);
    }

    /** The values at a moment, one for each entry of the legend. */
    void tell(List<String> texts) {
        for (int i = 0; i < values.size(); i++) {
            values.get(i).setText(i < texts.size() ? texts.get(i) : "");
        }
    }

    /** What is told, entry by entry. */
    List<String> told() {
        List<String> told = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            told.add((entries.get(i).name() + " " + values.get(i).getText()).strip());
        }
        return told;
    }

    /** A square for an area, a bar for a line, two dashes for a limit. */
    private static Node swatch(Entry entry, ChartTheme theme) {
        String style = "-fx-fill: " + theme.web(entry.ink());
        Pane pane = new Pane();
        pane.setMinSize(14, 10);
        pane.setMaxSize(14, 10);
        if (entry.sign() == Sign.AREA) {
            pane.getChildren().add(bar(3, 0.5, 9, 9, style));
        } else if (entry.sign() == Sign.LINE) {
            pane.getChildren().add(bar(0, 3.75, 13, 2.5, style));
        } else {
            pane.getChildren().addAll(bar(0, 4, 5.5, 2, style), bar(8, 4, 5.5, 2, style));
        }
        return pane;
    }

    private static Rectangle bar(double x, double y, double width, double height, String style) {
        Rectangle bar = new Rectangle(x, y, width, height);
        bar.setStyle(style);
        return bar;
    }

    /** Subjects by their names. */
    private static final class SubjectText extends StringConverter<Subject> {

        @Override
        public String toString(@Nullable Subject subject) {
            return subject == null ? "" : Lines.one(subject.name());
        }

        @Override
        public @Nullable Subject fromString(@Nullable String text) {
            return null;
        }
    }
}
