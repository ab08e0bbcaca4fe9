package dev.blastradius.model.descriptor;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object with known keys, and the Java value it becomes: for most a record, whose canonical constructor takes the
 * parameters in their order.
 *
 * @param <R> the Java type
 */
public final class ObjectType<R> implements ValueType<R> {

    /** A rule over several parameters of one object. */
    @FunctionalInterface
    public interface Rule<R> {
        void check(R object, JsonPath where, Problems problems);
    }

    private final String name;
    private final String meaning;
    private final Class<?> javaClass;
    private final List<Parameter<R, ?>> parameters;
    private final Function<@Nullable Object[], R> creator;
    private final @Nullable Rule<R> rule;
    private final List<Beginning> beginnings;
    private final @Nullable Parameter<R, ?> switchedBy;
    private final List<List<String>> alternatives;

    private ObjectType(
            String name,
            String meaning,
            Class<?> javaClass,
            List<Parameter<R, ?>> parameters,
            Function<@Nullable Object[], R> creator,
            @Nullable Rule<R> rule,
            List<Beginning> beginnings,
            @Nullable Parameter<R, ?> switchedBy,
            List<List<String>> alternatives) {
        this.name = name;
        this.meaning = meaning;
        this.javaClass = javaClass;
        this.parameters = List.copyOf(parameters);
        this.creator = creator;
        this.rule = rule;
        this.beginnings = List.copyOf(beginnings);
        this.switchedBy = switchedBy;
        this.alternatives = List.copyOf(alternatives);
    }

