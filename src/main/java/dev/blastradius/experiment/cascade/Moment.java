package dev.blastradius.experiment.cascade;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How everything stands in one step of a replication.
 *
 * @param seconds when the step begins
 * @param boxes by component's id
 * @param arrows by dependency's key
 */
public record Moment(double seconds, Map<String, Box> boxes, Map<String, Arrow> arrows) {

    /** Nothing is known. */
    public static final Moment NONE = new Moment(Double.NaN, Map.of(), Map.of());

    /** How well a component does, by the share of what it was asked for in the step that failed. */
    public enum Health {
        /** It was asked for nothing. */
        IDLE,
        /** Less than half a per cent failed. */
        GOOD,
        /** Less than a fifth failed. */
        HURT,
        /** A fifth or more failed. */
        BROKEN
    }

    /**
     * A component.
     *
     * @param utilisation busy servers / servers, 0 to 1; NaN: it has none, or they are unlimited
     * @param busy mean busy servers
     * @param queue mean jobs waiting
     * @param perSecond attempts that reached it, or, of a client, requests that it sent, a second
     * @param failedShare of what it answered, 0 to 1; of a client, of what ended; NaN: nothing did
     * @param quotaUsed the share of its provider's quota that is used up, 0 to 1; NaN: it has none
     * @param faulted whether a fault acts on it
     */
    public record Box(
            double utilisation,
            double busy,
            double queue,
            double perSecond,
            double failedShare,
            double quotaUsed,
            boolean faulted) {

        /** How well it does. */
        public Health health() {
            if (Double.isNaN(failedShare)) {
                return Health.IDLE;
            }
            return failedShare < 0.005 ? Health.GOOD : failedShare < 0.2 ? Health.HURT : Health.BROKEN;
        }
    }

    /**
     * A dependency.
     *
     * @param perSecond attempts sent, a second
     * @param failedShare failed attempts, those that a policy refused included, of those that ended or were refused, 0 to 1; NaN: none
     * @param amplification attempts / calls; NaN: no call
     * @param open share of its circuit breakers that are open, 0 to 1; NaN: it has none
     * @param halfOpen share that are half open; NaN: it has none
     * @param budgetLeft share of its retry budgets that is left; NaN: it has none
     * @param fallbacks calls that it took over as a fallback, a second
     * @param faulted whether a fault acts on the way
     */
    public record Arrow(
            double perSecond,
            double failedShare,
            double amplification,
            double open,
            double halfOpen,
            double budgetLeft,
            double fallbacks,
            boolean faulted) {}

    /** The moment of a recorded step. */
    public static Moment of(Chronicle chronicle, int step) {
        double width = chronicle.stepSeconds();
        Map<String, Box> boxes = new LinkedHashMap<>();
        for (int i = 0; i < chronicle.components().size(); i++) {
            String id = chronicle.components().get(i);
            int client = chronicle.clients().indexOf(id);
            boxes.put(id, client < 0 ? station(chronicle, i, step, width) : client(chronicle, i, client, step, width));
        }
        Map<String, Arrow> arrows = new LinkedHashMap<>();
        for (int i = 0; i < chronicle.dependencies().size(); i++) {
            arrows.put(chronicle.dependencies().get(i), arrow(chronicle, i, step, width));
        }
        return new Moment(step * width, boxes, arrows);
    }

    private static Box station(Chronicle chronicle, int component, int step, double width) {
        double busy = chronicle.get(ComponentSeries.BUSY, component, step);
        double servers = chronicle.get(ComponentSeries.SERVERS, component, step);
        double arrived = chronicle.get(ComponentSeries.ARRIVED, component, step);
        double failed = chronicle.get(ComponentSeries.FAILED, component, step);
        double answered = Math.max(failed, chronicle.get(ComponentSeries.ANSWERED, component, step));
        return new Box(
                Double.isFinite(servers) && servers > 0 ? Math.min(1, busy / servers) : Double.NaN,
                busy,
                chronicle.get(ComponentSeries.QUEUE, component, step),
                arrived / width,
                answered == 0 ? Double.NaN : failed / answered,
                chronicle.get(ComponentSeries.QUOTA_USED, component, step),
                chronicle.get(ComponentSeries.FAULTED, component, step) > 0);
    }

    private static Box client(Chronicle chronicle, int component, int client, int step, double width) {
        double failed =
                chronicle.get(ClientSeries.FAILED, client, step) + chronicle.get(ClientSeries.ABANDONED, client, step);
        double ended = failed
                + chronicle.get(ClientSeries.OK, client, step)
                + chronicle.get(ClientSeries.DEGRADED, client, step)
                + chronicle.get(ClientSeries.DEFERRED, client, step);
        return new Box(
                Double.NaN,
                0,
                0,
                chronicle.get(ClientSeries.ARRIVED, client, step) / width,
                ended == 0 ? Double.NaN : failed / ended,
                Double.NaN,
                chronicle.get(ComponentSeries.FAULTED, component, step) > 0);
    }

    private static Arrow arrow(Chronicle chronicle, int dependency, int step, double width) {
        double calls = chronicle.get(DependencySeries.CALLS, dependency, step);
        double attempts = chronicle.get(DependencySeries.ATTEMPTS, dependency, step);
        double failed = chronicle.get(DependencySeries.FAILED, dependency, step);
        double tried = attempts
                + chronicle.get(DependencySeries.SHORT_CIRCUITED, dependency, step)
                + chronicle.get(DependencySeries.REFUSED, dependency, step);
        return new Arrow(
                attempts / width,
                tried == 0 && failed == 0 ? Double.NaN : Math.min(1, failed / Math.max(tried, failed)),
                calls == 0 ? Double.NaN : attempts / calls,
                chronicle.get(DependencySeries.OPEN, dependency, step),
                chronicle.get(DependencySeries.HALF_OPEN, dependency, step),
                chronicle.get(DependencySeries.BUDGET_LEFT, dependency, step),
                chronicle.get(DependencySeries.FALLBACKS, dependency, step) / width,
                chronicle.get(DependencySeries.FAULTED, dependency, step) > 0);
    }
}
