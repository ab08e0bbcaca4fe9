package dev.blastradius.editor.form;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.model.Calls;
import dev.blastradius.model.descriptor.DurationType;
import dev.blastradius.model.descriptor.IntegerType;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.NumberType;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.TreeType;
import dev.blastradius.model.descriptor.ValueType;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedTextTest {

    private static final ValueType<?> DURATION = new DurationType(true);
    private static final ValueType<?> WHOLE = new IntegerType(Long.MIN_VALUE, Long.MAX_VALUE);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4 s|4s",
                "4s|4s",
                "1.5min|1.5m",
                "250 ms|250ms",
                "1,5 h|1.5h",
                "1,500 ms|1500ms",
                "1 500 ms|1500ms",
                "2 Minutes|2m",
                "30sec|30s",
                "10 µs|10us",
                ".5 s|0.5s",
                "1h 30m|1.5h",
                "1 h, 30 min|1.5h",
                "1 min and 30 s|1.5m",
                "2m5s|125s",
                "1s 250ms|1.25s",
                "500 ns|0.0000005s",
                "2 weeks|14d",
                "1e3 ms|1e3ms",
                "0|0s",
                "3d|3d"
            })
    void durationsAreUnderstoodAsPeopleTypeThem(String typed, String file) {
        assertEquals(file, TypedText.parse(DURATION, typed));
        assertTrue(TypedText.isValid(DURATION, file));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"250|800 ms|250ms", "2|1.5 h|2h", "1.5|10 µs|1.5us", "1,000|4 s|1000s", "7 s|800 ms|7s"})
    void aNumberAloneKeepsTheUnitOfTheField(String typed, String present, String file) {
        assertEquals(file, TypedText.parse(DURATION, typed, present));
    }

    @Test
    void aNumberAloneIsRefusedWithAdviceWhereTheFieldHasNoUnit() {
        Object value = TypedText.parse(DURATION, "250");
        Problem refusal = TypedText.refusal(DURATION, "250", value, JsonPath.ROOT);
        assertNotNull(refusal);
        assertEquals("add the unit, as in \"250 ms\" or \"250 s\"", refusal.mend());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "40 %|0.4",
                "40%|0.4",
                "7%|0.07",
                "0.5|0.5",
                ".4|0.4",
                "0,5|0.5",
                ",4|0.4",
                "0,125|0.125",
                "12.5 %|0.125",
                "12,5 %|0.125",
                "100 %|1",
                "1e-3|0.001"
            })
    void sharesMayBeTypedAsPercentages(String typed, double value) {
        assertEquals(value, ((Number) TypedText.parse(NumberType.SHARE, typed)).doubleValue());
    }

    @Test
    void aShareAboveOneAsksWhetherAPercentageWasMeant() {
        Problem refusal = TypedText.refusal(NumberType.SHARE, "40", 40L, JsonPath.ROOT);
        assertNotNull(refusal);
        assertEquals("did you mean \"40 %\"?", refusal.mend());
        assertNull(TypedText.refusal(NumberType.SHARE, "40 %", 0.4, JsonPath.ROOT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2,000,000|2000000",
                "2 000|2000",
                "2'000|2000",
                "1,000|1000",
                "4k|4000",
                "4 K|4000",
                "3 thousand|3000",
                "1.5M|1500000",
                "2 million|2000000",
                "1B|1000000000",
                "300|300",
                "3k tokens|3000",
                "5 attempts|5",
                "-4|-4",
                "−4|-4",
                "10_000|10000",
                "9223372036854775807|9223372036854775807"
            })
    void wholeNumbersMayBeGroupedAndShortened(String typed, long value) {
        assertEquals(value, TypedText.parse(WHOLE, typed));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requests a second|40|40",
                "requests a second|40/s|40",
                "requests a second|40 rps|40",
                "requests a second|40 requests a second|40",
                "requests a second|40 req / s|40",
                "requests a second|2400/min|40",
                "requests a second|2,400 per minute|40",
                "requests a second|1 per hour|0.0002777777777777778",
                "requests a second|2400 rpm|40",
                "requests a minute|50/s|3000",
                "requests a minute|4k|4000",
                "requests a minute|4k requests/min|4000",
                "tokens a minute|2M tpm|2000000",
                "tokens a minute|2M tokens per minute|2000000",
                "tokens a second|60 tok/s|60",
                "tokens|3k tokens|3000",
                "US dollars per million tokens|$3|3",
                "US dollars per million tokens|3 USD|3",
                "US dollars per million tokens|3 USD / Mtok|3",
                "US dollars per million tokens|$3 per million tokens|3",
                "US dollars per million tokens|$3/1M tokens|3",
                "US dollars per million tokens|$0.003 / ktok|3",
                "US dollars per million tokens|0.000003 $/token|3",
                "US dollars per million tokens|US$ 1,250.50|1250.5",
                "US dollars per request|$0.01 per request|0.01",
                "US dollars per request|0,01 $|0.01"
            })
    void ratesAndMoneyMayBeTypedWithTheirUnits(String unit, String typed, double value) {
        NumberType type = NumberType.from(0, 1e15, unit);
        assertEquals(value, ((Number) TypedText.parse(type, typed)).doubleValue());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "requests a second|40 tokens/s",
                "requests a second|$40",
                "requests a second|40 %",
                "requests a second|40/fortnight",
                "US dollars per request|$3 / Mtok",
                "US dollars per million tokens|$3 per request",
                "tokens|3 requests",
                "tokens|4 s"
            })
    void anotherUnitIsNotTakenForTheFields(String unit, String typed) {
        NumberType type = NumberType.from(0, 1e15, unit);
        Object value = TypedText.parse(type, typed);
        assertEquals(typed, value);
        assertNotNull(TypedText.refusal(type, typed, value, JsonPath.ROOT));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "soon",
                "4 parsecs",
                "many",
                "1.2.3",
                "--4",
                "4 s 2",
                "30m 1h",
                "1 h 2 h",
                "s",
                "4,5,6 s",
                "%",
                "$4"
            })
    void whatCannotBeUnderstoodStaysATextForTheTypeToRefuse(String typed) {
        assertEquals(typed, TypedText.parse(DURATION, typed));
        Problem refusal = TypedText.refusal(DURATION, typed, typed, JsonPath.ROOT);
        assertNotNull(refusal);
        assertTrue(refusal.expected().contains("\"1h 30m\""), refusal.expected());
    }

    @ParameterizedTest
    @ValueSource(strings = {"3", "3 calls"})
    void aNumberOfCallsIsANumber(String typed) {
        assertEquals(3L, TypedText.parse(Calls.TYPE, typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 to 6", "1-6", "1 – 6", "1..6", "1…6", "between 1 and 6"})
    void orARange(String typed) {
        assertEquals(Map.of("min", 1L, "max", 6L), TypedText.parse(Calls.TYPE, typed));
        assertEquals("1 to 6", TypedText.show(Calls.TYPE, Map.of("min", 1L, "max", 6L)));
    }

    @Test
    void aPatchIsTypedAsJsonAndAProblemInItIsToldWithItsPlace() {
        ValueType<?> tree = new TreeType();
        assertEquals(Map.of("components", Map.of()), TypedText.parse(tree, "{\"components\": {}}"));
        String broken = "{\"components\": {";
        Problem refusal = TypedText.refusal(tree, broken, TypedText.parse(tree, broken), JsonPath.ROOT);
        assertNotNull(refusal);
        assertEquals(1, refusal.line());
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
    @CsvSource({"0.4,40 %", "0.125,12.5 %", "1,100 %", "0,0 %", "0.07,7 %", "0.999,99.9 %", "1e-9,1.0E-9"})
    void sharesAreShownAsPercentages(double value, String shown) {
        assertEquals(shown, TypedText.show(NumberType.SHARE, value));
        assertEquals(value, ((Number) TypedText.parse(NumberType.SHARE, shown)).doubleValue());
    }

    @ParameterizedTest
    @CsvSource({
        "800 ms,1,810 ms",
        "4 s,1,5 s",
        "4 s,-1,3 s",
        "1.5 min,1,1.6 min",
        "40 %,1,41 %",
        "40 %,-10,30 %",
        "99.5 %,1,99.5 %",
        "1,-1,0",
        "$3,1,$4",
        "4000,1,4100",
        "soon,1,soon"
    })
    void theArrowKeysStepByAUsefulAmount(String text, int steps, String next) {
        ValueType<?> type = text.contains("%")
                ? NumberType.SHARE
                : text.startsWith("$")
                        ? NumberType.from(0, 1e9, "US dollars per request")
                        : text.matches("[0-9]+") ? new IntegerType(0, 1_000_000) : DURATION;
        assertEquals(next, TypedText.step(type, text, steps));
    }

    @ParameterizedTest
    @CsvSource({"maxAttempts,Max attempts", "p99,p99", "slo,SLO", "errorRate,Error rate", "llm,LLM"})
    void keysAreShownAsWords(String key, String words) {
        assertEquals(words, Words.title(key));
    }
}
