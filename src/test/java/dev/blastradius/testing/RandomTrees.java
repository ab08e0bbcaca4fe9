package dev.blastradius.testing;

import dev.blastradius.model.descriptor.AmountType;
import dev.blastradius.model.descriptor.BooleanType;
import dev.blastradius.model.descriptor.ChoiceType;
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
import dev.blastradius.model.descriptor.TextType;
import dev.blastradius.model.descriptor.TreeType;
import dev.blastradius.model.descriptor.TupleType;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;

/** Random trees that a value type reads without a problem. Rules over several parameters are met by trying again. */
final class RandomTrees {

    private static final int MOST_TRIES = 1_000;
    private static final String[] UNITS = {"us", "ms", "s", "m", "h"};
    private static final String LETTERS = "abcXYZ 019 äöß ∂🙂 \"\\/ \n\t{}[],:";

    private final Random random;

    RandomTrees(Random random) {
        this.random = random;
    }

    /** An object of a type, valid by the type's own rules. */
    Map<String, Object> object(ObjectType<?> type) {
        return valid(type, () -> anyObject(type));
    }

    /** An object of one variant of a union. */
    Map<String, Object> variant(UnionType<?> union, String word) {
        return valid(union, () -> anyVariant(union, word));
    }

    /** A text for people, with whatever can stand in one. */
    String prose() {
        int[] letters = LETTERS.codePoints().toArray();
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(30); i > 0; i--) {
            text.appendCodePoint(letters[random.nextInt(letters.length)]);
        }
        return text.toString();
    }

    private <T> T valid(ValueType<?> type, Supplier<T> maker) {
        for (int i = 0; i < MOST_TRIES; i++) {
            T tree = maker.get();
            Problems problems = new Problems();
            if (type.read(tree, JsonPath.ROOT, problems) != null && !problems.hasErrors()) {
                return tree;
            }
        }
        throw new IllegalStateException("no valid " + type.expected());
    }

    private Map<String, Object> anyVariant(UnionType<?> union, String word) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put(union.tag(), word);
        union.variants().stream()
                .filter(each -> each.word().equals(word))
                .forEach(each -> tree.putAll(anyObject(each.type())));
        return tree;
    }

    private Map<String, Object> anyObject(ObjectType<?> type) {
        Map<String, Object> tree = new LinkedHashMap<>();
        if (type.name().equals("empirical")) {
            tree.put("quantiles", quantiles(type));
            return tree;
        }
        for (Parameter<?, ?> parameter : type.parameters()) {
            if (parameter.isGroup()) {
                tree.putAll(anyObject((ObjectType<?>) parameter.type()));
            } else if (parameter.isRequired() || random.nextInt(5) < 2) {
                tree.put(parameter.key(), any(parameter.type()));
            }
        }
        return tree;
    }

    /** Rising quantiles from share 0 to share 1, which chance alone would not find. */
    private List<Object> quantiles(ObjectType<?> empirical) {
        ListType<?> list = (ListType<?>) empirical.parameters().get(0).type();
        TupleType<?> point = (TupleType<?>) list.element();
        boolean durations = point.object().parameters().get(1).type() instanceof DurationType;
        return List.of(
                List.of(0L, durations ? "1s" : (Object) 1L),
                List.of(random.nextDouble() * 0.9 + 0.05, durations ? "2s" : (Object) 2.5),
                List.of(1L, durations ? "1m" : (Object) 60L));
    }

    private Object any(ValueType<?> type) {
        if (type instanceof BooleanType) {
            return random.nextBoolean();
        } else if (type instanceof IntegerType integer) {
            long span = Math.min(1_000, Math.max(0, integer.max() - Math.max(integer.min(), -500)));
            return Math.max(integer.min(), -500) + random.nextInt((int) span + 1);
        } else if (type instanceof NumberType number) {
            return number(number);
        } else if (type instanceof AmountType amount) {
            return number(amount.number());
        } else if (type instanceof DurationType) {
            String count = random.nextBoolean() ? "" + (1 + random.nextInt(99)) : (1 + random.nextInt(9)) + ".25";
            return count + UNITS[random.nextInt(UNITS.length)];
        } else if (type instanceof TextType text) {
            return text.pattern() == null ? prose() : "a->b";
        } else if (type instanceof ChoiceType<?> choice) {
            return choice.choices().get(random.nextInt(choice.choices().size())).key();
        }
        return anyContainer(type);
    }

    private Object anyContainer(ValueType<?> type) {
        if (type instanceof ListType<?> list) {
            List<Object> entries = new ArrayList<>();
            for (int i = list.fewest() + random.nextInt(2); i > 0; i--) {
                entries.add(any(list.element()));
            }
            return entries;
        } else if (type instanceof TupleType<?> tuple) {
            List<Object> entries = new ArrayList<>();
            tuple.object().parameters().forEach(each -> entries.add(any(each.type())));
            return entries;
        } else if (type instanceof MapType<?> map) {
            Map<String, Object> entries = new LinkedHashMap<>();
            for (int i = random.nextInt(3); i > 0; i--) {
                entries.put("key" + i, any(map.value()));
            }
            return entries;
        } else if (type instanceof UnionType<?> union) {
            return anyUnion(union);
        } else if (type instanceof ShorthandType<?, ?> shorthand) {
            return any(random.nextBoolean() ? shorthand.shorthand() : shorthand.full());
        } else if (type instanceof MappedType<?, ?> mapped) {
            return any(mapped.written());
        } else if (type instanceof TreeType) {
            return Map.of();
        }
        return object((ObjectType<?>) type);
    }

    /** Any variant but one that needs a file. */
    private Object anyUnion(UnionType<?> union) {
        List<String> words = union.variants().stream()
                .map(each -> each.word())
                .filter(word -> !word.equals("recorded"))
                .toList();
        return variant(union, words.get(random.nextInt(words.size())));
    }

    private Object number(NumberType number) {
        double span = Math.min(number.max() - number.min(), 100);
        double low = number.min();
        return random.nextBoolean() ? low + span * (1 - random.nextDouble()) : Math.min(number.max(), low + 1);
    }
}
