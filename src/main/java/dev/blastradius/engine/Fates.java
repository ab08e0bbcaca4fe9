package dev.blastradius.engine;

import dev.blastradius.fault.FaultWindow;
import dev.blastradius.metrics.RecoveryWatch;
import dev.blastradius.model.RequestOutcome;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Notes what becomes of each request, or compares it with what became of the same request in a twin run, or does neither.
 *
 * <p>Everything here is on the event path: it allocates nothing but the log's further segments.
 */
final class Fates {

    /**
     * What is to be done.
     *
     * @param keeps whether fates are noted
     * @param twin what they are compared with; null: nothing
     * @param outage from the first fault to the end of the last; null: there is nothing to recover from
     * @param bounded whether it is counted which requests some path could have answered in time
     */
    record Notes(
            boolean keeps,
            @Nullable RequestLog twin,
            @Nullable Outage outage,
            boolean bounded) {

        /** Nothing. */
        static final Notes NONE = new Notes(false, null, null, false);

        /** Fates are noted. */
        static final Notes KEEP = new Notes(true, null, null, false);
    }

    private final Jobs jobs;
    private final ReplicationResult result;
    private final Tracing tracing;
    private final @Nullable RequestLog log;
    private final @Nullable RequestLog twin;
    private final @Nullable RecoveryWatch recovery;
    private final @Nullable Clairvoyant clairvoyant;
    private final TwinMeasures[] measures;

    Fates(Notes notes, Jobs jobs, Span span, Plan plan, ReplicationResult result, Tracing tracing) {
        this.jobs = jobs;
        this.result = result;
        this.tracing = tracing;
        twin = notes.twin();
        log = notes.keeps() ? new RequestLog(result.clients()) : null;
        Outage outage = notes.outage();
        recovery = twin == null || outage == null
                ? null
                : new RecoveryWatch(span.warmup(), outage.from(), outage.to(), span.duration(), twin.goodput());
        clairvoyant = notes.bounded() ? new Clairvoyant(plan) : null;
        measures = new TwinMeasures[twin == null ? 0 : result.clients()];
        for (int client = 0; client < measures.length; client++) {
            measures[client] = new TwinMeasures(span);
        }
    }

    /** A request has arrived, now, and its tokens are known. */
    void arrived(int request, long now) {
        tracing.arrived(request);
        if (clairvoyant != null && jobs.isMeasured(request)) {
            int client = jobs.client[request];
            if (clairvoyant.couldAnswer(
                    client, jobs.key[request], jobs.inputTokens[request], jobs.outputTokens[request], now)) {
                measures[client].countAnswerable();
            }
        }
    }

    /** People have changed the pipeline, and with it whom the faults befall. */
    void pipelineChanges(List<FaultWindow> faults) {
        if (clairvoyant != null) {
            clairvoyant.pipelineChanges(faults);
        }
    }

    /** A request has ended, now. */
    void ended(int request, RequestOutcome outcome, boolean late, boolean wrong, long now) {
        tracing.ended(request, outcome, late, wrong);
        if (log == null && twin == null) {
            return;
        }
        int fate = Fate.of(outcome, late, wrong, jobs.isMeasured(request));
        int client = jobs.client[request];
        long number = jobs.number[request];
        boolean again = jobs.userAttempt[request] > 1;
        if (log != null) {
            if (again) {
                log.putAgain(client, jobs.key[request], fate);
            } else if (number != Jobs.NONE) {
                log.put(client, jobs.caller[request], number, fate);
            }
        }
        if (twin != null) {
            int other = again
                    ? twin.getAgain(jobs.key[request])
                    : number == Jobs.NONE ? Fate.NONE : twin.get(client, jobs.caller[request], number);
            measures[client].compare(jobs.arrival[request], fate, other);
            if (recovery != null) {
                recovery.ended(now, Fate.isGood(fate));
            }
        }
    }

    /** The run is over. */
    void finish() {
        if (log != null) {
            log.setAttemptsPerRequest(attemptsPerRequest());
            result.setLog(log);
        }
        if (twin != null) {
            for (int client = 0; client < measures.length; client++) {
                measures[client].finish(twin.measured(client));
            }
            if (recovery != null) {
                recovery.finish();
            }
            double usual = twin.attemptsPerRequest();
            result.setTwin(
                    measures,
                    hasArrivals() ? recovery : null,
                    clairvoyant != null,
                    usual > 0 ? attemptsPerRequest() / usual : Double.NaN);
        }
    }

    /** Whether anything was asked of the pipeline: where not, nothing shows whether it works. */
    private boolean hasArrivals() {
        for (int client = 0; client < result.clients(); client++) {
            if (result.flow(client).arrivals() > 0) {
                return true;
            }
        }
        return false;
    }

    private double attemptsPerRequest() {
        long attempts = 0;
        long requests = 0;
        for (int dependency = 0; dependency < result.dependencies(); dependency++) {
            attempts += result.dependency(dependency).attempts();
        }
        for (int client = 0; client < result.clients(); client++) {
            requests += result.flow(client).requests();
        }
        return requests == 0 ? Double.NaN : (double) attempts / requests;
    }
}
