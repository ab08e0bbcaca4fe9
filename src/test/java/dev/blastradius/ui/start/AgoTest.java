package dev.blastradius.ui.start;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgoTest {

    private static final Instant NOW = Instant.parse("2026-05-10T09:30:00Z");

    @ParameterizedTest
    @CsvSource({
        "2026-05-10T09:30:30Z, just now",
        "2026-05-10T09:29:30Z, just now",
        "2026-05-10T09:29:00Z, 1 minute ago",
        "2026-05-10T08:31:00Z, 59 minutes ago",
        "2026-05-10T00:00:00Z, 9 hours ago",
        "2026-05-09T23:59:00Z, yesterday",
        "2026-05-07T12:00:00Z, 3 days ago",
        "2026-05-03T09:30:00Z, 3 May 2026",
        "2025-05-10T09:30:00Z, 10 May 2025"
    })
    void aMomentIsNamedAsPeopleSayIt(Instant then, String words) {
        assertEquals(words, Ago.of(then, NOW, ZoneOffset.UTC));
    }
}
