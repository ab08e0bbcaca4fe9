package dev.blastradius.editor.patch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.model.descriptor.Tree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The laws of merge patches that differences are. */
class DifferenceTest {

    private final Random random = new Random(7);

    /** An object of up to three levels over few keys, so that two of them have much in common. */
    private Map<String, Object> object(int depth) {
        Map<String, Object> object = new LinkedHashMap<>();
        for (String key : List.of("a", "b", "c", "d")) {
            int chance = random.nextInt(6);
            if (chance == 0) {
                object.put(key, List.of(1L, (long) random.nextInt(2)));
            } else if (chance < 3 && depth > 0) {
                object.put(key, object(depth - 1));
            } else if (chance < 5) {
                object.put(key, (long) random.nextInt(3));
            }
        }
        return object;
    }

    /** A patch as somebody might write it: with nulls, and with things that need not be said. */
    private Map<String, Object> patch(int depth) {
        Map<String, Object> patch = object(depth);
        for (String key : new ArrayList<>(List.of("a", "b", "c", "d"))) {
            if (random.nextInt(4) == 0) {
                patch.put(key, null);
            }
        }
        return patch;
    }

    private static Map<?, ?> merged(Map<?, ?> base, Map<?, ?> patch) {
        return Tree.of(base).merge(Tree.of(patch)).entries();
    }

    @Test
    void theDifferenceMakesOneObjectOfTheOther() {
        for (int i = 0; i < 5_000; i++) {
            Map<String, Object> before = object(3);
            Map<String, Object> after = object(3);
            assertEquals(after, merged(before, Difference.between(before, after)));
        }
    }

    @Test
    void equalObjectsDifferInNothing() {
        for (int i = 0; i < 1_000; i++) {
            Map<String, Object> object = object(3);
            assertEquals(Map.of(), Difference.between(object, object));
        }
    }

    @Test
    void anUpdatedPatchMakesOfTheDrawingWhatIsAskedForWhateverThePatchSaidBefore() {
        for (int i = 0; i < 20_000; i++) {
            Map<String, Object> drawn = object(3);
            Map<String, Object> patch = patch(3);
            Map<?, ?> before = merged(drawn, patch);
            Map<String, Object> after = object(3);
            assertEquals(after, merged(drawn, Difference.update(drawn, patch, before, after)), "case " + i);
        }
    }

    @Test
    void whatIsMadeEqualToTheDrawingLeavesThePatch() {
        for (int i = 0; i < 5_000; i++) {
            Map<String, Object> drawn = object(3);
            Map<String, Object> asked = object(3);
            Map<String, Object> patch = Difference.between(drawn, asked);
            assertEquals(Map.of(), Difference.update(drawn, patch, asked, drawn), "case " + i);
        }
    }

    @Test
    void whatIsNotTouchedStaysAsItWasWrittenEvenWhereItNeedNotBeSaid() {
        Map<String, Object> drawn = Map.of("queue", Map.of("capacity", 5L), "concurrency", 3L);
        Map<String, Object> patch = new LinkedHashMap<>();
        patch.put("queue", Map.of("capacity", 5L));
        patch.put("latency", null);
        Map<String, Object> expected = new LinkedHashMap<>(patch);
        expected.put("concurrency", 4L);
        assertEquals(
                expected,
                Difference.update(drawn, patch, drawn, Map.of("queue", Map.of("capacity", 5L), "concurrency", 4L)));
    }

    @Test
    void aListIsReplacedWhole() {
        assertEquals(
                Map.of("retryOn", List.of("error", "timeout")),
                Difference.between(
                        Map.of("retryOn", List.of("error")), Map.of("retryOn", List.of("error", "timeout"))));
    }
}
