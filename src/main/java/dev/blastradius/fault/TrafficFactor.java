package dev.blastradius.fault;

import dev.blastradius.fault.Scaling.Scaled;
import dev.blastradius.model.descriptor.NumberType;

/** More or fewer users than usual. */
final class TrafficFactor extends Scaling {

    TrafficFactor() {
        super("trafficFactor", Scaled.TRAFFIC, NumberType.from(0, 10_000, ""), Reach.CLIENTS, "Factor on the arrivals");
    }
}
