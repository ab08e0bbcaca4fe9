package dev.blastradius.engine;

import dev.blastradius.engine.Plan.Phase;
import dev.blastradius.engine.trace.Traces;
import dev.blastradius.fault.FaultWindow;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.sim.EventList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A replication that goes on as far as it is told, and in which things are broken, mended and changed meanwhile. What is done takes effect
 * at the next whole millisecond of simulated time. It is recorded, and a replication with the same seed and number of a scenario that has
 * {@link #faults} and of a runbook that has {@link #changes} goes through the same, bit for bit.
 *
 * <p>Used by one thread at a time.
 */
public final class LiveRun {

    private static final long MILLISECOND = 1_000_000;
    private static final long NEVER = Long.MAX_VALUE;
    private static final int EVENTS_PER_LOOK = 1 << 12;

    /**
     * People change the pipeline.
     *
     * @param at when, since the run began
     * @param strategy the strategy that is followed from then on, by its place in the list
     * @param step how many steps of its runbook have been made
     */
    public record Change(Duration at, int strategy, int step) {}

    /** A pipeline as a strategy has it after some steps of its runbook: with its place among all phases. */
    private record Course(RunSpec spec, int firstPhase) {}

    private final List<Course> courses = new ArrayList<>();
    private final RunSpec all;
    private final Numbering numbers;
    private final Span span;
    /** The same numbers, with the pipelines in the order in which they come, as far as is known. */
    private Numbering course;

    private final Replication replication;
    private final FlightLog flights = new FlightLog();
    private final List<Fault> faults = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    /** How the pipeline will change as far as is known, in the order of time. */
    private final List<Change> upcoming = new ArrayList<>();

    private int strategy;
    /** When the strategy was chosen, in nanoseconds; 0: it was from the beginning. */
    private long chosenAt;

    private long position;

    /**
     * A replication in which nothing has happened yet.
     *
     * @param strategies what each strategy builds under the scenario, the one to begin with first; valid
     * @param warmup requests before this are not measured
     * @param duration arrivals stop here
     * @param replication its number, from 0
     */
    public LiveRun(List<RunSpec> strategies, Duration warmup, Duration duration, long seed, int replication) {
        List<RunSpec.Phase> phases = new ArrayList<>();
        int next = 0;
        for (RunSpec each : strategies) {
            courses.add(new Course(each, next));
            if (next > 0) {
                phases.add(new RunSpec.Phase(Duration.ZERO, each.pipeline(), 0));
            }
            phases.addAll(each.phases());
            next += 1 + each.phases().size();
        }
        RunSpec first = strategies.get(0);
        all = new RunSpec(
                first.pipeline(), first.scenarioId(), first.strategyId(), List.copyOf(phases), first.recordings());
        numbers = Numbering.of(all);
        span = Span.of(warmup.nanos(), duration.nanos(), numbers.parts());
        Scenario scenario = first.scenario();
        if (scenario != null) {
            faults.addAll(scenario.faults());
        }
        course = numbers.along(List.of(first.pipeline()));
        this.replication = new Replication(
                PlanBuilder.phase(all, course, 0, span.end()).copy(),
                span,
                Simulation.key(seed, replication),
                EngineLimits.MOST_EVENTS_AT_ONE_MOMENT,
                true);
        this.replication.note(flights);
        replan();
        this.replication.begin();
    }

    /** The moment up to which everything has happened, in nanoseconds. */
    public long position() {
        return position;
    }

    /** Whether the run is over. */
    public boolean isOver() {
        return position > 0 && replication.isOver();
    }

    /** What it has gone through so far. */
    public Chronicle chronicle() {
        return replication.chronicle();
    }

    /** Some of its requests that have ended so far. */
    public Traces traces() {
        return replication.traces();
    }

    /** What has moved along the arrows, whose numbers are the chronicle's. */
    public FlightLog flights() {
        return flights;
    }

    /** The strategy that is followed now, by its place in the list. */
    public int strategy() {
        return strategy;
    }

    /** What has gone wrong so far, and what the scenario will yet bring; what was broken and not mended lasts to the end. */
    public List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** How the pipeline has been changed so far and, as far as is known, will be: in the order of time. */
    public List<Change> changes() {
        return Stream.concat(changes.stream(), upcoming.stream()).toList();
    }

    /**
     * What the pipeline was changed to.
     *
     * @param change one of {@link #changes}
     */
    public Pipeline pipeline(Change change) {
        Course of = courses.get(change.strategy());
        return numbers.pipeline(of.firstPhase() + change.step());
    }

    /**
     * Goes on.
     *
     * @param until the moment up to which everything is to happen, in nanoseconds
     * @param watch can end the run for good
     * @return false where the watch ended it
     * @throws EngineLimits.Exceeded where the model asks for more than the machine has
     */
    public boolean advance(long until, Simulation.Watch watch) {
        try {
            if (!replication.goOn(until, EVENTS_PER_LOOK, watch)) {
                return false;
            }
        } catch (EventList.Full e) {
            throw new EngineLimits.Exceeded(e.getMessage() + ": too much is under way at the same time");
        }
        position = Math.max(position, until);
        if (replication.isOver()) {
            replication.recordEnd();
        } else {
            replication.writeSteps(position);
        }
        while (!upcoming.isEmpty() && upcoming.get(0).at().nanos() <= position) {
            changes.add(upcoming.remove(0));
        }
        return true;
    }

    /**
     * Something goes wrong from the next millisecond on, until it is mended.
     *
     * @param effects what goes wrong, as a fault of a model file has it
     * @return when, in nanoseconds
     */
    public long breakDown(Fault.Target target, Map<String, Object> effects) {
        long at = nextEffect();
        Fault fault = new Fault(target, Duration.ofNanos(at), null, null, null, effects);
        faults.add(fault);
        replication.disturbances().add(windows().get(faults.size() - 1));
        replication.faultsChanged();
        replan();
        return at;
    }

    /**
     * All faults that act on a component or a dependency end at the next millisecond, wherever else they act.
     *
     * @param id the component's id, or the dependency's key
     * @return whether there were any
     */
    public boolean mend(String id) {
        boolean any = false;
        long at = nextEffect();
        List<FaultWindow> windows = windows();
        for (int number = 0; number < windows.size(); number++) {
            FaultWindow window = windows.get(number);
            if (window.from() <= at && window.to() > at && befalls(window, id)) {
                endFault(number, Math.max(at, window.from() + MILLISECOND));
                any = true;
            }
        }
        if (any) {
            replication.faultsChanged();
            replan();
        }
        return any;
    }

    private void endFault(int number, long at) {
        Fault old = faults.get(number);
        Duration lasting = Duration.ofNanos(at - old.at().nanos());
        faults.set(number, new Fault(old.target(), old.at(), lasting, old.ramp(), old.flap(), old.effects()));
        replication.disturbances().end(number, windows().get(number));
    }

    private boolean befalls(FaultWindow window, String id) {
        for (int i = 0; i < window.componentCount(); i++) {
            if (numbers.hasComponent(id) && window.component(i) == numbers.component(id)) {
                return true;
            }
        }
        for (int i = 0; i < window.dependencyCount(); i++) {
            if (numbers.hasDependency(id) && window.dependency(i) == numbers.dependency(id)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Another strategy is followed from the next millisecond on, with what its runbook would have done by then.
     *
     * @param chosen its place in the list
     * @return when, in nanoseconds
     */
    public long follow(int chosen) {
        strategy = chosen;
        chosenAt = nextEffect();
        replan();
        return chosenAt;
    }

    /** Ends the run where it is over, and tells what it gave. */
    ReplicationResult finish() {
        return replication.finish();
    }

    private long nextEffect() {
        return (position / MILLISECOND + 1) * MILLISECOND;
    }

    /** What the faults known so far do in the present phase. */
    private List<FaultWindow> windows() {
        return windows(changes.size());
    }

    private List<FaultWindow> windows(int phase) {
        return PlanBuilder.faults(all, course, phase, faults, span.end());
    }

    /** Works out how the pipeline will change from now on, as far as is known. */
    private void replan() {
        List<RunSpec.Phase> steps = courses.get(strategy).spec().phases();
        long firstFault =
                faults.stream().mapToLong(fault -> fault.at().nanos()).min().orElse(NEVER);
        int made = 0;
        List<Change> known = new ArrayList<>();
        for (RunSpec.Phase step : steps) {
            long at = firstFault == NEVER ? NEVER : firstFault + step.after().nanos();
            if (at <= Math.max(chosenAt, position)) {
                made++;
            } else if (at <= span.end()) {
                known.add(new Change(Duration.ofNanos(at), strategy, made + known.size() + 1));
            }
        }
        if (chosenAt > position) {
            known.add(0, new Change(Duration.ofNanos(chosenAt), strategy, made));
        }
        upcoming.clear();
        upcoming.addAll(known);
        List<Pipeline> pipelines = new ArrayList<>();
        pipelines.add(all.pipeline());
        changes().forEach(change -> pipelines.add(pipeline(change)));
        course = numbers.along(pipelines);
        List<Phase> phases = new ArrayList<>();
        for (Change change : known) {
            int phase = changes.size() + phases.size() + 1;
            Plan plan = PlanBuilder.phase(all, course, phase, span.end());
            phases.add(new Phase(change.at().nanos(), plan.withFaults(windows(phase))));
        }
        replication.disturbances().replan(phases);
    }
}
