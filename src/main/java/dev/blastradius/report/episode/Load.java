package dev.blastradius.report.episode;

import dev.blastradius.chart.Figures;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where in some time there was more work than could be done, and where much of it was repeated. */
final class Load {

    /** All servers are busy from here: those between two jobs are not idle. */
    private static final double ALL_BUSY = 0.98;

    /** Of so many that wait it is worth saying. */
    private static final double LEAST_QUEUE = 10;

    /** From so many attempts for each call on repetitions are a load of their own: one attempt in five is repeated. */
    private static final double STORM = 1.25;

    /** Half of the servers are held by calls of which, in the time looked at, fewer than half began. */
    private static final double HELD = 0.5;

    private Load() {}

    /** Components with all servers busy or ten or more waiting, by id: {@code "Assistant (all 120 servers busy, 60 waiting)"}. */
    static Map<String, String> full(Recorded recorded, Stretch stretch) {
        Chronicle chronicle = recorded.chronicle();
        Map<String, String> full = new LinkedHashMap<>();
        for (int i = 0; i < chronicle.components().size(); i++) {
            List<String> words = new ArrayList<>();
            double servers = recorded.sum(ComponentSeries.SERVERS, i, stretch) / stretch.steps();
            double busy = recorded.sum(ComponentSeries.BUSY, i, stretch) / stretch.steps();
            if (servers > 0 && Double.isFinite(servers) && busy / servers >= ALL_BUSY) {
                words.add(servers == 1 ? "its only server busy" : "all " + Figures.number(servers) + " servers busy");
            }
            double queue = recorded.sum(ComponentSeries.QUEUE, i, stretch) / stretch.steps();
            if (queue >= LEAST_QUEUE) {
                words.add(Figures.number(queue) + " waiting");
            }
            if (!words.isEmpty()) {
                String id = chronicle.components().get(i);
                full.put(id, recorded.name(id) + " (" + String.join(", ", words) + ")");
            }
        }
        return full;
    }

    /**
     * Components whose servers are all busy, half of them or more with calls that hardly end: {@code "Agent (96 calls to Web search under way,
     * 3 begun in the last minute)"}. Less load does not free such servers.
     */
    static Map<String, String> held(Recorded recorded, Stretch stretch) {
        Chronicle chronicle = recorded.chronicle();
        Map<String, String> held = new LinkedHashMap<>();
        for (int i = 0; i < chronicle.dependencies().size(); i++) {
            String key = chronicle.dependencies().get(i);
            int caller = chronicle.components().indexOf(Pipeline.from(key));
            double servers = recorded.sum(ComponentSeries.SERVERS, caller, stretch) / stretch.steps();
            double busy = recorded.sum(ComponentSeries.BUSY, caller, stretch) / stretch.steps();
            double underWay = recorded.sum(DependencySeries.UNDER_WAY, i, stretch) / stretch.steps();
            double begun = recorded.sum(DependencySeries.ATTEMPTS, i, stretch);
            if (servers > 0 && busy / servers >= ALL_BUSY && underWay >= HELD * servers && begun < HELD * underWay) {
                String last = last(recorded, i, stretch, begun);
                String callee = recorded.name(Pipeline.to(key));
                held.put(
                        Pipeline.from(key),
                        recorded.name(Pipeline.from(key)) + " (" + Phrases.counted(underWay, "call") + " to " + callee
                                + " under way, " + Phrases.count(begun) + " begun in the last minute"
                                + (last.equals(callee) ? "" : "; what they wait for is " + last) + ")");
            }
        }
        return held;
    }

    /** What calls that hardly end wait for in the end: the last of those that wait for each other. */
    private static String last(Recorded recorded, int arrow, Stretch stretch, double begun) {
        Chronicle chronicle = recorded.chronicle();
        String where = Pipeline.to(chronicle.dependencies().get(arrow));
        for (int hops = 0; hops < chronicle.components().size(); hops++) {
            String next = where;
            double most = Math.max(1, 2 * begun);
            for (int i = 0; i < chronicle.dependencies().size(); i++) {
                String key = chronicle.dependencies().get(i);
                double underWay = recorded.sum(DependencySeries.UNDER_WAY, i, stretch) / stretch.steps();
                boolean hardlyEnds = recorded.sum(DependencySeries.ATTEMPTS, i, stretch) < HELD * underWay;
                if (Pipeline.from(key).equals(where) && hardlyEnds && underWay > most) {
                    most = underWay;
                    next = Pipeline.to(key);
                }
            }
            if (next.equals(where)) {
                break;
            }
            where = next;
        }
        return recorded.name(where);
    }

    /** Dependencies with many attempts for each call: {@code "Website → Assistant (2.4 attempts a call)"}. */
    static List<String> repeated(Recorded recorded, Stretch stretch) {
        Chronicle chronicle = recorded.chronicle();
        List<String> repeated = new ArrayList<>();
        for (int i = 0; i < chronicle.dependencies().size(); i++) {
            double calls = recorded.sum(DependencySeries.CALLS, i, stretch);
            double attempts = recorded.sum(DependencySeries.ATTEMPTS, i, stretch);
            if (calls > 0 && attempts / calls >= STORM) {
                repeated.add(recorded.name(chronicle.dependencies().get(i)) + " (" + Figures.number(attempts / calls)
                        + " attempts a call)");
            }
        }
        return repeated;
    }
}
