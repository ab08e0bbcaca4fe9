package dev.blastradius.experiment;

import dev.blastradius.engine.ReplicationResult;
import dev.blastradius.engine.TwinMeasures;
import dev.blastradius.experiment.BlastRadius.Damage;
import dev.blastradius.experiment.BlastRadius.DamageSeries;
import dev.blastradius.experiment.inference.Averages;
import dev.blastradius.experiment.inference.Proportion;
import dev.blastradius.metrics.RecoveryWatch;
import dev.blastradius.metrics.Tally;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToLongFunction;

/** What faults did, added up over replications. */
final class BlastSum {

    /** What is counted of a client's requests, in the order of {@link Damage}'s shares. */
    private static final List<ToLongFunction<TwinMeasures>> COUNTS = List.of(
            TwinMeasures::affected,
            TwinMeasures::lostGoodput,
            TwinMeasures::failed,
            TwinMeasures::abandoned,
            TwinMeasures::degraded,
            TwinMeasures::late,
            TwinMeasures::wrong);

    private final DamageSum all = new DamageSum();
    private final List<String> clients = new ArrayList<>();
    private final List<DamageSum> damages = new ArrayList<>();
    private final List<SeriesSums> series = new ArrayList<>();
    private final Tally timeToRecover = new Tally();
    private final Tally amplification = new Tally();
    private final Tally answerable = new Tally();
    private long recovered;
    private long judged;

    /**
     * An empty sum.
     *
     * @param first a replication like those that will be added
     */
    BlastSum(ReplicationResult first, boolean keepsSeries) {
        int steps = keepsSeries ? first.steps() : 0;
        double interval = first.stepNanos() / 1e9;
        double last = (first.durationNanos() - (first.steps() - 1) * first.stepNanos()) / 1e9;
        for (int client = 0; client < first.clients(); client++) {
            clients.add(first.clientId(client));
            damages.add(new DamageSum());
            series.add(new SeriesSums(interval, last, steps));
        }
    }

    void add(ReplicationResult replication) {
        long[] sums = new long[COUNTS.size()];
        long requests = 0;
        long answered = 0;
        for (int client = 0; client < clients.size(); client++) {
            TwinMeasures twin = replication.twin(client);
            long[] counts = new long[COUNTS.size()];
            for (int i = 0; i < counts.length; i++) {
                counts[i] = COUNTS.get(i).applyAsLong(twin);
                sums[i] += counts[i];
            }
            requests += replication.flow(client).requests();
            answered += twin.answerable();
            damages.get(client).add(counts, replication.flow(client).requests(), twin.withoutTwin(), twin.missing());
            all.count(twin.withoutTwin(), twin.missing());
            series.get(client).add(twin);
        }
        all.add(sums, requests, 0, 0);
        if (replication.isBounded() && requests > 0) {
            answerable.add((double) answered / requests);
        }
        RecoveryWatch recovery = replication.recovery();
        if (recovery != null) {
            judged++;
            if (recovery.isRecovered()) {
                recovered++;
                timeToRecover.add(recovery.seconds());
            }
        }
        if (Double.isFinite(replication.loadAmplification())) {
            amplification.add(replication.loadAmplification());
        }
    }

    BlastRadius blastRadius(double confidence) {
        Map<String, Damage> byClient = new LinkedHashMap<>();
        Map<String, DamageSeries> seriesByClient = new LinkedHashMap<>();
        for (int client = 0; client < clients.size(); client++) {
            byClient.put(clients.get(client), damages.get(client).damage(confidence));
            seriesByClient.put(clients.get(client), series.get(client).mean());
        }
        return new BlastRadius(
                all.damage(confidence),
                Collections.unmodifiableMap(byClient),
                Averages.of(timeToRecover, confidence),
                judged == 0 ? null : Proportion.of(recovered, judged, confidence),
                Averages.of(amplification, confidence),
                Averages.of(answerable, confidence),
                Collections.unmodifiableMap(seriesByClient));
    }

    /** Shares of requests, added up over replications. */
    private static final class DamageSum {
        private final List<Tally> shares = new ArrayList<>();
        private long withoutTwin;
        private long missing;

        DamageSum() {
            COUNTS.forEach(each -> shares.add(new Tally()));
        }

        void add(long[] counts, long requests, long moreWithoutTwin, long moreMissing) {
            for (int i = 0; i < counts.length && requests > 0; i++) {
                shares.get(i).add((double) counts[i] / requests);
            }
            count(moreWithoutTwin, moreMissing);
        }

        void count(long moreWithoutTwin, long moreMissing) {
            withoutTwin += moreWithoutTwin;
            missing += moreMissing;
        }

        Damage damage(double confidence) {
            return new Damage(
                    Averages.of(shares.get(0), confidence),
                    Averages.of(shares.get(1), confidence),
                    Averages.of(shares.get(2), confidence),
                    Averages.of(shares.get(3), confidence),
                    Averages.of(shares.get(4), confidence),
                    Averages.of(shares.get(5), confidence),
                    Averages.of(shares.get(6), confidence),
                    withoutTwin,
                    missing);
        }
    }

    /** A client's damage in time, added up over replications. */
    private static final class SeriesSums {
        private final SeriesSum affected;
        private final SeriesSum failed;
        private final SeriesSum degraded;
        private final SeriesSum late;
        private final SeriesSum wrong;

        SeriesSums(double interval, double lastInterval, int steps) {
            affected = new SeriesSum(interval, lastInterval, steps);
            failed = new SeriesSum(interval, lastInterval, steps);
            degraded = new SeriesSum(interval, lastInterval, steps);
            late = new SeriesSum(interval, lastInterval, steps);
            wrong = new SeriesSum(interval, lastInterval, steps);
        }

        void add(TwinMeasures twin) {
            affected.addRates(twin.affectedSteps());
            failed.addRates(twin.failedSteps());
            degraded.addRates(twin.degradedSteps());
            late.addRates(twin.lateSteps());
            wrong.addRates(twin.wrongSteps());
        }

        DamageSeries mean() {
            return new DamageSeries(affected.mean(), failed.mean(), degraded.mean(), late.mean(), wrong.mean());
        }
    }
}
