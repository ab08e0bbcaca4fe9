package dev.blastradius.report.picture;

import dev.blastradius.chart.ChartTheme;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.model.Pipeline;
import dev.blastradius.report.document.Illustration;
import java.awt.Graphics2D;

/** What one request went through, as a waterfall: a row for each part, its bar as long as it took. */
public final class RequestIllustration implements Illustration {

    private RequestIllustration() {}

    /** A request of a pipeline. */
    public static RequestIllustration of(Pipeline pipeline, RequestTrace trace) {
        return new RequestIllustration();
    }

    /** What it says, in words. */
    public String words() {
        return "A request";
    }

    @Override
    public double width() {
        return 800;
    }

    @Override
    public double height() {
        return 300;
    }

    @Override
    public void paint(Graphics2D graphics, ChartTheme theme) {
        graphics.setPaint(theme.background());
        graphics.fillRect(0, 0, 800, 300);
    }
}
