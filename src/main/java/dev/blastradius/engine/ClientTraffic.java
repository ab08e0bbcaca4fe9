package dev.blastradius.engine;

import dev.blastradius.engine.Plan.ClientPlan;
import dev.blastradius.fault.Scaling.Scaled;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.sim.EventList;
import dev.blastradius.sim.RandomStream;
import dev.blastradius.sim.Sampler;
import dev.blastradius.sim.Samplers;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * When the clients' requests are sent, with and without a fault on the traffic.
 *
 * <p>A fault that thins the traffic drops requests; one that adds to it adds requests beside those that come anyway. So the requests that
 * come with and without the fault are the same ones, and can be compared with themselves. What is added to Poisson, constant and
 * renewal arrivals is an independent Poisson process; what is added to bursty and recorded ones is copies of their own requests
 * within the following second, so that bursts stay bursts. Users of closed traffic think, or pace themselves, so much faster, those
 * who do so when the fault begins or ends included; along a ramp, as fast as when they began.
 */
final class ClientTraffic {

    /** Sends a request. */
    interface Sender {
        void send(int client, int user, long number, long key, int inputTokens, int outputTokens);
    }

    private static final double COPIES_WITHIN_NANOS = 1e9;
    private static final long NEVER = Long.MAX_VALUE;
    private static final double AWAKE = -1;
    /** Of a user: no longer there. */
    private static final double GONE = -2;

    private final Plan plan;
    private final Span span;
    private final EventList events;
    private final FaultBoard board;
    private final Sender sender;
    private final RandomStream stream = new RandomStream();
    private final long[] keys;
    /** How often a client's traffic has become another one: events of its former traffic mean nothing any more. */
    private final int[] changes;
    /** How many requests a client had sent when its traffic last changed. */
    private final long[] sentBefore;
    /** The number that a recording's first request has, or would have if all of it were sent. */
    private final long[] recordedFrom;

    private final @Nullable ArrivalProcess[] processes;
    private final RandomStream[] extraStreams;
    private final double[] extraRates;
    private final int[] extraStamps;
    private final long[] sent;
    private final long[] extraSent;
    private final @Nullable Sampler[] thinkTime;
    private final @Nullable Sampler[] pace;
    /** By client: how many users there are now. */
    private final int[] users;
    /** By client: how many requests each of its users has sent. */
    private final long[][] sentByUser;
    /** By client: when each of its users sends the next request; {@link #NEVER} while the user waits for an answer or is kept away. */
    private final long[][] sendsAt;
    /** By client: how long each user who rests has yet to rest at a factor of 1, in nanoseconds, as of {@link #restSince}; -1: awake; -2: gone. */
    private final double[][] restLeft;

    private final long[][] restSince;
    /** By client: how fast each user's rest goes by. */
    private final double[][] restPace;

    ClientTraffic(Plan plan, Span span, EventList events, FaultBoard board, long replicationKey, Sender sender) {
        this.plan = plan;
        this.span = span;
        this.events = events;
        this.board = board;
        this.sender = sender;
        int clients = plan.clients.length;
        keys = new long[clients];
        changes = new int[clients];
        sentBefore = new long[clients];
        recordedFrom = new long[clients];
        processes = new ArrivalProcess[clients];
        extraStreams = new RandomStream[clients];
        extraRates = new double[clients];
        extraStamps = new int[clients];
        sent = new long[clients];
        extraSent = new long[clients];
        thinkTime = new Sampler[clients];
        pace = new Sampler[clients];
        users = new int[clients];
        sentByUser = new long[clients][0];
        sendsAt = new long[clients][0];
        restLeft = new double[clients][0];
        restSince = new long[clients][0];
        restPace = new double[clients][0];
        for (int client = 0; client < clients; client++) {
            keys[client] = RandomStream.mix(replicationKey, plan.componentKeys[plan.clients[client].component()]);
            extraStreams[client] = new RandomStream().start(keys[client] + Purpose.EXTRA_ARRIVALS);
            prepare(client);
        }
    }

