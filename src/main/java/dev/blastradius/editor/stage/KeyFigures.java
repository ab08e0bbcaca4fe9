package dev.blastradius.editor.stage;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.engine.DependencySeries;

/**
 * What a room full of people needs to know of a moment.
 *
 * @param goodput requests that ended well, in time and not wrongly, of those that ended, 0 to 1, of all clients; NaN: none ended
 * @param failedPerSecond requests that failed or whose user gave up, a second
 * @param amplification attempts / calls, over all dependencies; NaN: no call
 */
public record KeyFigures(double goodput, double failedPerSecond, double amplification) {

    /** Nothing is known. */
    public static final KeyFigures NONE = new KeyFigures(Double.NaN, Double.NaN, Double.NaN);

    /** Those of a recorded step; none where the step is negative. */
    public static KeyFigures of(Chronicle chronicle, int step) {
        if (step < 0) {
            return NONE;
        }
        double good = 0;
        double failed = 0;
        double ended = 0;
        for (int i = 0; i < chronicle.clients().size(); i++) {
            double lost = chronicle.get(ClientSeries.FAILED, i, step) + chronicle.get(ClientSeries.ABANDONED, i, step);
            good += chronicle.get(ClientSeries.GOODPUT, i, step);
            failed += lost;
            ended += lost
                    + chronicle.get(ClientSeries.OK, i, step)
                    + chronicle.get(ClientSeries.DEGRADED, i, step)
                    + chronicle.get(ClientSeries.DEFERRED, i, step);
        }
        double calls = 0;
        double attempts = 0;
        for (int i = 0; i < chronicle.dependencies().size(); i++) {
            calls += chronicle.get(DependencySeries.CALLS, i, step);
            attempts += chronicle.get(DependencySeries.ATTEMPTS, i, step);
        }
        return new KeyFigures(
                ended == 0 ? Double.NaN : good / ended,
                failed / chronicle.stepSeconds(),
                calls == 0 ? Double.NaN : attempts / calls);
    }

    /** Goodput in words. */
    public String goodputWords() {
        return Figure.percent(goodput);
    }

    /** Failures in words. */
    public String failedWords() {
        return Double.isNaN(failedPerSecond) ? "–" : Figure.rate(failedPerSecond);
    }

    /** Amplification in words. */
    public String amplificationWords() {
        return Double.isNaN(amplification) ? "–" : Figure.times(amplification);
    }
}
