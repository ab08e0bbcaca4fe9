package dev.blastradius.experiment.cascade;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.experiment.cascade.ChangePoint.Found;
import dev.blastradius.experiment.cascade.Onset.Limit;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Component;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The limits of components, and of those who ask. */
final class BoxLimits {

    /**
     * Less than one in fifty is an ordinary day: publicly promised for model APIs are 99 to 99.9 %, and time-outs come in clusters, of twice
     * their usual share for a minute or two.
     */
    static final double LEAST_FAILING = 0.02;

    /** All servers are busy where so many of them are over a whole step: those between two jobs are not idle. */
    private static final double ALL_BUSY = 0.98;

    /** A queue with a limit is full from here: between two departures there is room. */
    private static final double FULL = 0.95;

    /** Without a limit it is long when it has so many times its usual length, … */
    private static final double TIMES_QUEUE = 10;

    /** … twice its longest of before, … */
    private static final double TIMES_MOST = 2;

    /** … and so many wait. */
    private static final double LEAST_QUEUE = 10;

    /** Late is three times the usual time, the factor from which users call a service slow, … */
    private static final double TIMES_TIME = 3;

    /** … and half more than the longest of before. */
    private static final double TIMES_LONGEST = 1.5;

    /** Two windows of percentiles, which are half a minute at most, in seconds. */
    private static final double LATE_FOR = 60;

    /** A quota is used up from here: what is left pays for no whole request. */
    private static final double USED_UP = 0.99;

    /** What requests are that are no goodput. */
    private static final Map<ClientSeries, String> WAYS = new EnumMap<>(Map.of(
            ClientSeries.FAILED, ", the rest mostly failed",
            ClientSeries.ABANDONED, ", the rest mostly given up by users",
            ClientSeries.LATE, ", the rest mostly late",
            ClientSeries.WRONG, ", the rest mostly wrong"));

    private final Watch watch;
    private final Chronicle chronicle;

    BoxLimits(Watch watch) {
        this.watch = watch;
        chronicle = watch.chronicle();
    }

    /** Looks at a component that is no client. */
    void station(int component) {
        String id = chronicle.components().get(component);
        Course failures = Course.of(
                chronicle,
                step -> chronicle.get(ComponentSeries.FAILED, component, step),
                step -> chronicle.get(ComponentSeries.ANSWERED, component, step));
        watch.share(
                id,
                Limit.FAILING,
                failures,
                LEAST_FAILING,
                (from, now, usual, worst) ->
                        Amount.share(now) + " of its answers are failures" + Watch.beside(usual, worst, Amount::share));
        busy(id, component);
        queue(id, component);
        slow(id, component);
        double[] quota = watch.values(step -> chronicle.get(ComponentSeries.QUOTA_USED, component, step));
        Found found = watch.over(quota, same(quota, USED_UP));
        if (found != null) {
            double usual = watch.usual(quota);
            watch.add(found, id, Limit.QUOTA, "its quota is used up" + Watch.beside(usual, Double.NaN, Amount::share));
        }
    }

    private void busy(String id, int component) {
        double[] busy = watch.values(step -> {
            double servers = chronicle.get(ComponentSeries.SERVERS, component, step);
            return servers > 0 && servers < Double.POSITIVE_INFINITY
                    ? chronicle.get(ComponentSeries.BUSY, component, step) / servers
                    : Double.NaN;
        });
        Found found = watch.over(busy, same(busy, ALL_BUSY));
        if (found != null) {
            double servers = chronicle.get(ComponentSeries.SERVERS, component, found.from());
            double usual = watch.usual(busy);
            String who = servers == 1
                    ? "its only server is busy all the time"
                    : "all " + Amount.number(servers) + " servers are busy";
            watch.add(found, id, Limit.SATURATED, who + Watch.beside(usual, Double.NaN, Amount::share));
        }
    }

    private void queue(String id, int component) {
        double[] queue = watch.values(step -> chronicle.get(ComponentSeries.QUEUE, component, step));
        double usual = watch.usual(queue);
        double most = watch.usualMost(queue);
        double far = Math.max(LEAST_QUEUE, Double.isNaN(usual) ? 0 : Math.max(TIMES_QUEUE * usual, TIMES_MOST * most));
        double[] limits = watch.values(step -> {
            double room = chronicle.get(ComponentSeries.ROOM, component, step);
            return room > 0 ? Math.min(FULL * room, far) : Double.POSITIVE_INFINITY;
        });
        Found found = watch.over(queue, limits);
        if (found == null) {
            return;
        }
        double now = watch.beginning(queue, found);
        double worst = watch.most(queue, found);
        double room = chronicle.get(ComponentSeries.ROOM, component, found.from());
        boolean fills = worst >= FULL * room;
        watch.add(
                found,
                id,
                Limit.QUEUEING,
                Amount.count(now) + " wait in its queue"
                        + Watch.beside(
                                usual, !fills && Watch.isWorthSaying(now, worst) ? worst : Double.NaN, Amount::count)
                        + (fills ? "; it fills up to its " + Amount.count(room) + " places" : ""));
    }

