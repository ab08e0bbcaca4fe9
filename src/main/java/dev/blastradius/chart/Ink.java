package dev.blastradius.chart;

import dev.blastradius.model.RequestOutcome;

/** What a colour stands for; a {@link ChartTheme} says which colour that is. */
public enum Ink {
    OK,
    DEGRADED,
    DEFERRED,
    FAILED,
    ABANDONED,
    GOODPUT,
    LOW,
    MIDDLE,
    HIGH,
    WANTED,
    MADE,
    BROKEN,
    WAITING,
    BUSY,
    LIMIT,
    ARRIVING;

    /** The colour of an outcome, the same in every chart and table. */
    public static Ink of(RequestOutcome outcome) {
        return switch (outcome) {
            case OK -> OK;
            case DEGRADED -> DEGRADED;
            case DEFERRED -> DEFERRED;
            case FAILED -> FAILED;
            case ABANDONED -> ABANDONED;
        };
    }
}
