package dev.blastradius.model.descriptor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Places in a document. */
class JsonPathTest {

    private static final JsonPath PLACE =
            JsonPath.ROOT.key("dependencies").key("a->b").key("retryOn").index(2);

    @Test
    void aPathIsWrittenWithDotsWhereItCan() {
        assertEquals("$", JsonPath.ROOT.toString());
        assertEquals("$.dependencies[\"a->b\"].retryOn[2]", PLACE.toString());
        assertEquals("$[\"a\\\"b\"]", JsonPath.ROOT.key("a\"b").toString());
    }

    @Test
    void aPlaceIsWithinItselfAndEverythingAboveIt() {
        assertTrue(PLACE.isWithin(PLACE));
        assertTrue(PLACE.isWithin(JsonPath.ROOT));
        assertTrue(PLACE.isWithin(JsonPath.ROOT.key("dependencies").key("a->b")));
        assertFalse(PLACE.isWithin(JsonPath.ROOT.key("dependencies").key("a->c")));
        assertFalse(JsonPath.ROOT.key("dependencies").isWithin(PLACE));
    }

    @Test
    void aPathCanBePutBehindAnother() {
        JsonPath patch = JsonPath.ROOT.key("strategies").key("s").key("patch");
        assertEquals(
                "$.strategies.s.patch.dependencies[\"a->b\"].retryOn[2]",
                patch.append(PLACE).toString());
        assertEquals(patch, patch.append(JsonPath.ROOT));
    }

    @Test
    void aHugeKeyIsShortenedAndCleaned() {
        String shown = JsonPath.ROOT.key("\u0000" + "x".repeat(1_000_000)).toString();
        assertTrue(shown.length() < 100, shown);
        assertFalse(shown.contains("\u0000"));
    }
}
