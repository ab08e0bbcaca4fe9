package dev.blastradius.fault;

import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;

/** A detour: a cold path, a slow lookup, a longer way through the network. */
final class AddedLatency extends OwnTime<Duration> {

    AddedLatency() {
        super(
                "addedLatency",
                new DurationType(true),
                Duration.class,
                Composition.SUM,
                Reach.STATIONS_AND_NETWORK,
                "Time added to the component's own (on a dependency: to the network's)");
    }

    @Override
    public double applied(double seconds, double value) {
        return seconds + value;
    }
}
