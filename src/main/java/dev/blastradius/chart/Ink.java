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
    ARRIVING,
    STRATEGY_1,
    STRATEGY_2,
    STRATEGY_3,
    STRATEGY_4,
    STRATEGY_5,
    STRATEGY_6,
    STRATEGY_7,
    STRATEGY_8,
    STRATEGY_9,
    STRATEGY_10,
    REFERENCE;

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
