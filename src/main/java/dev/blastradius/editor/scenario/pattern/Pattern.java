package dev.blastradius.editor.scenario.pattern;

import dev.blastradius.editor.scenario.Fits;
import dev.blastradius.editor.scenario.Targets;
import dev.blastradius.editor.scenario.TidyTime;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Flap;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind.Role;
import dev.blastradius.model.component.ModelApi;
import dev.blastradius.model.descriptor.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * A usual way to fail, as faults: one of the list in {@link Patterns}. What it says of a pipeline follows from the pipeline alone.
 * All times are in seconds.
 */
public abstract class Pattern {

    /** The tag by which providers are told apart. */
    static final String PROVIDER = "provider";

    /** A fault that begins late still leaves this share of what is left of the run to see what comes after. */
    private static final double MOST_OF_THE_REST = 0.6;

    private static final double SHORTEST = 1;

    private final String key;
    private final String label;
    private final String meaning;
    private final String source;
    private final double usualLength;

    /**
     * A pattern.
     *
     * @param key its name in the program: lower case with hyphens
     * @param label for people
     * @param meaning one line, without a full stop
     * @param source where its numbers are from
     * @param usualLength how long it lasts where the run leaves room for it
     */
    Pattern(String key, String label, String meaning, String source, double usualLength) {
        this.key = key;
        this.label = label;
        this.meaning = meaning;
        this.source = source;
        this.usualLength = usualLength;
    }

    /** Its name in the program. */
    public final String key() {
        return key;
    }

    /** Its name for people. */
    public final String label() {
        return label;
    }

    /** What happens, in a line without a full stop. */
    public final String meaning() {
        return meaning;
    }

    /** Where its numbers are from, and which of them are assumed. */
    public final String source() {
        return source;
    }

    /**
     * Faults of a pattern.
     *
     * @param faults what befalls; none where there is an obstacle
     * @param obstacle why it cannot befall what it was to, without a full stop; empty where it can
     */
    public record Proposal(List<Fault> faults, String obstacle) {

        static Proposal refused(String why) {
            return new Proposal(List.of(), why);
        }
    }

    /**
     * Its faults for a target, from a moment on: as long as is usual, but at most six tenths of what is left of the run, so that
     * what comes after is seen.
     *
     * @param begin when it begins, 0 to the run's length
     * @param run how long the run lasts, above 0
     */
    public final Proposal at(Pipeline pipeline, Target target, double begin, double run) {
        return lasting(pipeline, target, begin, Math.min(usualLength, (run - begin) * MOST_OF_THE_REST));
    }

    /**
     * Its faults for a target, from a moment on for so long.
     *
     * @param length a second at least; less counts as that
     */
    public final Proposal lasting(Pipeline pipeline, Target target, double begin, double length) {
        String why = obstacle(pipeline, target);
        if (!why.isEmpty()) {
            return Proposal.refused(why);
        }
        double bounded = Math.max(SHORTEST, length);
        List<Fault> faults = faults(aimed(pipeline, target), begin, rounded(bounded));
        String refused = Fits.obstacle(pipeline, faults);
        return refused.isEmpty() ? new Proposal(faults, "") : Proposal.refused(refused);
    }

    /** Its faults for what it usually befalls; an obstacle where the pipeline has nothing of the kind. */
    public final Proposal at(Pipeline pipeline, double begin, double run) {
        List<Target> targets = usual(pipeline);
        if (targets.isEmpty()) {
            return Proposal.refused(lacking());
        }
        List<Fault> faults = new ArrayList<>();
        String refused = "";
        for (Target target : targets) {
            Proposal each = at(pipeline, target, begin, run);
            faults.addAll(each.faults());
            refused = each.obstacle();
        }
        return faults.isEmpty() ? Proposal.refused(refused) : new Proposal(List.copyOf(faults), "");
    }

    /** What it usually befalls, for people; empty where the pipeline has nothing of the kind. */
    public final String usualNames(Pipeline pipeline) {
        return String.join(
                ", ",
                usual(pipeline).stream()
                        .map(target -> Targets.name(pipeline, target))
                        .toList());
    }

    /**
     * What it befalls where nobody says what: the first model that has a rate limit, which those have that answer users, else the first
     * model; empty where the pipeline has none.
     */
    List<Target> usual(Pipeline pipeline) {
        List<Target> limited = first(
                pipeline,
                component -> component instanceof ModelApi && component.terms().rateLimit() != null);
        return limited.isEmpty() ? first(pipeline, component -> component instanceof ModelApi) : limited;
    }

    /** What the pipeline lacks where {@link #usual} is empty, without a full stop. */
    String lacking() {
        return "this pipeline has no model that could fail so";
    }

    /** Why it cannot befall a target, apart from what the format says of its effects; empty where it can. */
    String obstacle(Pipeline pipeline, Target target) {
        return Targets.isIn(pipeline, target) ? "" : "this pipeline has no such target";
    }

    /** What it befalls where a target is given that there is no obstacle to. */
    Target aimed(Pipeline pipeline, Target target) {
        return target;
    }

    /** The faults themselves. */
    abstract List<Fault> faults(Target target, double begin, double length);

    /** A fault with some effects for a stretch of time. */
    static Fault fault(Target target, double begin, double length, Map<String, Object> effects) {
        return fault(target, begin, length, 0, null, effects);
    }

    /** The same with a ramp, or none where that is 0, or coming and going. */
    static Fault fault(
            Target target, double begin, double length, double ramp, @Nullable Flap flap, Map<String, Object> effects) {
        return new Fault(
                target,
                TidyTime.of(begin),
                TidyTime.of(length),
                ramp > 0 ? TidyTime.of(rounded(ramp)) : null,
                flap,
                effects);
    }

    /** Coming and going, both in seconds. */
    static Flap flap(double on, double off) {
        return new Flap(length(on), length(off));
    }

    private static Duration length(double seconds) {
        return TidyTime.of(Math.max(SHORTEST, rounded(seconds)));
    }

    /** Whole minutes where there are five or more, else whole seconds, else tenths: a file that people read needs no more. */
    static double rounded(double seconds) {
        double step = seconds >= 300 ? 60 : seconds >= 10 ? 1 : 0.1;
        return Math.max(step, TidyTime.snapped(seconds, step));
    }

    /** The first component that is so: all of its provider where it has one, else it alone; nothing where none is so. */
    static List<Target> first(Pipeline pipeline, Predicate<Component> which) {
        for (Map.Entry<String, Component> each : pipeline.components().entrySet()) {
            if (which.test(each.getValue())) {
                String provider = each.getValue().about().tagsOrNone().get(PROVIDER);
                return List.of(provider == null ? Target.id(each.getKey()) : Target.tags(Map.of(PROVIDER, provider)));
            }
        }
        return List.of();
    }

    /** All clients, each on its own. */
    static List<Target> clients(Pipeline pipeline) {
        return pipeline.components().entrySet().stream()
                .filter(each -> each.getValue().kind().role() == Role.SOURCE)
                .map(each -> Target.id(each.getKey()))
                .toList();
    }
}
