package dev.blastradius.engine;

import dev.blastradius.fault.Scaling.Scaled;

/** How many servers may start work, with the faults of the moment. */
final class Capacity {

    private final Plan plan;
    private final Stations stations;
    private final FaultBoard board;

    Capacity(Plan plan, Stations stations, FaultBoard board) {
        this.plan = plan;
        this.stations = stations;
        this.board = board;
    }

    /** How many servers of a replica may be busy when work starts now. */
    int startable(int component, int instance, long now) {
        StationPlan station = plan.stations[component];
        if (!board.befalls(component)) {
            return station.servers();
        }
        if (stations.isFrozen(component)) {
            return 0;
        }
        double share = board.factor(Scaled.SERVERS, component, now);
        if (share >= 1 || station.servers() == Integer.MAX_VALUE && share > 0) {
            return station.servers();
        }
        // Replica after replica has its part of the share of all servers: half of four replicas of one server are two
        // servers.
        int replica = instance - station.firstInstance();
        double servers = station.servers() * share;
        return (int) (whole((replica + 1) * servers) - whole(replica * servers));
    }

    /** Rounded down; a little is added so that 0.3 of 10 servers is 3 in spite of rounding. */
    private static long whole(double servers) {
        return (long) (servers + 1e-6);
    }
}
