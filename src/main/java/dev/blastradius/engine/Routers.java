package dev.blastradius.engine;

import dev.blastradius.model.CallOutcome;
import dev.blastradius.model.component.Gateway.Strategy;
import dev.blastradius.sim.RandomStream;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the gateways know of their targets, each replica for itself: whose turn it is, who answered how fast of late, and who is
 * left alone for a while. A target's state stands at its guard.
 *
 * <p>Cooldown goes by LiteLLM's rules: each failed attempt counts, retries too; more than the allowed ones within the window cool the
 * target down and begin a new count; a {@code rateLimited} answer cools it down at once where there is another target. So does the
 * choice by latency: failures tell nothing about it, but for time-outs.
 */
final class Routers {

    /** LiteLLM's lowest-latency routing goes by the mean of so many answers. */
    private static final int LATEST = 10;

    /** A ring of failures begins with room for so many, and grows as they come. */
    private static final int FIRST_RING = 16;

    private static final int RATE_LIMITED = CallOutcome.RATE_LIMITED.ordinal();
    private static final int TIMED_OUT = CallOutcome.TIMEOUT.ordinal();

    /** A time-out counts as an answer after so long, with LiteLLM too: 1,000 s. */
    private static final long TIME_OF_NO_ANSWER = 1_000_000_000_000L;

    private final Plan plan;
    private final Guards guards;
    private final RandomStream stream = new RandomStream();
    /** By guard: the dependency, if it is a gateway's; NONE otherwise. */
    private final int[] targetOf;

    private final long[] coolUntil;
    /** By guard: the moments of the latest failures, in a ring of one more than are allowed, or of fewer while there were not so many. */
    private final long[][] failures;

    /** By guard: how many failures its ring is to tell from the allowed ones, and how many there were since its last cooldown. */
    private final int[] allowed;

    private final long[] failureCount;
    private final double[] latest;
    private final int[] answers;
    /** By component: how it was last set up. */
    private final @Nullable RoutingPlan[] prepared;
    /** By replica: how many calls have been sent round. */
    private final int[] turn;

    Routers(Plan plan, Guards guards, int replicas) {
        this.plan = plan;
        this.guards = guards;
        targetOf = new int[guards.size()];
        coolUntil = new long[guards.size()];
        failures = new long[guards.size()][0];
        allowed = new int[guards.size()];
        failureCount = new long[guards.size()];
        latest = new double[guards.size() * LATEST];
        answers = new int[guards.size()];
        prepared = new @Nullable RoutingPlan[plan.components()];
        turn = new int[replicas];
        Arrays.fill(targetOf, Jobs.NONE);
        for (int component = 0; component < plan.components(); component++) {
            prepare(component);
        }
    }

    /** Sets up a gateway as the plan now has it; what is known of a target is kept, but for a cooldown that is another one now. */
    void prepare(int component) {
        RoutingPlan routing = plan.routings[component];
        if (routing == null) {
            return;
        }
        RoutingPlan before = prepared[component];
        boolean anew = before != null && !routing.coolsDownAs(before);
        prepared[component] = routing;
        for (int target : routing.targets()) {
            int first = plan.dependencies[target].firstGuard();
            for (int guard = first; guard < first + plan.stations[component].replicas(); guard++) {
                targetOf[guard] = target;
                if (anew) {
                    coolUntil[guard] = 0;
                    failureCount[guard] = 0;
                }
                if (routing.coolsDown()
                        && (failures[guard].length == 0 || allowed[guard] != routing.allowedFailures())) {
                    allowed[guard] = routing.allowedFailures();
                    failures[guard] = new long[Math.min(allowed[guard] + 1, FIRST_RING)];
                    failureCount[guard] = 0;
                }
            }
        }
    }

    /** Whether a gateway leaves a target alone at the moment. */
    boolean isCooling(int guard, long now) {
        return now < coolUntil[guard];
    }

    /** A gateway's attempt has failed, or that of anybody else, whom it does not concern. */
    void attemptFailed(int guard, int outcome, long now) {
        RoutingPlan routing = routingOf(guard);
        if (routing == null) {
            return;
        }
        if (outcome == TIMED_OUT) {
            answered(guard, TIME_OF_NO_ANSWER);
        }
        if (!routing.coolsDown() || now < coolUntil[guard]) {
            return;
        }
        boolean cools = outcome == RATE_LIMITED && routing.targets().length > 1
                || hasFailedTooOften(guard, now, routing.windowNanos());
        if (cools) {
            coolUntil[guard] = now + routing.cooldownNanos();
            failureCount[guard] = 0;
        }
    }

