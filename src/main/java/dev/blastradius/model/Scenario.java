package dev.blastradius.model;

import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.TextType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong, and when.
 *
 * @param label its name
 * @param description what it stands for
 * @param faults the faults in it
 */
public record Scenario(@Nullable String label, @Nullable String description, List<Fault> faults) {

    public static final Parameter<Scenario, String> LABEL =
            Parameter.of("label", new TextType(null, "", 200), Scenario::label, "Its name");
    public static final Parameter<Scenario, String> DESCRIPTION =
            Parameter.of("description", TextType.PROSE, Scenario::description, "What it stands for");

    /** The most faults that a scenario can have. */
    public static final int MOST_FAULTS = 1_000;

    /** How a scenario is written, given how a fault is. */
    public static ObjectType<Scenario> type(ObjectType<Fault> fault) {
        return ObjectType.of(
                "scenario",
                "What goes wrong, and when",
                Scenario.class,
                LABEL,
                DESCRIPTION,
                Parameter.<Scenario, List<Fault>>of(
                                "faults", new ListType<>(fault, 0, MOST_FAULTS), Scenario::faults, "The faults in it")
                        .mandatory());
    }

    /** What is shown of it: the label, or its id where it has none. */
    public String title(String id) {
        return label == null || label.isBlank() ? id : label;
    }
}
