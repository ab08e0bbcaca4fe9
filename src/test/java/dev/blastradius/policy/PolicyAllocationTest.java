package dev.blastradius.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.sim.Allocation;
import dev.blastradius.sim.RandomStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What gates and budgets do for an attempt allocates nothing; each policy that has laws as data is tried. */
class PolicyAllocationTest {

    private static final int ATTEMPTS = 100_000;
    private static final CallOutcome[] OUTCOMES = CallOutcome.values();

    private final RandomStream random = new RandomStream().start(7);
    private long now;

    static Stream<Script> gates() throws IOException {
        return GateScriptsTest.scripts();
    }

    static Stream<Script> budgets() throws IOException {
        return BudgetScriptsTest.scripts();
    }

    @ParameterizedTest
    @MethodSource("gates")
    void aGateAllocatesNothingOnceItIsMade(Script script) {
        Gate gate = GateScriptsTest.gate(script);
        assertEquals(0, Allocation.bytesInSteadyState(() -> {
            for (int i = 0; i < ATTEMPTS; i++) {
                now += random.below(100_000_000);
                gate.refuses(now);
                if (gate.admit(now, random.below(50), random) == Gate.REFUSED) {
                    continue;
                }
                if (random.below(10) == 0) {
                    gate.released(now);
                } else {
                    gate.ended(now, random.below(1_000_000_000), OUTCOMES[random.below(OUTCOMES.length)]);
                }
            }
        }));
    }

    @ParameterizedTest
    @MethodSource("budgets")
    void aBudgetAllocatesNothingOnceItIsMade(Script script) {
        Budget budget = script.policy(RetryBudget.TYPE).open();
        assertEquals(0, Allocation.bytesInSteadyState(() -> {
            for (int i = 0; i < ATTEMPTS; i++) {
                now += random.below(100_000_000);
                budget.firstTry(now);
                budget.failed(now);
                budget.mayRetry(now, random.below(2) == 0);
                budget.succeeded(now, random.below(2), random.below(2) == 0);
            }
        }));
    }
}
