package dev.blastradius.fault;

import dev.blastradius.model.CallOutcome;

/** Nobody is there: a connection is refused, a gateway answers 503. */
final class Unavailable extends Refusal {

    Unavailable() {
        super("unavailable", Reach.STATIONS_AND_NETWORK, CallOutcome.ERROR, "Refused at once: nobody is there");
    }
}