    /**
     * The type of a record.
     *
     * @param name what a value is called, for people: {@code "retry"}
     * @param meaning one line of meaning
     * @param record the record's class
     * @param parameters one for each of the record's components, in their order
     */
    @SafeVarargs
    public static <R extends Record> ObjectType<R> of(
            String name, String meaning, Class<R> record, Parameter<R, ?>... parameters) {
        RecordComponent[] components = record.getRecordComponents();
        if (components.length != parameters.length) {
            throw new IllegalArgumentException(record + " has " + components.length + " components, but "
                    + parameters.length + " parameters are described");
        }
        Class<?>[] types =
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
        List<Parameter<R, ?>> listed = new ArrayList<>();
        for (Parameter<R, ?> parameter : parameters) {
            listed.add(parameter);
        }
        try {
            Constructor<R> constructor = record.getDeclaredConstructor(types);
            return new ObjectType<>(
                    name,
                    meaning,
                    record,
                    listed,
                    values -> instantiate(constructor, values),
                    null,
                    List.of(),
                    null,
                    List.of());
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * A family of optional members, each under its own key of one object: the policies of a dependency, the effects of a
     * fault. The Java value is a map of those that are given, in the family's order.
     */
    public static <V> ObjectType<Map<String, V>> family(
            String name, String meaning, List<? extends Parameter<Map<String, V>, ?>> members) {
        return new ObjectType<>(
                name,
                meaning,
                Map.class,
                List.copyOf(members),
                values -> familyOf(members, values),
                null,
                List.of(),
                null,
                List.of());
    }

    /** The same type with a rule that is checked whenever a value is read. */
    public ObjectType<R> withRule(Rule<R> newRule) {
        return new ObjectType<>(
                name, meaning, javaClass, parameters, creator, newRule, beginnings, switchedBy, alternatives);
    }

    /** The same type with values to begin with, the most usual first. */
    public ObjectType<R> beginningWith(Beginning... newBeginnings) {
        return new ObjectType<>(
                name, meaning, javaClass, parameters, creator, rule, List.of(newBeginnings), switchedBy, alternatives);
    }

    /** The same type, of which nothing means anything where one of its parameters is not given. */
    public ObjectType<R> switchedBy(Parameter<R, ?> decisive) {
        return new ObjectType<>(
                name, meaning, javaClass, parameters, creator, rule, beginnings, decisive, alternatives);
    }

    /**
     * The same type, of which exactly one of these sets of keys is given; to check that is for its rule.
     *
     * @param sets each with the keys that belong together
     */
    public ObjectType<R> alternatives(List<List<String>> sets) {
        return new ObjectType<>(name, meaning, javaClass, parameters, creator, rule, beginnings, switchedBy, sets);
    }

    /** Sets of keys of which exactly one is given, whole; none where the keys do not exclude each other. */
    public List<List<String>> alternatives() {
        return alternatives;
    }

    /** Whether it is a family of optional members: see {@link #family}. */
    public boolean isFamily() {
        return javaClass == Map.class;
    }

    /** The parameter without which the others mean nothing; null where there is none such. */
    public @Nullable Parameter<R, ?> switchedBy() {
        return switchedBy;
    }

    /** Values to begin with, the most usual first; none where what must be given says it all. */
    public List<Beginning> beginnings() {
        return beginnings;
    }

    public String name() {
        return name;
    }

    public String meaning() {
        return meaning;
    }

    /** The parameters in the order they are shown and written, groups unopened. */
    public List<Parameter<R, ?>> parameters() {
        return parameters;
    }

    /** All keys that may stand in such an object, those of groups included. */
    public List<String> keys() {
        List<String> keys = new ArrayList<>();
        for (Parameter<R, ?> parameter : parameters) {
            if (parameter.isGroup()) {
                keys.addAll(((ObjectType<?>) parameter.type()).keys());
            } else {
                keys.add(parameter.key());
            }
        }
        return keys;
    }

    /** Whether a value is of this type. */
    boolean describes(Object value) {
        return javaClass.isInstance(value);
    }

    /** A value known to be of this type. */
    @SuppressWarnings("unchecked")
    public R cast(Object value) {
        return (R) javaClass.cast(value);
    }

    @Override
    public @Nullable R read(Object tree, JsonPath where, Problems problems) {
        return readBesides(null, tree, where, problems);
    }

    /** Reads an object in which one more key is allowed, and passed over. */
    @Nullable
    R readBesides(@Nullable String tag, Object tree, JsonPath where, Problems problems) {
        if (!(tree instanceof Map<?, ?> object)) {
            problems.error(where, "not an object", expected(), tree);
            return null;
        }
        List<String> known = keys();
        for (Object key : object.keySet()) {
            if (!known.contains(key) && !key.equals(tag)) {
                problems.addError(() -> unknownKey((String) key, known, where));
            }
        }
        return readKnown(object, where, problems);
    }

    private Problem unknownKey(String key, List<String> known, JsonPath where) {
        Problem problem = Problem.error(where.key(key), "unknown key in " + name, String.join(", ", known), key);
        String nearest = Nearest.of(key, known);
        return nearest == null ? problem : problem.mend("did you mean \"" + nearest + "\"?");
    }

    private @Nullable R readKnown(Map<?, ?> object, JsonPath where, Problems problems) {
        @Nullable Object[] values = new Object[parameters.size()];
        boolean complete = true;
        for (int i = 0; i < values.length; i++) {
            Parameter<R, ?> parameter = parameters.get(i);
            values[i] = readParameter(parameter, object, where, problems);
            complete &= values[i] != null || !parameter.isRequired();
        }
        if (!complete) {
            return null;
        }
        R value = creator.apply(values);
        if (rule != null) {
            rule.check(value, where, problems);
        }
        return value;
    }

    private @Nullable Object readParameter(
            Parameter<R, ?> parameter, Map<?, ?> object, JsonPath where, Problems problems) {
        if (parameter.isGroup()) {
            return ((ObjectType<?>) parameter.type()).readKnown(object, where, problems);
        }
        if (!object.containsKey(parameter.key())) {
            if (parameter.isRequired()) {
                problems.error(
                        where,
                        "\"" + parameter.key() + "\" is missing",
                        "\"" + parameter.key() + "\": " + parameter.type().expected(),
                        null);
            }
            return null;
        }
        Object tree = object.get(parameter.key());
        JsonPath here = where.key(parameter.key());
        if (tree == null) {
            problems.error(here, "null", parameter.type().expected(), "null");
            return null;
        }
        return parameter.type().read(tree, here, problems);
    }

    @Override
    public Map<String, Object> write(R value) {
        Map<String, Object> tree = new LinkedHashMap<>();
        for (Parameter<R, ?> parameter : parameters) {
            Object written = parameter.writeIn(value);
            if (parameter.isGroup() && written instanceof Map<?, ?> group) {
                group.forEach((key, each) -> tree.put((String) key, each));
            } else if (written != null) {
                tree.put(parameter.key(), written);
            }
        }
        return tree;
    }

    /**
     * The same value with one parameter changed.
     *
     * @param newValue the parameter's value; null to leave it out
     */
    public <T> R with(R value, Parameter<R, T> changed, @Nullable T newValue) {
        @Nullable Object[] values = new Object[parameters.size()];
        boolean found = false;
        for (int i = 0; i < values.length; i++) {
            boolean here = parameters.get(i) == changed;
            found |= here;
            values[i] = here ? newValue : parameters.get(i).given(value);
        }
        if (!found) {
            throw new IllegalArgumentException(name + " has no parameter " + changed);
        }
        return creator.apply(values);
    }

    /** A value from its parameters in their order. */
    R create(@Nullable Object[] values) {
        return creator.apply(values);
    }

    @Override
    public String expected() {
        return "an object (" + name + ")";
    }

    private static <R> R instantiate(Constructor<R> constructor, @Nullable Object[] values) {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException e) {
            throw new IllegalArgumentException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static <V> Map<String, V> familyOf(
            List<? extends Parameter<Map<String, V>, ?>> members, @Nullable Object[] values) {
        Map<String, V> given = new LinkedHashMap<>();
        for (int i = 0; i < values.length; i++) {
            Object value = values[i];
            if (value != null) {
                @SuppressWarnings("unchecked") // each member's type is one of V's
                V member = (V) value;
                given.put(members.get(i).key(), member);
            }
        }
        return Collections.unmodifiableMap(given);
    }
}
