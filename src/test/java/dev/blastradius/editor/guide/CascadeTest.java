package dev.blastradius.editor.guide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.io.Examples;
import dev.blastradius.model.Pipeline;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class CascadeTest {

    private final Pipeline pipeline = Examples.load("rag-support-two-providers").pipeline();

    @Test
    void thoseHurtMostAreNamedFirstAndTheRestCounted() {
        Map<String, Double> shares = Map.of(
                "visitors", 1.0, "staff", 0.87, "assistant", 0.84, "sonnet", 0.98, "retrieval", 0.02, "gpt", 0.001);
        assertEquals(
                "Broken: Sonnet. Hurt as well: Visitors' chat (100 %), Support staff (87 %), Assistant (84 %) and 1 more.",
                Cascade.spread(pipeline, Set.of("sonnet"), shares));
    }

    @Test
    void anOutageThatHurtsNobodyElseIsSaidToBeThat() {
        assertEquals(
                "Broken: Sonnet. Nothing else was hurt.",
                Cascade.spread(pipeline, Set.of("sonnet"), Map.of("sonnet", 1.0, "visitors", 0.0)));
    }

    @Test
    void twoRunsAreComparedByWhatBecameOfThoseWhoAsk() {
        assertEquals(
                "Visitors' chat: 100 % failed before, 3 % now.",
                Cascade.compare(pipeline, Map.of("visitors", 1.0, "assistant", 1.0), Map.of("visitors", 0.03)));
    }
}