    /** Makes ready what a client's traffic needs from now on. */
    private void prepare(int client) {
        ClientPlan client0 = plan.clients[client];
        Traffic traffic = client0.traffic();
        Traffic.Closed closed = traffic instanceof Traffic.Closed it ? it : null;
        thinkTime[client] = closed == null ? null : sampler(closed.thinkTime());
        pace[client] = closed == null ? null : sampler(closed.pace());
        users[client] = closed == null ? 0 : Math.toIntExact(closed.users());
        int before = sendsAt[client].length;
        if (users[client] > before) {
            sentByUser[client] = Arrays.copyOf(sentByUser[client], users[client]);
            sendsAt[client] = Arrays.copyOf(sendsAt[client], users[client]);
            restLeft[client] = Arrays.copyOf(restLeft[client], users[client]);
            restSince[client] = Arrays.copyOf(restSince[client], users[client]);
            restPace[client] = Arrays.copyOf(restPace[client], users[client]);
            Arrays.fill(sendsAt[client], before, users[client], NEVER);
            Arrays.fill(restLeft[client], before, users[client], GONE);
        }
        processes[client] = null;
        if (traffic != null && closed == null) {
            Recording recording = client0.recording();
            long key = keys[client] + Purpose.ARRIVALS;
            processes[client] = ArrivalProcess.of(
                    traffic,
                    recording,
                    changes[client] == 0 ? key : RandomStream.mix(key, changes[client]),
                    events.now() / 1e9,
                    span.duration() / 1e9);
            sentBefore[client] = sent[client];
            recordedFrom[client] =
                    recording == null ? 0 : sent[client] - ArrivalProcess.firstAt(recording, events.now());
        }
    }

    private static @Nullable Sampler sampler(@Nullable Distribution distribution) {
        return distribution == null ? null : Samplers.of(distribution);
    }

    /** Schedules every client's first request. */
    void start() {
        for (int client = 0; client < plan.clients.length; client++) {
            begin(client);
        }
    }

    private void begin(int client) {
        if (processes[client] != null) {
            scheduleNext(client);
        }
        for (int user = 0; user < users[client]; user++) {
            if (restLeft[client][user] == GONE) {
                rest(client, user, 0, factor(client));
            }
        }
    }

    /**
     * A client's traffic has become another one: it goes on with that from now on. Users who rest have the same share of their rest
     * before them; of those there are more or fewer, the further ones send at once, and the surplus ones do not come again.
     */
    void changed(int client) {
        changes[client]++;
        double meanBefore = meanRest(client);
        prepare(client);
        double stretch = meanRest(client) / meanBefore;
        for (int user = 0; user < sendsAt[client].length; user++) {
            if (restLeft[client][user] < 0) {
                continue;
            }
            if (user >= users[client]) {
                restLeft[client][user] = GONE;
                sendsAt[client][user] = NEVER;
            } else if (Double.isFinite(stretch) && stretch != 1) {
                rest(client, user, restLeftNow(client, user) * stretch, restPace[client][user]);
            }
        }
        begin(client);
        faultChanges(client);
    }

    private double meanRest(int client) {
        Sampler think = thinkTime[client];
        Sampler paced = pace[client];
        return think != null ? think.mean() : paced != null ? paced.mean() : 0;
    }

    private double restLeftNow(int client, int user) {
        double gone = (events.now() - restSince[client][user]) * restPace[client][user];
        return Math.max(0, restLeft[client][user] - gone);
    }

    private void scheduleNext(int client) {
        ArrivalProcess process = processes[client];
        long time = process == null ? Long.MAX_VALUE : process.next();
        if (time < span.duration()) {
            events.schedule(Math.max(time, events.now()), Event.ARRIVAL, client, changes[client]);
        }
    }

    /** The factor on a client's traffic now. */
    private double factor(int client) {
        int component = plan.clients[client].component();
        return board.befalls(component) ? board.factor(Scaled.TRAFFIC, component, events.now()) : 1;
    }

    /** A client's next request. */
    void arrival(int client, int change) {
        if (change != changes[client]) {
            return;
        }
        long number = sent[client]++;
        long key = RandomStream.mix(keys[client], number);
        double factor = factor(client);
        if (factor >= 1 || stream.start(key + Purpose.THINNING).uniform() < factor) {
            Recording recording = plan.clients[client].recording();
            int index = (int) (number - recordedFrom[client]);
            sender.send(
                    client,
                    Jobs.NONE,
                    number,
                    key,
                    recording == null ? -1 : recording.inputTokens(index),
                    recording == null ? -1 : recording.outputTokens(index));
        }
        if (factor > 1 && largestRate(client) == 0) {
            scheduleCopies(client, (int) number, key, factor - 1);
        }
        scheduleNext(client);
    }

    private void scheduleCopies(int client, int number, long key, double more) {
        stream.start(key + Purpose.THINNING);
        int copies = (int) more + (stream.uniform() < more - (int) more ? 1 : 0);
        for (int copy = 0; copy < copies; copy++) {
            long time = events.now() + (long) (stream.uniform() * COPIES_WITHIN_NANOS);
            events.schedule(time, Event.COPY_ARRIVAL, client, number);
        }
    }

