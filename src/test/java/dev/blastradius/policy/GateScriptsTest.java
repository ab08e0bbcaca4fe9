package dev.blastradius.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.policy.Script.Step;
import dev.blastradius.sim.RandomStream;
import dev.blastradius.testing.PolicyFiles;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every policy that lets attempts through or refuses them keeps the laws of src/test/resources/policies, in the file named after its
 * key. Steps:
 *
 * <ul>
 *   <li>{@code "TIME admit -> ANSWER"}, with {@code under-way N} and {@code draw U} where they matter; the answer is {@code admitted},
 *       {@code refused}, {@code queued} or the time to wait;
 *   <li>{@code "TIME ended OUTCOME"}, with {@code after DURATION} where it matters;
 *   <li>{@code "TIME released"};
 *   <li>{@code "TIME refuses -> yes"} or {@code no};
 *   <li>{@code "TIME queueing -> DURATION"}, the longest there is.
 * </ul>
 *
 * {@code 3x} before the word does it so many times, each with the same answer.
 */
class GateScriptsTest {

    private static final double CLOSE = 1e-3;

    static Stream<Script> scripts() throws IOException {
        Stream<Script> all = Stream.empty();
        for (var policy : Policies.ALL) {
            if (Script.example(policy.key(), policy.type()) instanceof GatePolicy) {
                all = Stream.concat(all, Script.of(policy.key()));
            }
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aGateKeepsItsLaws(Script script) {
        Gate gate = gate(script);
        for (Step step : script.steps()) {
            for (int i = 0; i < step.times(); i++) {
                assertEquals(
                        step.expected(), answer(gate, step), step.text() + ", time " + (i + 1) + " of " + step.times());
            }
        }
    }

    @Test
    void everyFileIsOfAPolicyOrABudget() throws IOException {
        List<String> names = Stream.concat(PolicyFiles.policies().stream(), PolicyFiles.budgets().stream())
                .sorted()
                .toList();
        assertEquals(names, PolicyFiles.found());
    }

    static Gate gate(Script script) {
        for (var policy : Policies.ALL) {
            if (policy.key().equals(script.file())) {
                return assertInstanceOf(GatePolicy.class, script.policy(policy.type()))
                        .gate();
            }
        }
        throw new IllegalArgumentException(script.file());
    }

    private static String answer(Gate gate, Step step) {
        switch (step.verb()) {
            case "admit" -> {
                int underWay = Integer.parseInt(step.after("under-way", "0"));
                return spelled(gate.admit(step.now(), underWay, stream(step.after("draw", "0.5"))));
            }
            case "refuses" -> {
                return gate.refuses(step.now()) ? "yes" : "no";
            }
            case "queueing" -> {
                return Duration.ofNanos(gate.longestQueueing()).text();
            }
            case "ended" -> {
                long nanos = Duration.of(step.after("after", "0s")).nanos();
                gate.ended(step.now(), nanos, outcome(step.after("ended", "")));
            }
            case "released" -> gate.released(step.now());
            default -> throw new IllegalArgumentException(step.text());
        }
        return Step.NO_ANSWER;
    }

    private static String spelled(long answer) {
        if (answer == Gate.ADMITTED) {
            return "admitted";
        }
        if (answer == Gate.REFUSED) {
            return "refused";
        }
        return answer == Gate.QUEUED ? "queued" : Duration.ofNanos(answer).text();
    }

    private static CallOutcome outcome(String word) {
        return Arrays.stream(CallOutcome.values())
                .filter(outcome -> outcome.key().equals(word))
                .findFirst()
                .orElseThrow();
    }

    /** A stream whose first number is near the one asked for. */
    private static RandomStream stream(String draw) {
        double wanted = Double.parseDouble(draw);
        RandomStream stream = new RandomStream();
        long key = 0;
        while (Math.abs(stream.start(RandomStream.mix(1, key)).uniform() - wanted) > CLOSE) {
            key++;
        }
        return stream.start(RandomStream.mix(1, key));
    }
}
