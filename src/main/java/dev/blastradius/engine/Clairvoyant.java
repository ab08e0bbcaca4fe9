package dev.blastradius.engine;

import dev.blastradius.fault.FaultWindow;
import dev.blastradius.fault.Scaling.Scaled;
import dev.blastradius.sim.RandomStream;
import dev.blastradius.sim.Sampler;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says of a request whether some path through the pipeline could have answered it in time: a bound that no policy can better. The
 * clairvoyant caller never waits in a queue and meets no limit of servers or quota; it tries every path side by side, each dependency
 * with all its fallbacks and each gateway with all its targets; it knows when each fault ends, and waits for that where it is still in
 * time; and of as many attempts as the pipeline's retries and hedges allow at a component, each with luck of its own, it makes the one that
 * goes best. In time is within the client's SLO and the user's patience.
 *
 * <p>A request that no fault can touch before its time is up counts as answerable.
 *
 * <p>What it draws is independent of what the run draws, by the request's key: the bound holds for shares of many requests, not for each.
 * Where looking further would take too long, it takes a request for answerable, so that the bound stays one.
 *
 * <p>Everything here is on the event path: it allocates nothing.
 */
final class Clairvoyant {

    /** More attempts than this at a component do not count. */
    private static final int MOST_TRIES = 16;
    /** After so many looks at components a request counts as answerable. */
    private static final int MOST_LOOKS = 600;
    /** How many changes of faults ahead are looked at. */
    private static final int MOST_CHANGES_AHEAD = 8;
    /** Faults that flap more often are looked at only so far. */
    private static final int MOST_EPOCHS = 4_096;

    private static final long NEVER = Long.MAX_VALUE;
    private static final long PURPOSE = 0x2F0B4C47D5A9E3B1L;

    private final Plan plan;
    /** When the faults that act change, in nanoseconds, from 0 on, and what acts from each of these moments on. */
    private final long[] epochs;

    private final FaultBoard[] boards;
    /** Whether nothing acts from each of these moments on. */
    private final boolean[] quiet;
    /** By component: how many attempts the pipeline makes there for one request at most. */
    private final int[] tries;

    private final RandomStream stream = new RandomStream();
    private long key;
    private long limit;
    private boolean whole;
    private int luck;
    private int looks;

    Clairvoyant(Plan plan) {
        this.plan = plan;
        epochs = epochs(plan);
        boards = new FaultBoard[epochs.length];
        quiet = new boolean[epochs.length];
        for (int epoch = 0; epoch < boards.length; epoch++) {
            boards[epoch] = new FaultBoard(plan.faults, plan.components(), plan.dependencies.length);
            quiet[epoch] = true;
            for (int fault = 0; fault < boards[epoch].size(); fault++) {
                boards[epoch].update(fault, epochs[epoch]);
                quiet[epoch] &= !plan.faults.get(fault).isActive(epochs[epoch]);
            }
        }
        tries = new int[plan.components()];
        countTries();
    }

    private static long[] epochs(Plan plan) {
        long[] moments = new long[MOST_EPOCHS];
        int count = 1;
        long now = -1;
        while (count < MOST_EPOCHS) {
            long next = NEVER;
            for (FaultWindow fault : plan.faults) {
                next = Math.min(next, fault.nextChange(now));
            }
            if (next == NEVER) {
                break;
            }
            if (next > 0) {
                moments[count++] = next;
            }
            now = next;
        }
        return Arrays.copyOf(moments, count);
    }

    /** People have changed the pipeline, and with it whom the faults befall. */
    void pipelineChanges(List<FaultWindow> faults) {
        for (int epoch = 0; epoch < boards.length; epoch++) {
            boards[epoch].retarget(faults);
        }
        countTries();
    }

    /** Counts what the present pipeline allows. */
    private void countTries() {
        Arrays.fill(tries, 0);
        for (int component = 0; component < tries.length; component++) {
            if (plan.parts[component] == Plan.Part.CLIENT) {
                spread(component, 1, 0);
            }
        }
    }

