package dev.blastradius.model;

import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.MappedType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.TextType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that goes wrong for a while.
 *
 * @param target what it befalls
 * @param at when it begins
 * @param lasting how long it lasts; null: to the end of the run
 * @param ramp how long it takes to reach its full strength; null: none
 * @param flap it comes and goes within its window; null: it stays
 * @param effects what it does, by key; each value is of its effect's own type
 */
public record Fault(
        Target target,
        Duration at,
        @Nullable Duration lasting,
        @Nullable Duration ramp,
        @Nullable Flap flap,
        Map<String, Object> effects) {

    public static final Parameter<Fault, Target> TARGET = Parameter.of(
                    "target",
                    Target.TYPE,
                    Fault::target,
                    "A component's id, a dependency's \"from->to\", or tags that all match")
            .mandatory();
    public static final Parameter<Fault, Duration> AT = Parameter.of(
                    "at", new DurationType(true), Fault::at, "When it begins")
            .mandatory();
    public static final Parameter<Fault, Duration> FOR = Parameter.<Fault, Duration>of(
                    "for", new DurationType(false), Fault::lasting, "How long it lasts")
            .absentMeans("to the end of the run");
    public static final Parameter<Fault, Duration> RAMP = Parameter.<Fault, Duration>of(
                    "ramp",
                    new DurationType(false),
                    Fault::ramp,
                    "How long it takes to reach its full strength, linearly")
            .absentMeans("at once");
    public static final Parameter<Fault, Flap> FLAP = Parameter.<Fault, Flap>of(
                    "flap", Flap.TYPE, Fault::flap, "It comes and goes within its window, on first")
            .absentMeans("it stays");

    /** How a fault is written, given the family of effects. */
    public static ObjectType<Fault> type(List<? extends Parameter<Map<String, Object>, ?>> effects) {
        return ObjectType.of(
                "fault",
                "Something that goes wrong for a while",
                Fault.class,
                TARGET,
                AT,
                FOR,
                RAMP,
                FLAP,
                Parameter.group(
                        "effects",
                        ObjectType.family("effects", "What goes wrong", effects),
                        Fault::effects,
                        "What goes wrong"));
    }

    /**
     * What a fault befalls: one of the two is given.
     *
     * @param id a component's id or a dependency's key; null where it goes by tags
     * @param tags every component that has all these tags; null where it goes by id
     */
    public record Target(@Nullable String id, @Nullable Map<String, String> tags) {

        private static final String TAG_PATTERN = "[A-Za-z0-9][A-Za-z0-9_.-]{0,63}";

        static final ValueType<Target> TYPE = new ShorthandType<>(
                new TextType(null, "a component's id or a dependency's \"from->to\"", 300),
                Target::id,
                Target::id,
                new MappedType<>(
                        new MapType<>(TAG_PATTERN, "a tag", new TextType(null, "", 200), 100),
                        Target::tags,
                        target -> target.tags == null ? Map.of() : target.tags));

        /** By a component's id or a dependency's key. */
        public static Target id(String id) {
            return new Target(id, null);
        }

        /** By tags that all match. */
        public static Target tags(Map<String, String> tags) {
            return new Target(null, tags);
        }
    }

    /**
     * A fault that comes and goes.
     *
     * @param on how long it is there
     * @param off how long it is away
     */
    public record Flap(Duration on, Duration off) {

        private static final Duration SHORTEST_CYCLE = Duration.of("10ms");

        public static final Parameter<Flap, Duration> ON = Parameter.of(
                        "on", new DurationType(false), Flap::on, "How long it is there")
                .mandatory();
        public static final Parameter<Flap, Duration> OFF = Parameter.of(
                        "off", new DurationType(false), Flap::off, "How long it is away")
                .mandatory();

        public static final ObjectType<Flap> TYPE = ObjectType.of(
                        "flap", "A fault that comes and goes", Flap.class, ON, OFF)
                .withRule((it, where, problems) -> {
                    if (it.on.nanos() + it.off.nanos() < SHORTEST_CYCLE.nanos()) {
                        problems.error(
                                where,
                                "it comes and goes too often to be followed",
                                "\"on\" and \"off\" of together at least " + SHORTEST_CYCLE,
                                it.on + " and " + it.off);
                    }
                });
    }
}
