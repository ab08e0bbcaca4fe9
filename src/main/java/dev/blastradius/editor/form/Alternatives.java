package dev.blastradius.editor.form;

import dev.blastradius.editor.form.FormItem.Offered;
import dev.blastradius.editor.form.FormItem.Option;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.ObjectType;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.ValueType;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The sets of keys of which an object gives exactly one: which one it gives, and what it would say with another. */
final class Alternatives {

    /** The 99 % point of the standard normal distribution. */
    private static final double NORMAL_P99 = 2.3263478740408408;

    private Alternatives() {}

    /** The keys of the sets that are not used, which a form leaves out. */
    static List<String> unused(ObjectType<?> type, Map<?, ?> tree) {
        List<String> unused = new ArrayList<>();
        if (!type.alternatives().isEmpty()) {
            type.alternatives().forEach(unused::addAll);
            unused.removeAll(used(type, tree));
        }
        return unused;
    }

    /** The choice among the sets; null where there is none to make. */
    static FormItem.@Nullable Ways ways(ObjectType<?> type, Map<?, ?> tree, List<String> path) {
        if (type.alternatives().isEmpty() || path.isEmpty()) {
            return null;
        }
        List<Offered> ways = new ArrayList<>();
        for (List<String> keys : type.alternatives()) {
            ways.add(new Offered(new Option(word(keys), title(keys), ""), with(type, tree, keys)));
        }
        return new FormItem.Ways(path, "Given by", "By which of its values it is given", ways, word(used(type, tree)));
    }

    private static List<String> used(ObjectType<?> type, Map<?, ?> tree) {
        List<List<String>> sets = type.alternatives();
        return sets.stream()
                .filter(keys -> tree.keySet().containsAll(keys))
                .findFirst()
                .orElseGet(() -> sets.stream()
                        .filter(keys -> keys.stream().anyMatch(tree::containsKey))
                        .findFirst()
                        .orElse(sets.get(0)));
    }

    private static String word(List<String> keys) {
        return String.join("+", keys);
    }

    private static String title(List<String> keys) {
        String words = String.join(" and ", keys.stream().map(Words::title).toList());
        return words.substring(0, 1) + words.substring(1).toLowerCase(Locale.ROOT);
    }

    private static Map<String, Object> with(ObjectType<?> type, Map<?, ?> tree, List<String> keys) {
        Map<String, Object> changed = new LinkedHashMap<>();
        tree.forEach((key, value) -> changed.put((String) key, value));
        type.alternatives().forEach(set -> set.forEach(changed::remove));
        Map<String, Double> log = lognormal(tree);
        List<String> before = used(type, tree);
        for (String key : keys) {
            ValueType<?> of = type(type, key);
            Object same = tree.get(key);
            Object other = keys.size() == 1 && before.size() == 1 ? tree.get(before.get(0)) : null;
            if (same != null) {
                changed.put(key, same);
            } else if (other != null && TypedText.isValid(of, other)) {
                changed.put(key, other);
            } else {
                Double value = log.get(key);
                changed.put(key, value == null ? FormEdits.beginning(of) : quantity(value, key, tree));
            }
        }
        return changed;
    }

    private static ValueType<?> type(ObjectType<?> type, String key) {
        return type.parameters().stream()
                .filter(parameter -> parameter.key().equals(key))
                .findFirst()
                .map(Parameter::type)
                .orElseThrow(() -> new IllegalArgumentException(key));
    }

    /** All parameters of a log-normal, in seconds or plain numbers, from those that are given; none where it is no such thing. */
    private static Map<String, Double> lognormal(Map<?, ?> tree) {
        Double median = number(tree.get("median"));
        Double p99 = number(tree.get("p99"));
        Double sigma = number(tree.get("sigma"));
        Double mean = number(tree.get("mean"));
        Double cv = number(tree.get("cv"));
        if (median != null && p99 != null) {
            sigma = Math.log(p99 / median) / NORMAL_P99;
        } else if (mean != null && cv != null) {
            sigma = Math.sqrt(Math.log1p(cv * cv));
            median = mean * Math.exp(-sigma * sigma / 2);
        }
        if (median == null || sigma == null || median <= 0) {
            return Map.of();
        }
        double spread = Math.sqrt(Math.expm1(sigma * sigma));
        return Map.of(
                "median",
                median,
                "p99",
                median * Math.exp(sigma * NORMAL_P99),
                "sigma",
                sigma,
                "mean",
                median * Math.exp(sigma * sigma / 2),
                "cv",
                Math.max(spread, 0.001));
    }

    private static @Nullable Double number(@Nullable Object value) {
        if (value instanceof Number number) {
            return number.doubleValue();
        }
        Duration duration = value instanceof String text ? Duration.parse(text) : null;
        return duration == null ? null : duration.seconds();
    }

    /** A value as the file would hold it, to four digits. */
    private static Object quantity(double value, String key, Map<?, ?> tree) {
        double rounded = new BigDecimal(value).round(new MathContext(4)).doubleValue();
        boolean pure = key.equals("sigma") || key.equals("cv");
        boolean times =
                tree.values().stream().anyMatch(each -> each instanceof String text && Duration.parse(text) != null);
        return pure || !times ? (Object) rounded : Duration.ofSeconds(rounded).text();
    }
}
