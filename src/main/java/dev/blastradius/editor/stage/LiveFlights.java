package dev.blastradius.editor.stage;

import dev.blastradius.experiment.live.Flights;
import java.util.function.Supplier;

/**
 * What moves along the arrows of a replication that goes on.
 *
 * @param newest gives what has moved since it was last asked
 */
public record LiveFlights(Supplier<Flights> newest) implements FlightSource {

    @Override
    public void take(Dots dots) {
        Flights flights = newest.get();
        for (int i = 0; i < flights.size(); i++) {
            dots.add(
                    flights.dependency(i),
                    switch (flights.kind(i)) {
                        case SENT -> Dots.Kind.SENT;
                        case ANSWERED -> Dots.Kind.ANSWERED;
                        case FAILED -> Dots.Kind.FAILED;
                        case TIMED_OUT -> Dots.Kind.TIMED_OUT;
                        case REFUSED -> Dots.Kind.REFUSED;
                    },
                    flights.weight());
        }
    }
}
