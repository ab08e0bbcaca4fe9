package dev.blastradius.engine;

import dev.blastradius.fault.Effect;
import dev.blastradius.fault.Effects;
import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ModelReader.Reading;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Random pipelines that the engine can run, near or over their capacity, with a scenario of overlapping faults: what the laws that
 * hold for every pipeline are tried on. The same seed gives the same pipeline.
 */
final class RandomPipelines {

    private final Random random;
    private final RandomPolicies policies;
    private final StringBuilder json = new StringBuilder();
    private final List<String> callees = new ArrayList<>();
    private final List<String> caches = new ArrayList<>();

    private RandomPipelines(long seed) {
        random = new Random(seed);
        policies = new RandomPolicies(random);
    }

    /** A model with the scenario {@code "trouble"}. */
    static Model of(long seed) {
        String json = new RandomPipelines(seed).write();
        Reading reading = ModelReader.read(json, null);
        List<Problem> errors =
                reading.problems().stream().filter(Problem::isError).toList();
        if (reading.model() == null || !errors.isEmpty()) {
            throw new IllegalStateException("seed " + seed + ": " + errors + "\n" + json);
        }
        return reading.model();
    }

    private String write() {
        int stations = 1 + random.nextInt(7);
        for (int i = 0; i < stations; i++) {
            callees.add("s" + i);
        }
        json.append("{\"format\":\"blastradius/1\",\"components\":{");
        int clients = 1 + random.nextInt(2);
        for (int i = 0; i < clients; i++) {
            client("c" + i);
        }
        for (int i = 0; i < stations; i++) {
            if (isQueue(i)) {
                queue("s" + i);
            } else {
                station("s" + i);
            }
        }
        json.append("\"canned\":{\"kind\":\"static\",\"quality\":0.3}},\"dependencies\":{");
        List<String> arrows = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            int to = random.nextInt(stations);
            arrows.add(dependency("c" + i, to, ""));
            arrows.add(canned("c" + i, callees.get(to)));
        }
        for (int from = 0; from < stations; from++) {
            int last = from;
            for (int to = from + 1; to < callees.size(); to++) {
                if (random.nextDouble() >= 0.45) {
                    continue;
                }
                if (last > from && random.nextInt(4) == 0) {
                    arrows.add(dependency(
                            "s" + from,
                            to,
                            ",\"fallbackFor\":\"s" + from + "->" + callees.get(last) + "\",\"order\":" + to
                                    + policies.ofFallback()));
                } else {
                    arrows.add(dependency("s" + from, to, ""));
                    last = to;
                }
            }
            if (last > from && random.nextBoolean()) {
                arrows.add(canned("s" + from, callees.get(last)));
            }
        }
        json.append(String.join(",", arrows)).append("},\"scenarios\":{\"trouble\":{\"faults\":[");
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(6); i++) {
            faults.add(fault(Effects.ALL.get(random.nextInt(Effects.ALL.size())), "s" + random.nextInt(stations)));
        }
        for (int i = random.nextInt(3); i > 0; i--) {
            String factor = random.nextInt(4) == 0 ? "0" : number(0, 4);
            faults.add(
                    "{\"target\":\"c0\",\"at\":" + time(5, 20) + ",\"for\":\"10s\",\"trafficFactor\":" + factor + "}");
        }
        if (random.nextBoolean()) {
            String arrow = arrows.get(random.nextInt(arrows.size()));
            String effect = random.nextBoolean() ? "\"unavailable\":true" : "\"hangRate\":" + number(0, 1);
            faults.add("{\"target\":" + arrow.substring(0, arrow.indexOf(':')) + ",\"at\":\"20s\",\"for\":\"10s\","
                    + effect + ",\"addedLatency\":\"20ms\"}");
        }
        json.append(String.join(",", faults)).append("]}},\"experiment\":{\"duration\":\"60s\",\"warmup\":\"5s\"}}");
        return json.toString();
    }

    private void client(String id) {
        json.append('"').append(id).append("\":{\"kind\":\"client\",\"traffic\":");
        json.append(
                switch (random.nextInt(6)) {
                    case 4 ->
                        "{\"arrivals\":\"renewal\",\"interarrival\":{\"type\":\"erlang\",\"mean\":" + time(0.03, 1)
                                + ",\"k\":2}}";
                    case 5 ->
                        "{\"arrivals\":\"closed\",\"users\":" + (1 + random.nextInt(30)) + ",\"pace\":" + time(0.3, 2)
                                + "}";
                    case 0 -> "{\"arrivals\":\"constant\",\"requestsPerSecond\":" + number(1, 30) + "}";
                    case 1 ->
                        "{\"arrivals\":\"bursty\",\"requestsPerSecond\":" + number(1, 30) + ",\"varianceToMean\":"
                                + number(1, 9) + "}";
                    case 2 ->
                        "{\"arrivals\":\"closed\",\"users\":" + (1 + random.nextInt(30)) + ",\"thinkTime\":"
                                + time(0.02, 1) + "}";
                    default ->
                        "{\"arrivals\":\"poisson\",\"requestsPerSecond\":" + number(1, 40)
                                + ",\"profile\":[[\"0s\",1],[\"30s\"," + number(0, 2) + "]]}";
                });
        json.append(",\"inputTokens\":500,\"outputTokens\":{\"type\":\"lognormal\",\"median\":100,\"p99\":600}");
        maybe(",\"patience\":" + time(1, 8));
        maybe(",\"slo\":{\"latency\":\"2s\"}");
        maybe(",\"userRetry\":{\"probability\":" + number(0.1, 1) + ",\"after\":" + latency() + ",\"maxAttempts\":"
                + (1 + random.nextInt(4)) + "}");
        maybe(",\"acceptsDegraded\":0.5");
        maybe(",\"priority\":\"" + (random.nextBoolean() ? "essential" : "nonessential") + "\"");
        json.append("},");
    }

    private void station(String id) {
        String kind = List.of("model", "model", "service", "service", "service", "gateway", "cache", "human")
                .get(random.nextInt(8));
        boolean model = kind.equals("model");
        json.append('"').append(id).append("\":{\"kind\":\"").append(kind).append('"');
        if (kind.equals("cache")) {
            caches.add(id);
            json.append(",\"hitRate\":").append(number(0, 1));
        }
        json.append(",\"latency\":")
                .append(
                        model
                                ? "{\"type\":\"llm\",\"timeToFirstToken\":" + latency() + ",\"tokensPerSecond\":80}"
                                : latency());
        json.append(kind.equals("gateway") ? policies.ofGateway() : "");
        maybe(",\"concurrency\":" + (1 + random.nextInt(12)));
        maybe(",\"instances\":" + (1 + random.nextInt(3)));
        String discipline = List.of("fifo", "lifo", "priority").get(random.nextInt(3));
        String maxWait = random.nextBoolean() ? ",\"maxWait\":" + (random.nextBoolean() ? latency() : "\"1s\"") : "";
        String shedding = random.nextBoolean()
                ? ",\"shedding\":{\"nonessential\":" + number(0, 1) + ",\"normal\":" + number(0, 1) + "}"
                : "";
        maybe(",\"queue\":{\"capacity\":" + random.nextInt(30) + ",\"discipline\":\"" + discipline + "\"" + maxWait
                + shedding + "}");
        maybe(",\"blocking\":false");
        maybe(",\"cancellation\":\"" + List.of("none", "queued", "all").get(random.nextInt(3)) + "\"");
        maybe(",\"errorRate\":" + number(0, 0.2));
        maybe(",\"quality\":0.8");
        maybe(",\"price\":{\"perMillionInputTokens\":3,\"perMillionOutputTokens\":15,\"perRequest\":0.001}");
        maybe(",\"rateLimit\":{\"requestsPerMinute\":" + number(30, 900) + ",\"outputTokensPerMinute\":90000}");
        json.append("},");
    }

    /** Every fifth, so that stations and queues of all sorts stand before and behind each other. */
    private static boolean isQueue(int station) {
        return station % 5 == 2;
    }

    private void queue(String id) {
        json.append('"').append(id).append("\":{\"kind\":\"queue\"");
        maybe(",\"consumers\":" + (1 + random.nextInt(8)));
        String discipline = List.of("fifo", "lifo", "priority").get(random.nextInt(3));
        maybe(",\"queue\":{\"capacity\":" + random.nextInt(60) + ",\"discipline\":\"" + discipline + "\""
                + (random.nextInt(3) == 0 ? ",\"maxWait\":" + time(1, 5) : "") + "}");
        maybe(",\"maxAge\":" + time(0.5, 20));
        maybe(",\"redeliverAfter\":" + time(0.1, 10));
        maybe(",\"maxDeliveries\":" + (1 + random.nextInt(4)));
        json.append("},");
    }

    private String dependency(String from, int to, String further) {
        String key = from + "->" + callees.get(to);
        StringBuilder body = new StringBuilder("\"" + key + "\":{\"step\":" + (1 + random.nextInt(3)) + further);
        append(body, ",\"timeout\":" + time(0.05, 2));
        append(body, ",\"deadline\":" + time(0.2, 4));
        append(body, ",\"network\":" + latency());
        append(body, ",\"probability\":" + number(0.2, 1));
        append(body, ",\"calls\":{\"min\":0,\"max\":" + (1 + random.nextInt(4)) + "}");
        append(body, ",\"mode\":\"optional\"");
        body.append(policies.ofDependency());
        body.append('}');
        return body.toString();
    }

    /** An arrow to the answer that is always there: as a fallback for one of the caller's other arrows, or for itself. */
    private String canned(String from, String to) {
        return "\"" + from + "->canned\":{"
                + (random.nextInt(4) == 0 ? "" : "\"fallbackFor\":\"" + from + "->" + to + "\"" + policies.ofFallback())
                + "}";
    }

    /** A fault with this effect, on this component or, where it can befall none such, on one that it can befall. */
    private String fault(Effect<?> effect, String station) {
        String target = switch (effect.reach()) {
            case CLIENTS -> "c0";
            case CACHES -> caches.isEmpty() ? "" : caches.get(random.nextInt(caches.size()));
            default -> station;
        };
        if (target.isEmpty()) {
            return fault(Effects.ALL.get(0), station);
        }
        StringBuilder fault = new StringBuilder("{\"target\":\"" + target + "\",\"at\":" + time(5, 40));
        append(fault, ",\"for\":" + time(2, 25));
        append(fault, ",\"ramp\":\"1s\"");
        append(fault, ",\"flap\":{\"on\":\"2s\",\"off\":\"1s\"}");
        double most = effect.parameter().type() == NumberType.SHARE ? 1 : 4;
        String value = switch (effect.composition()) {
            case ANY -> "true";
            case SUM -> time(0.01, 3);
            case FACTOR, INDEPENDENT -> random.nextInt(6) == 0 ? "0" : number(0, most);
        };
        return fault.append(",\"" + effect.key() + "\":" + value).append('}').toString();
    }

    private String latency() {
        return switch (random.nextInt(5)) {
            case 0 -> time(0, 0.3);
            case 4 -> "\"0s\"";
            case 1 -> "{\"type\":\"exponential\",\"mean\":" + time(0.01, 0.4) + "}";
            case 2 -> "{\"type\":\"lognormal\",\"median\":" + time(0.01, 0.2) + ",\"sigma\":0.8}";
            default -> "\"50ms\"";
        };
    }

    private String time(double from, double to) {
        return "\"" + number(from, to) + "s\"";
    }

    private String number(double from, double to) {
        return String.format(Locale.ROOT, "%.3f", from + (to - from) * random.nextDouble());
    }

    private void maybe(String text) {
        append(json, text);
    }

    private void append(StringBuilder target, String text) {
        if (random.nextBoolean()) {
            target.append(text);
        }
    }
}
