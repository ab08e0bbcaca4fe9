package dev.blastradius.engine;

import dev.blastradius.engine.Plan.ClientPlan;
import dev.blastradius.engine.Plan.Part;
import dev.blastradius.fault.FaultWindow;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Dependency.Call;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.component.Cache;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Client.UserRetry;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Gateway;
import dev.blastradius.model.component.Kind.Role;
import dev.blastradius.model.component.Station;
import dev.blastradius.model.component.Station.Queue;
import dev.blastradius.model.component.Terms;
import dev.blastradius.model.component.Terms.Price;
import dev.blastradius.model.component.Terms.RateLimit;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.sim.RandomStream;
import dev.blastradius.sim.Sampler;
import dev.blastradius.sim.Samplers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Makes a {@link Plan} of a valid pipeline and its scenario. */
final class PlanBuilder {

    private final Pipeline pipeline;
    private final RunSpec spec;
    private final Map<String, Integer> numberOf = new LinkedHashMap<>();
    private final Map<String, Integer> dependencyNumberOf = new LinkedHashMap<>();

    private PlanBuilder(RunSpec spec) {
        this.spec = spec;
        this.pipeline = spec.pipeline();
        for (String id : pipeline.components().keySet()) {
            numberOf.put(id, numberOf.size());
        }
        for (String key : pipeline.arrows().keySet()) {
            dependencyNumberOf.put(key, dependencyNumberOf.size());
        }
    }

    /**
     * The plan of a run.
     *
     * @param end when the run ends at the latest, in nanoseconds
     */
    static Plan build(RunSpec spec, long end) {
        return new PlanBuilder(spec).plan(end);
    }

    private Plan plan(long end) {
        int size = pipeline.components().size();
        String[] ids = pipeline.components().keySet().toArray(String[]::new);
        long[] keys = new long[size];
        Part[] parts = new Part[size];
        StationPlan[] stations = new StationPlan[size];
        double[] qualities = new double[size];
        int[] clientOf = new int[size];
        List<ClientPlan> clients = new ArrayList<>();
        int instances = 0;
        for (int number = 0; number < size; number++) {
            Component component = component(ids[number]);
            keys[number] = RandomStream.key(ids[number]);
            parts[number] = part(component);
            qualities[number] = Terms.QUALITY.in(component.terms());
            clientOf[number] = -1;
            if (component instanceof Client client) {
                clientOf[number] = clients.size();
                clients.add(client(number, client));
            }
            Station station = component.station() == null ? Station.DEFAULT : component.station();
            stations[number] = station(component, station, instances);
            instances += stations[number].instances();
        }
        @Nullable RoutingPlan[] routings = routings(ids);
        return new Plan(
                ids,
                keys,
                parts,
                stations,
                qualities,
                clientOf,
                clients.toArray(ClientPlan[]::new),
                dependencies(stations),
                steps(ids, routings),
                routings,
                faults(end));
    }

    private Component component(String id) {
        return Objects.requireNonNull(pipeline.components().get(id));
    }

    private int number(String id) {
        return Objects.requireNonNull(numberOf.get(id), id);
    }

    private static Part part(Component component) {
        Role role = component.kind().role();
        if (role == Role.SOURCE) {
            return Part.CLIENT;
        }
        return role == Role.ANSWER ? Part.STATIC : Part.STATION;
    }

