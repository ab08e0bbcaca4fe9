package dev.blastradius.engine;

import dev.blastradius.engine.Plan.ClientPlan;
import dev.blastradius.sim.EventList;
import dev.blastradius.sim.RandomStream;
import dev.blastradius.sim.Sampler;

/**
 * Users who press the button again. A request that failed, or that its user did not wait for, is sent again with the client's
 * probability and after its pause, as a request of its own with the tokens of the first. Whether and when, and all that befalls it,
 * is drawn by a key that follows from the first attempt's: the second attempt of a request is the same one under every strategy.
 *
 * <p>Everything here is on the event path: it allocates nothing.
 */
final class UserRetries {

    private final Plan plan;
    private final Span span;
    private final EventList events;
    private final Jobs jobs;
    private final RandomStream stream = new RandomStream();

    UserRetries(Plan plan, Span span, EventList events, Jobs jobs) {
        this.plan = plan;
        this.span = span;
        this.events = events;
        this.jobs = jobs;
    }

    /**
     * A request has failed, or was abandoned: schedules the user's next attempt, if there is to be one before the arrivals stop.
     *
     * @param request the request that has ended; it can be released after this
     * @return whether the user sends it again
     */
    boolean failed(int request) {
        ClientPlan client = plan.clients[jobs.client[request]];
        Sampler after = client.retryAfter();
        int attempt = jobs.userAttempt[request];
        if (after == null || attempt >= client.mostAttempts() || client.traffic() == null) {
            return false;
        }
        stream.start(jobs.key[request] + Purpose.USER_RETRY);
        if (stream.uniform() >= client.retryProbability()) {
            return false;
        }
        long pause = ArrivalProcess.nanos(after.sample(stream));
        if (pause >= span.duration() - events.now()) {
            return false;
        }
        int next = jobs.take();
        jobs.state[next] = Jobs.RETURNING;
        jobs.component[next] = client.component();
        jobs.caller[next] = jobs.caller[request];
        jobs.client[next] = jobs.client[request];
        jobs.depth[next] = 0;
        jobs.key[next] = RandomStream.mix(jobs.key[request], attempt);
        jobs.inputTokens[next] = jobs.inputTokens[request];
        jobs.outputTokens[next] = jobs.outputTokens[request];
        jobs.userAttempt[next] = attempt + 1;
        jobs.number[next] = jobs.number[request];
        jobs.firstSent[next] = jobs.firstSent[request];
        events.schedule(events.now() + pause, Event.USER_RETRY, next, jobs.stamp[next]);
        return true;
    }
}
