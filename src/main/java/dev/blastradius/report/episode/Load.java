package dev.blastradius.report.episode;

import dev.blastradius.chart.Figures;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import java.util.ArrayList;
import java.util.List;

/** Where in some time there was more work than could be done, and where much of it was repeated. */
final class Load {

    /** All servers are busy from here: those between two jobs are not idle. */
    private static final double ALL_BUSY = 0.98;

    /** Of so many that wait it is worth saying. */
    private static final double LEAST_QUEUE = 10;

    /** From so many attempts for each call on repetitions are a load of their own: one attempt in five is repeated. */
    private static final double STORM = 1.25;

    private Load() {}

    /** Components with all servers busy or ten or more waiting: {@code "Assistant (all 120 servers busy, 60 waiting)"}. */
    static List<String> full(Recorded recorded, Stretch stretch) {
        Chronicle chronicle = recorded.chronicle();
        List<String> full = new ArrayList<>();
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
                full.add(recorded.name(chronicle.components().get(i)) + " (" + String.join(", ", words) + ")");
            }
        }
        return full;
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
