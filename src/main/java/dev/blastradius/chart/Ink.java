package dev.blastradius.chart;

import dev.blastradius.model.RequestOutcome;
import java.util.List;

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
    REFERENCE,
    CLOSED,
    HALF_OPEN,
    OPEN,
    BEFORE,
    DURING,
    AFTER,
    PART_1,
    PART_2,
    PART_3,
    PART_4,
    PART_5,
    PART_6,
    PART_7,
    PART_8,
    REST;

    private static final List<Ink> PARTS = List.of(PART_1, PART_2, PART_3, PART_4, PART_5, PART_6, PART_7, PART_8);

    /** How many parts of a whole have colours that can be told apart. */
    public static final int MOST_PARTS = 8;

    /** The colour of a part of a whole, by its place, from 0; from the ninth on the colours begin again. */
    public static Ink part(int place) {
        return PARTS.get(Math.floorMod(place, MOST_PARTS));
    }

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
