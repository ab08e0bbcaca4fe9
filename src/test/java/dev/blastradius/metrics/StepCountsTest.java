package dev.blastradius.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class StepCountsTest {

    @Test
    void anEventCountsInTheStepThatItFallsInto() {
        StepCounts counts = new StepCounts(10, 4);
        counts.count(0);
        counts.count(9);
        counts.count(10);
        counts.add(35, 5);
        counts.count(12);

        assertEquals(4, counts.steps());
        assertEquals(2, counts.get(0));
        assertEquals(2, counts.get(1));
        assertEquals(0, counts.get(2));
        assertEquals(5, counts.get(3));
    }

    @Test
    void whatComesAfterTheLastStepIsNotCounted() {
        StepCounts counts = new StepCounts(10, 2);
        counts.count(20);
        counts.count(25);
        counts.count(Long.MAX_VALUE);
        counts.count(19);

        assertEquals(0, counts.get(0));
        assertEquals(1, counts.get(1));
    }

    @Test
    void withoutStepsNothingIsCounted() {
        StepCounts counts = new StepCounts(10, 0);
        counts.count(0);

        assertEquals(0, counts.steps());
    }
}
