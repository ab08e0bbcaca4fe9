package dev.blastradius.engine;

import dev.blastradius.fault.FaultWindow;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.sim.Sampler;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A pipeline made ready to run: every default filled in, every reference an index, every distribution a sampler. Never changed, and
 * shared by all replications of a run; but where people change the pipeline in mid-run, each replication works on a {@link #copy} of
 * its own, which {@link #become becomes} one phase after the other.
 *
 * <p>Components and dependencies are numbered in the model file's order, those that a runbook brings in after the others: the same
 * numbers in all phases. Random numbers go by their ids, not by these numbers, so that a component more or less changes nothing for
 * the others. What is not part of the pipeline in a phase stands here as it was before, or as it will be: nobody calls it, but what
 * it has under way goes on.
 */
final class Plan {

    /** What an engine does with a component. */
    enum Part {
        /** Sends requests. */
        CLIENT,
        /** Serves them. */
        STATION,
        /** Accepts them at once, and works on them later. */
        BUFFER,
        /** Answers at once. */
        STATIC
    }

    /**
     * A client.
     *
     * @param component its number among the components
     * @param traffic how requests arrive; null: it sends none, for it is not part of the pipeline now
     * @param recording its recorded arrivals; null where they are not recorded
     * @param retryProbability that a user sends a request again that failed
     * @param retryAfter how long after, in seconds; null: users never do
     * @param mostAttempts how often a user sends a request, the first time counted
     */
    record ClientPlan(
            int component,
            @Nullable Traffic traffic,
            @Nullable Recording recording,
            TokenDraw tokens,
            long sloNanos,
            long patienceNanos,
            double acceptsDegraded,
            int priority,
            double retryProbability,
            @Nullable Sampler retryAfter,
            int mostAttempts) {}

    /**
     * The pipeline from a moment on.
     *
     * @param at the moment, in nanoseconds
     */
    record Phase(long at, Plan plan) {}

    final String[] ids;
    final String[] dependencyKeys;
    final long[] componentKeys;
    /** By component: whether it is part of the pipeline now. */
    final boolean[] present;

    final Part[] parts;
    final StationPlan[] stations;
    final double[] qualities;
    final int[] clientOf;
    final ClientPlan[] clients;
    final DependencyPlan[] dependencies;
    /** By component, then step: the dependencies called side by side. A step is at the same place in all phases, if need be empty. */
    final int[][][] steps;
    /** By component: how it chooses, where it is a gateway; null otherwise. */
    final @Nullable RoutingPlan[] routings;

    final List<FaultWindow> faults;
    /** All phases, the first of them as the run begins; empty where nobody changes the pipeline. */
    final List<Phase> phases;

    Plan(
            String[] ids,
            String[] dependencyKeys,
            long[] componentKeys,
            boolean[] present,
            Part[] parts,
            StationPlan[] stations,
            double[] qualities,
            int[] clientOf,
            ClientPlan[] clients,
            DependencyPlan[] dependencies,
            int[][][] steps,
            @Nullable RoutingPlan[] routings,
            List<FaultWindow> faults,
            List<Phase> phases) {
        this.ids = ids;
        this.dependencyKeys = dependencyKeys;
        this.componentKeys = componentKeys;
        this.present = present;
        this.parts = parts;
        this.stations = stations;
        this.qualities = qualities;
        this.clientOf = clientOf;
        this.clients = clients;
        this.dependencies = dependencies;
        this.steps = steps;
        this.routings = routings;
        this.faults = faults;
        this.phases = phases;
    }

    /** The same with arrays of its own for what changes from phase to phase. */
    Plan copy() {
        return with(
                present.clone(),
                parts.clone(),
                stations.clone(),
                qualities.clone(),
                clients.clone(),
                dependencies.clone(),
                steps.clone(),
                routings.clone(),
                phases);
    }

    /** The same with other faults. */
    Plan withFaults(List<FaultWindow> others) {
        return new Plan(
                ids,
                dependencyKeys,
                componentKeys,
                present,
                parts,
                stations,
                qualities,
                clientOf,
                clients,
                dependencies,
                steps,
                routings,
                others,
                phases);
    }

    /** The same with phases. */
    Plan with(List<Phase> all) {
        return with(present, parts, stations, qualities, clients, dependencies, steps, routings, all);
    }

    private Plan with(
            boolean[] nowPresent,
            Part[] nowParts,
            StationPlan[] nowStations,
            double[] nowQualities,
            ClientPlan[] nowClients,
            DependencyPlan[] nowDependencies,
            int[][][] nowSteps,
            @Nullable RoutingPlan[] nowRoutings,
            List<Phase> all) {
        return new Plan(
                ids,
                dependencyKeys,
                componentKeys,
                nowPresent,
                nowParts,
                nowStations,
                nowQualities,
                clientOf,
                nowClients,
                nowDependencies,
                nowSteps,
                nowRoutings,
                faults,
                all);
    }

    /** Takes over what is so in another phase: all but the faults, which are the {@link FaultBoard}'s. Only for a copy. */
    void become(Plan other) {
        System.arraycopy(other.present, 0, present, 0, present.length);
        System.arraycopy(other.parts, 0, parts, 0, parts.length);
        System.arraycopy(other.stations, 0, stations, 0, stations.length);
        System.arraycopy(other.qualities, 0, qualities, 0, qualities.length);
        System.arraycopy(other.clients, 0, clients, 0, clients.length);
        System.arraycopy(other.dependencies, 0, dependencies, 0, dependencies.length);
        System.arraycopy(other.steps, 0, steps, 0, steps.length);
        System.arraycopy(other.routings, 0, routings, 0, routings.length);
    }

    /** Servers of all replicas of a component; infinite where they are unlimited. */
    double servers(int component) {
        StationPlan station = stations[component];
        boolean serves = parts[component] == Part.STATION || parts[component] == Part.BUFFER;
        boolean unlimited = !serves || station.servers() == Integer.MAX_VALUE;
        return unlimited ? Double.POSITIVE_INFINITY : (double) station.servers() * station.instances();
    }

    /** The number of components. */
    int components() {
        return ids.length;
    }
}
