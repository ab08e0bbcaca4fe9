package dev.blastradius.engine;

import dev.blastradius.fault.FaultWindow;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.sim.Sampler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline made ready to run: every default filled in, every reference an index, every distribution a sampler. Immutable, and
 * shared by all replications of a run.
 *
 * <p>Components and dependencies are numbered in the model file's order. Random numbers go by their ids, not by these numbers,
 * so that a component more or less changes nothing for the others.
 */
final class Plan {

    /** What an engine does with a component. */
    enum Part {
        /** Sends requests. */
        CLIENT,
        /** Serves them. */
        STATION,
        /** Answers at once. */
        STATIC
    }

    /**
     * A client.
     *
     * @param component its number among the components
     * @param traffic how requests arrive
     * @param recording its recorded arrivals; null where they are not recorded
     * @param retryProbability that a user sends a request again that failed
     * @param retryAfter how long after, in seconds; null: users never do
     * @param mostAttempts how often a user sends a request, the first time counted
     */
    record ClientPlan(
            int component,
            Traffic traffic,
            @Nullable Recording recording,
            TokenDraw tokens,
            long sloNanos,
            long patienceNanos,
            double acceptsDegraded,
            int priority,
            double retryProbability,
            @Nullable Sampler retryAfter,
            int mostAttempts) {}

    final String[] ids;
    final long[] componentKeys;
    final Part[] parts;
    final StationPlan[] stations;
    final double[] qualities;
    final int[] clientOf;
    final ClientPlan[] clients;
    final DependencyPlan[] dependencies;
    /** By component, then step: the dependencies called side by side. */
    final int[][][] steps;
    /** By component: how it chooses, where it is a gateway; null otherwise. */
    final @Nullable RoutingPlan[] routings;

    final List<FaultWindow> faults;

    Plan(
            String[] ids,
            long[] componentKeys,
            Part[] parts,
            StationPlan[] stations,
            double[] qualities,
            int[] clientOf,
            ClientPlan[] clients,
            DependencyPlan[] dependencies,
            int[][][] steps,
            @Nullable RoutingPlan[] routings,
            List<FaultWindow> faults) {
        this.ids = ids;
        this.componentKeys = componentKeys;
        this.parts = parts;
        this.stations = stations;
        this.qualities = qualities;
        this.clientOf = clientOf;
        this.clients = clients;
        this.dependencies = dependencies;
        this.steps = steps;
        this.routings = routings;
        this.faults = faults;
    }

    /** The number of components. */
    int components() {
        return ids.length;
    }
}
