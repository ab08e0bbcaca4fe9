package dev.blastradius.editor.stage;

import dev.blastradius.experiment.cascade.Moment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The exact numbers of a moment, line by line, for whoever rests the pointer on a box or an arrow. */
public final class MomentWords {

    private MomentWords() {}

    /** A component's. */
    public static List<String> of(Moment.Box box) {
        List<String> lines = new ArrayList<>();
        lines.add(number(box.perSecond()) + " a second" + failed(box.failedShare()));
        if (!Double.isNaN(box.utilisation())) {
            lines.add(number(box.busy()) + " busy, " + Figure.percent(box.utilisation()) + " of its servers");
        } else if (box.busy() > 0) {
            lines.add(number(box.busy()) + " at work");
        }
        if (box.queue() > 0) {
            lines.add(number(box.queue()) + " waiting");
        }
        if (!Double.isNaN(box.quotaUsed())) {
            lines.add(Figure.percent(box.quotaUsed()) + " of its quota used");
        }
        if (box.faulted()) {
            lines.add("A fault acts on it");
        }
        return lines;
    }

    /** A dependency's. */
    public static List<String> of(Moment.Arrow arrow) {
        List<String> lines = new ArrayList<>();
        lines.add(number(arrow.perSecond()) + " attempts a second" + failed(arrow.failedShare()));
        if (!Double.isNaN(arrow.amplification())) {
            lines.add(String.format(Locale.ROOT, "%.2f attempts for each call", arrow.amplification()));
        }
        if (arrow.fallbacks() > 0) {
            lines.add("Stands in as a fallback " + number(arrow.fallbacks()) + " times a second");
        }
        if (!Double.isNaN(arrow.open())) {
            lines.add("Circuit breakers: " + Figure.percent(arrow.open()) + " open, " + Figure.percent(arrow.halfOpen())
                    + " half open");
        }
        if (!Double.isNaN(arrow.budgetLeft())) {
            lines.add(Figure.percent(arrow.budgetLeft()) + " of its retry budget left");
        }
        if (arrow.faulted()) {
            lines.add("A fault acts on the way");
        }
        return lines;
    }

    private static String failed(double share) {
        return Double.isNaN(share) ? "" : ", " + Figure.percent(share) + " failed";
    }

    private static String number(double number) {
        return number >= 100 || number == Math.rint(number)
                ? String.format(Locale.ROOT, "%,.0f", number)
                : String.format(Locale.ROOT, number < 1 ? "%.2f" : "%.1f", number);
    }
}
