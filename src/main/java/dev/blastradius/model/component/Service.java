package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;

/** A program of one's own: a server, an orchestrator, an agent's loop. */
public record Service(About about, Station station, Terms terms) implements Component {

    public static final Parameter<Service, About> ABOUT =
            Parameter.group("about", About.TYPE, Service::about, "What people call it");
    public static final Parameter<Service, Station> STATION =
            Parameter.group("station", Station.TYPE, Service::station, "Servers, queue and own work");
    public static final Parameter<Service, Terms> TERMS =
            Parameter.group("terms", Terms.TYPE, Service::terms, "What it promises, charges and allows");

    public static final Kind<Service> KIND = new Kind<>(
            "service",
            "Service",
            "A program of yours: workers, a queue, its own work and its calls",
            Kind.Role.STATION,
            new Kind.Look(Kind.Outline.ROUNDED, "server"),
            ObjectType.of(
                    "service",
                    "A program of yours: workers, a queue, its own work and its calls",
                    Service.class,
                    ABOUT,
                    STATION,
                    TERMS));

    @Override
    public Kind<Service> kind() {
        return KIND;
    }
}
