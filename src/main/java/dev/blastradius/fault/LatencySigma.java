package dev.blastradius.fault;

import dev.blastradius.fault.Scaling.Scaled;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Station;
import dev.blastradius.model.distribution.Distribution;
import org.jspecify.annotations.Nullable;

/** An overloaded provider is above all less even: the log-sigma of time to first token grows, not only its median. */
final class LatencySigma extends Scaling {

    LatencySigma() {
        super(
                "latencySigma",
                Scaled.SPREAD,
                ANY_FACTOR,
                Reach.STATIONS,
                "Factor on a lognormal latency's sigma: more spread");
    }

    @Override
    @Nullable
    String lacking(Component component, double value) {
        Station station = component.station();
        boolean spreads = station != null && station.latency() != null && hasLognormal(station.latency());
        return spreads ? null : "a component whose \"latency\" is or contains a lognormal";
    }

    private static boolean hasLognormal(Distribution distribution) {
        if (distribution instanceof Distribution.Llm model) {
            return hasLognormal(model.timeToFirstToken());
        }
        if (distribution instanceof Distribution.Mixture mixture) {
            return mixture.of().stream().anyMatch(part -> hasLognormal(part.distribution()));
        }
        return distribution instanceof Distribution.Lognormal;
    }
}
