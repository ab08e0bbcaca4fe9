package dev.blastradius.chart.cascade;

import java.util.List;

/** All kinds of charts of one replication. */
public final class CascadeCharts {

    /** In the order in which they are shown; those that have an axis of their own come last. */
    public static final List<CascadeChart> ALL = List.of(
            new OutcomesOverTime(),
            new GoodputOverTime(),
            new LatencyOverTime(),
            new AttemptsOverTime(),
            new CausesOverTime(),
            new QueueOverTime(),
            new BreakerStrips(),
            new FallbacksOverTime(),
            new RetryBudgetOverTime(),
            new QuotaOverTime(),
            new CostOverTime(),
            new LatencyByPart());

    private CascadeCharts() {}
}
