package dev.blastradius.chart;

import java.util.List;

/**
 * The colours of strategies: each has one, by its place in the model, wherever it is drawn. They follow Okabe and Ito ("Color
 * Universal Design", 2008), made darker or lighter so that thin lines stand out from the background.
 */
public final class StrategyInks {

    private static final List<Ink> ALL = List.of(
            Ink.STRATEGY_1,
            Ink.STRATEGY_2,
            Ink.STRATEGY_3,
            Ink.STRATEGY_4,
            Ink.STRATEGY_5,
            Ink.STRATEGY_6,
            Ink.STRATEGY_7,
            Ink.STRATEGY_8,
            Ink.STRATEGY_9,
            Ink.STRATEGY_10);

    private StrategyInks() {}

    /**
     * The colour of a strategy.
     *
     * @param place its place among the model's strategies, 0 being the drawing; beyond the tenth the colours begin again, for people
     *     tell no more of them apart
     */
    public static Ink of(int place) {
        return ALL.get(Math.floorMod(place, ALL.size()));
    }
}
