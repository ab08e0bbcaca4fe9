package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;

/** A station of people. */
public record Human(About about, Station station, Terms terms) implements Component {

    public static final Parameter<Human, About> ABOUT =
            Parameter.group("about", About.TYPE, Human::about, "What people call it");
    public static final Parameter<Human, Station> STATION =
            Parameter.group("station", Station.TYPE, Human::station, "Servers, queue and own work");
    public static final Parameter<Human, Terms> TERMS =
            Parameter.group("terms", Terms.TYPE, Human::terms, "What it promises, charges and allows");

    public static final Kind<Human> KIND = new Kind<>(
            "human",
            "People",
            "People who work on requests, one at a time each",
            Kind.Role.STATION,
            new Kind.Look(Kind.Outline.DOMED, "user-check"),
            ObjectType.of(
                    "human", "People who work on requests, one at a time each", Human.class, ABOUT, STATION, TERMS));

    @Override
    public Kind<Human> kind() {
        return KIND;
    }
}
