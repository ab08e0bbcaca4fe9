package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.TextType;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What people call a component.
 *
 * @param label the name on its box
 * @param description what it stands for, and where its numbers come from
 * @param tags free pairs, such as {@code provider: anthropic}; scenarios select on them
 */
public record About(
        @Nullable String label,
        @Nullable String description,
        @Nullable Map<String, String> tags) {

    public static final About NOTHING = new About(null, null, null);

    public static final Parameter<About, String> LABEL =
            Parameter.of("label", new TextType(null, "", 200), About::label, "The name on the box");
    public static final Parameter<About, String> DESCRIPTION = Parameter.of(
            "description", TextType.PROSE, About::description, "What it stands for, and where its numbers come from");
    public static final Parameter<About, Map<String, String>> TAGS = Parameter.of(
            "tags",
            new MapType<>("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}", "a word", new TextType(null, "", 200), 100),
            About::tags,
            "Free pairs, such as provider and region; scenarios select on them");

    public static final ObjectType<About> TYPE =
            ObjectType.of("about", "What people call a component", About.class, LABEL, DESCRIPTION, TAGS);

    /** The tags; empty where there are none. */
    public Map<String, String> tagsOrNone() {
        return tags == null ? Map.of() : tags;
    }

    /** Whether it has all these tags. */
    public boolean hasTags(Map<String, String> wanted) {
        return tagsOrNone().entrySet().containsAll(wanted.entrySet());
    }
}