    private boolean hasFailedTooOften(int guard, long now, long windowNanos) {
        long[] ring = failures[guard];
        long count = failureCount[guard]++;
        int most = allowed[guard] + 1;
        if (count == ring.length && count < most) {
            ring = Arrays.copyOf(ring, (int) Math.min(most, 2 * count));
            failures[guard] = ring;
        }
        ring[(int) (count % ring.length)] = now;
        // The oldest of one more than are allowed lies where the next one will.
        return count >= most - 1 && now - ring[(int) ((count + 1) % most)] <= windowNanos;
    }

    /** The routing that a guard's dependency is a target of; null where it is none, or is none any more. */
    private @Nullable RoutingPlan routingOf(int guard) {
        int target = targetOf[guard];
        RoutingPlan routing = target == Jobs.NONE ? null : plan.routings[plan.dependencies[target].from()];
        return routing == null || routing.placeOf(target) < 0 ? null : routing;
    }

    /** An attempt was answered, after so long. */
    void answered(int guard, long nanos) {
        if (targetOf[guard] != Jobs.NONE) {
            latest[guard * LATEST + answers[guard] % LATEST] = nanos;
            answers[guard]++;
        }
    }

    /**
     * The place among a gateway's targets of the one that a call goes to next: one that can be used, by the gateway's strategy.
     *
     * @param instance the gateway's replica
     * @param tried a bit for each place that the call has been to
     * @param key what chance follows from
     * @return NONE where none can be used
     */
    int choose(int component, int instance, long tried, long key, long now) {
        RoutingPlan routing = plan.routings[component];
        if (routing == null) {
            return Jobs.NONE;
        }
        int replica = instance - plan.stations[component].firstInstance();
        return switch (routing.strategy()) {
            case PRIORITY -> firstUsable(routing, replica, tried, 0, now);
            case ROUND_ROBIN -> inTurn(routing, instance, replica, tried, now);
            case WEIGHTED -> byWeight(routing, replica, tried, key, now);
            case LEAST_BUSY, LOWEST_LATENCY -> least(routing, replica, tried, now);
        };
    }

    private boolean isUsable(RoutingPlan routing, int place, int replica, long tried, long now) {
        if ((tried >> place & 1) != 0) {
            return false;
        }
        int guard = plan.dependencies[routing.targets()[place]].firstGuard() + replica;
        return now >= coolUntil[guard] && !guards.refuses(guard, now);
    }

    private int firstUsable(RoutingPlan routing, int replica, long tried, int from, long now) {
        int count = routing.targets().length;
        for (int step = 0; step < count; step++) {
            int place = (from + step) % count;
            if (isUsable(routing, place, replica, tried, now)) {
                return place;
            }
        }
        return Jobs.NONE;
    }

    private int inTurn(RoutingPlan routing, int instance, int replica, long tried, long now) {
        int place = firstUsable(routing, replica, tried, turn[instance], now);
        if (place != Jobs.NONE) {
            turn[instance] = (place + 1) % routing.targets().length;
        }
        return place;
    }

    private int byWeight(RoutingPlan routing, int replica, long tried, long key, long now) {
        double sum = 0;
        for (int place = 0; place < routing.targets().length; place++) {
            if (isUsable(routing, place, replica, tried, now)) {
                sum += routing.weights()[place];
            }
        }
        double left = stream.start(key + Purpose.ROUTE).uniform() * sum;
        int last = Jobs.NONE;
        for (int place = 0; place < routing.targets().length; place++) {
            if (routing.weights()[place] > 0 && isUsable(routing, place, replica, tried, now)) {
                last = place;
                left -= routing.weights()[place];
                if (left < 0) {
                    return place;
                }
            }
        }
        return last;
    }

    private int least(RoutingPlan routing, int replica, long tried, long now) {
        int best = Jobs.NONE;
        double least = Double.POSITIVE_INFINITY;
        for (int place = 0; place < routing.targets().length; place++) {
            if (isUsable(routing, place, replica, tried, now)) {
                int guard = plan.dependencies[routing.targets()[place]].firstGuard() + replica;
                double value = routing.strategy() == Strategy.LEAST_BUSY ? guards.underWay(guard) : meanLatency(guard);
                if (value < least) {
                    least = value;
                    best = place;
                }
            }
        }
        return best;
    }

    private double meanLatency(int guard) {
        int count = Math.min(answers[guard], LATEST);
        double sum = 0;
        for (int i = 0; i < count; i++) {
            sum += latest[guard * LATEST + i];
        }
        return count == 0 ? 0 : sum / count;
    }
}
