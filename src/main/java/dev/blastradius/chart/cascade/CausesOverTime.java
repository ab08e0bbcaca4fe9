package dev.blastradius.chart.cascade;

import dev.blastradius.chart.ChartKind.Subject;
import dev.blastradius.chart.ChartSpec.Axis;
import dev.blastradius.chart.ChartSpec.Measure;
import dev.blastradius.chart.Charted;
import dev.blastradius.chart.Names;
import dev.blastradius.engine.Chronicle;
import dev.blastradius.experiment.cascade.Playback;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What requests failed of, stacked: the most frequent causes each for itself. A request is counted when its user learns of the failure. */
final class CausesOverTime implements CascadeChart {

    private static final int MOST = 5;

    @Override
    public String key() {
        return "causes";
    }

    @Override
    public String heading() {
        return "Errors by cause";
    }

    @Override
    public String meaning() {
        return "Failed requests by where and how they began to fail: the five most frequent causes, and the others together.";
    }

    @Override
    public String absence() {
        return "no client in the model";
    }

    @Override
    public List<Subject> subjects(Playback playback, Names names) {
        return Clients.subjects(playback.chronicle(), names, true);
    }

    @Override
    public Charted chart(Playback playback, Names names, String subject) {
        Chronicle chronicle = playback.chronicle();
        int[] clients = Clients.of(chronicle, subject);
        Set<String> causes = new LinkedHashSet<>();
        for (int client : clients) {
            causes.addAll(chronicle.causes(client));
        }
        Parts parts = new Parts(new Steps(chronicle));
        for (String cause : causes) {
            parts.add(name(names, cause), step -> {
                double sum = 0;
                for (int client : clients) {
                    sum += chronicle.failures(client, cause, step);
                }
                return sum;
            });
        }
        return Steps.over(
                playback,
                "Errors of " + Clients.name(names, subject) + " by cause",
                new Axis("failed requests/s", Measure.RATE, false, null),
                null,
                parts.stacked(MOST, 1 / chronicle.stepSeconds()),
                "No request has failed",
                "");
    }

    /** A cause for people: {@code "Opus: overloaded"}. */
    private static String name(Names names, String cause) {
        int slash = cause.lastIndexOf('/');
        if (slash < 0) {
            return cause;
        }
        String where = cause.substring(0, slash);
        String place = where.contains("->") ? names.dependency(where) : names.component(where);
        return place + ": " + cause.substring(slash + 1);
    }
}
