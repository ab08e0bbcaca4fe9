package dev.blastradius.ui.look;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Style sheets as far as colours need it: rules without nesting, and colours that are looked up by name. */
final class StyleRules {

    private static final Pattern RULE = Pattern.compile("([^{}]+)\\{([^{}]*)}");
    private static final Pattern RGB =
            Pattern.compile("rgba?\\(\\s*(\\d+)\\s*,\\s*(\\d+)\\s*,\\s*(\\d+)\\s*(?:,\\s*([\\d.]+)\\s*)?\\)");

    /** A selector and what it sets. */
    record Rule(String selector, Map<String, String> values) {}

    private StyleRules() {}

    /** The rules of a style sheet, one for each selector. */
    static List<Rule> of(String resource) {
        List<Rule> rules = new ArrayList<>();
        Matcher rule = RULE.matcher(text(resource).replaceAll("(?s)/\\*.*?\\*/", ""));
        while (rule.find()) {
            Map<String, String> values = new LinkedHashMap<>();
            for (String declaration : rule.group(2).split(";")) {
                String[] parts = declaration.split(":", 2);
                if (parts.length == 2) {
                    values.put(parts[0].strip(), parts[1].strip());
                }
            }
            for (String selector : rule.group(1).split(",")) {
                rules.add(new Rule(selector.strip(), values));
            }
        }
        return rules;
    }

    /** The theme's colours by their names. */
    static Map<String, String> names(String theme) {
        Map<String, String> names = new LinkedHashMap<>();
        of(theme).stream().filter(rule -> rule.selector().equals(".root")).forEach(rule -> names.putAll(rule.values()));
        return names;
    }

    /** A colour over another: {@code #rrggbb}, {@code rgb(…)}, {@code rgba(…)}, {@code white}, or a name that stands for one. */
    static double[] colour(String value, Map<String, String> names, double[] below) {
        String resolved = value;
        while (names.containsKey(resolved)) {
            resolved = names.get(resolved);
        }
        if (resolved.equals("white")) {
            resolved = "#ffffff";
        }
        Matcher rgb = RGB.matcher(resolved);
        if (rgb.matches()) {
            double[] top = {
                Integer.parseInt(rgb.group(1)) / 255.0,
                Integer.parseInt(rgb.group(2)) / 255.0,
                Integer.parseInt(rgb.group(3)) / 255.0
            };
            return ColourMath.over(top, rgb.group(4) == null ? 1 : Double.parseDouble(rgb.group(4)), below);
        }
        if (!resolved.matches("#[0-9a-fA-F]{6}")) {
            throw new AssertionError("no colour: " + value + " (" + resolved + ")");
        }
        int number = Integer.parseInt(resolved.substring(1), 16);
        return new double[] {(number >> 16) / 255.0, (number >> 8 & 255) / 255.0, (number & 255) / 255.0};
    }

    private static String text(String resource) {
        try (InputStream in = StyleRules.class.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
