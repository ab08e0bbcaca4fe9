package dev.blastradius.fault;

import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Station;
import org.jspecify.annotations.Nullable;

/** An overloaded or throttled component: everything takes longer in proportion. */
final class LatencyFactor extends OwnTime<Double> {

    LatencyFactor() {
        super(
                "latencyFactor",
                ANY_FACTOR,
                Double.class,
                Composition.FACTOR,
                Reach.STATIONS,
                "Factor on the component's own time");
    }

    @Override
    @Nullable
    String lacking(Component component, double value) {
        Station station = component.station();
        boolean takesTime = station != null && station.latency() != null;
        return takesTime ? null : "a component with a \"latency\" of its own";
    }

    @Override
    public double applied(double seconds, double value) {
        return seconds * value;
    }
}
