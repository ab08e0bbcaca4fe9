package dev.blastradius.engine;

import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * A small pipeline to try a law on. Models are written as in the model file, with {@code '} for {@code "}; a client that is
 * made by {@link #client} sends its requests when {@link #sends} says.
 */
final class Lab {

    private final String components;
    private final String dependencies;
    private final Map<String, Recording> recordings = new LinkedHashMap<>();
    private String faults = "";
    private String strategies = "";
    private String runbook = "";
    private String duration = "100s";
    private String warmup = "0s";
    private long seed = 42;

    private Lab(String components, String dependencies) {
        this.components = components;
        this.dependencies = dependencies;
    }

    /** A pipeline: the insides of the model file's {@code components} and {@code dependencies}. */
    static Lab of(String components, String dependencies) {
        return new Lab(components, dependencies);
    }

    /** A client of that id, for {@link #of}, whose arrivals {@link #sends} says. */
    static String client(String id) {
        return client(id, "");
    }

    /** A client of that id with further keys, each after a comma. */
    static String client(String id, String further) {
        return "'" + id + "': {'kind':'client','traffic':{'arrivals':'recorded','file':'" + id + ".csv'}" + further
                + "}";
    }

    /** So many moments, evenly apart, from 0 s on. */
    static double[] every(double gapSeconds, int count) {
        double[] times = new double[count];
        for (int i = 0; i < count; i++) {
            times[i] = i * gapSeconds;
        }
        return times;
    }

    /** When a client's requests arrive, in seconds. */
    Lab sends(String client, double... seconds) {
        return sends(client, null, null, seconds);
    }

    /** The same, with the tokens of each. */
    Lab sends(String client, int[] inputTokens, int[] outputTokens, double... seconds) {
        long[] nanos = new long[seconds.length];
        for (int i = 0; i < seconds.length; i++) {
            nanos[i] = Math.round(seconds[i] * 1e9);
        }
        recordings.put(client + ".csv", new Recording(nanos, inputTokens, outputTokens));
        return this;
    }

    /** What befalls it: the insides of a scenario's {@code faults}. */
    Lab faults(String list) {
        faults = list;
        return this;
    }

    /** A strategy {@code "other"} with this patch. */
    Lab other(String patch) {
        strategies = "'other': {'patch': " + patch + "}";
        return this;
    }

    /** A further step in the runbook of a strategy {@code "runbook"}. */
    Lab then(String after, String patch) {
        runbook += (runbook.isEmpty() ? "" : ",") + "{'after':'" + after + "','patch':" + patch + "}";
        return this;
    }

    Lab lasting(String text) {
        duration = text;
        return this;
    }

    Lab warmup(String text) {
        warmup = text;
        return this;
    }

    Lab seed(long number) {
        seed = number;
        return this;
    }

    /** One replication as drawn, with the faults. */
    Trial run() {
        return run(Strategy.AS_DRAWN);
    }

    /** One replication under a strategy, with the faults. */
    Trial run(String strategy) {
        ReplicationResult result = simulation(strategy).replicate(seed, 0, Simulation.Watch.NONE);
        return new Trial(Objects.requireNonNull(result));
    }

    Simulation simulation(String strategy) {
        return Simulation.of(spec(strategy), Duration.of(warmup), Duration.of(duration));
    }

    RunSpec spec(String strategy) {
        Model read = model();
        Model model = new Model(read.pipeline(), recordings);
        return Strategies.runSpec(model, faults.isEmpty() ? null : "outage", strategy);
    }

    Model model() {
        String json = ("{'format':'blastradius/1','name':'Lab','components':{" + components + "},'dependencies':{"
                        + dependencies + "},'scenarios':{"
                        + (faults.isEmpty() ? "" : "'outage':{'faults':[" + faults + "]}")
                        + "},'strategies':{" + strategies
                        + (runbook.isEmpty()
                                ? ""
                                : (strategies.isEmpty() ? "" : ",") + "'runbook':{'runbook':[" + runbook + "]}")
                        + "}}")
                .replace('\'', '"');
        ModelReader.Reading reading = ModelReader.read(json, null);
        if (reading.model() == null) {
            throw new AssertionError(reading.problems() + " in " + json);
        }
        return reading.model();
    }
}
