package dev.blastradius.ui.results;

/**
 * How long a run takes yet, from how long its part so far has taken.
 *
 * @param startNanos when the run began
 */
public record TimeLeft(long startNanos) {

    /** Before so much is done, and so much time has gone by, an estimate would jump about. */
    private static final double LEAST_DONE = 0.02;

    private static final double LEAST_SECONDS = 0.5;
    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    /**
     * The estimate in words, rounded as far as it can be trusted; empty where nothing is known yet.
     *
     * @param nowNanos the time now
     * @param done share of the work that is done, 0 to 1
     */
    public String at(long nowNanos, double done) {
        double elapsed = (nowNanos - startNanos) / 1e9;
        if (done < LEAST_DONE || elapsed < LEAST_SECONDS || done >= 1) {
            return "";
        }
        double left = elapsed * (1 - done) / done;
        if (left < 10) {
            return Math.max(1, Math.round(left)) + " s left";
        }
        if (left < 55) {
            return 5 * Math.round(left / 5) + " s left";
        }
        if (left < HOUR) {
            return Math.max(1, Math.round(left / MINUTE)) + " min left";
        }
        return Math.round(left / HOUR) + " h left";
    }
}
