package dev.blastradius.engine;

import dev.blastradius.engine.Plan.ClientPlan;
import dev.blastradius.engine.Plan.Part;
import dev.blastradius.engine.Plan.Phase;
import dev.blastradius.fault.FaultWindow;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Dependency.Call;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Client.UserRetry;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind.Role;
import dev.blastradius.model.component.Station;
import dev.blastradius.model.component.Station.Queue;
import dev.blastradius.model.component.Terms;
import dev.blastradius.model.component.Terms.Price;
import dev.blastradius.model.component.Terms.RateLimit;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.component.WorkQueue;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.sim.RandomStream;
import dev.blastradius.sim.Sampler;
import dev.blastradius.sim.Samplers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Plan} of a valid pipeline and its scenario: for one phase of a run after the other. */
final class PlanBuilder {

    private final RunSpec spec;
    private final Numbering numbers;
    private final int phase;
    /** By phase. */
    private final DependencyPlans[] builders;

    private PlanBuilder(RunSpec spec, Numbering numbers, int phase) {
        this.spec = spec;
        this.numbers = numbers;
        this.phase = phase;
        this.builders = new DependencyPlans[numbers.phases()];
        Arrays.setAll(builders, each -> new DependencyPlans(numbers.pipeline(each), numbers));
    }

    /**
     * The plan of a run as it begins, with its further phases where the scenario has a fault that people answer.
     *
     * @param end when the run ends at the latest, in nanoseconds
     */
    static Plan build(RunSpec spec, Numbering numbers, long end) {
        Plan first = new PlanBuilder(spec, numbers, 0).plan(end);
        Scenario scenario = spec.scenario();
        if (scenario == null || scenario.faults().isEmpty() || spec.phases().isEmpty()) {
            return first;
        }
        long firstFault = scenario.faults().stream()
                .mapToLong(fault -> fault.at().nanos())
                .min()
                .orElseThrow();
        List<Phase> phases = new ArrayList<>();
        phases.add(new Phase(0, first));
        for (int i = 0; i < spec.phases().size(); i++) {
            long at = firstFault + spec.phases().get(i).after().nanos();
            phases.add(new Phase(at, new PlanBuilder(spec, numbers, i + 1).plan(end)));
        }
        return first.with(List.copyOf(phases));
    }

    /** The plan of one of a run's phases, whenever it begins. */
    static Plan phase(RunSpec spec, Numbering numbers, int phase, long end) {
        return new PlanBuilder(spec, numbers, phase).plan(end);
    }

    /** What faults do in one of a run's phases. */
    static List<FaultWindow> faults(RunSpec spec, Numbering numbers, int phase, List<Fault> faults, long end) {
        PlanBuilder builder = new PlanBuilder(spec, numbers, phase);
        return faults.stream()
                .map(fault -> new FaultWindow(
                        fault, end, builder.components(fault.target()), builder.dependencies(fault.target())))
                .toList();
    }

    private Plan plan(long end) {
        String[] ids = numbers.componentIds();
        int size = ids.length;
        long[] keys = new long[size];
        boolean[] present = new boolean[size];
        Part[] parts = new Part[size];
        StationPlan[] stations = new StationPlan[size];
        double[] qualities = new double[size];
        int[] clientOf = new int[size];
        List<ClientPlan> clients = new ArrayList<>();
        int replicas = 0;
        for (int number = 0; number < size; number++) {
            Component component = component(ids[number]);
            keys[number] = RandomStream.key(ids[number]);
            present[number] = numbers.pipeline(phase).components().containsKey(ids[number]);
            parts[number] = part(component);
            qualities[number] = Terms.QUALITY.in(component.terms());
            clientOf[number] = -1;
            Client client = numbers.client(ids[number], phase);
            if (client != null) {
                clientOf[number] = clients.size();
                clients.add(client(number, client, present[number] && component instanceof Client));
            }
            Station station = station(component);
            int most = numbers.replicas(ids[number]);
            stations[number] = station(component, station, replicas, most);
            replicas += most;
        }
        String[] dependencyKeys = numbers.dependencyKeys();
        @Nullable RoutingPlan[] routings = routings(ids);
        return new Plan(
                ids,
                dependencyKeys,
                keys,
                present,
                parts,
                stations,
                qualities,
                clientOf,
                clients.toArray(ClientPlan[]::new),
                dependencies(dependencyKeys, stations),
                IntStream.range(0, size)
                        .mapToObj(number -> steps(ids[number], routings[number]))
                        .toArray(int[][][]::new),
                routings,
                faults(end),
                List.of());
    }

