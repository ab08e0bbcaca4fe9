package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;

/** Something that an agent calls: a search, a sandbox, somebody else's API. */
public record Tool(About about, Station station, Terms terms) implements Component {

    public static final Parameter<Tool, About> ABOUT =
            Parameter.group("about", About.TYPE, Tool::about, "What people call it");
    public static final Parameter<Tool, Station> STATION =
            Parameter.group("station", Station.TYPE, Tool::station, "Servers, queue and own work");
    public static final Parameter<Tool, Terms> TERMS =
            Parameter.group("terms", Terms.TYPE, Tool::terms, "What it promises, charges and allows");

    public static final Kind<Tool> KIND = new Kind<>(
            "tool",
            "Tool",
            "Something an agent calls: a search, a sandbox, somebody else's API",
            Kind.Role.STATION,
            new Kind.Look(Kind.Outline.SLANTED, "tool"),
            ObjectType.of(
                    "tool",
                    "Something an agent calls: a search, a sandbox, somebody else's API",
                    Tool.class,
                    ABOUT,
                    STATION,
                    TERMS));

    @Override
    public Kind<Tool> kind() {
        return KIND;
    }
}
