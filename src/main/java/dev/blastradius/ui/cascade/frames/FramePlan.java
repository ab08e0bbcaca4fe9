package dev.blastradius.ui.cascade.frames;

/**
 * Which pictures are made of a recording.
 *
 * @param from the first one's moment, in seconds
 * @param to the last one's moment at the latest, in seconds; not before the first
 * @param speed simulated seconds for each second of the film; above 0
 * @param perSecond pictures a second; above 0, and a whole number of hundredths of a second apart, for a GIF knows no others
 * @param width in pixels
 * @param height in pixels
 */
public record FramePlan(double from, double to, double speed, double perSecond, int width, int height) {

    private static final double CENTIS = 100;

    /** More pictures than this are refused: half an hour at ten a second. */
    public static final int MOST = 18_000;

    public FramePlan {
        boolean sensible = to >= from && speed > 0 && perSecond > 0 && width > 0 && height > 0;
        if (!sensible || Math.rint(CENTIS / perSecond) != CENTIS / perSecond) {
            throw new IllegalArgumentException(
                    from + " to " + to + " at " + speed + ", " + perSecond + " a second, " + width + "x" + height);
        }
    }

    /** How many pictures there are: one at least. */
    public int count() {
        return (int) Math.min(Integer.MAX_VALUE, Math.floor((to - from) / speed * perSecond + 1e-9) + 1);
    }

    /** The moment that a picture shows, in seconds. */
    public double moment(int number) {
        return Math.min(to, from + number * speed / perSecond);
    }

    /** How long a picture is seen, in seconds. */
    public double seconds() {
        return 1 / perSecond;
    }

    /** The same in hundredths of a second. */
    public int centis() {
        return (int) Math.rint(CENTIS / perSecond);
    }

    /** How long the film is, in seconds. */
    public double length() {
        return count() / perSecond;
    }
}
