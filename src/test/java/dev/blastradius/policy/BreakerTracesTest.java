package dev.blastradius.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.policy.BreakerGate.State;
import dev.blastradius.policy.CircuitBreaker.SlidingWindow;
import dev.blastradius.sim.RandomStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * 138 sequences of calls that were run through resilience4j-circuitbreaker 2.3.0 and 2.4.0 with a controlled clock
 * (src/test/resources/validation/README.md): the circuit breaker here agrees at every step.
 */
class BreakerTracesTest {

    private static final long MILLISECOND = 1_000_000;

    /** One sequence, named in the tests' output. */
    record Trace(String name, JsonNode config, JsonNode transitions, JsonNode steps) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Trace> traces() throws IOException {
        JsonNode file = new ObjectMapper()
                .readTree(Path.of("src", "test", "resources", "validation", "breaker-traces.json")
                        .toFile());
        return StreamSupport.stream(file.get("traces").spliterator(), false)
                .map(trace -> new Trace(
                        trace.get("name").asText() + " (" + trace.get("kind").asText() + ")",
                        trace.get("config"),
                        trace.get("transitions"),
                        trace.get("steps")));
    }

    @Test
    void thereAre138Sequences() throws IOException {
        assertEquals(138, traces().count());
    }

    @ParameterizedTest
    @MethodSource("traces")
    void everyPermissionAndEveryStateIsResilience4js(Trace trace) {
        BreakerGate gate = gate(trace.config(), (at, from, to) -> {});
        RandomStream stream = new RandomStream();
        for (int i = 0; i < trace.steps().size(); i++) {
            JsonNode step = trace.steps().get(i);
            String where = "step " + i + " " + step;
            long now = step.get(1).asLong() * MILLISECOND;
            switch (step.get(0).asText()) {
                case "a" -> assertEquals(step.get(3).asBoolean(), gate.admit(now, 0, stream) == Gate.ADMITTED, where);
                case "r" -> end(gate, now, step.get(3).asText(), step.get(4).asLong() * MILLISECOND);
                default -> assertEquals("c", step.get(0).asText());
            }
            State expected = State.valueOf(step.get(step.size() - 1).asText());
            assertEquals(expected, gate.state(now), where);
            boolean refuses = gate.refuses(now);
            assertTrue(expected != State.CLOSED || !refuses, where);
        }
    }

    /** At the moment of the transition, also where it is noticed only later. */
    @ParameterizedTest
    @MethodSource("traces")
    void everyTransitionIsToldWithItsMoment(Trace trace) {
        List<String> told = new ArrayList<>();
        BreakerGate gate = gate(
                trace.config(), (at, from, to) -> told.add("[%d,\"%s\",\"%s\"]".formatted(at / MILLISECOND, from, to)));
        RandomStream stream = new RandomStream();
        for (JsonNode step : trace.steps()) {
            long now = step.get(1).asLong() * MILLISECOND;
            switch (step.get(0).asText()) {
                case "a" -> gate.admit(now, 0, stream);
                case "r" -> end(gate, now, step.get(3).asText(), step.get(4).asLong() * MILLISECOND);
                default -> gate.state(now);
            }
        }
        List<String> expected = new ArrayList<>();
        trace.transitions().forEach(each -> expected.add(each.toString()));
        assertEquals(expected, told);
    }

    private static void end(BreakerGate gate, long now, String outcome, long nanos) {
        switch (outcome) {
            case "success" -> gate.ended(now, nanos, CallOutcome.OK);
            case "error" -> gate.ended(now, nanos, CallOutcome.ERROR);
            case "ignored" -> gate.released(now);
            default -> throw new IllegalArgumentException(outcome);
        }
    }

    private static BreakerGate gate(JsonNode config, BreakerGate.StateChange listener) {
        long size = config.get("slidingWindowSize").asLong();
        boolean byTime = config.get("slidingWindowType").asText().equals("TIME_BASED");
        JsonNode wait = config.get("waitInOpen");
        boolean grows = wait.get("type").asText().equals("exponential");
        CircuitBreaker policy = new CircuitBreaker(
                byTime ? new SlidingWindow.Time(size) : new SlidingWindow.Count(size),
                config.get("minimumNumberOfCalls").asLong(),
                share(config.get("failureRateThreshold")),
                millis(config.get("slowCallDurationThresholdMs")),
                share(config.get("slowCallRateThreshold")),
                millis(wait.get(grows ? "initialMs" : "ms")),
                grows ? wait.get("multiplier").asDouble() : null,
                grows ? millis(wait.get("maxMs")) : null,
                config.get("permittedNumberOfCallsInHalfOpenState").asLong(),
                millis(config.get("maxWaitDurationInHalfOpenStateMs")));
        return policy.gate(
                config.get("automaticTransitionFromOpenToHalfOpenEnabled").asBoolean(), listener);
    }

    private static Duration millis(JsonNode node) {
        return Duration.ofNanos(node.asLong() * MILLISECOND);
    }

    private static double share(JsonNode percent) {
        return new BigDecimal(percent.asText()).movePointLeft(2).doubleValue();
    }
}
