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

    /** A cause that so large a part of the failed requests failed of is one of those that matter. */
    private static final double MANY = 0.2;

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
        Story usual = usual(client, lost == null ? "" : lost.trace().cause());
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

    /** One in full, in time and right, of an ordinary length: the median one of those that went where the other one failed. */
    private @Nullable Story usual(String client, String cause) {
        double until = recorded.isBroken() ? recorded.firstFault() : recorded.duration();
        List<RequestTrace> fine = those(trace -> trace.client().equals(client)
                && isGood(trace)
                && trace.outcome() == RequestOutcome.OK
                && trace.sent() >= Math.min(recorded.warmup(), until)
                && trace.ended() < until);
        if (fine.isEmpty()) {
            return null;
        }
        String where = cause.substring(0, Math.max(0, cause.lastIndexOf('/')));
        List<RequestTrace> same =
                fine.stream().filter(trace -> reaches(trace, where)).toList();
        List<RequestTrace> sorted = (same.isEmpty() ? fine : same)
                .stream()
                        .sorted(Comparator.comparingDouble(RequestTrace::latency))
                        .toList();
        return new Story(
                sorted.get(sorted.size() / 2),
                recorded.isBroken() ? "Before the fault" : "An ordinary one",
                "This is how it goes when all is well: of the requests that were followed and were answered in full and in time"
                        + (same.isEmpty() ? "" : " and got as far as " + recorded.name(where))
                        + ", this one took neither long nor short.");
    }

    /** Whether something was asked of a component for a request, or a dependency was called for it. */
    private static boolean reaches(RequestTrace trace, String where) {
        return trace.spans().stream()
                .map(TraceSpan::where)
                .anyMatch(each -> each.equals(where)
                        || each.contains("->") && Pipeline.to(each).equals(where));
    }

    /** One that failed of what most failed of, or that its user gave up where more were given up than failed. */
    private @Nullable Story lost() {
        Counts ended = Counts.of(recorded.chronicle(), recorded.measured());
        double from = recorded.isBroken() ? recorded.firstFault() : recorded.warmup();
        RequestTrace abandoned = ended.abandoned() > ended.failed()
                ? telling(trace -> trace.outcome() == RequestOutcome.ABANDONED && trace.sent() >= from)
                : null;
        if (abandoned != null) {
            return new Story(
                    abandoned,
                    "Given up",
                    "Its user left first, as " + Phrases.counted(ended.abandoned(), "user") + " did after the warm-up; "
                            + Phrases.counted(ended.failed(), "request") + " failed.");
        }
        Map<String, Long> causes = new LinkedHashMap<>();
        for (Origin origin : recorded.episode().cascade().origins()) {
            causes.merge(origin.origin() + "/" + origin.failure(), origin.requests(), Long::sum);
        }
        long all = causes.values().stream().mapToLong(Long::longValue).sum();
        List<Map.Entry<String, Long>> most = new ArrayList<>(causes.entrySet());
        most.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        // Of the causes that many failed of, the one whose request went through most says most.
        Story telling = null;
        for (Map.Entry<String, Long> cause : most) {
            RequestTrace trace = telling(each -> each.outcome() == RequestOutcome.FAILED
                    && each.cause().equals(cause.getKey())
                    && each.sent() >= from);
            boolean counts = telling == null || cause.getValue() >= MANY * all;
            boolean says = telling == null
                    || trace != null
                            && trace.spans().size() > telling.trace().spans().size();
            if (trace != null && counts && says) {
                boolean main = cause.equals(most.get(0));
                telling = new Story(
                        trace,
                        "Failed",
                        "It failed of " + ListedRequest.cause(cause.getKey(), recorded.pipeline()) + ", as "
                                + Figures.count(cause.getValue()) + " of " + Figures.count(all)
                                + " failed requests of the whole run did"
                                + (main ? (most.size() > 1 ? ", more than of any other cause." : ".") : "."));
            }
        }
        return telling;
    }

    /** One that something of the strategy's saved: a fallback, a retry, a lesser answer; else one that it brought an answer, but late or wrong. */
    private @Nullable Story saved(String client) {
        double from = recorded.isBroken() ? recorded.firstFault() : recorded.warmup();
        Predicate<RequestTrace> since = trace -> isAnswered(trace) && trace.sent() >= from;
        Predicate<RequestTrace> then = since.and(trace -> !recorded.isBroken() || trace.sent() < recorded.lastFault());
        Predicate<RequestTrace> own = trace -> trace.client().equals(client);
        for (Predicate<RequestTrace> whose : List.of(
                then.and(own).and(Stories::isGood),
                then.and(Stories::isGood),
                then.and(own),
                then,
                since.and(Stories::isGood))) {
            Story story = saved(whose);
            if (story != null) {
                return story;
            }
        }
        return null;
    }

    private @Nullable Story saved(Predicate<RequestTrace> whose) {
        RequestTrace trace = telling(whose.and(each -> by(each, TraceSpan::isFallback) != null));
        if (trace != null) {
            TraceSpan stoodIn = by(trace, TraceSpan::isFallback);
            boolean isDrawn = stoodIn != null && recorded.isFallback(stoodIn.where());
            return new Story(
                    trace,
                    (isDrawn ? "Answered by a fallback" : "Answered by another target") + flaw(trace),
                    savedBy(trace, stoodIn, isDrawn));
        }
        trace = telling(whose.and(each -> by(each, span -> span.attempt() > 1) != null));
        TraceSpan again = trace == null ? null : by(trace, each -> each.attempt() > 1);
        if (trace != null && again != null) {
            return new Story(
                    trace,
                    "Answered after a retry" + flaw(trace),
                    "Attempt " + again.attempt() + " on " + recorded.name(again.where())
                            + " was answered after an earlier one had failed.");
        }
        trace = telling(whose.and(each -> each.outcome() == RequestOutcome.DEGRADED));
        return trace == null
                ? null
                : new Story(
                        trace,
                        "Answered" + flaw(trace),
                        "It got an answer, by a lesser component or without an optional part, and its user took it.");
    }

    /** What is not as it should be with an answer. */
    private static String flaw(RequestTrace trace) {
        return (trace.outcome() == RequestOutcome.DEGRADED ? ", degraded" : "")
                + (trace.late() ? ", but late" : "")
                + (trace.wrong() ? ", but wrong" : "");
    }

    private String savedBy(RequestTrace trace, @Nullable TraceSpan stoodIn, boolean isDrawn) {
        if (stoodIn == null) {
            return "";
        }
        return recorded.name(Pipeline.to(stoodIn.where()))
                + (isDrawn
                        ? " answered as a fallback"
                        : " answered after another target of " + recorded.name(Pipeline.from(stoodIn.where()))
                                + " had failed")
                + ", and the request ended " + trace.outcome().key() + ".";
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

    private static boolean isAnswered(RequestTrace trace) {
        return trace.outcome() == RequestOutcome.OK || trace.outcome() == RequestOutcome.DEGRADED;
    }

    private static boolean isGood(RequestTrace trace) {
        return isAnswered(trace) && !trace.late() && !trace.wrong();
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
