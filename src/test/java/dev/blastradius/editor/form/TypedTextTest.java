package dev.blastradius.editor.form;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.model.Calls;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.ListType;
import dev.blastradius.model.descriptor.MapType;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.TextType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TypedTextTest {

    private static final ValueType<?> DURATION = new DurationType(true);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 s|4s",
                "1.5min|1.5m",
                "250 ms|250ms",
                "1,5 h|1.5h",
                "2 Minutes|2m",
                "30sec|30s",
                "10 µs|10us",
                "0|0s",
                "3d|3d"
            })
    void durationsAreUnderstoodAsPeopleTypeThem(String typed, String file) {
        assertEquals(file, TypedText.parse(DURATION, typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"40 %|0.4", "7%|0.07", "0.5|0.5", "0,5|0.5", "12.5 %|0.125", "1e-3|0.001"})
    void sharesMayBeTypedAsPercentages(String typed, double value) {
        assertEquals(value, ((Number) TypedText.parse(NumberType.SHARE, typed)).doubleValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"2,000,000|2000000", "2 000|2000", "4k|4000", "1.5M|1500000", "300|300", "-4|-4", "10_000|10000"})
    void wholeNumbersMayBeGroupedAndShortened(String typed, long value) {
        assertEquals(value, TypedText.parse(new IntegerType(Long.MIN_VALUE, Long.MAX_VALUE), typed));
    }

    @ParameterizedTest
    @CsvSource({"soon", "4 parsecs", "many", "1.2.3", "--4"})
    void whatCannotBeUnderstoodStaysATextForTheTypeToRefuse(String typed) {
        assertEquals(typed, TypedText.parse(DURATION, typed));
    }

    @Test
    void callsAreANumberOrARange() {
        assertEquals(3L, TypedText.parse(Calls.TYPE, "3"));
        assertEquals(Map.of("min", 1L, "max", 6L), TypedText.parse(Calls.TYPE, "1 to 6"));
        assertEquals(Map.of("min", 1L, "max", 6L), TypedText.parse(Calls.TYPE, "1-6"));
        assertEquals("1 to 6", TypedText.show(Calls.TYPE, Map.of("min", 1L, "max", 6L)));
    }

    @Test
    void tagsAreTypedAsPairs() {
        ValueType<?> tags = new MapType<>(".*", "a tag", TextType.PROSE, 10);
        assertEquals(
                Map.of("provider", "anthropic", "region", "us"),
                TypedText.parse(tags, "provider: anthropic, region=us"));
    }

    @Test
    void aProfileIsTypedAsMomentsWithTheirFactors() {
        ValueType<?> profile = profileType();
        Object tree = TypedText.parse(profile, "0m 1; 30min 2.5");
        assertEquals(List.of(List.of("0m", 1L), List.of("30m", 2.5)), tree);
        assertEquals("0m 1; 30m 2.5", TypedText.show(profile, tree));
    }

    private static ValueType<?> profileType() {
        return Traffic.TYPE.variants().get(0).type().parameters().stream()
                .filter(parameter -> parameter.type() instanceof ListType<?>)
                .findFirst()
                .orElseThrow()
                .type();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"800ms|800 ms", "4s|4 s", "1.5h|1.5 h", "10us|10 µs"})
    void whatIsShownIsUnderstoodWhenItIsTypedAgain(String file, String shown) {
        assertEquals(shown, TypedText.show(DURATION, file));
        assertEquals(file, TypedText.parse(DURATION, shown));
    }

    @ParameterizedTest
    @CsvSource({"maxAttempts,Max attempts", "p99,p99", "slo,SLO", "errorRate,Error rate", "llm,LLM"})
    void keysAreShownAsWords(String key, String words) {
        assertEquals(words, Words.title(key));
    }
}
