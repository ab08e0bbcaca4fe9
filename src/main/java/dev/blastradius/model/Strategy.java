package dev.blastradius.model;

import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.TextType;
import dev.blastradius.model.descriptor.Tree;
import dev.blastradius.model.descriptor.TreeType;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Another way to build the pipeline: a patch on the drawing, and what people do in the outage.
 *
 * @param label its name
 * @param description what it stands for
 * @param patch a JSON merge patch (RFC 7396) on {@code components} and {@code dependencies}
 * @param runbook what people do
 */
public record Strategy(
        @Nullable String label,
        @Nullable String description,
        @Nullable Tree patch,
        @Nullable List<RunbookStep> runbook) {

    /** The strategy that always exists: the pipeline with no patch. */
    public static final String AS_DRAWN = "as-drawn";

    public static final Parameter<Strategy, String> LABEL =
            Parameter.of("label", new TextType(null, "", 200), Strategy::label, "Its name");
    public static final Parameter<Strategy, String> DESCRIPTION =
            Parameter.of("description", TextType.PROSE, Strategy::description, "What it stands for");
    public static final Parameter<Strategy, Tree> PATCH = Parameter.of(
            "patch", new TreeType(), Strategy::patch, "A JSON merge patch (RFC 7396) on components and dependencies");
    public static final Parameter<Strategy, List<RunbookStep>> RUNBOOK = Parameter.of(
            "runbook", new ListType<>(RunbookStep.TYPE, 0, 1_000), Strategy::runbook, "What people do in the outage");

    public static final ObjectType<Strategy> TYPE = ObjectType.of(
            "strategy", "Another way to build the pipeline", Strategy.class, LABEL, DESCRIPTION, PATCH, RUNBOOK);

    /** The patch; empty where there is none. */
    public Tree patchOrEmpty() {
        return patch == null ? Tree.EMPTY : patch;
    }

    /** The runbook; empty where there is none. */
    public List<RunbookStep> runbookOrEmpty() {
        return runbook == null ? List.of() : runbook;
    }

    /** The runbook's steps by their place in it, in the order of their time; those of one moment in the order of the file. */
    public List<Integer> stepsInOrder() {
        List<RunbookStep> steps = runbookOrEmpty();
        return IntStream.range(0, steps.size())
                .boxed()
                .sorted(Comparator.comparingLong(step -> steps.get(step).after().nanos()))
                .toList();
    }

    /** What is shown of it: the label, or its id where it has none. */
    public String title(String id) {
        return label == null || label.isBlank() ? id : label;
    }

    /**
     * Something that people do.
     *
     * @param after how long after the scenario's first fault begins
     * @param patch what they change
     */
    public record RunbookStep(Duration after, Tree patch) {

        public static final Parameter<RunbookStep, Duration> AFTER = Parameter.of(
                        "after",
                        new DurationType(true),
                        RunbookStep::after,
                        "How long after the scenario's first fault begins")
                .mandatory();
        public static final Parameter<RunbookStep, Tree> PATCH = Parameter.of(
                        "patch", new TreeType(), RunbookStep::patch, "What they change")
                .mandatory();

        public static final ObjectType<RunbookStep> TYPE =
                ObjectType.of("runbook step", "Something that people do", RunbookStep.class, AFTER, PATCH);
    }
}
