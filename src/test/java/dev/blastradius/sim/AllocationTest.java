package dev.blastradius.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class AllocationTest {

    private byte[] kept = {};

    @Test
    void whatIsAllocatedEachTimeIsSeen() {
        long bytes = Allocation.bytesInSteadyState(() -> kept = new byte[1_000]);

        assertTrue(bytes >= 1_000, () -> bytes + " bytes");
        assertEquals(1_000, kept.length);
    }
}
