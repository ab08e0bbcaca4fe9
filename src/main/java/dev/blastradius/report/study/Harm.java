package dev.blastradius.report.study;

import dev.blastradius.chart.Figures;
import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.BlastRadius.Damage;
import dev.blastradius.experiment.Collapse;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.report.wording.Numbers;
import dev.blastradius.report.wording.Phrases;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Who lost what by an outage, in words. A loss is the share of requests that are goodput without the faults and are not with them, net. */
final class Harm {

    private static final int MOST_CLIENTS = 3;

    private Harm() {}

    /** What may be said of a share that was lost. */
    enum Kind {
        /** Nothing was measured. */
        UNKNOWN,
        /** None in any replication. */
        NONE,
        /** The interval holds 0. */
        OPEN,
        /** More became goodput than was lost. */
        GAIN,
        LOSS
    }

    static Kind kind(Interval lost) {
        if (Double.isNaN(lost.mean())) {
            return Kind.UNKNOWN;
        }
        boolean varies = lost.isBounded() && lost.halfWidth() > 0;
        if (lost.mean() == 0 && !varies) {
            return Kind.NONE;
        }
        if (varies && lost.low() <= 0 && lost.high() >= 0) {
            return Kind.OPEN;
        }
        return lost.mean() < 0 ? Kind.GAIN : Kind.LOSS;
    }

    /** The share of all clients' requests that were lost; {@link Interval#NONE} without a scenario. */
    static Interval lost(RunResult run) {
        BlastRadius radius = run.blastRadius();
        return radius == null ? Interval.NONE : radius.all().lostGoodput();
    }

    /**
     * Who lost how much, in a clause: {@code "Customers lost the good answers to 38.1 % ±1.2 of their requests and Analysts to 3.1 % ±0.4"}; what the means hide
     * behind it.
     */
    static String clause(BlastRadius radius, RunResult run, Who who) {
        List<Map.Entry<String, Damage>> hit = ofKind(radius, Kind.LOSS);
        List<String> parts = new ArrayList<>();
        if (!hit.isEmpty()) {
            parts.add(losers(hit, who));
        }
        rest(radius, who, parts);
        return Phrases.listed(parts, parts.size()) + groups(run);
    }

    private static String losers(List<Map.Entry<String, Damage>> hit, Who who) {
        List<String> clients = new ArrayList<>();
        for (Map.Entry<String, Damage> client : hit) {
            String share = Numbers.share(client.getValue().lostGoodput());
            clients.add(who.client(client.getKey())
                    + (clients.isEmpty()
                            ? " lost the good answers to " + share + " of their requests"
                            : " to " + share));
        }
        int more = clients.size() - MOST_CLIENTS;
        return more <= 1
                ? Phrases.listed(clients, MOST_CLIENTS)
                : String.join(", ", clients.subList(0, MOST_CLIENTS)) + " and " + more + " other clients to less each";
    }

    /** Those that lost nothing, or of whom it is not known, by their number where there are more than a few. */
    private static void rest(BlastRadius radius, Who who, List<String> parts) {
        List<Map.Entry<String, Damage>> open = ofKind(radius, Kind.OPEN);
        if (!open.isEmpty()) {
            List<String> names = open.stream()
                    .map(client -> who.client(client.getKey()) + " ("
                            + Numbers.share(client.getValue().lostGoodput()) + ")")
                    .toList();
            parts.add("no loss is established for " + Phrases.listed(names, MOST_CLIENTS));
        }
        List<Map.Entry<String, Damage>> gain = ofKind(radius, Kind.GAIN);
        if (!gain.isEmpty()) {
            List<String> names = gain.stream()
                    .map(client -> who.client(client.getKey()) + " ("
                            + Numbers.share(negated(client.getValue().lostGoodput())) + ")")
                    .toList();
            parts.add("more requests than without the faults got good answers from "
                    + Phrases.listed(names, MOST_CLIENTS));
        }
        List<String> none = names(ofKind(radius, Kind.NONE), who);
        if (!none.isEmpty()) {
            String nobody = radius.all().affected().mean() == 0
                    ? "nobody was hit: not one request ended otherwise than without the faults"
                    : Phrases.listed(none, MOST_CLIENTS) + " lost none";
            parts.add(nobody);
        }
        List<String> unknown = names(ofKind(radius, Kind.UNKNOWN), who);
        if (!unknown.isEmpty()) {
            parts.add("nothing was measured of " + Phrases.listed(unknown, MOST_CLIENTS));
        }
    }

    private static List<String> names(List<Map.Entry<String, Damage>> clients, Who who) {
        return clients.stream().map(client -> who.client(client.getKey())).toList();
    }

    /** The clients of a kind, those with the largest loss first. */
    private static List<Map.Entry<String, Damage>> ofKind(BlastRadius radius, Kind kind) {
        return radius.clients().entrySet().stream()
                .filter(client -> kind(client.getValue().lostGoodput()) == kind)
                .sorted(Comparator.comparingDouble((Map.Entry<String, Damage> client) ->
                        -client.getValue().lostGoodput().mean()))
                .toList();
    }

    /** That means hide two groups; empty where they do not. */
    static String groups(RunResult run) {
        Collapse collapse = run.evidence().collapse();
        return collapse == null
                ? ""
                : ", which are means of two groups that they do not describe: " + collapse.kept() + " of "
                        + (collapse.kept() + collapse.collapsed()) + " replications kept "
                        + whole(collapse.keptMean()) + " goodput, " + collapse.collapsed() + " fell to "
                        + whole(collapse.collapsedMean());
    }

    private static String whole(double share) {
        return Figures.share(Math.rint(100 * share) / 100);
    }

    private static Interval negated(Interval interval) {
        return new Interval(-interval.mean(), -interval.high(), -interval.low());
    }
}
