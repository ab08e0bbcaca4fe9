package dev.blastradius.editor.chain;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.stage.Clock;
import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.experiment.cascade.Onset.Limit;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kind;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The chain of a cascade as people read it.
 *
 * @param headline where it began and whom it reached, in a sentence; empty where nothing happened
 * @param links what crossed its limits, in the order of time
 */
public record Chain(String headline, List<Link> links) {

    private static final int MOST_NAMED = 2;

    public Chain {
        links = List.copyOf(links);
    }

    /**
     * One thing that crossed a limit.
     *
     * @param onset what it is
     * @param time when, as a clock shows it
     * @param name whose limit
     * @param what which limit, in a word or two
     * @param why what was measured against what
     * @param until when it was over; that it was not, where it was not
     */
    public record Link(Onset onset, String time, String name, String what, String why, String until) {

        /** All of it in a sentence. */
        public String sentence() {
            return onset.rank() + ". " + time + ", " + name + ", " + what + ": " + why + "; " + until;
        }
    }

    /** What is said of a cascade in a pipeline. */
    public static Chain of(Cascade cascade, Pipeline pipeline) {
        List<Link> links = cascade.onsets().stream()
                .map(onset -> new Link(
                        onset,
                        Clock.text(onset.seconds()),
                        name(pipeline, onset.where()),
                        title(onset.limit()),
                        onset.why(),
                        Double.isNaN(onset.ends()) ? "not over by the end" : "until " + Clock.text(onset.ends())))
                .toList();
        return new Chain(headline(cascade, pipeline), links);
    }

    /** What a component or a dependency is called. */
    public static String name(Pipeline pipeline, String where) {
        return Captions.line(where.contains("->") ? Captions.title(pipeline, where) : Captions.name(pipeline, where));
    }

    /** What a limit that is crossed is called. */
    public static String title(Limit limit) {
        return switch (limit) {
            case FAULT -> "fault";
            case FAILING -> "failing";
            case SATURATED -> "all busy";
            case QUEUEING -> "queue";
            case SLOW -> "slow";
            case QUOTA -> "quota";
            case BREAKER -> "breaker";
            case BUDGET -> "retry budget";
            case STORM -> "retry storm";
            case FALLBACK -> "fallback";
            case OBJECTIVE -> "objective missed";
        };
    }

    private static String headline(Cascade cascade, Pipeline pipeline) {
        if (cascade.onsets().isEmpty()) {
            return "";
        }
        Onset first = cascade.onsets().get(0);
        List<String> where = cascade.onsets().stream()
                .filter(each -> each.limit() == first.limit() && each.seconds() == first.seconds())
                .map(each -> name(pipeline, each.where()))
                .distinct()
                .toList();
        String began = "It began at " + listed(where) + " at " + Clock.text(first.seconds());
        List<Onset> hurt = cascade.onsets().stream()
                .filter(each -> each.limit() != Limit.FAULT && isClient(pipeline, each.where()))
                .toList();
        if (hurt.isEmpty()) {
            return began + ", and nobody who asks was hurt.";
        }
        Onset reached = hurt.get(0);
        double after = reached.seconds() - first.seconds();
        long before = cascade.onsets().stream()
                .filter(each -> each.rank() < reached.rank())
                .filter(each -> each.limit() != Limit.FAULT)
                .count();
        return began + " and reached " + name(pipeline, reached.where())
                + (after < 1 ? " at once" : " " + length(after) + " later")
                + (before == 0 ? "." : ", over " + before + (before == 1 ? " step." : " steps."));
    }

    private static String length(double seconds) {
        long whole = Math.round(seconds);
        return whole < 120 ? whole + " s" : whole / 60 + " min" + (whole % 60 == 0 ? "" : " " + whole % 60 + " s");
    }

    private static String listed(List<String> names) {
        String some = names.stream().limit(MOST_NAMED).collect(Collectors.joining(" and "));
        int more = names.size() - MOST_NAMED;
        return more > 0 ? some + " and " + more + " more" : some;
    }

    private static boolean isClient(Pipeline pipeline, String where) {
        return pipeline.components().containsKey(where)
                && pipeline.components().get(where).kind().role() == Kind.Role.SOURCE;
    }
}
