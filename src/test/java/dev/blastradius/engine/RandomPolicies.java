package dev.blastradius.engine;

import dev.blastradius.testing.PolicyFiles;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Random policies of a dependency and random ways for a gateway to choose, tight enough to act: parts of {@link RandomPipelines}. */
final class RandomPolicies {

    /** Policies whose values are drawn here; any other is tried with its example. */
    private static final List<String> DRAWN =
            List.of("retry", "circuitBreaker", "rateLimiter", "throttle", "bulkhead", "hedge");

    private final Random random;

    RandomPolicies(Random random) {
        this.random = random;
    }

    /** Retry, gates and hedge of a dependency, each or none; each with a comma before it. */
    String ofDependency() {
        StringBuilder all = new StringBuilder();
        maybe(all, ",\"retry\":" + retry());
        rarely(all, ",\"circuitBreaker\":" + breaker());
        rarely(
                all,
                ",\"rateLimiter\":{\"requestsPerSecond\":" + number(1, 60) + ",\"burst\":" + (1 + random.nextInt(9))
                        + ",\"maxWait\":" + time(0, 1) + "}");
        rarely(all, ",\"throttle\":{\"k\":" + number(1, 2) + ",\"window\":" + time(1, 20) + "}");
        rarely(
                all,
                ",\"bulkhead\":{\"maxConcurrent\":" + (1 + random.nextInt(8)) + ",\"maxWait\":"
                        + (random.nextBoolean() ? "\"0s\"" : time(0, 2)) + "}");
        rarely(
                all,
                ",\"hedge\":{\"after\":" + (random.nextInt(4) == 0 ? "\"0s\"" : time(0, 0.5)) + ",\"maxExtra\":"
                        + (1 + random.nextInt(3)) + "}");
        PolicyFiles.policies().stream()
                .filter(key -> !DRAWN.contains(key))
                .forEach(key -> rarely(all, ",\"" + key + "\":" + PolicyFiles.example(key)));
        return all.toString();
    }

    private String retry() {
        StringBuilder retry = new StringBuilder(
                "{\"maxAttempts\":" + (1 + random.nextInt(5)) + ",\"honourRetryAfter\":" + random.nextBoolean());
        String jitter =
                List.of("none", "full", "equal", "decorrelated", "proportional").get(random.nextInt(5));
        if (random.nextInt(3) > 0) {
            retry.append(",\"backoff\":{\"initial\":\"50ms\",\"max\":\"1s\",\"jitter\":\"" + jitter + "\"}");
        }
        rarely(
                retry,
                ",\"retryAfterMax\":" + time(0, 5) + ",\"overRetryAfterMax\":\""
                        + (random.nextBoolean() ? "backoff" : "giveUp") + "\"");
        rarely(
                retry,
                ",\"budget\":"
                        + switch (random.nextInt(4)) {
                            case 0 -> "{\"type\":\"tokenBucket\",\"capacity\":" + number(1, 50) + "}";
                            case 1 -> "{\"type\":\"tokenBucket\",\"capacity\":5,\"retryCost\":1,\"deposit\":0.1}";
                            case 2 -> "{\"type\":\"ratio\",\"ratio\":" + number(0, 1) + ",\"minimumPerSecond\":0}";
                            default -> "{\"type\":\"throttling\",\"maxTokens\":" + number(1, 20) + "}";
                        });
        return retry.append('}').toString();
    }

    private String breaker() {
        boolean count = random.nextBoolean();
        String window = count
                ? "{\"type\":\"count\",\"size\":" + (1 + random.nextInt(20)) + "}"
                : "{\"type\":\"time\",\"size\":" + (1 + random.nextInt(10)) + "}";
        return "{\"slidingWindow\":" + window + ",\"minimumCalls\":" + (1 + random.nextInt(10))
                + ",\"failureRateThreshold\":" + number(0.05, 1) + ",\"slowCallDuration\":" + time(0.05, 1)
                + ",\"slowCallRateThreshold\":" + number(0.1, 1) + ",\"waitInOpen\":" + time(0.1, 5)
                + ",\"waitInOpenMultiplier\":" + number(1, 2) + ",\"permittedCallsInHalfOpen\":"
                + (1 + random.nextInt(5)) + ",\"maxWaitInHalfOpen\":" + time(0, 3) + "}";
    }

    /** What keeps a fallback from being there at once, with a comma before it, or nothing. */
    String ofFallback() {
        StringBuilder all = new StringBuilder();
        maybe(all, ",\"readiness\":" + number(0, 1));
        maybe(all, ",\"coldStart\":" + time(0, 10));
        return all.toString();
    }

    /** A gateway's routing, with a comma before it. */
    String ofGateway() {
        String strategy = List.of("priority", "weighted", "roundRobin", "leastBusy", "lowestLatency")
                .get(random.nextInt(5));
        StringBuilder routing = new StringBuilder(
                ",\"routing\":{\"strategy\":\"" + strategy + "\",\"failover\":" + random.nextBoolean());
        maybe(
                routing,
                ",\"cooldown\":{\"allowedFailures\":" + random.nextInt(4) + ",\"window\":" + time(0.5, 20)
                        + ",\"duration\":" + time(0.5, 10) + "}");
        return routing.append('}').toString();
    }

    private String time(double from, double to) {
        return "\"" + number(Math.max(from, 0.001), to) + "s\"";
    }

    private String number(double from, double to) {
        return String.format(Locale.ROOT, "%.3f", from + (to - from) * random.nextDouble());
    }

    private void maybe(StringBuilder target, String text) {
        if (random.nextBoolean()) {
            target.append(text);
        }
    }

    private void rarely(StringBuilder target, String text) {
        if (random.nextInt(3) == 0) {
            target.append(text);
        }
    }
}
