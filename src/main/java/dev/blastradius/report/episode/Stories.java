package dev.blastradius.report.episode;

import dev.blastradius.chart.Figures;
import dev.blastradius.editor.requests.ListedRequest;
import dev.blastradius.engine.trace.RequestTrace;
import dev.blastradius.engine.trace.TraceSpan;
import dev.blastradius.experiment.cascade.Cascade.Origin;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.RequestOutcome;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** The two or three requests that tell what happened: an ordinary one, one that failed of what most failed of, one that was saved. */
final class Stories {

    private static final String OK = "ok";

    private final Recorded recorded;
    private final List<RequestTrace> traces;

    /**
     * A request, and why it is told.
     *
     * @param title in a few words
     * @param why in a sentence
     */
    record Story(RequestTrace trace, String title, String why) {}

    Stories(Recorded recorded) {
        this.recorded = recorded;
        traces = recorded.playback().traces().traces().stream()
                .filter(RequestTrace::complete)
                .toList();
    }

    /** The requests, in the order in which they were sent. */
    List<Story> stories() {
        List<Story> stories = new ArrayList<>();
        Story lost = lost();
        String client = lost == null ? busiest() : lost.trace().client();
        Story usual = usual(client);
        if (usual != null) {
            stories.add(usual);
        }
        if (lost != null) {
            stories.add(lost);
        }
        Story saved = saved(client);
        if (saved != null) {
            stories.add(saved);
        }
        stories.sort(Comparator.comparingDouble(story -> story.trace().sent()));
        return stories;
    }

    private String busiest() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        traces.forEach(trace -> counts.merge(trace.client(), 1, Integer::sum));
        String busiest = "";
        int most = 0;
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            if (each.getValue() > most) {
                busiest = each.getKey();
                most = each.getValue();
            }
        }
        return busiest;
    }

    /** One in full, in time and right, of an ordinary length: the median one of those that are kept. */
    private @Nullable Story usual(String client) {
        double until = recorded.isBroken() ? recorded.firstFault() : recorded.duration();
        List<RequestTrace> fine = those(trace -> trace.client().equals(client)
                && isGood(trace)
                && trace.outcome() == RequestOutcome.OK
                && trace.sent() >= Math.min(recorded.warmup(), until)
                && trace.ended() < until);
        if (fine.isEmpty()) {
            return null;
        }
        List<RequestTrace> sorted = fine.stream()
                .sorted(Comparator.comparingDouble(RequestTrace::latency))
                .toList();
        return new Story(
                sorted.get(sorted.size() / 2),
                recorded.isBroken() ? "Before the fault" : "An ordinary one",
                "This is how it goes when all is well: of the ordinary ones that were followed, this one took neither long nor short.");
    }

    /** One that failed of what most failed of, or that its user gave up where more were given up than failed. */
    private @Nullable Story lost() {
        Counts counts = Counts.of(recorded.chronicle(), recorded.measured());
        double from = recorded.isBroken() ? recorded.firstFault() : recorded.warmup();
        RequestTrace abandoned = counts.abandoned() > counts.failed()
                ? telling(trace -> trace.outcome() == RequestOutcome.ABANDONED && trace.sent() >= from)
                : null;
        if (abandoned != null) {
            return new Story(
                    abandoned,
                    "Given up",
                    "Its user left first, as " + Phrases.counted(counts.abandoned(), "user")
                            + " did after the warm-up; " + Phrases.counted(counts.failed(), "request") + " failed.");
        }
        Map<String, Long> causes = new LinkedHashMap<>();
        for (Origin origin : recorded.episode().cascade().origins()) {
            causes.merge(origin.origin() + "/" + origin.failure(), origin.requests(), Long::sum);
        }
        long all = causes.values().stream().mapToLong(Long::longValue).sum();
        List<Map.Entry<String, Long>> most = new ArrayList<>(causes.entrySet());
        most.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        for (Map.Entry<String, Long> cause : most) {
            RequestTrace trace = telling(each -> each.outcome() == RequestOutcome.FAILED
                    && each.cause().equals(cause.getKey())
                    && each.sent() >= from);
            if (trace != null) {
                boolean main = cause == most.get(0);
                return new Story(
                        trace,
                        "Failed",
                        "It failed of " + ListedRequest.cause(cause.getKey(), recorded.pipeline()) + ", as "
                                + Figures.count(cause.getValue()) + " of " + Figures.count(all)
                                + " failed requests of the whole run did"
                                + (main ? ", more than of any other cause." : "."));
            }
        }
        return null;
    }

    /** One that the fault would have cost, had nothing stood in for what failed. */
    private @Nullable Story saved(String client) {
        double from = recorded.isBroken() ? recorded.firstFault() : recorded.warmup();
        Predicate<RequestTrace> good = trace -> isGood(trace) && trace.sent() >= from;
        Predicate<RequestTrace> own = trace -> trace.client().equals(client);
        for (Predicate<RequestTrace> whose : List.of(own, (Predicate<RequestTrace>) trace -> true)) {
            RequestTrace trace = telling(good.and(whose).and(each -> by(each, TraceSpan::isFallback) != null));
            if (trace != null) {
                return new Story(
                        trace,
                        trace.outcome() == RequestOutcome.DEGRADED
                                ? "Answered by a fallback, degraded"
                                : "Saved by a fallback",
                        savedBy(trace, by(trace, TraceSpan::isFallback)));
            }
            trace = telling(good.and(whose).and(each -> by(each, span -> span.attempt() > 1) != null));
            if (trace != null) {
                TraceSpan span = by(trace, each -> each.attempt() > 1);
                return new Story(
                        trace,
                        "Saved by a retry",
                        "Attempt " + (span == null ? 0 : span.attempt()) + " on "
                                + (span == null ? "" : recorded.name(span.where()))
                                + " was answered after an earlier one had failed.");
            }
            trace = telling(good.and(whose).and(each -> each.outcome() == RequestOutcome.DEGRADED));
            if (trace != null) {
                return new Story(
                        trace,
                        "Answered, degraded",
                        "It got an answer, by a lesser component or without an optional part, and its user took it.");
            }
        }
        return null;
    }

    private String savedBy(RequestTrace trace, @Nullable TraceSpan fallback) {
        return fallback == null
                ? ""
                : recorded.name(Pipeline.to(fallback.where()))
                        + " answered as a fallback, and the request ended "
                        + trace.outcome().key() + ".";
    }

    /** The attempt that was answered and of which something is true; null: there is none. */
    private static @Nullable TraceSpan by(RequestTrace trace, Predicate<TraceSpan> wanted) {
        return trace.spans().stream()
                .filter(span ->
                        span.kind() == TraceSpan.Kind.ATTEMPT && span.result().equals(OK) && !span.isHedge())
                .filter(wanted)
                .findFirst()
                .orElse(null);
    }

    private static boolean isGood(RequestTrace trace) {
        boolean answered = trace.outcome() == RequestOutcome.OK || trace.outcome() == RequestOutcome.DEGRADED;
        return answered && !trace.late() && !trace.wrong();
    }

    /** Of those of which something is true, the one with the median number of spans: neither the barest nor the longest. */
    private @Nullable RequestTrace telling(Predicate<RequestTrace> wanted) {
        List<RequestTrace> found = those(wanted).stream()
                .sorted(Comparator.comparingInt(
                        (RequestTrace trace) -> trace.spans().size()))
                .toList();
        return found.isEmpty() ? null : found.get(found.size() / 2);
    }

    private List<RequestTrace> those(Predicate<RequestTrace> wanted) {
        return traces.stream().filter(wanted).toList();
    }
}