    /** A copy of one of a client's own requests, with the tokens that were recorded for that. */
    void copyArrival(int client, int original) {
        if (events.now() < span.duration() && original >= sentBefore[client] && processes[client] != null) {
            sendExtra(client, (int) (original - recordedFrom[client]));
        }
    }

    private void sendExtra(int client, int original) {
        long key = RandomStream.mix(keys[client] + Purpose.EXTRA_ARRIVALS, extraSent[client]++);
        Recording recording = plan.clients[client].recording();
        sender.send(
                client,
                Jobs.NONE,
                Jobs.NONE,
                key,
                recording == null ? -1 : recording.inputTokens(original),
                recording == null ? -1 : recording.outputTokens(original));
    }

    /** A client's largest rate of its own; 0 where further traffic is made of copies instead. */
    private double largestRate(int client) {
        ArrivalProcess process = processes[client];
        return process == null ? 0 : process.largestRate();
    }

    /** A fault on a client begins or ceases to act. */
    void faultChanges(int client) {
        // Candidates come at the highest rate that the faults which act now can ask for, and no higher.
        int component = plan.clients[client].component();
        double most = board.befalls(component) ? board.mostFactor(Scaled.TRAFFIC, component) : 1;
        extraRates[client] = largestRate(client) * (most - 1);
        extraStamps[client]++;
        scheduleExtra(client);
        double factor = factor(client);
        for (int user = 0; user < users[client]; user++) {
            if (restLeft[client][user] >= 0 && restPace[client][user] != factor) {
                rest(client, user, restLeftNow(client, user), factor);
            }
        }
    }

    private void scheduleExtra(int client) {
        if (extraRates[client] > 0) {
            long gap = ArrivalProcess.nanos(extraStreams[client].exponential() / extraRates[client]);
            events.schedule(events.now() + gap, Event.EXTRA_ARRIVAL, client, extraStamps[client]);
        }
    }

    /** A request that further traffic may add: added with the probability that makes the rate right at this moment. */
    void extraArrival(int client, int stamp) {
        ArrivalProcess process = processes[client];
        if (process == null || stamp != extraStamps[client] || events.now() >= span.duration()) {
            return;
        }
        double rate = process.rate(events.now() / 1e9) * (factor(client) - 1);
        if (extraStreams[client].uniform() * extraRates[client] < rate) {
            sendExtra(client, 0);
        }
        scheduleExtra(client);
    }

    /** A user's rest may be over: it is not where it was changed since, and nobody comes where a fault keeps all away. */
    void userSends(int client, int user) {
        if (sendsAt[client][user] != events.now()) {
            return;
        }
        if (factor(client) == 0) {
            rest(client, user, 0, 0);
            return;
        }
        sendsAt[client][user] = NEVER;
        restLeft[client][user] = AWAKE;
        long number = sentByUser[client][user]++;
        sender.send(client, user, number, RandomStream.mix(RandomStream.mix(keys[client], user), number), -1, -1);
    }

    /**
     * A user's request has ended, however, and is not sent again: the user rests before the next.
     *
     * @param sent when the user sent it for the first time, in nanoseconds
     */
    void requestEnded(int client, int user, long sent) {
        if (user == Jobs.NONE) {
            return;
        }
        if (user >= users[client]) {
            restLeft[client][user] = GONE;
            return;
        }
        long number = sentByUser[client][user];
        long key = RandomStream.mix(RandomStream.mix(keys[client], user), number) + Purpose.THINK;
        double factor = factor(client);
        Sampler think = thinkTime[client];
        Sampler paced = pace[client];
        if (think != null) {
            rest(client, user, (double) ArrivalProcess.nanos(think.sample(stream.start(key))), factor);
        } else if (paced != null) {
            double gone = (events.now() - sent) * factor;
            rest(client, user, Math.max(0, ArrivalProcess.nanos(paced.sample(stream.start(key))) - gone), factor);
        }
    }

    /**
     * Lets a user rest until the next request.
     *
     * @param left for how long at a factor of 1, in nanoseconds
     * @param factor how much faster it goes; 0: it does not end before a fault does
     */
    private void rest(int client, int user, double left, double factor) {
        restLeft[client][user] = left;
        restSince[client][user] = events.now();
        restPace[client][user] = factor;
        double wait = factor == 0 ? Double.POSITIVE_INFINITY : left / factor;
        boolean comes = wait < span.duration() - events.now();
        sendsAt[client][user] = comes ? events.now() + Math.round(wait) : NEVER;
        if (comes) {
            events.schedule(sendsAt[client][user], Event.USER, user, client);
        }
    }
}
