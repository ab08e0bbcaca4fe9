package dev.blastradius.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SafeTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\u0000", "\u001b", "\u007f", "\u0085", "\uD83D", "\uDE00", "\u202E", "\u2066", "\uFFFE", "\uFDD0"
            })
    void whatNoFileMayHoldAndWhatTurnsTheTextAroundItIsSeenAsReplaced(String bad) {
        assertEquals("a\uFFFDb", SafeText.line("a" + bad + "b"));
        assertEquals("a\uFFFDb", SafeText.lines("a" + bad + "b"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<b>&amp;", "测试", "مزود", "👩‍🚀", "Ünïcödé – “quoted”"})
    void textOfAnyScriptStaysAsItIs(String text) {
        assertEquals(text, SafeText.line(text));
    }

    @Test
    void aLineHasNoLineEndsAndAListingKeepsThem() {
        assertEquals("a b c d", SafeText.line("a\nb\tc\u2028d"));
        assertEquals("a\nb\nc\nd e", SafeText.lines("a\r\nb\rc\nd\te"));
    }

    @Test
    void aNumberIsNotPartedFromItsUnit() {
        assertEquals("12\u00A0%\u00A0±0.4", SafeText.prose("12 % ±0.4"));
        assertEquals("4\u00A0min 10\u00A0s\u00A0±3\u00A0s", SafeText.prose("4 min 10 s ±3 s"));
        assertEquals("5 sites, 3 dogs", SafeText.prose("5 sites, 3 dogs"));
    }
}
