package dev.blastradius.io;

import dev.blastradius.experiment.BlastRadius;
import dev.blastradius.experiment.BlastRadius.Damage;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Comparison.Pair;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.experiment.matrix.DamageMatrix;
import dev.blastradius.experiment.matrix.DamageMatrix.Row;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Strategies against each other, and failures against clients, as CSV. */
final class StudyTables {

    /** What is told of damage, each with its interval, in the order of {@link #damage}. */
    static final List<String> DAMAGE = List.of(
            "affected_share",
            "lost_goodput_share",
            "extra_failed_share",
            "extra_abandoned_share",
            "extra_degraded_share",
            "extra_late_share",
            "extra_wrong_share");

    private StudyTables() {}

    /** A row for each two strategies by each metric under each scenario. */
    static String comparison(String model, List<Comparison> comparisons) {
        Csv csv = new Csv();
        List.of("model", "scenario", "metric", "best", "a", "b").forEach(csv::text);
        List.of("difference", "difference_low", "difference_high").forEach(csv::text);
        List.of("significant", "p", "variance_saved").forEach(csv::text);
        csv.endRow();
        for (Comparison comparison : comparisons) {
            for (Pair pair : comparison.pairs()) {
                csv.text(model).text(orEmpty(comparison.scenario()));
                csv.text(comparison.metric().key()).text(orEmpty(comparison.best()));
                csv.text(pair.a()).text(pair.b());
                interval(csv, pair.difference());
                csv.text(String.valueOf(pair.significant()));
                csv.number(pair.p()).number(pair.varianceSaved()).endRow();
            }
        }
        return csv.toString();
    }

    /** A row for all clients together and for each client, for each failure. */
    static String matrix(String model, DamageMatrix matrix) {
        Csv csv = new Csv();
        List.of("model", "strategy", "kind", "target", "also", "client", "replications")
                .forEach(csv::text);
        List<String> intervals = new ArrayList<>(DAMAGE);
        intervals.add("recovered_share");
        intervals.forEach(name -> csv.text(name).text(name + "_low").text(name + "_high"));
        csv.endRow();
        for (Row row : matrix.rows()) {
            BlastRadius radius = row.run().blastRadius();
            row(csv, model, row, "", radius == null ? null : radius.all());
            for (String client : matrix.clients()) {
                row(
                        csv,
                        model,
                        row,
                        client,
                        radius == null ? null : radius.clients().get(client));
            }
        }
        return csv.toString();
    }

    private static void row(Csv csv, String model, Row row, String client, @Nullable Damage damage) {
        csv.text(model).text(row.run().strategy());
        csv.text(row.failure().kind().key()).text(row.failure().target());
        csv.text(String.join(" ", row.failure().also())).text(client);
        csv.count(row.run().evidence().replications());
        damage(csv, damage);
        proportion(csv, row.recovered());
        csv.endRow();
    }

    /** The cells of {@link #DAMAGE}, empty where there is none. */
    static void damage(Csv csv, @Nullable Damage damage) {
        if (damage == null) {
            DAMAGE.forEach(each -> interval(csv, Interval.NONE));
            return;
        }
        interval(csv, damage.affected());
        interval(csv, damage.lostGoodput());
        interval(csv, damage.failed());
        interval(csv, damage.abandoned());
        interval(csv, damage.degraded());
        interval(csv, damage.late());
        interval(csv, damage.wrong());
    }

    /** A share of replications and its interval. */
    static void proportion(Csv csv, @Nullable Proportion share) {
        interval(csv, share == null ? Interval.NONE : new Interval(share.share(), share.low(), share.high()));
    }

    private static void interval(Csv csv, Interval interval) {
        csv.number(interval.mean()).number(interval.low()).number(interval.high());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
