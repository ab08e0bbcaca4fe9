package dev.blastradius.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.policy.Script.Step;
import dev.blastradius.testing.PolicyFiles;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every kind of retry budget keeps the laws of src/test/resources/policies/budgets, in the file named after its type. Steps:
 *
 * <ul>
 *   <li>{@code "TIME first"}: a first try;
 *   <li>{@code "TIME retry -> yes"} or {@code no}, with {@code after timeout} where the attempt before it has timed out;
 *   <li>{@code "TIME fails"}: an attempt has failed;
 *   <li>{@code "TIME fails-and-retries -> yes"} or {@code no}: both, one after the other;
 *   <li>{@code "TIME succeeds"}, with {@code retries N} and {@code after timeout} where they matter.
 * </ul>
 *
 * {@code 3x} before the word does it so many times, each with the same answer.
 */
class BudgetScriptsTest {

    static Stream<Script> scripts() throws IOException {
        Stream<Script> all = Stream.empty();
        for (String budget : PolicyFiles.budgets()) {
            all = Stream.concat(all, Script.of(budget));
        }
        return all;
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void aBudgetKeepsItsLaws(Script script) {
        Budget budget = script.policy(RetryBudget.TYPE).open();
        for (Step step : script.steps()) {
            for (int i = 0; i < step.times(); i++) {
                assertEquals(
                        step.expected(),
                        answer(budget, step),
                        step.text() + ", time " + (i + 1) + " of " + step.times());
            }
        }
    }

    private static String answer(Budget budget, Step step) {
        boolean afterTimeout = step.after("after", "").equals("timeout");
        switch (step.verb()) {
            case "first" -> budget.firstTry(step.now());
            case "fails" -> budget.failed(step.now());
            case "fails-and-retries" -> {
                budget.failed(step.now());
                return budget.mayRetry(step.now(), afterTimeout) ? "yes" : "no";
            }
            case "retry" -> {
                return budget.mayRetry(step.now(), afterTimeout) ? "yes" : "no";
            }
            case "succeeds" -> budget.succeeded(step.now(), Integer.parseInt(step.after("retries", "0")), afterTimeout);
            default -> throw new IllegalArgumentException(step.text());
        }
        return Step.NO_ANSWER;
    }
}
