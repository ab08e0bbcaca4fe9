package dev.blastradius.model.descriptor;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One parameter of an object of the model file, described once for reading, writing, the schema, the inspector and the
 * reference.
 *
 * @param <R> the Java type of the object
 * @param <T> the Java type of the parameter
 */
public final class Parameter<R, T> {

    /** The source of a default that is nobody's but this program's. */
    public static final String OWN_CHOICE = "own choice";

    private final String key;
    private final ValueType<T> type;
    private final Function<R, @Nullable T> getter;
    private final boolean required;
    private final boolean inline;
    private final @Nullable T defaultValue;
    private final String absent;
    private final String meaning;
    private final String source;
    private final List<Beginning> beginnings;

    private Parameter(
            String key,
            ValueType<T> type,
            Function<R, @Nullable T> getter,
            boolean required,
            boolean inline,
            @Nullable T defaultValue,
            String absent,
            String meaning,
            String source,
            List<Beginning> beginnings) {
        this.key = key;
        this.type = type;
        this.getter = getter;
        this.required = required;
        this.inline = inline;
        this.defaultValue = defaultValue;
        this.absent = absent;
        this.meaning = meaning;
        this.source = source;
        this.beginnings = beginnings;
    }

    /** An optional parameter without a default: the getter gives null where the file does not say it. */
    public static <R, T> Parameter<R, T> of(
            String key, ValueType<T> type, Function<R, @Nullable T> getter, String meaning) {
        return new Parameter<>(key, type, getter, false, false, null, "", meaning, "", List.of());
    }

    /**
     * A group of parameters that are a record of their own in Java and stand in the same JSON object.
     *
     * @param name the group's name, for people
     */
    public static <R, T> Parameter<R, T> group(String name, ObjectType<T> type, Function<R, T> getter, String meaning) {
        return new Parameter<>(name, type, getter::apply, true, true, null, "", meaning, "", List.of());
    }

    /** The same parameter, which the file must say. */
    public Parameter<R, T> mandatory() {
        return new Parameter<>(key, type, getter, true, inline, null, "", meaning, source, beginnings);
    }

    /** The same parameter, with the value that holds where the file does not say it. */
    public Parameter<R, T> byDefault(T value) {
        return new Parameter<>(key, type, getter, false, inline, value, "", meaning, source, beginnings);
    }

    /** The same parameter, with what its absence means, in a word or two: {@code "unlimited"}. */
    public Parameter<R, T> absentMeans(String words) {
        return new Parameter<>(key, type, getter, required, inline, defaultValue, words, meaning, source, beginnings);
    }

    /** The same parameter, with where its default or its rule comes from. */
    public Parameter<R, T> from(String where) {
        return new Parameter<>(key, type, getter, required, inline, defaultValue, absent, meaning, where, beginnings);
    }

    /** The same parameter, whose default is nobody's but this program's. */
    public Parameter<R, T> ownChoice() {
        return from(OWN_CHOICE);
    }

    /** The same parameter, with values of it that are published, the most usual first. */
    public Parameter<R, T> beginningWith(Beginning... values) {
        return new Parameter<>(
                key, type, getter, required, inline, defaultValue, absent, meaning, source, List.of(values));
    }

    /** The key in the file; for a group, its name. */
    public String key() {
        return key;
    }

    public ValueType<T> type() {
        return type;
    }

    public boolean isRequired() {
        return required;
    }

    /** Whether this is a group whose parameters stand in the same JSON object. */
    public boolean isGroup() {
        return inline;
    }

    /** What holds where the file does not say it; null where nothing does. */
    public @Nullable T defaultValue() {
        return defaultValue;
    }

    /** What absence means, in words; empty where the default says it, or nothing needs saying. */
    public String absent() {
        return absent;
    }

    /** One line of meaning. */
    public String meaning() {
        return meaning;
    }

    /** Where the default or the rule comes from; {@link #OWN_CHOICE} for a default of the program's own, empty where there is none. */
    public String source() {
        return source;
    }

    /** Values to begin with besides those of the type, the most usual first. */
    public List<Beginning> beginnings() {
        return beginnings;
    }

    /** The value as the file says it; null where it does not. */
    public @Nullable T given(R object) {
        return getter.apply(object);
    }

    /** The value as it holds: what the file says, else the default. Throws IllegalStateException where there is neither. */
    public T in(R object) {
        T given = getter.apply(object);
        T value = given != null ? given : defaultValue;
        if (value == null) {
            throw new IllegalStateException("'" + key + "' is not given and has no default");
        }
        return value;
    }

    /** The value as a tree; null where the file does not say it. */
    @Nullable
    Object writeIn(R object) {
        T given = getter.apply(object);
        return given == null ? null : type.write(given);
    }

    @Override
    public String toString() {
        return key;
    }
}
