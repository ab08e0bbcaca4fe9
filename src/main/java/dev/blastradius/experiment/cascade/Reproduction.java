package dev.blastradius.experiment.cascade;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Whether one replication went through the same as another, number by number. */
public final class Reproduction {

    /** These are taken over windows of several steps, the last of which may not have ended where a replication was left. */
    private static final Set<ClientSeries> BY_WINDOW = EnumSet.of(ClientSeries.P50, ClientSeries.P95, ClientSeries.P99);

    private Reproduction() {}

    /**
     * Compares all that was counted and measured of every client, component and dependency, up to a step. What only one of them has
     * must be idle, as far as it is counted: it is not compared.
     *
     * @param original what is to be reproduced
     * @param again what should be the same
     * @param steps how many steps, from the first on
     * @return the first difference, in words; empty where there is none
     */
    public static String difference(Chronicle original, Chronicle again, int steps) {
        if (original.stepSeconds() != again.stepSeconds() || again.recorded() < steps) {
            return "it was recorded in other steps";
        }
        for (int step = 0; step < steps; step++) {
            String found = clients(original, again, step);
            found = found.isEmpty() ? components(original, again, step) : found;
            found = found.isEmpty() ? dependencies(original, again, step) : found;
            if (!found.isEmpty()) {
                return found;
            }
        }
        return "";
    }

    private static String clients(Chronicle original, Chronicle again, int step) {
        for (String id : original.clients()) {
            int one = original.clients().indexOf(id);
            int other = again.clients().indexOf(id);
            for (ClientSeries series : ClientSeries.values()) {
                if (other >= 0 && !BY_WINDOW.contains(series)) {
                    double was = original.get(series, one, step);
                    double is = again.get(series, other, step);
                    if (Double.compare(was, is) != 0) {
                        return words(original, id, series, step, was, is);
                    }
                }
            }
        }
        return "";
    }

    private static String components(Chronicle original, Chronicle again, int step) {
        List<String> ids = original.components();
        for (int one = 0; one < ids.size(); one++) {
            int other = again.components().indexOf(ids.get(one));
            for (ComponentSeries series : ComponentSeries.values()) {
                if (other >= 0) {
                    double was = original.get(series, one, step);
                    double is = again.get(series, other, step);
                    if (Double.compare(was, is) != 0) {
                        return words(original, ids.get(one), series, step, was, is);
                    }
                }
            }
        }
        return "";
    }

    private static String dependencies(Chronicle original, Chronicle again, int step) {
        List<String> keys = original.dependencies();
        for (int one = 0; one < keys.size(); one++) {
            int other = again.dependencies().indexOf(keys.get(one));
            for (DependencySeries series : DependencySeries.values()) {
                if (other >= 0) {
                    double was = original.get(series, one, step);
                    double is = again.get(series, other, step);
                    if (Double.compare(was, is) != 0) {
                        return words(original, keys.get(one), series, step, was, is);
                    }
                }
            }
        }
        return "";
    }

    private static String words(Chronicle original, String what, Enum<?> series, int step, double was, double is) {
        return what + ", " + series.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ') + " at "
                + step * original.stepSeconds() + " s: " + is + " instead of " + was;
    }
}
