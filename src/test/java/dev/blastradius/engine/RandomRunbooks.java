package dev.blastradius.engine;

import dev.blastradius.io.Model;
import dev.blastradius.io.ModelReader;
import dev.blastradius.io.ModelReader.Reading;
import dev.blastradius.io.ModelWriter;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Station;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Random runbooks for the {@link RandomPipelines}: a strategy {@code "runbook"} of several steps that change, add and remove whatever
 * there is. Those that would make a pipeline that is not valid are left out. The same seed gives the same runbook.
 */
final class RandomRunbooks {

    private static final int STEPS = 4;

    private final Random random;
    private final String json;
    private final List<String> steps = new ArrayList<>();
    private Pipeline now;
    private int added;

    private RandomRunbooks(long seed, Model model) {
        random = new Random(~seed);
        now = model.pipeline();
        String text = ModelWriter.write(now);
        json = text.substring(0, text.lastIndexOf('}'));
    }

    /** The random pipeline of that seed with a runbook. */
    static Model of(long seed) {
        Model model = RandomPipelines.of(seed);
        RandomRunbooks runbook = new RandomRunbooks(seed, model);
        Model with = model;
        while (runbook.steps.size() < STEPS) {
            Model more = runbook.withOneMore();
            with = more == null ? with : more;
        }
        return with;
    }

    /** The model with a further step; null where that would not be valid. */
    private @Nullable Model withOneMore() {
        String step = "{\"after\":\"" + steps.size() * 4 + "s\",\"patch\":" + patch() + "}";
        steps.add(step);
        String whole = json + ",\"strategies\":{\"runbook\":{\"runbook\":[" + String.join(",", steps) + "]}}}";
        Reading reading = ModelReader.read(whole, null);
        if (reading.model() == null || reading.problems().stream().anyMatch(Problem::isError)) {
            steps.remove(step);
            return null;
        }
        List<RunSpec.Phase> phases =
                Strategies.runSpec(reading.model(), "trouble", "runbook").phases();
        Pipeline after = phases.get(phases.size() - 1).pipeline();
        if (after.arrows().isEmpty()
                || ids(after, Client.class).isEmpty()
                || ids(after, Station.class).isEmpty()) {
            steps.remove(step);
            return null;
        }
        now = after;
        return reading.model();
    }

