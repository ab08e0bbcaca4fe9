package dev.blastradius.model.component;

import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import org.jspecify.annotations.Nullable;

/** A cache: a hit is answered by itself, a miss goes on to its dependencies. */
public record Cache(About about, @Nullable Double hitRate, Station station, Terms terms) implements Component {

    public static final Parameter<Cache, About> ABOUT =
            Parameter.group("about", About.TYPE, Cache::about, "What people call it");
    public static final Parameter<Cache, Station> STATION =
            Parameter.group("station", Station.TYPE, Cache::station, "Servers, queue and own work");
    public static final Parameter<Cache, Terms> TERMS =
            Parameter.group("terms", Terms.TYPE, Cache::terms, "What it promises, charges and allows");
    public static final Parameter<Cache, Double> HIT_RATE = Parameter.of(
                    "hitRate", NumberType.SHARE, Cache::hitRate, "Share of requests that it answers itself")
            .mandatory();

    private static final String MEANING =
            "Answers a share of the requests itself; the others go on to what it stands before";

    public static final Kind<Cache> KIND = new Kind<>(
            "cache",
            "Cache",
            MEANING,
            Kind.Role.CACHE,
            new Kind.Look(Kind.Outline.CYLINDER, "zap"),
            ObjectType.of("cache", MEANING, Cache.class, ABOUT, HIT_RATE, STATION, TERMS));

    @Override
    public Kind<Cache> kind() {
        return KIND;
    }
}
