package dev.blastradius.model.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lengths of time and their spellings. */
class DurationTest {

    @ParameterizedTest
    @CsvSource({
        "250us, 250000",
        "250ms, 250000000",
        "4s, 4000000000",
        "10m, 600000000000",
        "1.5h, 5400000000000",
        "2d, 172800000000000",
        "0s, 0",
        "1e3ms, 1000000000",
        "0.001us, 1",
        "36500d, 3153600000000000000",
    })
    void aDurationIsANumberWithAUnit(String text, long nanos) {
        Duration duration = Duration.parse(text);
        assertNotNull(duration);
        assertEquals(nanos, duration.nanos());
        assertEquals(text, duration.toString());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "4",
                "s",
                "4 s",
                " 4s",
                "-4s",
                "+4s",
                ".5s",
                "5.s",
                "4S",
                "4sec",
                "4w",
                "1,5s",
                "4s4ms",
                "NaNs",
                "0x4s",
                "1e308s",
                "1e999999999s",
                "36501d",
                "1e1e1s",
                "4ns",
                "٤s"
            })
    void anythingElseIsNone(String text) {
        assertNull(Duration.parse(text));
    }

    @Test
    void aVeryLongTextIsNoneWithoutBeingLookedAt() {
        assertNull(Duration.parse("9".repeat(1_000_000) + "s"));
    }

    @Test
    void equalLengthsAreEqualHoweverTheyAreSpelt() {
        assertEquals(Duration.of("90m"), Duration.of("1.5h"));
        assertEquals(Duration.of("90m").hashCode(), Duration.of("1.5h").hashCode());
        assertNotEquals(Duration.of("90m"), Duration.of("90s"));
    }

    @Test
    void aLengthBeyondTheLimitsIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Duration.ofNanos(-1));
        assertThrows(IllegalArgumentException.class, () -> new Duration(Duration.MAX_NANOS + 1, "x"));
        assertThrows(IllegalArgumentException.class, () -> Duration.of("soon"));
    }

    static LongStream lengths() {
        LongStream powers = LongStream.iterate(1, nanos -> nanos <= Duration.MAX_NANOS / 7, nanos -> nanos * 7);
        LongStream round = LongStream.of(0, 1_000, 250_000_000, 5_400_000_000_000L, Duration.MAX_NANOS);
        LongStream some = new Random(7).longs(200, 0, 1_000_000_000_000_000L);
        return LongStream.concat(LongStream.concat(powers, round), some);
    }

    @ParameterizedTest
    @MethodSource("lengths")
    void whatIsWrittenReadsBackAsTheSameLength(long nanos) {
        Duration duration = Duration.ofNanos(nanos);
        assertEquals(nanos, duration.nanos());
        Duration read = Duration.parse(duration.text());
        assertNotNull(read, duration::text);
        assertEquals(nanos, read.nanos(), duration::text);
    }

    @ParameterizedTest
    @CsvSource({"5400000000000, 1.5h", "90000000000, 1.5m", "250000000, 250ms", "1000, 1us", "61000000000, 61s"})
    void aLengthIsWrittenInTheUnitThatKeepsItShort(long nanos, String text) {
        assertEquals(text, Duration.ofNanos(nanos).text());
    }
}
