package dev.blastradius.ui.limits;

import dev.blastradius.chart.Names;
import dev.blastradius.chart.Plot;
import dev.blastradius.chart.SweepChart.Parameter;
import dev.blastradius.chart.TippingChart;
import dev.blastradius.editor.Editor;
import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.search.Bisection;
import dev.blastradius.experiment.search.Responder;
import dev.blastradius.experiment.search.Search;
import dev.blastradius.experiment.search.TippingPoint;
import dev.blastradius.io.vary.Candidate;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.ui.limits.ParameterField.Range;
import dev.blastradius.ui.look.Icons;
import dev.blastradius.ui.plot.PlotView;
import dev.blastradius.ui.results.Studio;
import dev.blastradius.ui.study.Found;
import dev.blastradius.ui.study.StudyHost;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The value of a number of the model at which the pipeline no longer recovers. */
final class TippingTool implements Tool {

    private static final double LEAST_THRESHOLD = 0.01;
    private static final double MOST_THRESHOLD = 0.99;

    /** A result with what it is of. */
    private record Made(Origin origin, TippingPoint found, Parameter parameter) {}

    private final StudyHost host;
    private final ParameterField field = new ParameterField("tipping", "Vary", false, false);
    private final TextField threshold = new TextField("50");
    private final Label problem = new Label();
    private final VBox fields;
    private final PlotView plot = new PlotView(new Studio());
    private final Shown shown = new Shown(
            "tipping",
            "A pipeline may stay down though the fault is over. This looks for the value of a number of the model from"
                    + " which it does:\nfirst at both ends of the range, then in the middle of what is left, each with"
                    + " as many runs as it takes to be sure.");

    private @Nullable Made made;

    TippingTool(StudyHost host) {
        this.host = host;
        threshold.setId("tipping-threshold");
        threshold.setPrefColumnCount(4);
        Icons.describe(
                threshold,
                "A value counts as one at which the pipeline recovers where at least this share of replications does");
        Label caption = new Label("Recovers where at least");
        caption.setLabelFor(threshold);
        caption.getStyleClass().add("caption");
        problem.setId("tipping-threshold-problem");
        problem.getStyleClass().add("field-problem");
        HBox line = new HBox(6, caption, threshold, new Label("% of replications do"), problem);
        line.setAlignment(Pos.CENTER_LEFT);
        fields = new VBox(6, field, line);
        plot.setId("tipping-plot");
        plot.onChoose(point -> shown.tell(point.detail()));
    }

    @Override
    public String title() {
        return "Tipping point";
    }

    @Override
    public String task() {
        return "Find the tipping point";
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
        field.offer(editor.drawn(), candidates);
    }

    @Override
    public @Nullable Found found() {
        Made present = made;
        return present == null ? null : new FoundTippingPoint(present.origin(), present.found());
    }

    @Override
    public void offerSaving(Node menu) {
        shown.offer(menu);
    }

    @Override
    public void forget() {
        made = null;
        plot.show(null);
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
    }

    @Override
    public void start(Editor editor, RunChoices choices) {
        Range range = field.read();
        double share = share();
        if (range == null || Double.isNaN(share)) {
            return;
        }
        if (choices.scenarioId() == null) {
            field.say("Without a fault there is nothing to recover from: choose a scenario above");
            return;
        }
        Origin origin = new Origin(choices.runs(editor, List.of(range.dial())));
        RunSettings settings = origin.settings();
        Search search = new Search(
                range.from(),
                range.to(),
                Search.usualTolerance(range.from(), range.to(), range.dial().isWhole()),
                share,
                settings.confidence(),
                settings.replications(),
                Search.usualLimit(share, settings.confidence(), settings.replications()));
        host.controller().start("Tipping point", new Searching(origin, search));
    }

    /** The threshold as a share; NaN where it is none, which is then said. */
    private double share() {
        problem.setText("");
        String text = threshold.getText().strip();
        double share = text.matches("[0-9]{1,3}(\\.[0-9]{1,6})?") ? Double.parseDouble(text) / 100 : Double.NaN;
        if (share >= LEAST_THRESHOLD && share <= MOST_THRESHOLD) {
            return share;
        }
        problem.setText("expected 1 to 99");
        return Double.NaN;
    }

    private void show(Made result) {
        made = result;
        TippingPoint found = result.found();
        Plot drawn = TippingChart.plot(found, result.parameter());
        Names names = new Names(result.origin().runs().model().pipeline());
        shown.show(
                drawn.title() + " · " + result.origin().words(names),
                TippingChart.answer(found, result.parameter()),
                drawn.note(),
                plot);
        plot.show(drawn);
        shown.markStale(false);
    }

    /** The work for a search. */
    private final class Searching extends LimitsWork<TippingPoint> {

        private final Search search;

        Searching(Origin origin, Search search) {
            super(host, origin, "The search");
            this.search = search;
        }

        @Override
        List<Problem> problemsOfValues() {
            List<Problem> problems = new ArrayList<>(origin().runs().problems(List.of(search.from())));
            return problems.isEmpty() ? origin().runs().problems(List.of(search.to())) : problems;
        }

        @Override
        List<Double> anyValues() {
            return List.of(search.from());
        }

        @Override
        public TippingPoint make(RunProgress progress) {
            return Bisection.find(Responder.of(origin().runs()), search, progress);
        }

        @Override
        void shown(TippingPoint found) {
            show(new Made(
                    origin(), found, SweepTool.parameter(origin().runs().dials().get(0))));
        }

        @Override
        void say(String words) {
            field.say(words);
        }
    }
}
