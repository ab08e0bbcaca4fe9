package dev.blastradius.editor.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import dev.blastradius.io.BlastFormat;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.component.Kinds;
import dev.blastradius.model.component.ModelApi;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.descriptor.UnionType;
import dev.blastradius.model.descriptor.ValueType;
import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.model.distribution.DistributionTypes;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormTest {

    static Stream<Kind<? extends Component>> kinds() {
        return Kinds.ALL.stream();
    }

    static Stream<String> shapes() {
        return Form.union(DistributionTypes.LATENCY).variants().stream().map(UnionType.Variant::word);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void aNewComponentOfAnyKindIsValid(Kind<? extends Component> kind) {
        Problems problems = new Problems();
        kind.type().read(FormEdits.beginning(kind.type()), JsonPath.ROOT, problems);
        assertEquals(List.of(), problems.all());
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void everyOptionalObjectOfAnyKindCanBeBegun(Kind<? extends Component> kind) {
        Map<String, Object> tree = FormEdits.beginning(kind.type());
        for (FormItem.Section section :
                sections(Form.of(kind.type(), tree, Surroundings.NONE)).toList()) {
            assertValid(kind.type(), FormEdits.put(tree, section, FormEdits.begin(section)), section.label());
            Object old = FormEdits.get(tree, section);
            for (FormItem.Option variant : section.shape().variants()) {
                Object reshaped = FormEdits.reshape(section, variant.word(), old);
                assertValid(kind.type(), FormEdits.put(tree, section, reshaped), section.path() + " " + variant.word());
            }
        }
    }

    private static void assertValid(ValueType<?> type, Object tree, String what) {
        Problems problems = new Problems();
        assertNotNull(type.read(tree, JsonPath.ROOT, problems), what);
        assertEquals(List.of(), problems.all(), what);
    }

    @Test
    void everyPolicyCanBeBegun() {
        for (FormItem.Section section : sections(Form.of(BlastFormat.TYPE.dependency(), Map.of(), Surroundings.NONE))
                .toList()) {
            Object begun = FormEdits.begin(section);
            assertValid(BlastFormat.TYPE.dependency(), FormEdits.put(Map.of(), section, begun), section.label());
        }
    }

    private static Stream<FormItem.Section> sections(List<FormItem> items) {
        return items.stream().flatMap(item -> {
            if (!(item instanceof FormItem.Section section)) {
                return Stream.empty();
            }
            Stream<FormItem.Section> below = sections(section.items());
            return section.isGroup() ? below : Stream.concat(Stream.of(section), below);
        });
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void aDistributionOfAnyShapeCanBecomeAnyOther(String from) {
        Object before = FormEdits.variant(DistributionTypes.LATENCY, from, null);
        for (String to : shapes().toList()) {
            Object after = FormEdits.variant(DistributionTypes.LATENCY, to, before);
            Problems problems = new Problems();
            DistributionTypes.LATENCY.read(after, JsonPath.ROOT, problems);
            assertEquals(List.of(), problems.all(), from + " to " + to);
        }
    }

    @Test
    void anotherShapeKeepsTheTypicalValue() {
        Object lognormal = FormEdits.variant(DistributionTypes.TIME, "lognormal", "250ms");
        assertEquals("250ms", ((Map<?, ?>) lognormal).get("median"));
        Object exponential = FormEdits.variant(DistributionTypes.TIME, "exponential", lognormal);
        assertEquals("250ms", ((Map<?, ?>) exponential).get("mean"));
    }

    @Test
    void aConstantIsWrittenShortAgain() {
        Problems problems = new Problems();
        Distribution read = DistributionTypes.TIME.read(
                FormEdits.variant(DistributionTypes.TIME, "constant", "250ms"), JsonPath.ROOT, problems);
        assertEquals("250ms", DistributionTypes.TIME.write(read));
    }

    @Test
    void aFieldSaysItsUnitAndWhatHoldsWhereNothingIsTyped() {
        Map<String, Object> tree = FormEdits.beginning(ModelApi.KIND.type());
        List<FormItem> items =
                Form.of(ModelApi.KIND.type(), FormEdits.put(tree, List.of("rateLimit"), Map.of()), Surroundings.NONE);
        FormItem.Entry limit = entry(items, List.of("rateLimit", "requestsPerMinute"));
        assertEquals("requests a minute", limit.unit());
        assertEquals("no limit", limit.prompt());
        assertEquals("unlimited", entry(items, List.of("concurrency")).prompt());
        assertEquals("1", entry(items, List.of("instances")).prompt());
        assertFalse(limit.meaning().isBlank());
    }

    private static FormItem.Entry entry(List<FormItem> items, List<String> path) {
        return flat(items)
                .filter(item -> item instanceof FormItem.Entry && item.path().equals(path))
                .map(FormItem.Entry.class::cast)
                .findFirst()
                .orElseThrow();
    }

    private static Stream<FormItem> flat(List<FormItem> items) {
        return items.stream()
                .flatMap(item -> item instanceof FormItem.Section section
                        ? Stream.concat(Stream.of(item), flat(section.items()))
                        : Stream.of(item));
    }
}