    private Component component(String id) {
        return Objects.requireNonNull(
                numbers.pipeline(numbers.phaseOf(id, phase)).components().get(id));
    }

    private static Part part(Component component) {
        Role role = component.kind().role();
        if (role == Role.SOURCE) {
            return Part.CLIENT;
        }
        if (role == Role.BUFFER) {
            return Part.BUFFER;
        }
        return role == Role.ANSWER ? Part.STATIC : Part.STATION;
    }

    private static Station station(Component component) {
        if (component instanceof WorkQueue queue) {
            return queue.servers();
        }
        return component.station() == null ? Station.DEFAULT : component.station();
    }

    private ClientPlan client(int number, Client client, boolean sends) {
        Client.Slo slo = client.slo();
        Duration late = slo == null ? null : slo.latency();
        Duration patience = client.patience();
        UserRetry retry = client.userRetry();
        Recording recording = client.traffic() instanceof Traffic.Recorded recorded
                ? Objects.requireNonNull(spec.recordings().get(recorded.file()), recorded.file())
                : null;
        return new ClientPlan(
                number,
                sends ? client.traffic() : null,
                recording,
                new TokenDraw(sampler(client.inputTokens()), sampler(client.outputTokens())),
                late == null ? Long.MAX_VALUE : late.nanos(),
                patience == null ? -1 : patience.nanos(),
                Client.ACCEPTS_DEGRADED.in(client),
                Client.PRIORITY.in(client).ordinal(),
                retry == null ? 0 : retry.probability(),
                retry == null ? null : sampler(retry.after()),
                retry == null ? 1 : Math.toIntExact(UserRetry.MAX_ATTEMPTS.in(retry)));
    }

    private static StationPlan station(Component component, Station station, int firstInstance, int replicas) {
        Terms terms = component.terms();
        Queue queue = station.queue() == null ? Queue.DEFAULT : station.queue();
        Long capacity = queue.capacity();
        Long servers = station.concurrency();
        Distribution maxWait = queue.maxWait();
        long constantWait = constantNanos(maxWait);
        Distribution latency = station.latency();
        Distribution.Llm llm = latency instanceof Distribution.Llm model ? model : null;
        RateLimit limit = terms.rateLimit() == null ? new RateLimit(null, null, null) : terms.rateLimit();
        Price price = terms.price() == null ? new Price(null, null, null) : terms.price();
        return new StationPlan(
                firstInstance,
                Math.toIntExact(Station.INSTANCES.in(station)),
                replicas,
                servers == null ? Integer.MAX_VALUE : Math.toIntExact(servers),
                QueueRoom.of(capacity, queue.shedding()),
                Queue.DISCIPLINE.in(queue),
                constantWait >= 0 ? null : sampler(maxWait),
                constantWait,
                llm == null ? sampler(latency) : null,
                llm == null ? null : sampler(llm.timeToFirstToken()),
                llm == null ? null : sampler(llm.tokensPerSecond()),
                Station.BLOCKING.in(station),
                Station.CANCELLATION.in(station),
                Station.ERROR_RATE.in(station),
                component.hitRate() == null ? 0 : component.hitRate(),
                orUnlimited(limit.requestsPerMinute()),
                orUnlimited(limit.inputTokensPerMinute()),
                orUnlimited(limit.outputTokensPerMinute()),
                Price.REQUEST.in(price),
                Price.INPUT.in(price) / 1e6,
                Price.OUTPUT.in(price) / 1e6,
                component instanceof WorkQueue work ? BufferPlan.of(work) : null);
    }

