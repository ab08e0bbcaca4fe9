package dev.blastradius.validation;

import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.RunResult.ComponentResult;
import dev.blastradius.experiment.RunResult.DependencyResult;
import dev.blastradius.experiment.RunResult.Flow;
import dev.blastradius.experiment.RunResult.Latency;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.model.RequestOutcome;
import java.util.Locale;
import java.util.Objects;

/** Finds a quantity in a result by its path, such as {@code components.server.wait.mean}. */
final class Quantities {

    private Quantities() {}

    /** A quantity of a result; {@code a / b} is a quotient of counts. Counts are intervals without a width. */
    static Interval find(RunResult result, String path) {
        int slash = path.indexOf(" / ");
        if (slash >= 0) {
            double quotient = find(result, path.substring(0, slash)).mean()
                    / find(result, path.substring(slash + 3)).mean();
            return new Interval(quotient, quotient, quotient);
        }
        String[] parts = path.split("\\.", 3);
        String id = parts[1];
        return switch (parts[0]) {
            case "flows" -> flow(Objects.requireNonNull(result.flows().get(id), id), parts[2]);
            case "components" ->
                component(Objects.requireNonNull(result.components().get(id), id), parts[2]);
            case "dependencies" ->
                dependency(Objects.requireNonNull(result.dependencies().get(id), id), parts[2]);
            default -> throw new IllegalArgumentException(path);
        };
    }

    private static Interval flow(Flow flow, String name) {
        return switch (name) {
            case "requests" -> count(flow.requests());
            case "share.late" -> flow.late();
            default -> {
                if (name.startsWith("share.")) {
                    String outcome = name.substring("share.".length()).toUpperCase(Locale.ROOT);
                    yield Objects.requireNonNull(flow.share().get(RequestOutcome.valueOf(outcome)));
                }
                yield latency(flow.latency(), name, "latency.");
            }
        };
    }

    private static Interval component(ComponentResult component, String name) {
        return switch (name) {
            case "arrivals" -> count(component.arrivals());
            case "utilisation" -> Objects.requireNonNull(component.utilisation());
            case "busyServers" -> component.busyServers();
            case "queueLength" -> component.queueLength();
            case "wait.mean" -> component.waitMean();
            case "wait.p99" -> component.waitP99();
            default -> latency(component.response(), name, "response.");
        };
    }

    private static Interval dependency(DependencyResult dependency, String name) {
        return switch (name) {
            case "attempts" -> count(dependency.attempts());
            case "calls" -> count(dependency.calls());
            case "retries" -> count(dependency.retries());
            case "budgetDenied" -> count(dependency.budgetDenied());
            case "amplification" -> dependency.amplification();
            case "breaker.opened" ->
                Objects.requireNonNull(dependency.breaker()).opened();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Interval latency(Latency latency, String name, String prefix) {
        if (!name.startsWith(prefix)) {
            throw new IllegalArgumentException(name);
        }
        return switch (name.substring(prefix.length())) {
            case "mean" -> latency.mean();
            case "p50" -> latency.p50();
            case "p95" -> latency.p95();
            case "p99" -> latency.p99();
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Interval count(long count) {
        return new Interval(count, count, count);
    }
}
