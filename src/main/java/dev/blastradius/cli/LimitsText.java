package dev.blastradius.cli;

import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.io.LimitsWriter.Head;
import dev.blastradius.io.vary.Dial;
import dev.blastradius.io.vary.VariedRuns;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.Strategy;
import org.jspecify.annotations.Nullable;

/** What the pages of sweep and tipping-point have in common. */
final class LimitsText {

    private final Style style;
    private final StringBuilder text = new StringBuilder();

    LimitsText(Style style) {
        this.style = style;
    }

    /**
     * The lines above the findings: what was run, and how.
     *
     * @param each what is said of the replications besides their number, such as {@code "at each point"}
     */
    void header(VariedRuns runs, Head head, String each) {
        Pipeline pipeline = runs.model().pipeline();
        line(style.heading(style.shortened(Style.clean(pipeline.title()), TextTable.WIDTH)));
        String scenarioId = runs.scenarioId();
        Scenario scenario =
                scenarioId == null ? null : pipeline.scenariosOrNone().get(scenarioId);
        field(
                "scenario",
                scenarioId == null || scenario == null
                        ? "none: nothing fails but what the model itself makes fail"
                        : named(scenarioId, scenario.title(scenarioId)));
        Strategy strategy = pipeline.strategiesOrNone().get(runs.strategyId());
        field(
                "strategy",
                named(runs.strategyId(), strategy == null ? runs.strategyId() : strategy.title(runs.strategyId())));
        for (Dial dial : runs.dials()) {
            Double present = dial.present();
            String now = present == null ? "not set" : dial.inWords(present);
            field("varied", title(dial) + ", " + now + " in the model");
            field("", dial.path());
        }
        RunSettings settings = head.settings();
        field(
                "run",
                RunReport.plural(settings.replications(), "replication") + " of " + settings.duration() + " " + each
                        + (settings.warmup().nanos() == 0 ? "" : ", measured after " + settings.warmup()) + ", seed "
                        + settings.seed());
    }

    private static String named(String id, String title) {
        return title.equals(id) ? id : id + ": " + Style.clean(title);
    }

    /** What people call a parameter, in signs that the terminal has. */
    String title(Dial dial) {
        return Style.clean(style.unicode() ? dial.title() : dial.title().replace("→", "->"));
    }

    /** The last words of that, for the head of a column under which there is little room. */
    String shortTitle(Dial dial) {
        String title = title(dial);
        int last = Math.max(title.lastIndexOf(", "), title.lastIndexOf(": "));
        return last < 0 ? title : title.substring(last + 2);
    }

    /** In how many replications something was so: {@code "7 of 10"}. */
    String of(@Nullable Proportion share) {
        return share == null ? style.none() : share.successes() + " of " + share.of();
    }

    void field(String name, String value) {
        line("  " + String.format("%-12s", name) + style.shortened(value, TextTable.WIDTH - 14));
    }

    void line(String line) {
        text.append(line).append('\n');
    }

    void table(TextTable table) {
        text.append('\n').append(table.text());
    }

    @Override
    public String toString() {
        return text.toString();
    }
}
