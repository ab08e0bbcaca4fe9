package dev.blastradius.ui.limits;

import dev.blastradius.chart.HeatMap;
import dev.blastradius.chart.Names;
import dev.blastradius.chart.Plot;
import dev.blastradius.chart.SweepChart;
import dev.blastradius.chart.SweepChart.Parameter;
import dev.blastradius.chart.SweepMeasure;
import dev.blastradius.editor.Editor;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.search.Axis;
import dev.blastradius.experiment.search.Sweep;
import dev.blastradius.experiment.search.SweepResult;
import dev.blastradius.io.vary.Candidate;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.limits.ParameterField.Range;
import dev.blastradius.ui.plot.HeatGrid;
import dev.blastradius.ui.plot.HeatLegend;
import dev.blastradius.ui.plot.PlotView;
import dev.blastradius.ui.results.Studio;
import dev.blastradius.ui.study.Found;
import dev.blastradius.ui.study.StudyHost;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** One or two numbers of the model over a range: a line, or a heat map. */
final class SweepTool implements Tool {

    private static final int MOST_POINTS = 2_500;

    /** A result with what it is of. */
    private record Made(Origin origin, SweepResult result, List<Parameter> parameters) {}

    private final StudyHost host;
    private final ParameterField first = new ParameterField("sweep-first", "Vary", false, true);
    private final ParameterField second = new ParameterField("sweep-second", "and", true, true);
    private final VBox fields = new VBox(6, first, second);
    private final ComboBox<SweepMeasure> measure = new ComboBox<>();
    private final PlotView plot = new PlotView(new Studio());
    private final HeatGrid grid = new HeatGrid();
    private final HeatLegend legend = new HeatLegend();
    private final VBox mapped = new VBox(8, legend, grid);
    private final Shown shown;

    private @Nullable Made made;
    private @Nullable HeatMap map;

    SweepTool(StudyHost host) {
        this.host = host;
        measure.setId("sweep-measure");
        measure.getItems().setAll(SweepMeasure.values());
        measure.setValue(SweepMeasure.GOODPUT);
        measure.setAccessibleText("What is shown of each point");
        measure.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable SweepMeasure value) {
                return value == null ? "" : value.title();
            }

            @Override
            public SweepMeasure fromString(String text) {
                throw new UnsupportedOperationException("measures are not typed");
            }
        });
        measure.valueProperty().addListener((property, was, is) -> draw());
        VBox.setVgrow(grid, Priority.ALWAYS);
        shown = new Shown(
                "sweep",
                "A sweep runs the scenario at many values of a number of the model: how goodput falls, where the pipeline"
                        + " no longer recovers.\nWith a second number it becomes a map.",
                new HBox(measure));
        plot.setId("sweep-plot");
        plot.onChoose(point -> shown.tell(point.detail()));
        grid.setId("sweep-grid");
        grid.onFocus(this::tell);
    }

    @Override
    public String title() {
        return "Sweep";
    }

    @Override
    public String task() {
        return "Run the sweep";
    }

    @Override
    public Node fields() {
        return fields;
    }

    @Override
    public Node results() {
        return shown;
    }

    @Override
    public void offer(Editor editor, List<Candidate> candidates) {
        first.offer(editor.drawn(), candidates);
        second.offer(editor.drawn(), candidates);
    }

    @Override
    public @Nullable Found found() {
        Made present = made;
        return present == null ? null : new FoundSweep(present.origin(), present.result());
    }

    @Override
    public void offerSaving(Node menu) {
        shown.offer(menu);
    }

    @Override
    public void forget() {
        made = null;
        map = null;
        plot.show(null);
        grid.show(null, -1);
        shown.forget();
    }

    @Override
    public void markStale(Editor editor) {
        Made present = made;
        shown.markStale(present != null && !present.origin().isOf(editor));
    }

    @Override
    public void setDark(boolean dark) {
        plot.setDark(dark);
        grid.setDark(dark);
        legend.setDark(dark);
    }

    @Override
    public void start(Editor editor, RunChoices choices) {
        Range one = first.read();
        Range two = second.read();
        if (one == null || two == null && !second.isNone()) {
            return;
        }
        List<Range> ranges = two == null ? List.of(one) : List.of(one, two);
        if (two != null && two.dial().path().equals(one.dial().path())) {
            second.say("This is varied already");
            return;
        }
        List<Axis> axes = ranges.stream()
                .map(range -> new Axis(range.dial().varied(), range.values()))
                .toList();
        int points = axes.stream().mapToInt(axis -> axis.values().size()).reduce(1, (a, b) -> a * b);
        if (points > MOST_POINTS) {
            second.say(points + " points; expected " + MOST_POINTS + " at most: take fewer steps");
            return;
        }
        List<Dial> dials = ranges.stream().map(Range::dial).toList();
        Origin origin = new Origin(choices.runs(editor, dials));
        host.controller().start("Sweep", new Sweeping(origin, axes));
    }

    /** What charts call a number. */
    static Parameter parameter(Dial dial) {
        return new Parameter(dial.title(), dial.isTime() ? "" : dial.unit(), dial.isTime());
    }

    private void show(Made result) {
        made = result;
        draw();
        shown.markStale(false);
    }

    private void draw() {
        Made present = made;
        if (present == null || present.result().points().isEmpty()) {
            return;
        }
        Names names = new Names(present.origin().runs().model().pipeline());
        String of = " · " + present.origin().words(names);
        List<Parameter> parameters = present.parameters();
        if (parameters.size() == 1) {
            Plot drawn = SweepChart.plot(present.result(), parameters.get(0), measure.getValue());
            map = null;
            shown.show(drawn.title() + of, "", drawn.note(), plot);
            plot.show(drawn);
        } else {
            HeatMap drawn = SweepChart.map(present.result(), parameters.get(0), parameters.get(1), measure.getValue());
            map = drawn;
            shown.show(
                    drawn.title() + of,
                    "",
                    "columns: " + drawn.across() + " · rows: " + drawn.down() + " · " + drawn.note(),
                    mapped);
            legend.show(drawn);
            grid.show(drawn, -1);
        }
    }

    private void tell(int row, int column) {
        HeatMap drawn = map;
        if (drawn != null) {
            shown.tell(drawn.rows().get(row).cells().get(column).detail());
        }
    }

    /** The work for a sweep. */
    private final class Sweeping extends LimitsWork<SweepResult> {

        private final List<Axis> axes;

        Sweeping(Origin origin, List<Axis> axes) {
            super(host, origin, "The sweep");
            this.axes = axes;
        }

        @Override
        List<Problem> problemsOfValues() {
            List<Problem> problems = new ArrayList<>();
            for (List<Double> values : Sweep.grid(axes)) {
                problems.addAll(origin().runs().problems(values));
                if (!problems.isEmpty()) {
                    return problems;
                }
            }
            return problems;
        }

        @Override
        List<Double> anyValues() {
            return axes.stream().map(axis -> axis.values().get(0)).toList();
        }

        @Override
        public SweepResult make(RunProgress progress) {
            return Sweep.run(origin().runs(), axes, progress);
        }

        @Override
        void shown(SweepResult result) {
            if (!result.points().isEmpty()) {
                show(new Made(
                        origin(),
                        result,
                        origin().runs().dials().stream()
                                .map(SweepTool::parameter)
                                .collect(Collectors.toUnmodifiableList())));
            }
        }

        @Override
        void say(String words) {
            first.say(words);
        }
    }
}
