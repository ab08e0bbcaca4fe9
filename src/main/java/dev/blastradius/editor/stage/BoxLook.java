package dev.blastradius.editor.stage;

import dev.blastradius.experiment.cascade.Moment;

/**
 * How a component looks at a moment: everything that is seen of it, so that equal looks need not be drawn anew.
 *
 * @param level how full it is, in hundredths, 0 to 100; -1: it has no servers, or they are unlimited
 * @param health the ring around it
 * @param words the line under its name
 * @param failing how much of it fails, in words; empty: next to nothing does
 * @param waiting its queue, in words; empty: nothing waits
 * @param quota how much of its provider's quota is used up, in hundredths, 0 to 100; -1: it has none
 * @param faulted whether a fault acts on it
 */
public record BoxLook(
        int level, Moment.Health health, String words, String failing, String waiting, int quota, boolean faulted) {

    /** It is full from here on, in hundredths: what comes now waits. */
    public static final int FULL = 95;

    /** Less than this of its failures is not worth a word; {@link Moment.Health#HURT} begins here too. */
    private static final double NOTICEABLE = 0.005;

    /** From here on its quota is worth a word, in hundredths. */
    private static final int QUOTA_LOW = 90;

    /** How it looks. */
    public static BoxLook of(Moment.Box box) {
        int level = hundredths(box.utilisation());
        String words = Figure.rate(box.perSecond()) + (level < 0 ? "" : " · " + level + " % busy");
        return new BoxLook(
                level,
                box.health(),
                words,
                failing(box.failedShare()),
                box.queue() >= 0.5 ? Figure.count(box.queue()) + " waiting" : "",
                hundredths(box.quotaUsed()),
                box.faulted());
    }

    /** Whether all its servers are busy, or next to all. */
    public boolean isFull() {
        return level >= FULL;
    }

    /** Its quota in words, where that is nearly used up; else empty. */
    public String quotaWords() {
        return quota >= QUOTA_LOW ? "quota " + quota + " %" : "";
    }

    static String failing(double share) {
        return share >= NOTICEABLE ? Math.max(1, Math.round(share * 100)) + " % failed" : "";
    }

    private static int hundredths(double share) {
        return Double.isNaN(share) ? -1 : (int) Math.round(Math.max(0, Math.min(1, share)) * 100);
    }
}
