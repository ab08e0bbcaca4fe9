package dev.blastradius.engine;

import dev.blastradius.policy.BreakerGate;
import dev.blastradius.policy.BreakerGate.State;
import dev.blastradius.policy.BreakerGate.StateChange;
import dev.blastradius.policy.Budget;
import dev.blastradius.policy.CircuitBreaker;
import dev.blastradius.policy.Gate;
import dev.blastradius.policy.GatePolicy;
import dev.blastradius.policy.Policies;
import dev.blastradius.policy.RetryBudget;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What the callers' policies know: for each dependency and each replica of its caller one guard, with the state of the policies on
 * it, the attempts under way, and the line of those that wait for a place. Replicas share nothing, as in life.
 *
 * <p>Each sort of gate has its slot, in the order in which policies wrap each other; so a policy that is added or taken away in
 * mid-run does not shift the others.
 */
final class Guards {

    /** Slots of a guard: one for each policy that there is, whether or not it is a gate. */
    static final int SLOTS = Policies.ALL.size();

    private final @Nullable Gate[] gates;
    /** Since which change of the plan a gate is there. */
    private final int[] gateSince;

    /** By guard: who is told of what its breaker does; null as long as it has had none. */
    private final @Nullable StateChange[] watches;

    private final boolean[] gated;
    private final @Nullable Budget[] budgets;
    private final int[] underWay;
    private final int[] lineHead;
    private final int[] lineTail;
    private final ReplicationResult result;
    private int change;

    Guards(Plan plan, ReplicationResult result) {
        this.result = result;
        int count = 0;
        for (DependencyPlan dependency : plan.dependencies) {
            count += plan.stations[dependency.from()].replicas();
        }
        gates = new @Nullable Gate[count * SLOTS];
        gateSince = new int[count * SLOTS];
        watches = new @Nullable StateChange[count];
        gated = new boolean[count];
        budgets = new @Nullable Budget[count];
        underWay = new int[count];
        lineHead = new int[count];
        lineTail = new int[count];
        Arrays.fill(lineHead, Jobs.NONE);
        Arrays.fill(lineTail, Jobs.NONE);
        for (int number = 0; number < plan.dependencies.length; number++) {
            DependencyPlan dependency = plan.dependencies[number];
            int replicas = plan.stations[dependency.from()].replicas();
            for (int guard = dependency.firstGuard(); guard < dependency.firstGuard() + replicas; guard++) {
                for (int slot = 0; slot < SLOTS; slot++) {
                    setGate(guard, slot, number, dependency.gates());
                }
                budgets[guard] = budget(dependency);
            }
        }
    }

    private void setGate(int guard, int slot, int dependency, List<@Nullable GatePolicy> policies) {
        GatePolicy policy = slot < policies.size() ? policies.get(slot) : null;
        Gate gate = policy == null ? null : open(policy, guard, dependency);
        gates[guard * SLOTS + slot] = gate;
        gated[guard] |= gate != null;
    }

    private Gate open(GatePolicy policy, int guard, int dependency) {
        return policy instanceof CircuitBreaker breaker ? breaker.gate(false, watch(guard, dependency)) : policy.gate();
    }

    /** One breaker after the other at a guard is one to whoever counts them. */
    private StateChange watch(int guard, int dependency) {
        StateChange watch = watches[guard];
        if (watch == null) {
            watch = result.dependency(dependency).breaker().watch();
            watches[guard] = watch;
        }
        return watch;
    }

    /** A breaker that is taken away is open no longer. */
    private void retire(int guard, int slot, long now) {
        StateChange watch = watches[guard];
        if (watch != null && gates[guard * SLOTS + slot] instanceof BreakerGate breaker) {
            watch.changed(now, breaker.state(now), State.CLOSED);
        }
    }

    /** Breakers tell what has become due without anybody asking them. */
    void bringUpToDate(long now) {
        for (Gate gate : gates) {
            if (gate instanceof BreakerGate breaker) {
                breaker.state(now);
            }
        }
    }

    private static @Nullable Budget budget(DependencyPlan dependency) {
        RetryBudget budget = dependency.retrying().budget();
        return budget == null ? null : budget.open();
    }

    /**
     * A dependency has other policies from now on. What a policy knows is kept where the policy is the same as before; a changed one
     * begins anew, and hears nothing of the attempts that the one before had let through.
     *
     * @param replicas how many guards it has
     */
    void planChanged(int dependency, DependencyPlan before, DependencyPlan after, int replicas, long now) {
        change++;
        for (int guard = after.firstGuard(); guard < after.firstGuard() + replicas; guard++) {
            boolean any = false;
            for (int slot = 0; slot < SLOTS; slot++) {
                if (!Objects.equals(policy(before, slot), policy(after, slot))) {
                    retire(guard, slot, now);
                    setGate(guard, slot, dependency, after.gates());
                    gateSince[guard * SLOTS + slot] = change;
                }
                any |= gates[guard * SLOTS + slot] != null;
            }
            gated[guard] = any;
            if (!Objects.equals(before.retrying().budget(), after.retrying().budget())) {
                budgets[guard] = budget(after);
            }
        }
    }

    private static @Nullable GatePolicy policy(DependencyPlan plan, int slot) {
        return slot < plan.gates().size() ? plan.gates().get(slot) : null;
    }

    /** How often the plan has changed. */
    int change() {
        return change;
    }

    /** Whether a guard has any gate. */
    boolean isGated(int guard) {
        return gated[guard];
    }

    /** A guard's gate in a slot; null: none. */
    @Nullable
    Gate gate(int guard, int slot) {
        return gates[guard * SLOTS + slot];
    }

    /** Whether the gate in a slot is the one that was there when the plan had changed so often. */
    boolean isSameSince(int guard, int slot, int seen) {
        return gateSince[guard * SLOTS + slot] <= seen;
    }

    /** A guard's retry budget; null: none. */
    @Nullable
    Budget budget(int guard) {
        return budgets[guard];
    }

    /** Whether a gate would refuse an attempt now. */
    boolean refuses(int guard, long now) {
        if (gated[guard]) {
            for (int slot = 0; slot < SLOTS; slot++) {
                Gate gate = gates[guard * SLOTS + slot];
                if (gate != null && gate.refuses(now)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Attempts that have passed the gates and have not ended. */
    int underWay(int guard) {
        return underWay[guard];
    }

    void began(int guard) {
        underWay[guard]++;
    }

    void ended(int guard) {
        underWay[guard]--;
    }

    /** The call that has waited for a place the longest; NONE: nobody waits. */
    int firstInLine(int guard) {
        return lineHead[guard];
    }

    /** Puts a call at the end of a guard's line. */
    void join(int guard, int call, CallPool calls) {
        int last = lineTail[guard];
        calls.lineNext[call] = Jobs.NONE;
        calls.linePrevious[call] = last;
        calls.inLine[call] = true;
        if (last == Jobs.NONE) {
            lineHead[guard] = call;
        } else {
            calls.lineNext[last] = call;
        }
        lineTail[guard] = call;
    }

    /** Takes a call out of a guard's line, wherever in it it stands. */
    void leave(int guard, int call, CallPool calls) {
        int before = calls.linePrevious[call];
        int after = calls.lineNext[call];
        if (before == Jobs.NONE) {
            lineHead[guard] = after;
        } else {
            calls.lineNext[before] = after;
        }
        if (after == Jobs.NONE) {
            lineTail[guard] = before;
        } else {
            calls.linePrevious[after] = before;
        }
        calls.inLine[call] = false;
    }

    /** How many guards there are. */
    int size() {
        return underWay.length;
    }
}
