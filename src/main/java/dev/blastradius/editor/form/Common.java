package dev.blastradius.editor.form;

import dev.blastradius.editor.form.FormItem.Shape;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The fields that several forms have in common, and where they differ. */
public final class Common {

    private static final int MOST_SHOWN = 3;
    private static final int LONGEST_SHOWN = 24;

    /** What a thing is called and described as is its own. */
    private static final Set<List<String>> OWN = Set.of(List.of("label"), List.of("description"));

    private Common() {}

    /**
     * The form of what several things have in common.
     *
     * @param forms one or more
     */
    public static List<FormItem> of(List<List<FormItem>> forms) {
        return forms.size() == 1 ? forms.get(0) : merge(forms);
    }

    private static List<FormItem> merge(List<List<FormItem>> forms) {
        List<FormItem> common = new ArrayList<>();
        for (FormItem first : forms.get(0)) {
            List<FormItem> same = new ArrayList<>();
            for (List<FormItem> form : forms) {
                form.stream().filter(each -> isSame(first, each)).findFirst().ifPresent(same::add);
            }
            FormItem merged = same.size() < forms.size() || OWN.contains(first.path()) ? null : item(first, same);
            if (merged != null) {
                common.add(merged);
            }
        }
        return common;
    }

    private static boolean isSame(FormItem first, FormItem other) {
        if (first.getClass() != other.getClass() || !first.path().equals(other.path())) {
            return false;
        }
        if (first instanceof FormItem.Entry a && other instanceof FormItem.Entry b) {
            return a.type().equals(b.type());
        }
        if (first instanceof FormItem.Choice a && other instanceof FormItem.Choice b) {
            return a.options().equals(b.options());
        }
        return !(first instanceof FormItem.Section a)
                || other instanceof FormItem.Section b && a.type().equals(b.type());
    }

    private static @Nullable FormItem item(FormItem first, List<FormItem> same) {
        if (first instanceof FormItem.Entry entry) {
            String several = several(same, each -> ((FormItem.Entry) each).text(), entry.prompt());
            return several.isEmpty()
                    ? entry
                    : new FormItem.Entry(
                            entry.path(),
                            entry.label(),
                            entry.meaning(),
                            "",
                            several,
                            entry.unit(),
                            entry.type(),
                            entry.beginnings(),
                            several);
        }
        if (first instanceof FormItem.Check it) {
            String several = several(same, each -> ((FormItem.Check) each).value() ? "on" : "off", "");
            return new FormItem.Check(it.path(), it.label(), it.meaning(), it.value(), it.byDefault(), several);
        }
        if (first instanceof FormItem.Choice it) {
            String several = several(same, each -> label((FormItem.Choice) each), "");
            return new FormItem.Choice(
                    it.path(),
                    it.label(),
                    it.meaning(),
                    it.options(),
                    several.isEmpty() ? it.chosen() : "",
                    it.byDefault(),
                    several);
        }
        if (first instanceof FormItem.Section section) {
            return section(section, same);
        }
        return list(first, same);
    }

    private static @Nullable FormItem list(FormItem first, List<FormItem> same) {
        if (first instanceof FormItem.Ticks it) {
            String several = several(same, each -> String.join(", ", ((FormItem.Ticks) each).chosen()), "none");
            return new FormItem.Ticks(
                    it.path(), it.label(), it.meaning(), it.options(), it.chosen(), it.byDefault(), several);
        }
        if (first instanceof FormItem.Pairs it) {
            Map<String, String> common = new LinkedHashMap<>(it.pairs());
            same.forEach(each ->
                    common.entrySet().retainAll(((FormItem.Pairs) each).pairs().entrySet()));
            boolean differ = same.stream()
                    .anyMatch(each -> !((FormItem.Pairs) each).pairs().equals(common));
            return new FormItem.Pairs(
                    it.path(),
                    it.label(),
                    it.meaning(),
                    common,
                    it.prompt(),
                    it.known(),
                    it.type(),
                    differ ? "others differ" : "");
        }
        if (first instanceof FormItem.Rows it) {
            boolean differ = same.stream()
                    .anyMatch(each -> !((FormItem.Rows) each).rows().equals(it.rows()));
            return new FormItem.Rows(
                    it.path(),
                    it.label(),
                    it.meaning(),
                    it.prompt(),
                    it.rows(),
                    it.compact(),
                    it.required(),
                    it.fresh(),
                    it.freshAt(),
                    it.type(),
                    differ ? "several lists" : "");
        }
        boolean sameWay = first instanceof FormItem.Ways it
                && same.stream()
                        .allMatch(each -> ((FormItem.Ways) each).chosen().equals(it.chosen()));
        return sameWay ? first : null;
    }

    private static FormItem section(FormItem.Section first, List<FormItem> same) {
        List<FormItem.Section> sections =
                same.stream().map(FormItem.Section.class::cast).toList();
        long given = sections.stream().filter(FormItem.Section::given).count();
        boolean allGiven = given == sections.size();
        boolean sameShape = sections.stream()
                .allMatch(each -> each.shape().chosen().equals(first.shape().chosen()));
        boolean samePresent = sections.stream()
                .allMatch(each ->
                        Objects.equals(each.offer().present(), first.offer().present()));
        boolean possible = sections.stream().allMatch(each -> each.offer().possible());
        String several = given == 0 || allGiven ? "" : "on in " + given + " of " + sections.size();
        if (allGiven && !sameShape) {
            several = several(
                    same, each -> Words.title(((FormItem.Section) each).shape().chosen()), "");
        }
        Shape shape = sameShape
                ? first.shape()
                : new Shape(first.shape().label(), first.shape().variants(), "");
        return new FormItem.Section(
                first.path(),
                first.label(),
                first.meaning(),
                allGiven,
                sections.stream().allMatch(FormItem.Section::optional),
                several.isEmpty() ? first.prompt() : several,
                shape,
                allGiven && sameShape
                        ? merge(sections.stream().map(FormItem.Section::items).toList())
                        : List.of(),
                first.type(),
                first.keys(),
                new FormItem.Offer(
                        first.offer().beginnings(), samePresent ? first.offer().present() : null, possible),
                several);
    }

    private static String label(FormItem.Choice choice) {
        return choice.options().stream()
                .filter(option -> option.word().equals(choice.chosen()))
                .map(FormItem.Option::label)
                .findFirst()
                .orElse(choice.chosen());
    }

    /** The values in a line, where they differ. */
    private static String several(List<FormItem> items, Function<FormItem, String> text, String prompt) {
        Set<String> texts = new LinkedHashSet<>();
        items.forEach(each -> texts.add(text.apply(each)));
        if (texts.size() < 2) {
            return "";
        }
        List<String> shown = texts.stream()
                .limit(MOST_SHOWN)
                .map(each -> each.isEmpty() ? prompt.isEmpty() ? "none" : prompt : shortened(each))
                .toList();
        int more = texts.size() - shown.size();
        return String.join(", ", shown) + (more > 0 ? " and " + more + " more" : "");
    }

    private static String shortened(String text) {
        String line = text.replace('\n', ' ');
        return line.length() > LONGEST_SHOWN ? line.substring(0, LONGEST_SHOWN) + "…" : line;
    }
}
