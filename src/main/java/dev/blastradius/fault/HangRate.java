package dev.blastradius.fault;

/** A stall before the first byte: the connection stays open, and nothing comes. */
final class HangRate extends Loss {

    HangRate() {
        super(
                "hangRate",
                Reach.STATIONS_AND_NETWORK,
                "Share of requests that are never answered (on a dependency: lost on the way)");
    }
}
