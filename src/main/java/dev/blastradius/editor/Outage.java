package dev.blastradius.editor;

import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.matrix.Failure;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.descriptor.Duration;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A scenario that can be run without being in the model, and added to it.
 *
 * @param id the id that it has in a run; no other scenario of the model has it
 * @param scenario what befalls
 */
public record Outage(String id, Scenario scenario) {

    private static final int LONGEST_ID = 60;
    private static final double SHORT = 0.1;

    /** How long of the run something fails. */
    public enum Span {
        /** From the end of the warm-up on: what is lost is the share of what was sent during the outage. */
        WHOLE("All the time"),
        /** From a quarter of the measured time on for half of it: what comes after shows whether it recovers. */
        HALF("Half of the time"),
        /** The same for a tenth of it. */
        SHORT("A tenth of the time");

        private final String title;

        Span(String title) {
            this.title = title;
        }

        /** What people choose. */
        public String title() {
            return title;
        }

        private @Nullable Duration lasts(double measured) {
            return switch (this) {
                case WHOLE -> null;
                case HALF -> Breaking.rounded(measured * Breaking.LASTS);
                case SHORT -> Breaking.rounded(measured * Outage.SHORT);
            };
        }

        private Duration begins(RunSettings settings, double measured) {
            return this == WHOLE
                    ? settings.warmup()
                    : Breaking.rounded(settings.warmup().seconds() + measured * Breaking.BEGINS);
        }
    }

    /** A fault of a way and a length, to befall one thing after the other; its own target stands for none. */
    public static Fault fault(Breaking.Way way, Span span, RunSettings settings) {
        double measured =
                Math.max(0, settings.duration().seconds() - settings.warmup().seconds());
        return new Fault(
                Fault.Target.id(""), span.begins(settings, measured), span.lasts(measured), null, null, way.effects());
    }

    /**
     * What befell in a row of a matrix, under a name and an id of its own; where the model has a scenario of the same faults, that one.
     *
     * @param pipeline the model
     * @param name what people call what fails
     */
    public static Outage of(Pipeline pipeline, Failure failure, String name, Breaking.Way way) {
        for (Map.Entry<String, Scenario> each : pipeline.scenariosOrNone().entrySet()) {
            if (each.getValue().faults().equals(failure.scenario().faults())) {
                return new Outage(each.getKey(), each.getValue());
            }
        }
        String label = (name + " " + way.title()).strip();
        Scenario scenario = new Scenario(
                label.substring(0, Math.min(label.length(), VariantActions.LONGEST_NAME)),
                null,
                failure.scenario().faults());
        return new Outage(freeId(pipeline, failure.target(), way), scenario);
    }

    /** An id such as {@code "provider-anthropic-down"}. */
    private static String freeId(Pipeline pipeline, String target, Breaking.Way way) {
        String plain = target.replace("->", "-to-")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        String stem = (plain.substring(0, Math.min(plain.length(), LONGEST_ID)) + "-"
                        + way.name().toLowerCase(Locale.ROOT))
                .replaceAll("^-", "");
        String id = stem;
        for (int i = 2; pipeline.scenariosOrNone().containsKey(id); i++) {
            id = stem + "-" + i;
        }
        return id;
    }

    /** A pipeline with it among its scenarios. */
    public Pipeline in(Pipeline pipeline) {
        return Variants.putScenario(pipeline, id, scenario);
    }

    /** Whether a pipeline has it already. */
    public boolean isIn(Pipeline pipeline) {
        return scenario.equals(pipeline.scenariosOrNone().get(id));
    }
}
