package dev.blastradius.fault;

import dev.blastradius.fault.Scaling.Scaled;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Station;
import org.jspecify.annotations.Nullable;

/** Part of the machines is gone. */
final class CapacityFactor extends Scaling {

    CapacityFactor() {
        super(
                "capacityFactor",
                Scaled.SERVERS,
                SHARE,
                Reach.STATIONS,
                "Only this share of the servers starts new work; running work ends");
    }

    @Override
    @Nullable
    String lacking(Component component, double value) {
        Station station = component.station();
        return value == 0 || station == null || station.concurrency() != null
                ? null
                : "a component with a \"concurrency\": a part of unlimited servers is unlimited";
    }
}
