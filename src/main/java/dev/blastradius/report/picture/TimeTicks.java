package dev.blastradius.report.picture;

/** Distances of marks on an axis of time that people count in. */
final class TimeTicks {

    private static final double MINUTE = 60;
    private static final double HOUR = 3_600;
    private static final double DAY = 24 * HOUR;

    private static final double[] LONG = {
        10,
        15,
        20,
        30,
        MINUTE,
        2 * MINUTE,
        5 * MINUTE,
        10 * MINUTE,
        15 * MINUTE,
        20 * MINUTE,
        30 * MINUTE,
        HOUR,
        2 * HOUR,
        3 * HOUR,
        6 * HOUR,
        12 * HOUR,
        DAY,
        2 * DAY,
        7 * DAY,
        14 * DAY,
        28 * DAY
    };

    private TimeTicks() {}

    /**
     * The shortest distance with no more than so many marks.
     *
     * @param seconds how long the axis is; above 0
     * @return in seconds
     */
    static double distance(double seconds, int most) {
        double least = seconds / most;
        if (least <= LONG[0] / 2) {
            double power = Math.pow(10, Math.floor(Math.log10(least)));
            for (double nice : new double[] {1, 2, 5, 10}) {
                if (nice * power >= least * (1 - 1e-9)) {
                    return nice * power;
                }
            }
        }
        for (double distance : LONG) {
            if (distance >= least) {
                return distance;
            }
        }
        return LONG[LONG.length - 1] * Math.ceil(least / LONG[LONG.length - 1]);
    }
}
