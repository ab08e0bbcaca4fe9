package dev.blastradius.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StyleTest {

    private static final Map<String, String> XTERM = Map.of("TERM", "xterm-256color");

    @Test
    void coloursAreForTerminalsOnly() {
        assertTrue(Style.of(StandardCharsets.UTF_8, true, XTERM).colours());
        assertFalse(Style.of(StandardCharsets.UTF_8, false, XTERM).colours());
        assertFalse(Style.of(StandardCharsets.UTF_8, true, Map.of()).colours());
        assertFalse(
                Style.of(StandardCharsets.UTF_8, true, Map.of("TERM", "dumb")).colours());
    }

    /** no-color.org: "when present and not an empty string (regardless of its value)". */
    @Test
    void coloursAreNotForThoseWhoRefuseThem() {
        assertFalse(Style.of(StandardCharsets.UTF_8, true, Map.of("TERM", "xterm", "NO_COLOR", "0"))
                .colours());
        assertTrue(Style.of(StandardCharsets.UTF_8, true, Map.of("TERM", "xterm", "NO_COLOR", ""))
                .colours());
    }

    @Test
    void signsAreThoseOfTheCharacterSet() {
        assertEquals("±", Style.of(StandardCharsets.UTF_8, false, Map.of()).plusMinus());
        assertEquals("+-", Style.of(StandardCharsets.US_ASCII, false, Map.of()).plusMinus());
        assertFalse(Style.of(StandardCharsets.ISO_8859_1, false, Map.of()).unicode());
    }

    @Test
    void textFromFilesCannotSteerTheTerminal() {
        assertEquals("a [31mb", Style.clean("a\u001b[31mb\r\n"));
        assertEquals("a b", Style.clean("a\u202eb"));
        assertEquals("Ärger 漢字 🙂", Style.clean("Ärger 漢字 🙂"));
    }
}
