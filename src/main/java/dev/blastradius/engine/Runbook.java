package dev.blastradius.engine;

import dev.blastradius.engine.DependencyPlan.Fallbacks;
import dev.blastradius.engine.Plan.Phase;
import dev.blastradius.fault.FaultWindow;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What people do in mid-run: the plan becomes another one, and what is under way finds its place in it. Nothing that is under way is
 * begun anew, skipped or forgotten:
 * <ul>
 * <li>Work that has done a step goes on with those of higher numbers, whatever became of the one it is in; the calls that it has under
 *     way go on, on a dependency that is there no longer too.
 * <li>A call that has tried some fallbacks goes on with those that now come after the last of them, a gateway's call with the targets
 *     that it has not been to.
 * <li>Timers that run go on running; those set from now on last as long as is right now.
 * </ul>
 */
final class Runbook {

    private final Plan plan;
    private final Jobs jobs;
    private final CallPool calls;
    /** The phases to come, and those there were: before {@link #next} all have begun. */
    private final List<Phase> phases;

    private int next = 1;

    /**
     * The runbook of a replication.
     *
     * @param plan the replication's own; it is changed
     */
    Runbook(Plan plan, Jobs jobs, CallPool calls) {
        this.plan = plan;
        this.jobs = jobs;
        this.calls = calls;
        this.phases = new ArrayList<>(plan.phases);
    }

    /** People will change the pipeline otherwise than was known: so from now on. */
    void replan(List<Phase> upcoming) {
        if (phases.isEmpty()) {
            phases.add(new Phase(0, plan));
        }
        phases.subList(next, phases.size()).clear();
        phases.addAll(upcoming);
    }

    /** What befalls whom after the last change. */
    List<FaultWindow> faults() {
        return phases.get(next - 1).plan().faults;
    }

    /** When people next change something, in nanoseconds; Long.MAX_VALUE when they never do again. */
    long nextChange() {
        return next < phases.size() ? phases.get(next).at() : Long.MAX_VALUE;
    }

    /**
     * Makes the next change.
     *
     * @return the clients that have another traffic now
     */
    List<Integer> change(CallWork callWork) {
        Plan to = phases.get(next++).plan();
        for (int call = 0; call < calls.capacity(); call++) {
            if (calls.job[call] != Jobs.NONE) {
                remapTurn(call, to);
                remapTargets(call, to);
            }
        }
        List<Integer> clients = new ArrayList<>();
        for (int client = 0; client < plan.clients.length; client++) {
            if (!Objects.equals(plan.clients[client].traffic(), to.clients[client].traffic())) {
                clients.add(client);
            }
        }
        DependencyPlan[] before = plan.dependencies.clone();
        plan.become(to);
        for (int dependency = 0; dependency < before.length; dependency++) {
            callWork.planChanged(dependency, before[dependency]);
        }
        for (int component = 0; component < plan.components(); component++) {
            callWork.routingChanged(component);
        }
        return clients;
    }

    /** A call's turn among the fallbacks: after the last one in the new plan that it has tried. */
    private void remapTurn(int call, Plan to) {
        int primary = calls.primary[call];
        Fallbacks before = plan.dependencies[primary].fallbacks();
        Fallbacks after = to.dependencies[primary].fallbacks();
        int turn = calls.turn[call] == 0 ? 0 : after.size();
        while (turn > 0 && !before.isAmongFirst(after.get(turn - 1), calls.turn[call])) {
            turn--;
        }
        calls.turn[call] = turn;
    }

    /** The bits for those of a gateway's targets that a call has been to: at their places in the new plan. */
    private void remapTargets(int call, Plan to) {
        int gateway = jobs.component[calls.job[call]];
        RoutingPlan before = plan.routings[gateway];
        RoutingPlan after = to.routings[gateway];
        if (calls.tried[call] == 0 || before == null || after == null) {
            return;
        }
        long tried = 0;
        for (int place = 0; place < after.targets().length; place++) {
            int was = before.placeOf(after.targets()[place]);
            if (was >= 0 && (calls.tried[call] >> was & 1) != 0) {
                tried |= 1L << place;
            }
        }
        calls.tried[call] = tried;
    }
}