    private String patch() {
        List<String> components = new ArrayList<>();
        List<String> arrows = new ArrayList<>();
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            change(components, arrows);
        }
        return "{\"components\":{" + unique(components) + "},\"dependencies\":{" + unique(arrows) + "}}";
    }

    /** The entries, of those with the same key the first. */
    private static String unique(List<String> entries) {
        return entries.stream()
                .collect(Collectors.toMap(
                        entry -> entry.substring(0, entry.indexOf(':')),
                        entry -> entry,
                        (one, other) -> one,
                        LinkedHashMap::new))
                .values()
                .stream()
                .collect(Collectors.joining(","));
    }

    private void change(List<String> components, List<String> arrows) {
        String station = any(ids(now, Station.class));
        String client = any(ids(now, Client.class));
        String arrow = any(List.copyOf(now.arrows().keySet()));
        switch (random.nextInt(9)) {
            case 0, 1 -> components.add("\"" + station + "\":" + station());
            case 2 ->
                components.add("\"" + client + "\":{\"traffic\":" + traffic() + ",\"priority\":"
                        + any(List.of("\"essential\"", "\"nonessential\"", "null")) + "}");
            case 3, 4 -> arrows.add("\"" + arrow + "\":" + arrow());
            case 5 -> arrows.add("\"" + arrow + "\":null");
            case 6 -> {
                String id = "n" + added++;
                components.add("\"" + id + "\":{\"kind\":\"service\",\"concurrency\":3,\"latency\":\"80ms\"}");
                arrows.add("\"" + any(List.of(station, client)) + "->" + id + "\":"
                        + (random.nextBoolean() ? arrow() : "{\"fallbackFor\":\"" + arrow + "\"}"));
            }
            case 7 -> {
                String id = "k" + added++;
                components.add("\"" + id + "\":{\"kind\":\"client\",\"traffic\":" + traffic() + "}");
                arrows.add("\"" + id + "->" + station + "\":" + arrow());
            }
            default -> {
                String gone = random.nextBoolean() ? station : client;
                components.add("\"" + gone + "\":null");
                now.arrows().forEach((key, dependency) -> {
                    if (Pipeline.from(key).equals(gone) || Pipeline.to(key).equals(gone)) {
                        arrows.add("\"" + key + "\":null");
                    }
                });
            }
        }
    }

    private static List<String> ids(Pipeline pipeline, Class<?> kind) {
        return pipeline.components().entrySet().stream()
                .filter(entry -> kind == Client.class
                        ? entry.getValue() instanceof Client
                        : entry.getValue().station() != null)
                .map(Map.Entry::getKey)
                .toList();
    }

    private String station() {
        return any(List.of(
                "{\"concurrency\":" + (1 + random.nextInt(20)) + "}",
                "{\"concurrency\":null,\"cancellation\":\"all\"}",
                "{\"instances\":" + (1 + random.nextInt(4)) + "}",
                "{\"queue\":{\"capacity\":" + random.nextInt(20) + ",\"discipline\":\"priority\"}}",
                "{\"queue\":{\"discipline\":\"lifo\",\"maxWait\":\"" + random.nextInt(900) + "ms\"}}",
                "{\"queue\":null,\"blocking\":" + random.nextBoolean() + "}",
                "{\"latency\":\"" + random.nextInt(400) + "ms\",\"errorRate\":" + number() + "}",
                "{\"rateLimit\":{\"requestsPerMinute\":" + (30 + random.nextInt(2_000)) + "}}",
                "{\"rateLimit\":null,\"price\":{\"perRequest\":" + number() + "},\"quality\":" + number() + "}"));
    }

    private String arrow() {
        return any(List.of(
                "{\"timeout\":\"" + (20 + random.nextInt(3_000)) + "ms\",\"step\":" + (1 + random.nextInt(4)) + "}",
                "{\"timeout\":null,\"retry\":null,\"calls\":{\"min\":0,\"max\":3}}",
                "{\"retry\":{\"maxAttempts\":" + (1 + random.nextInt(5)) + ",\"backoff\":{\"initial\":\"100ms\"}}}",
                "{\"deadline\":\"" + (100 + random.nextInt(3_000)) + "ms\",\"mode\":\"optional\"}",
                "{\"step\":" + (1 + random.nextInt(4)) + ",\"probability\":" + number() + "}",
                "{\"bulkhead\":{\"maxConcurrent\":" + (1 + random.nextInt(5)) + ",\"maxWait\":\"300ms\"}}",
                "{\"bulkhead\":null,\"hedge\":{\"after\":\"60ms\",\"maxExtra\":2}}",
                "{\"circuitBreaker\":{\"slidingWindow\":{\"type\":\"count\",\"size\":20},\"waitInOpen\":\"2s\"}}",
                "{\"rateLimiter\":{\"requestsPerSecond\":9,\"maxWait\":\"100ms\"},\"circuitBreaker\":null}"));
    }

    /** With nulls for what other sorts of traffic say. */
    private String traffic() {
        return any(List.of(
                only("poisson", "\"requestsPerSecond\":" + (1 + random.nextInt(30))),
                only("constant", "\"requestsPerSecond\":" + (1 + random.nextInt(30))),
                only("bursty", "\"requestsPerSecond\":9,\"varianceToMean\":4"),
                only("renewal", "\"interarrival\":{\"type\":\"gamma\",\"mean\":\"200ms\",\"cv\":2}"),
                only("closed", "\"users\":" + (1 + random.nextInt(20)) + ",\"thinkTime\":\"400ms\""),
                only("closed", "\"users\":" + (1 + random.nextInt(20)) + ",\"pace\":\"900ms\"")));
    }

    private static String only(String arrivals, String keys) {
        String others = Stream.of(
                        "requestsPerSecond", "varianceToMean", "interarrival", "users", "thinkTime", "pace", "profile")
                .filter(key -> !keys.contains("\"" + key + "\""))
                .map(key -> ",\"" + key + "\":null")
                .collect(Collectors.joining());
        return "{\"arrivals\":\"" + arrivals + "\"," + keys + others + "}";
    }

    private String number() {
        return String.format(Locale.ROOT, "%.2f", random.nextDouble());
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
