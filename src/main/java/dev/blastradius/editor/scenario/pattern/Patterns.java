package dev.blastradius.editor.scenario.pattern;

import java.util.List;

/** The patterns there are: to add one, write its class and add its line here. */
public final class Patterns {

    static final Brownout BROWNOUT = new Brownout();

    /** Every pattern, in the order in which they are offered. */
    public static final List<Pattern> ALL = List.of(
            new FullOutage(),
            BROWNOUT,
            new LatencyCreep(),
            new QuotaExhausted(),
            new FlappingResolved(),
            new RegionalLoss(),
            new MalformedAnswers(),
            new QualityLoss(),
            new TrafficSurge(),
            new KeysRevoked());

    private Patterns() {}
}