    private ClientPlan client(int number, Client client) {
        Client.Slo slo = client.slo();
        Duration late = slo == null ? null : slo.latency();
        Duration patience = client.patience();
        UserRetry retry = client.userRetry();
        Recording recording = client.traffic() instanceof Traffic.Recorded recorded
                ? Objects.requireNonNull(spec.recordings().get(recorded.file()), recorded.file())
                : null;
        return new ClientPlan(
                number,
                client.traffic(),
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

    private static StationPlan station(Component component, Station station, int firstInstance) {
        Terms terms = component.terms();
        Queue queue = station.queue() == null ? new Queue(null, null, null) : station.queue();
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
                servers == null ? Integer.MAX_VALUE : Math.toIntExact(servers),
                capacity == null ? Long.MAX_VALUE : capacity,
                Queue.DISCIPLINE.in(queue),
                constantWait >= 0 ? null : sampler(maxWait),
                constantWait,
                llm == null ? sampler(latency) : null,
                llm == null ? null : sampler(llm.timeToFirstToken()),
                llm == null ? null : sampler(llm.tokensPerSecond()),
                Station.BLOCKING.in(station),
                Station.CANCELLATION.in(station),
                Station.ERROR_RATE.in(station),
                component instanceof Cache cache ? Cache.HIT_RATE.in(cache) : 0,
                orUnlimited(limit.requestsPerMinute()),
                orUnlimited(limit.inputTokensPerMinute()),
                orUnlimited(limit.outputTokensPerMinute()),
                Price.REQUEST.in(price),
                Price.INPUT.in(price) / 1e6,
                Price.OUTPUT.in(price) / 1e6);
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

    private DependencyPlan[] dependencies(StationPlan[] stations) {
        List<DependencyPlan> plans = new ArrayList<>();
        DependencyPlans builder = dependencyPlans();
        int guards = 0;
        for (Map.Entry<String, Dependency> entry : pipeline.arrows().entrySet()) {
            int from = number(Pipeline.from(entry.getKey()));
            int to = number(Pipeline.to(entry.getKey()));
            plans.add(builder.plan(entry.getKey(), entry.getValue(), from, to, guards));
            guards += stations[from].instances();
        }
        return plans.toArray(DependencyPlan[]::new);
    }

    private DependencyPlans dependencyPlans() {
        return new DependencyPlans(pipeline, dependencyNumberOf);
    }

    private @Nullable RoutingPlan[] routings(String[] ids) {
        DependencyPlans builder = dependencyPlans();
        @Nullable RoutingPlan[] routings = new @Nullable RoutingPlan[ids.length];
        for (int number = 0; number < ids.length; number++) {
            if (component(ids[number]) instanceof Gateway gateway) {
                routings[number] = builder.routing(ids[number], gateway);
            }
        }
        return routings;
    }

    /** By component, then step; a gateway has one step, of whichever target it will choose. */
    private int[][][] steps(String[] ids, @Nullable RoutingPlan[] routings) {
        List<Map<Long, List<Integer>>> byStep = new ArrayList<>();
        for (int number = 0; number < ids.length; number++) {
            byStep.add(new TreeMap<>());
        }
        for (Map.Entry<String, Dependency> entry : pipeline.arrows().entrySet()) {
            if (!entry.getValue().isFallback()) {
                byStep.get(number(Pipeline.from(entry.getKey())))
                        .computeIfAbsent(Call.STEP.in(entry.getValue().call()), step -> new ArrayList<>())
                        .add(Objects.requireNonNull(dependencyNumberOf.get(entry.getKey())));
            }
        }
        int[][][] steps = new int[ids.length][][];
        for (int number = 0; number < ids.length; number++) {
            RoutingPlan routing = routings[number];
            steps[number] = routing != null
                    ? new int[][] {{routing.targets()[0]}}
                    : byStep.get(number).values().stream()
                            .map(step ->
                                    step.stream().mapToInt(Integer::intValue).toArray())
                            .toArray(int[][]::new);
        }
        return steps;
    }

    private List<FaultWindow> faults(long end) {
        Scenario scenario = spec.scenario();
        List<FaultWindow> windows = new ArrayList<>();
        if (scenario != null) {
            for (Fault fault : scenario.faults()) {
                windows.add(new FaultWindow(fault, end, components(fault.target()), dependencies(fault.target())));
            }
        }
        return List.copyOf(windows);
    }

    private int[] components(Fault.Target target) {
        Map<String, String> tags = target.tags();
        if (tags == null) {
            Integer number = numberOf.get(Objects.requireNonNull(target.id()));
            return number == null ? new int[0] : new int[] {number};
        }
        return pipeline.components().entrySet().stream()
                .filter(entry -> entry.getValue().about().hasTags(tags))
                .mapToInt(entry -> number(entry.getKey()))
                .toArray();
    }

    private int[] dependencies(Fault.Target target) {
        String id = target.id();
        Integer number = id == null ? null : dependencyNumberOf.get(id);
        return number == null ? new int[0] : new int[] {number};
    }
}
