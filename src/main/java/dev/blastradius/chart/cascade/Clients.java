package dev.blastradius.chart.cascade;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.Names;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ClientSeries;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Client.Slo;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Clients as subjects of charts: each, and all of them together where there are several. */
final class Clients {

    private static final String ALL_NAME = "all clients";

    private Clients() {}

    /** Each client; before them all together where there are several and that makes sense. */
    static List<Subject> subjects(Chronicle chronicle, Names names, boolean together) {
        List<Subject> subjects = new ArrayList<>();
        if (together && chronicle.clients().size() > 1) {
            subjects.add(new Subject(CascadeChart.ALL, ALL_NAME));
        }
        chronicle.clients().forEach(id -> subjects.add(new Subject(id, names.component(id))));
        return subjects;
    }

    /** The client with the most requests; all together where there is none. */
    static String busiest(Chronicle chronicle) {
        Steps steps = new Steps(chronicle);
        String busiest = CascadeChart.ALL;
        double most = -1;
        for (int i = 0; i < chronicle.clients().size(); i++) {
            int client = i;
            double requests = steps.sum(step -> chronicle.get(ClientSeries.ARRIVED, client, step));
            if (requests > most) {
                most = requests;
                busiest = chronicle.clients().get(i);
            }
        }
        return busiest;
    }

    /** The clients that a subject stands for, by their numbers; none where it is no client. */
    static int[] of(Chronicle chronicle, String subject) {
        if (subject.equals(CascadeChart.ALL)) {
            int[] all = new int[chronicle.clients().size()];
            for (int i = 0; i < all.length; i++) {
                all[i] = i;
            }
            return all;
        }
        int client = chronicle.clients().indexOf(subject);
        return client < 0 ? new int[0] : new int[] {client};
    }

    static String name(Names names, String subject) {
        return subject.equals(CascadeChart.ALL) ? ALL_NAME : names.component(subject);
    }

    /** A series' sum over clients in a step. */
    static double sum(Chronicle chronicle, ClientSeries series, int[] clients, int step) {
        double sum = 0;
        for (int client : clients) {
            sum += chronicle.get(series, client, step);
        }
        return sum;
    }

    /** How many requests ended in a step, in whatever way. */
    static double ended(Chronicle chronicle, int[] clients, int step) {
        return sum(chronicle, ClientSeries.OK, clients, step)
                + sum(chronicle, ClientSeries.DEGRADED, clients, step)
                + sum(chronicle, ClientSeries.DEFERRED, clients, step)
                + sum(chronicle, ClientSeries.FAILED, clients, step)
                + sum(chronicle, ClientSeries.ABANDONED, clients, step);
    }

    /** What is promised to a client's users; null: nothing. */
    static @Nullable Slo slo(Playback playback, String client) {
        return playback.spec().pipeline().components().get(client) instanceof Client it ? it.slo() : null;
    }
}
