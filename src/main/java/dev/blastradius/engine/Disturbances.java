package dev.blastradius.engine;

import dev.blastradius.engine.Plan.Phase;
import dev.blastradius.fault.FaultWindow;
import dev.blastradius.sim.EventList;
import java.util.Arrays;
import java.util.List;

/**
 * What befalls a replication from outside: faults that begin and end, and people who change the pipeline. Each does so before all else
 * that happens at its moment, so that a fault is there from its first moment on and gone from its last; and what comes of one does not
 * depend on whether others are still to come. So a fault that is {@link #add added} while the replication goes on gives the same as one
 * that was known from the beginning.
 */
final class Disturbances {

    private static final long NEVER = Long.MAX_VALUE;

    private final Plan plan;
    private final Span span;
    private final EventList events;
    private final FaultBoard board;
    private final StationWork work;
    private final ClientTraffic traffic;
    private final Fates fates;
    private final Runbook runbook;
    private final Runnable patience;

    /** When each fault next begins or ceases to act, in nanoseconds. */
    private long[] faultChange;
    /** By fault: whether its moment is now. */
    private boolean[] changing;

    private long nextFaultChange = NEVER;

    /**
     * Nothing has befallen it yet.
     *
     * @param patience is run when the users' patience may be another one
     */
    Disturbances(
            Plan plan,
            Span span,
            EventList events,
            FaultBoard board,
            StationWork work,
            ClientTraffic traffic,
            Fates fates,
            Runbook runbook,
            Runnable patience) {
        this.plan = plan;
        this.span = span;
        this.events = events;
        this.board = board;
        this.work = work;
        this.traffic = traffic;
        this.fates = fates;
        this.runbook = runbook;
        this.patience = patience;
        faultChange = new long[board.size()];
        changing = new boolean[board.size()];
    }

    /** Expects what is known from the beginning. */
    void begin() {
        for (int fault = 0; fault < board.size(); fault++) {
            expectFaultChange(fault, board.fault(fault).from());
        }
        expectPlanChange();
    }

    /** When something next befalls it, in nanoseconds; Long.MAX_VALUE: never. */
    long next() {
        return Math.min(nextFaultChange, runbook.nextChange());
    }

    /** Lets all that befalls it up to a moment do so. */
    void strike(long now) {
        if (now >= nextFaultChange) {
            faultsChange(now);
        }
        while (now >= runbook.nextChange()) {
            planChanges();
        }
    }

    /**
     * A further fault is known, which has not begun.
     *
     * @return its number
     */
    int add(FaultWindow fault) {
        int number = board.add(fault);
        faultChange = Arrays.copyOf(faultChange, number + 1);
        changing = Arrays.copyOf(changing, number + 1);
        expectFaultChange(number, fault.from());
        return number;
    }

    /** A fault ends at another time than was known, which has not come yet. */
    void end(int number, FaultWindow earlier) {
        board.replace(number, earlier);
        expectFaultChange(number, Math.min(faultChange[number], earlier.to()));
    }

    /** People will change the pipeline at other times, or to other ones, than was known. */
    void replan(List<Phase> upcoming) {
        runbook.replan(upcoming);
        expectPlanChange();
    }

    private void expectFaultChange(int number, long time) {
        faultChange[number] = time;
        nextFaultChange = Math.min(nextFaultChange, time);
        if (time <= span.end()) {
            events.schedule(time, Event.FAULT, number, 0);
        }
    }

    private void faultsChange(long now) {
        nextFaultChange = NEVER;
        for (int number = 0; number < faultChange.length; number++) {
            changing[number] = faultChange[number] <= now;
        }
        work.limits().bringUpToDate(changing, now);
        for (int number = 0; number < faultChange.length; number++) {
            if (changing[number]) {
                board.update(number, now);
                expectFaultChange(number, board.fault(number).nextChange(now));
            } else {
                nextFaultChange = Math.min(nextFaultChange, faultChange[number]);
            }
        }
        work.limits().bringUpToDate(changing, now);
        // What stands still or goes on is settled everywhere before anything starts anywhere.
        for (int number = 0; number < faultChange.length; number++) {
            FaultWindow fault = board.fault(number);
            for (int i = 0; changing[number] && i < fault.componentCount(); i++) {
                settle(fault.component(i));
            }
        }
        for (int number = 0; number < faultChange.length; number++) {
            FaultWindow fault = board.fault(number);
            for (int i = 0; changing[number] && i < fault.componentCount(); i++) {
                startWaiting(fault.component(i));
            }
        }
    }

    private void expectPlanChange() {
        if (runbook.nextChange() <= span.end()) {
            events.schedule(runbook.nextChange(), Event.RUNBOOK, 0, 0);
        }
    }

    /** People change the pipeline: what is under way goes on in the new one. */
    private void planChanges() {
        work.limits().bringUpToDate(events.now());
        List<Integer> changedClients = runbook.change(work.calls());
        boolean[] otherFaults = board.retarget(runbook.faults());
        fates.pipelineChanges(runbook.faults());
        work.limits().bringUpToDate(events.now());
        patience.run();
        work.planChanged();
        changedClients.forEach(traffic::changed);
        for (int component = 0; component < plan.components(); component++) {
            if (plan.parts[component] != Plan.Part.CLIENT || otherFaults[component]) {
                settle(component);
            }
        }
        for (int component = 0; component < plan.components(); component++) {
            startWaiting(component);
        }
        expectPlanChange();
    }

    /** A client sends as faults have it now; any other component stands still, or does not. */
    private void settle(int component) {
        if (plan.parts[component] == Plan.Part.CLIENT) {
            traffic.faultChanges(plan.clientOf[component]);
        } else {
            work.standstill().change(component, board.halts(component, events.now()));
        }
    }

    private void startWaiting(int component) {
        StationPlan station = plan.stations[component];
        for (int replica = 0; replica < station.replicas(); replica++) {
            work.startWaiting(component, station.firstInstance() + replica);
        }
    }
}