    private static double orUnlimited(@Nullable Double limit) {
        return limit == null ? Double.POSITIVE_INFINITY : limit;
    }

    private static @Nullable Sampler sampler(@Nullable Distribution distribution) {
        return distribution == null ? null : Samplers.of(distribution);
    }

    /** The length of a constant time in nanoseconds; -1 where it is none. */
    private static long constantNanos(@Nullable Distribution distribution) {
        return distribution instanceof Distribution.Constant constant && constant.value() instanceof Duration duration
                ? duration.nanos()
                : -1;
    }

    private DependencyPlan[] dependencies(String[] keys, StationPlan[] stations) {
        DependencyPlan[] plans = new DependencyPlan[keys.length];
        int guards = 0;
        for (int number = 0; number < keys.length; number++) {
            String key = keys[number];
            int says = numbers.phaseOfDependency(key, phase);
            Dependency dependency =
                    Objects.requireNonNull(numbers.pipeline(says).arrows().get(key));
            int from = numbers.component(Pipeline.from(key));
            int to = numbers.component(Pipeline.to(key));
            plans[number] = builders[says].plan(key, dependency, from, to, guards);
            guards += stations[from].replicas();
        }
        return plans;
    }

    private @Nullable RoutingPlan[] routings(String[] ids) {
        @Nullable RoutingPlan[] routings = new @Nullable RoutingPlan[ids.length];
        for (int number = 0; number < ids.length; number++) {
            Component component = component(ids[number]);
            if (component.kind().role() == Role.ROUTER) {
                routings[number] = builders[numbers.phaseOf(ids[number], phase)].routing(ids[number], component);
            }
        }
        return routings;
    }

    /**
     * The dependencies that a component calls, step by step: a place for each step that it has in any phase. A gateway has one step, of
     * whichever target it will choose.
     */
    private int[][] steps(String id, @Nullable RoutingPlan routing) {
        Map<Long, List<Integer>> byStep = new TreeMap<>();
        for (int each = 0; each < numbers.phases(); each++) {
            Component component = numbers.pipeline(each).components().get(id);
            if (component != null && component.kind().role() == Role.ROUTER) {
                continue;
            }
            boolean now = each == numbers.phaseOf(id, phase);
            numbers.callsOf(id, each).forEach((key, dependency) -> {
                List<Integer> step =
                        byStep.computeIfAbsent(Call.STEP.in(dependency.call()), number -> new ArrayList<>());
                if (now) {
                    step.add(numbers.dependency(key));
                }
            });
        }
        if (routing != null) {
            int[][] only = new int[Math.max(1, byStep.size())][0];
            only[0] = new int[] {routing.targets()[0]};
            return only;
        }
        return byStep.values().stream()
                .map(step -> step.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private List<FaultWindow> faults(long end) {
        Scenario scenario = spec.scenario();
        return scenario == null ? List.of() : faults(spec, numbers, phase, scenario.faults(), end);
    }

    /** The components that a fault befalls: by their tags in this phase, those not in the pipeline now by what they were or will be. */
    private int[] components(Fault.Target target) {
        Map<String, String> tags = target.tags();
        if (tags == null) {
            String id = Objects.requireNonNull(target.id());
            return numbers.hasComponent(id) ? new int[] {numbers.component(id)} : new int[0];
        }
        return Arrays.stream(numbers.componentIds())
                .filter(id -> component(id).about().hasTags(tags))
                .mapToInt(numbers::component)
                .toArray();
    }

    private int[] dependencies(Fault.Target target) {
        String id = target.id();
        return id != null && numbers.hasDependency(id) ? new int[] {numbers.dependency(id)} : new int[0];
    }
}
