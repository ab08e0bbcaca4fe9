package dev.blastradius.editor.requests;

import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.model.RequestOutcome;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Which requests are listed: those that meet all of it.
 *
 * @param outcomes their outcome is one of these; empty: any
 * @param client they are this client's; empty: any
 * @param cause they failed of this; empty: of anything, or not at all
 * @param least they took at least so long, in seconds; NaN: any time
 * @param most they took at most so long, in seconds; NaN: any time
 * @param late only those that were answered over the SLO's latency
 * @param wrong only those with a wrong answer that nobody noticed
 * @param moment they were under way at this moment, in seconds; NaN: at any
 * @param text they have this in what is said of them, in whichever case; empty: anything
 */
public record RequestFilter(
        Set<RequestOutcome> outcomes,
        String client,
        String cause,
        double least,
        double most,
        boolean late,
        boolean wrong,
        double moment,
        String text) {

    /** All of them. */
    public static final RequestFilter NONE =
            new RequestFilter(Set.of(), "", "", Double.NaN, Double.NaN, false, false, Double.NaN, "");

    public RequestFilter {
        outcomes = outcomes.isEmpty() ? Set.of() : Collections.unmodifiableSet(EnumSet.copyOf(outcomes));
    }

    /** Whether it leaves none out. */
    public boolean isOff() {
        return equals(NONE);
    }

    /**
     * Whether a request is listed.
     *
     * @param words what is said of it, in lower case
     */
    public boolean lists(RequestTrace trace, String words) {
        return (outcomes.isEmpty() || outcomes.contains(trace.outcome()))
                && (client.isEmpty() || trace.client().equals(client))
                && (cause.isEmpty() || trace.cause().equals(cause))
                && !(trace.latency() < least)
                && !(trace.latency() > most)
                && (!late || trace.late())
                && (!wrong || trace.wrong())
                && !(trace.sent() > moment)
                && !(trace.ended() < moment)
                && (text.isBlank() || words.contains(text.strip().toLowerCase(Locale.ROOT)));
    }

    /** The requests that it lists, by what is said of each. */
    public Predicate<ListedRequest> test() {
        return listed -> lists(listed.trace(), listed.words());
    }

    /** With an outcome listed or not. */
    public RequestFilter with(RequestOutcome outcome, boolean listed) {
        Set<RequestOutcome> changed = EnumSet.noneOf(RequestOutcome.class);
        changed.addAll(outcomes);
        if (listed) {
            changed.add(outcome);
        } else {
            changed.remove(outcome);
        }
        return new RequestFilter(changed, client, cause, least, most, late, wrong, moment, text);
    }

    public RequestFilter withClient(String changed) {
        return new RequestFilter(outcomes, changed, cause, least, most, late, wrong, moment, text);
    }

    public RequestFilter withCause(String changed) {
        return new RequestFilter(outcomes, client, changed, least, most, late, wrong, moment, text);
    }

    /** With other bounds of the time that requests took, in seconds; NaN: none. */
    public RequestFilter withTimes(double changedLeast, double changedMost) {
        return new RequestFilter(outcomes, client, cause, changedLeast, changedMost, late, wrong, moment, text);
    }

    public RequestFilter withLate(boolean changed) {
        return new RequestFilter(outcomes, client, cause, least, most, changed, wrong, moment, text);
    }

    public RequestFilter withWrong(boolean changed) {
        return new RequestFilter(outcomes, client, cause, least, most, late, changed, moment, text);
    }

    /** With another moment at which they were under way, in seconds; NaN: any. */
    public RequestFilter withMoment(double changed) {
        return new RequestFilter(outcomes, client, cause, least, most, late, wrong, changed, text);
    }

    public RequestFilter withText(String changed) {
        return new RequestFilter(outcomes, client, cause, least, most, late, wrong, moment, changed);
    }
}
