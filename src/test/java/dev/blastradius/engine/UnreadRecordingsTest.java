package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.model.descriptor.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A run is refused for want of recorded arrivals, and for nothing else. */
class UnreadRecordingsTest {

    private static final Lab UNREAD = Lab.of(Lab.client("a") + ",'x':{'kind':'service'}", "'a->x':{}");

    private static List<String> places(Lab lab, String strategy) {
        return UnreadRecordings.problems(lab.spec(strategy)).stream()
                .map(Problem::where)
                .map(Object::toString)
                .toList();
    }

    @Test
    void arrivalsThatHaveNotBeenReadAreNamed() {
        assertEquals(List.of("$.components.a.traffic.file"), places(UNREAD, "as-drawn"));
    }

    @Test
    void arrivalsThatHaveBeenReadAreNot() {
        Lab read =
                Lab.of(Lab.client("a") + ",'x':{'kind':'service'}", "'a->x':{}").sends("a", 1);
        assertEquals(List.of(), places(read, "as-drawn"));
    }
}
