package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.model.Pipeline;
import dev.blastradius.report.document.Illustration;
import java.awt.Graphics2D;
import org.jspecify.annotations.Nullable;

/** A scenario as a timeline: what is broken when, how, and what people do meanwhile. */
public final class ScenarioIllustration implements Illustration {

    private ScenarioIllustration() {}

    /**
     * A scenario of a pipeline.
     *
     * @param scenario its id
     * @param strategy the strategy whose runbook is shown; null: none
     * @param duration how long the run lasts, in seconds
     * @param warmup how long it is not measured, in seconds
     */
    public static ScenarioIllustration of(
            Pipeline pipeline, String scenario, @Nullable String strategy, double duration, double warmup) {
        return new ScenarioIllustration();
    }

    /** What it says, in words. */
    public String words() {
        return "The scenario";
    }

    @Override
    public double width() {
        return 800;
    }

    @Override
    public double height() {
        return 200;
    }

    @Override
    public void paint(Graphics2D graphics, ChartTheme theme) {
        graphics.setPaint(theme.background());
        graphics.fillRect(0, 0, 800, 200);
    }
}
