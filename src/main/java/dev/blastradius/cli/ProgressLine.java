package dev.blastradius.cli;

import dev.blastradius.experiment.RunProgress;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;

/**
 * Shows on standard error how far the work is and how long it will still take: on a terminal one line that is rewritten, else a line
 * for each tenth, none of them in the first half second. It may be called from several threads.
 */
final class ProgressLine implements RunProgress {

    private static final double SECOND = 1e9;
    private static final double FIRST_AFTER = 0.5;
    private static final double REWRITTEN_EVERY = 0.1;
    private static final double LINE_AT_MOST_EVERY = 2;
    private static final double LINE_EACH = 0.1;
    private static final int BAR = 30;

    private final PrintStream err;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private final long begun;
    private final boolean shown;

    private String work = "";
    private double from;
    private double share = 1;
    private double lastAt;
    private double lastDone;
    private int lastLength;
    private boolean over;
    private volatile boolean cancelled;

    /**
     * Progress of work that begins now.
     *
     * @param shown false: nothing is written, but it can be cancelled
     */
    ProgressLine(Console console, boolean shown) {
        this.err = console.err();
        this.terminal = console.errIsTerminal();
        this.nanoTime = console.nanoTime();
        this.begun = nanoTime.getAsLong();
        this.shown = shown;
    }

    /**
     * The next part of the work begins, also after an end.
     *
     * @param name what is being done, in a few words
     * @param begin share of the whole that is behind
     * @param size share of the whole that this part is
     */
    synchronized void part(String name, double begin, double size) {
        work = name;
        from = begin;
        share = size;
        over = cancelled;
    }

    @Override
    public synchronized void report(double done) {
        double elapsed = (nanoTime.getAsLong() - begun) / SECOND;
        double whole = from + share * Math.min(1, Math.max(0, done));
        if (!shown || over || elapsed < FIRST_AFTER || whole >= 1) {
            return;
        }
        if (terminal) {
            if (elapsed - lastAt >= REWRITTEN_EVERY) {
                lastAt = elapsed;
                rewrite(bar(whole) + " " + line(whole, elapsed));
            }
        } else if (whole - lastDone >= LINE_EACH && elapsed - lastAt >= LINE_AT_MOST_EVERY) {
            lastAt = elapsed;
            lastDone = whole;
            err.println(line(whole, elapsed));
        }
    }

    private String line(double whole, double elapsed) {
        String left = whole > 0 ? ", " + left(elapsed * (1 - whole) / whole) + " left" : "";
        return String.format(Locale.ROOT, "%3.0f %%%s", Math.floor(whole * 100), left)
                + (work.isEmpty() ? "" : "  " + work);
    }

    private static String left(double seconds) {
        long whole = (long) Math.ceil(seconds);
        if (whole < 60) {
            return whole + " s";
        }
        if (whole < 3600) {
            return String.format(Locale.ROOT, "%d:%02d min", whole / 60, whole % 60);
        }
        return String.format(Locale.ROOT, "%d:%02d h", whole / 3600, whole % 3600 / 60);
    }

    private static String bar(double whole) {
        int full = (int) (whole * BAR);
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }

    private void rewrite(String line) {
        err.print("\r" + line + " ".repeat(Math.max(0, lastLength - line.length())));
        err.flush();
        lastLength = line.length();
    }

    /** Takes the line away: the work is over, and nothing more is shown until another part begins. */
    synchronized void end() {
        if (lastLength > 0) {
            err.print("\r" + " ".repeat(lastLength) + "\r");
            err.flush();
            lastLength = 0;
        }
        over = true;
    }

    /** Ends the work before its time. */
    void cancel() {
        cancelled = true;
        end();
    }

    @Override
    public boolean isCancelled() {
        return cancelled;
    }
}
