package dev.blastradius.editor.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.io.BlastFormat;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.MappedType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.ShorthandType;
import dev.blastradius.model.descriptor.TupleType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** That what is shown of any number or duration of the format is taken for the very same value when it is typed again. */
class RoundTripTest {

    private static final int VALUES = 300;
    private static final String[] UNITS = {"us", "ms", "s", "m", "h", "d"};

    /** Every type of number or duration that any parameter of the format has, with the keys that lead to one of them. */
    static Stream<Map.Entry<String, ValueType<?>>> types() {
        Map<ValueType<?>, String> types = new LinkedHashMap<>();
        collect(BlastFormat.TYPE.pipeline(), "", types);
        return types.entrySet().stream().map(each -> Map.entry(each.getValue(), each.getKey()));
    }

    private static void collect(ValueType<?> type, String path, Map<ValueType<?>, String> types) {
        if (type instanceof ObjectType<?> object) {
            for (Parameter<?, ?> parameter : object.parameters()) {
                collect(parameter.type(), path + "." + parameter.key(), types);
            }
        } else if (type instanceof UnionType<?> union) {
            union.variants().forEach(each -> collect(each.type(), path + "." + each.word(), types));
        } else if (type instanceof ShorthandType<?, ?> shorthand) {
            collect(shorthand.shorthand(), path, types);
            collect(shorthand.full(), path, types);
        } else if (type instanceof MappedType<?, ?> mapped) {
            collect(mapped.written(), path, types);
        } else if (type instanceof ListType<?> list) {
            collect(list.element(), path, types);
        } else if (type instanceof TupleType<?> tuple) {
            collect(tuple.object(), path, types);
        } else if (type instanceof MapType<?> map) {
            collect(map.value(), path, types);
        } else if (type instanceof DurationType || type instanceof IntegerType || TypedText.number(type) != null) {
            types.putIfAbsent(type, path);
        }
    }

    @Test
    void thereAreManySuchTypes() {
        assertTrue(types().count() > 20);
    }

    @ParameterizedTest
    @MethodSource("types")
    void whatIsShownIsTheSameValueWhenItIsTypedAgain(Map.Entry<String, ValueType<?>> of) {
        ValueType<?> type = of.getValue();
        Random random = new Random(7);
        IntStream.range(0, VALUES).forEach(i -> check(of.getKey(), type, value(type, random)));
    }

    private static <T> void check(String path, ValueType<T> type, Object tree) {
        Problems problems = new Problems();
        T before = type.read(tree, JsonPath.ROOT, problems);
        if (before != null) {
            String shown = TypedText.show(type, type.write(before));
            T after = type.read(TypedText.parse(type, shown), JsonPath.ROOT, problems);
            assertNotNull(after, path + ": " + tree + " shown as " + shown);
            assertEquals(before, after, path + ": " + tree + " shown as " + shown);
        }
    }

    private static Object value(ValueType<?> type, Random random) {
        if (type instanceof DurationType) {
            String unit = UNITS[random.nextInt(UNITS.length)];
            return random.nextBoolean()
                    ? random.nextInt(5_000) + unit
                    : Duration.ofNanos(random.nextLong(Duration.MAX_NANOS >> random.nextInt(50)))
                            .text();
        }
        if (type instanceof IntegerType integer) {
            long range = Math.max(1, integer.max() / 2 - Math.max(integer.min(), -1_000) / 2);
            return Math.max(integer.min(), -1_000) + (long) (range * Math.pow(random.nextDouble(), 9) * 2);
        }
        NumberType number = TypedText.number(type);
        assertNotNull(number);
        double value = switch (random.nextInt(4)) {
            case 0 -> number.min() + (number.max() - number.min()) * random.nextDouble();
            case 1 -> Math.rint(number.max() * random.nextDouble());
            case 2 -> number.max() * Math.pow(random.nextDouble(), 20);
            default -> random.nextInt(1_000) / 1_000.0;
        };
        return number.allows(value) ? value : number.max();
    }
}
