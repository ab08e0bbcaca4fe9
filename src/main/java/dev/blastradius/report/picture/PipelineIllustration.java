package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.Pipeline;
import dev.blastradius.report.document.Illustration;
import java.awt.Graphics2D;

/** A pipeline as it is drawn. */
public final class PipelineIllustration implements Illustration {

    private PipelineIllustration() {}

    /** A pipeline as it is built. */
    public static PipelineIllustration of(Pipeline pipeline) {
        return new PipelineIllustration();
    }

    /** How everything stood at a moment of a replication, in seconds; what had crossed its limits by then has its number. */
    public static PipelineIllustration at(Playback playback, Cascade cascade, double seconds) {
        return new PipelineIllustration();
    }

    /** What it says, in words. */
    public String words() {
        return "The pipeline";
    }

    /** What had to be left out to keep it legible; empty where nothing. */
    public String leftOut() {
        return "";
    }

    @Override
    public double width() {
        return 800;
    }

    @Override
    public double height() {
        return 450;
    }

    @Override
    public void paint(Graphics2D graphics, ChartTheme theme) {
        graphics.setPaint(theme.background());
        graphics.fillRect(0, 0, 800, 450);
    }
}
