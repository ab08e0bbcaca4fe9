package dev.blastradius.ui.compare;

import dev.blastradius.chart.ChartKind;
import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.ChartSpec;
import dev.blastradius.chart.ChartSpec.Curve;
import dev.blastradius.chart.ChartTheme;
import dev.blastradius.chart.Charts;
import dev.blastradius.chart.Names;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.ui.compare.Compared.Contender;
import dev.blastradius.ui.look.Lines;
import dev.blastradius.ui.results.ChartSurface;
import dev.blastradius.ui.results.Studio;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.DoubleProperty;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** A column of charts for each strategy: the same charts in each, on the same axes and with the same time, and one legend for all. */
final class ChartColumns extends VBox {

    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final double NARROWEST = 225;
    private static final double HEIGHT = 210;

    private final Studio studio;
    private final DoubleProperty cursor;
    private final List<Label> heads = new ArrayList<>();
    private final List<Line> lines = new ArrayList<>();
    private final Map<String, String> subjects = new LinkedHashMap<>();
    private List<Contender> contenders = List.of();
    private @Nullable String scenario;
    private @Nullable Names names;
    private ChartTheme theme = ChartTheme.LIGHT;

    /**
     * No columns.
     *
     * @param cursor the time of the cursor that all charts share
     */
    ChartColumns(Studio studio, DoubleProperty cursor) {
        this.studio = studio;
        this.cursor = cursor;
        setId("compare-columns");
        getStyleClass().add("compare-columns");
    }

    void show(List<Contender> newContenders, @Nullable String newScenario, Names newNames, ChartTheme newTheme) {
        contenders = newContenders;
        scenario = newScenario;
        names = newNames;
        theme = newTheme;
        lines.clear();
        heads.clear();
        for (Contender each : contenders) {
            Label head = new Label(Lines.one(each.name()), new Swatch(each.ink(), theme));
            head.getStyleClass().add("compare-strategy");
            head.setMaxWidth(Double.MAX_VALUE);
            head.setWrapText(true);
            heads.add(head);
        }
        getChildren().setAll(new EvenRow(heads, NARROWEST, 0));
        // What waits where is told by the outcomes and the attempts; queues of several strategies are seldom of one
        // component.
        for (ChartKind kind : Charts.ALL.subList(0, 3)) {
            Line line = new Line(kind);
            lines.add(line);
            getChildren().addAll(line.head, line.row);
        }
    }

    void clear() {
        lines.clear();
        heads.clear();
        subjects.clear();
        contenders = List.of();
        getChildren().clear();
    }

    /** Marks the column of the strategy that is looked at; null: none. */
    void mark(@Nullable String strategy) {
        for (int i = 0; i < heads.size(); i++) {
            heads.get(i).pseudoClassStateChanged(CHOSEN, contenders.get(i).id().equals(strategy));
        }
    }

    /** The charts of a kind, by its place, one for each strategy. */
    List<ChartSurface> surfaces(int kind) {
        return lines.get(kind).surfaces;
    }

    /** One kind of chart across all strategies. */
    private final class Line {

        private final ChartKind kind;
        private final FlowPane head = new FlowPane();
        private final ComboBox<Subject> choice = new ComboBox<>();
        private final List<ChartSurface> surfaces = new ArrayList<>();
        private final EvenRow row;

        Line(ChartKind kind) {
            this.kind = kind;
            for (int i = 0; i < contenders.size(); i++) {
                ChartSurface surface = new ChartSurface(studio, cursor);
                surface.setTheme(theme);
                surfaces.add(surface);
            }
            row = new EvenRow(surfaces, NARROWEST, HEIGHT);
            head.setAlignment(Pos.CENTER_LEFT);
            head.getStyleClass().add("compare-chart-head");
            choice.setId("compare-subject-" + kind.key());
            choice.getStyleClass().add("chart-subject");
            choice.setAccessibleText(kind.heading());
            choice.setConverter(new SubjectText());
            Map<String, Subject> all = new LinkedHashMap<>();
            Names known = Objects.requireNonNull(names);
            for (RunResult each : runs()) {
                kind.subjects(each, known).forEach(subject -> all.putIfAbsent(subject.id(), subject));
            }
            choice.getItems().setAll(all.values());
            choice.setValue(all.get(subject(all)));
            choice.valueProperty().addListener((observable, was, is) -> {
                if (is != null) {
                    subjects.put(kind.key(), is.id());
                    draw();
                }
            });
            draw();
        }

        private List<RunResult> runs() {
            return contenders.stream()
                    .map(each -> Objects.requireNonNull(each.run(scenario)))
                    .toList();
        }

        /** The one that was chosen before, where there is still such a one, or else the one that tells most of the first strategy. */
        private @Nullable String subject(Map<String, Subject> all) {
            String before = subjects.get(kind.key());
            return before != null && all.containsKey(before) ? before : kind.mostTelling(runs().get(0));
        }

        private void draw() {
            Subject subject = choice.getValue();
            Names known = Objects.requireNonNull(names);
            List<ChartSpec> charts = new ArrayList<>();
            for (RunResult each : runs()) {
                charts.add(kind.chart(each, known, subject == null ? "" : subject.id()));
            }
            List<ChartSpec> alike = ChartSpec.onSameAxes(charts);
            for (int i = 0; i < alike.size(); i++) {
                ChartSpec chart = alike.get(i);
                surfaces.get(i).setSpec(chart);
                surfaces.get(i).setAccessibleText(contenders.get(i).name() + ": " + chart.title());
            }
            Label heading = new Label(
                    kind.heading() + (choice.getItems().size() > 1 || subject == null ? "" : " " + subject.name()));
            heading.getStyleClass().add("chart-heading");
            head.getChildren().setAll(heading);
            if (choice.getItems().size() > 1) {
                head.getChildren().add(choice);
            }
            legend(alike).forEach((name, curve) -> {
                Label label = new Label(name, new Swatch(curve.ink(), theme));
                label.getStyleClass().add("compare-below");
                head.getChildren().add(label);
            });
        }

        private static Map<String, Curve> legend(List<ChartSpec> charts) {
            Map<String, Curve> legend = new LinkedHashMap<>();
            for (ChartSpec chart : charts) {
                chart.curves().forEach(curve -> legend.putIfAbsent(curve.name(), curve));
            }
            return legend;
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
