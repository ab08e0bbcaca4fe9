package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;

/** A database, a vector index, a file store. */
public record Store(About about, Station station, Terms terms) implements Component {

    public static final Parameter<Store, About> ABOUT =
            Parameter.group("about", About.TYPE, Store::about, "What people call it");
    public static final Parameter<Store, Station> STATION =
            Parameter.group("station", Station.TYPE, Store::station, "Servers, queue and own work");
    public static final Parameter<Store, Terms> TERMS =
            Parameter.group("terms", Terms.TYPE, Store::terms, "What it promises, charges and allows");

    public static final Kind<Store> KIND = new Kind<>(
            "store",
            "Store",
            "A database, vector index or file store",
            Kind.Role.STATION,
            new Kind.Look(Kind.Outline.CYLINDER, "database"),
            ObjectType.of("store", "A database, vector index or file store", Store.class, ABOUT, STATION, TERMS));

    @Override
    public Kind<Store> kind() {
        return KIND;
    }
}