    private void slow(String id, int component) {
        double[] times = watch.values(step -> chronicle.get(ComponentSeries.RESPONSE, component, step));
        Found found = late(times, watch.steps(Watch.LASTING));
        if (found != null) {
            watch.add(found, id, Limit.SLOW, "it takes " + times(times, found));
        }
    }

    private @Nullable Found late(double[] times, int steps) {
        double usual = watch.usual(times);
        double late = Math.max(TIMES_TIME * usual, TIMES_LONGEST * watch.usualMost(times));
        return Double.isNaN(usual) ? null : watch.over(times, same(times, late), steps);
    }

    private String times(double[] times, Found found) {
        double now = watch.beginning(times, found);
        double worst = watch.most(times, found);
        return Amount.time(now)
                + Watch.beside(watch.usual(times), Watch.isWorthSaying(now, worst) ? worst : Double.NaN, Amount::time);
    }

    /** Looks at those who ask. */
    void client(int client, @Nullable Component component) {
        String id = chronicle.clients().get(client);
        Client.@Nullable Slo slo = component instanceof Client asks ? asks.slo() : null;
        Double promised = slo == null ? null : slo.successRate();
        if (promised != null) {
            double objective = promised;
            watch.share(
                    id,
                    Limit.OBJECTIVE,
                    Course.of(
                            chronicle,
                            step -> ended(client, step) - chronicle.get(ClientSeries.GOODPUT, client, step),
                            step -> ended(client, step)),
                    Math.max(1 - objective, 1e-3),
                    (from, now, usual, worst) -> goodput(client, from, now, usual, worst, objective));
        } else {
            watch.share(
                    id,
                    Limit.FAILING,
                    Course.of(
                            chronicle,
                            step -> chronicle.get(ClientSeries.FAILED, client, step)
                                    + chronicle.get(ClientSeries.ABANDONED, client, step),
                            step -> ended(client, step)),
                    LEAST_FAILING,
                    (from, now, usual, worst) -> Amount.share(now) + " of its requests fail or are given up"
                            + Watch.beside(usual, worst, Amount::share));
        }
        late(id, client);
    }

    /**
     * One request in twenty is late: in two windows of percentiles, for in one window of few requests it is a single one. It is told when the
     * first of them ends, for a window's percentile is not known before.
     */
    private void late(String id, int client) {
        double[] times = watch.values(step -> chronicle.get(ClientSeries.P95, client, step));
        Found found = late(times, watch.steps(LATE_FOR));
        if (found != null) {
            int end = found.from() + 1;
            while (end < times.length - 1 && times[end] == times[found.from()]) {
                end++;
            }
            Found known = new Found(end, found.to() < 0 ? -1 : Math.max(end, found.to()));
            watch.add(known, id, Limit.SLOW, "one in twenty waits longer than " + times(times, found));
        }
    }

    private double ended(int client, int step) {
        return chronicle.get(ClientSeries.OK, client, step)
                + chronicle.get(ClientSeries.DEGRADED, client, step)
                + chronicle.get(ClientSeries.DEFERRED, client, step)
                + chronicle.get(ClientSeries.FAILED, client, step)
                + chronicle.get(ClientSeries.ABANDONED, client, step);
    }

    /** Shares of bad requests, said as shares of good ones, with what most of the bad ones are. */
    private String goodput(int client, int from, double bad, double usual, double worst, double objective) {
        int to = Math.min(chronicle.recorded(), from + watch.steps(Watch.LASTING));
        String mostly = "";
        double most = 0;
        for (Map.Entry<ClientSeries, String> way : WAYS.entrySet()) {
            double share = 0;
            for (int step = from; step < to; step++) {
                share += chronicle.get(way.getKey(), client, step);
            }
            if (share > most) {
                most = share;
                mostly = way.getValue();
            }
        }
        return "goodput " + Amount.share(1 - bad) + ", objective " + Amount.share(objective) + mostly
                + Watch.beside(1 - usual, 1 - worst, Amount::share);
    }

    private static double[] same(double[] values, double limit) {
        double[] limits = new double[values.length];
        Arrays.fill(limits, limit);
        return limits;
    }
}