    private void spread(int component, int times, int depth) {
        if (depth > tries.length || tries[component] >= MOST_TRIES && depth > 0) {
            return; // as many as ever count, and so below
        }
        tries[component] = Math.min(MOST_TRIES, tries[component] + times);
        RoutingPlan routing = plan.routings[component];
        for (int[] step : routing == null ? plan.steps[component] : new int[][] {routing.targets()}) {
            for (int dependency : step) {
                spreadOver(dependency, times, depth);
                DependencyPlan.Fallbacks fallbacks = plan.dependencies[dependency].fallbacks();
                for (int turn = 0; turn < fallbacks.size(); turn++) {
                    spreadOver(fallbacks.get(turn), times, depth);
                }
            }
        }
    }

    private void spreadOver(int dependency, int times, int depth) {
        DependencyPlan arrow = plan.dependencies[dependency];
        long more = (long) times
                * arrow.retrying().maxAttempts()
                * (1 + arrow.hedging().mostExtra())
                * Math.max(1, arrow.mostCalls());
        spread(arrow.to(), (int) Math.min(MOST_TRIES, more), depth + 1);
    }

    /**
     * Whether some path could answer a request in time.
     *
     * @param requestKey the request's random key
     * @param now when it arrives, in nanoseconds
     */
    boolean couldAnswer(int client, long requestKey, double inputTokens, double outputTokens, long now) {
        Plan.ClientPlan asks = plan.clients[client];
        long patience = asks.patienceNanos() < 0 ? NEVER : asks.patienceNanos();
        long budget = Math.min(asks.sloNanos(), patience);
        limit = budget >= NEVER - now ? NEVER - 1 : now + budget;
        int epoch = epochOf(now);
        if (quiet[epoch] && (epoch + 1 == epochs.length || epochs[epoch + 1] > limit)) {
            return true; // no fault can touch it
        }
        key = RandomStream.mix(requestKey, PURPOSE);
        boolean takesLess = stream.start(requestKey + Purpose.ACCEPTS_DEGRADED).uniform() < asks.acceptsDegraded();
        // Where not even work that takes no time would get through, nothing needs to be drawn; and nearly always the
        // first luck will do.
        if (!isInTime(client, 0, !takesLess, inputTokens, outputTokens, now)) {
            return false;
        }
        for (int round = 0; round < 2; round++) {
            int tried = round == 0 ? 1 : MOST_TRIES;
            if (isInTime(client, tried, true, inputTokens, outputTokens, now)
                    || takesLess && isInTime(client, tried, false, inputTokens, outputTokens, now)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Whether a request could be answered in time.
     *
     * @param lucky how many attempts are drawn at each component at most; 0: none, all work takes no time, and what may go well does
     * @param wholly whether a lesser answer is none
     */
    private boolean isInTime(int client, int lucky, boolean wholly, double input, double output, long now) {
        luck = lucky;
        whole = wholly;
        looks = 0;
        return afterCalls(plan.clients[client].component(), now, input, output) <= limit;
    }

    /** When all that a component calls has answered, if it begins to call at a moment; {@link #NEVER}: not in time. */
    private long afterCalls(int component, long start, double input, double output) {
        RoutingPlan routing = plan.routings[component];
        if (routing != null) {
            long best = NEVER;
            for (int target : routing.targets()) {
                best = Math.min(best, bestOf(target, start, input, output));
            }
            return best;
        }
        long time = start;
        for (int[] step : plan.steps[component]) {
            long end = time;
            for (int dependency : step) {
                if (isNeeded(dependency, component)) {
                    end = Math.max(end, bestOf(dependency, time, input, output));
                }
            }
            if (end > limit) {
                return NEVER;
            }
            time = end;
        }
        return time;
    }

    private boolean isNeeded(int dependency, int caller) {
        DependencyPlan arrow = plan.dependencies[dependency];
        if (arrow.optional() && !whole || arrow.fewestCalls() == 0) {
            return false;
        }
        if (arrow.probability() < 1) {
            if (luck == 0) {
                return false;
            }
            for (int attempt = 0; attempt < Math.min(luck, tries[caller]); attempt++) {
                if (draw(arrow.key(), Purpose.PROBABILITY, attempt) >= arrow.probability()) {
                    return false;
                }
            }
        }
        return true;
    }

    private double draw(long of, long purpose, int attempt) {
        return stream.start(RandomStream.mix(key, of + attempt) + purpose).uniform();
    }

    private long bestOf(int dependency, long start, double input, double output) {
        long best = through(dependency, start, input, output);
        DependencyPlan.Fallbacks fallbacks = plan.dependencies[dependency].fallbacks();
        for (int turn = 0; turn < fallbacks.size(); turn++) {
            best = Math.min(best, through(fallbacks.get(turn), start, input, output));
        }
        return best;
    }

    /** When all calls over a dependency have been answered, made one after another. */
    private long through(int dependency, long start, double input, double output) {
        DependencyPlan arrow = plan.dependencies[dependency];
        long drawing = RandomStream.mix(key, arrow.key());
        double prompt = arrow.tokens().inputOr(input, stream, drawing);
        double answer = arrow.tokens().outputOr(output, stream, drawing);
        long time = start;
        for (int call = 0; call < Math.max(1, arrow.fewestCalls()) && time <= limit; call++) {
            time = once(dependency, time, prompt, answer);
        }
        return time;
    }

    /** When a call is answered that is made now, or whenever faults on the way have changed. */
    private long once(int dependency, long start, double input, double output) {
        DependencyPlan arrow = plan.dependencies[dependency];
        int place = boards[0].place(dependency);
        long best = NEVER;
        int epoch = epochOf(start);
        for (int ahead = 0; ahead <= MOST_CHANGES_AHEAD && epoch < epochs.length; ahead++, epoch++) {
            long sent = Math.max(start, epochs[epoch]);
            if (sent > limit) {
                break;
            }
            FaultBoard board = boards[epoch];
            boolean befallen = board.befalls(place);
            if (!befallen || board.refusal(place, sent) == null && board.loss(place, sent) < 1) {
                double way = arrow.network() == null ? 0 : fastest(arrow.network(), arrow);
                long arrives = sent + EngineLimits.nanos(befallen ? board.time(way, place, sent) : way);
                best = Math.min(best, reach(arrow.to(), arrives, input, output));
            }
            if (!befallen) {
                break; // waiting here gains nothing; waiting at the component is looked at there
            }
        }
        return best;
    }

    private double fastest(Sampler law, DependencyPlan arrow) {
        double fastest = luck == 0 ? 0 : Double.POSITIVE_INFINITY;
        for (int attempt = 0; attempt < Math.min(luck, tries[arrow.to()]); attempt++) {
            stream.start(RandomStream.mix(key, arrow.key() + attempt) + Purpose.NETWORK);
            fastest = Math.min(fastest, law.sample(stream));
        }
        return fastest;
    }

    /** When a component answers what comes at a moment, at once or whenever its faults have changed. */
    private long reach(int component, long at, double input, double output) {
        if (at > limit || whole && plan.qualities[component] < 1) {
            return NEVER;
        }
        if (++looks > MOST_LOOKS) {
            return at;
        }
        long best = NEVER;
        int epoch = epochOf(at);
        for (int ahead = 0; ahead <= MOST_CHANGES_AHEAD && epoch < epochs.length; ahead++, epoch++) {
            long begins = Math.max(at, epochs[epoch]);
            if (begins > limit) {
                break;
            }
            boolean befallen = boards[epoch].befalls(component);
            if (!befallen || starts(boards[epoch], component, begins)) {
                best = Math.min(best, answer(component, begins, befallen ? boards[epoch] : null, input, output));
            }
            if (!befallen) {
                break;
            }
        }
        return best;
    }

    private static boolean starts(FaultBoard board, int component, long now) {
        return board.refusal(component, now) == null
                && board.loss(component, now) < 1
                && board.cut(component, now) < 1
                && !board.halts(component, now)
                && board.factor(Scaled.SERVERS, component, now) > 0
                && board.factor(Scaled.QUOTA, component, now) > 0;
    }

    /** When a component answers that begins at a moment. */
    private long answer(int component, long begins, @Nullable FaultBoard board, double input, double output) {
        if (plan.parts[component] == Plan.Part.BUFFER || plan.parts[component] == Plan.Part.STATIC) {
            return begins;
        }
        StationPlan station = plan.stations[component];
        int attempts = Math.max(1, Math.min(luck, tries[component]));
        long worked = NEVER;
        long found = NEVER;
        for (int attempt = 0; attempt < attempts; attempt++) {
            long own = ownTime(component, station, attempt, begins, board, output);
            long ends = own >= NEVER - begins ? NEVER : begins + own;
            boolean worthwhile = ends < worked || station.hitRate() > 0 && ends < found;
            if (worthwhile && ends <= limit && !fails(component, station, attempt, begins, ends, board)) {
                worked = Math.min(worked, ends);
                found = hits(component, station, attempt, board, begins) ? Math.min(found, ends) : found;
            }
        }
        if (worked == NEVER) {
            return NEVER;
        }
        long answered = Math.min(found, afterCalls(component, worked, input, output));
        return answered <= limit && isSound(component, attempts, answered) ? answered : NEVER;
    }

    private long ownTime(
            int component, StationPlan station, int attempt, long begins, @Nullable FaultBoard board, double output) {
        if (luck == 0) {
            return 0;
        }
        double spread = board == null ? 1 : board.factor(Scaled.SPREAD, component, begins);
        stream.start(RandomStream.mix(key, plan.componentKeys[component] + attempt) + Purpose.OWN_TIME);
        double seconds = 0;
        if (station.latency() != null) {
            seconds = station.latency().sample(stream, spread);
        } else if (station.firstToken() != null && station.tokensPerSecond() != null) {
            seconds = station.firstToken().sample(stream, spread)
                    + output / station.tokensPerSecond().sample(stream);
        }
        return EngineLimits.nanos(board == null ? seconds : board.time(seconds, component, begins));
    }

    /** Whether an attempt is lost, breaks off or ends in an error. */
    private boolean fails(
            int component, StationPlan station, int attempt, long begins, long ends, @Nullable FaultBoard board) {
        double survives = 1 - station.errorRate();
        FaultBoard then = boards[epochOf(ends)];
        if (then.befalls(component)) {
            survives *= 1 - then.failure(component, ends);
        }
        if (board != null) {
            survives *= (1 - board.loss(component, begins)) * (1 - board.cut(component, begins));
        }
        return survives <= 0
                || survives < 1 && luck > 0 && draw(plan.componentKeys[component], Purpose.ERROR, attempt) >= survives;
    }

    private boolean hits(int component, StationPlan station, int attempt, @Nullable FaultBoard board, long now) {
        double rate = station.hitRate();
        if (rate > 0 && board != null) {
            rate *= board.factor(Scaled.HITS, component, now);
        }
        return rate > 0 && (luck == 0 || draw(plan.componentKeys[component], Purpose.HIT, attempt) < rate);
    }

    /** Whether the answer of one attempt is neither useless nor silently wrong. */
    private boolean isSound(int component, int attempts, long answered) {
        FaultBoard board = boards[epochOf(answered)];
        if (!board.befalls(component)) {
            return true;
        }
        for (int attempt = 0; attempt < (luck == 0 ? MOST_TRIES : attempts); attempt++) {
            long drawing = RandomStream.mix(key, plan.componentKeys[component] + attempt);
            if (board.spoilt(component, answered, drawing, stream) == null) {
                return true;
            }
        }
        return false;
    }

    /** Which epoch a moment is in. */
    private int epochOf(long moment) {
        int low = 0;
        int high = epochs.length - 1;
        while (low < high) {
            int middle = (low + high + 1) >>> 1;
            if (epochs[middle] <= moment) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return low;
    }
}
