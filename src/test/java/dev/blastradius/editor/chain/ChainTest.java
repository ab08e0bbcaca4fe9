package dev.blastradius.editor.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.experiment.cascade.Cascade;
import dev.blastradius.experiment.cascade.Cascade.Origin;
import dev.blastradius.experiment.cascade.Onset;
import dev.blastradius.experiment.cascade.Onset.Limit;
import dev.blastradius.io.Examples;
import dev.blastradius.model.Pipeline;
import java.util.List;
import org.junit.jupiter.api.Test;

class ChainTest {

    private static final Onset FAULT = new Onset(1, 600, "sonnet", Limit.FAULT, "40 % error rate", 2_100);
    private static final Onset STORM =
            new Onset(2, 605, "assistant->sonnet", Limit.STORM, "1.6 attempts a call (usual 1)", Double.NaN);
    private static final Onset MISSED = new Onset(3, 690.5, "visitors", Limit.OBJECTIVE, "goodput 61 %", 2_110);

    private final Pipeline pipeline = Examples.load("rag-support-two-providers").pipeline();

    private String headline(Onset... onsets) {
        return Chain.of(new Cascade(List.of(onsets), List.of()), pipeline).headline();
    }

    @Test
    void theHeadlineSaysWhereItBeganAndWhomItReachedWhen() {
        assertEquals(
                "It began at Sonnet at 10:00 and reached Visitors' chat 91 s later, over 1 step.",
                headline(FAULT, STORM, MISSED));
        assertEquals("It began at Sonnet at 10:00, and nobody who asks was hurt.", headline(FAULT, STORM));
        assertEquals("", headline());
    }

    @Test
    void aLinkSaysWhenWhereWhatAndWhy() {
        Chain.Link link = Chain.of(new Cascade(List.of(FAULT, STORM), List.of()), pipeline)
                .links()
                .get(1);
        assertEquals(
                "2. 10:05, Assistant → Sonnet, retry storm: 1.6 attempts a call (usual 1); not over by the end",
                link.sentence());
    }

    @Test
    void theTableHasARowForEachOriginAndAColumnForEachWhoFailed() {
        OriginTable table = OriginTable.of(
                new Cascade(
                        List.of(),
                        List.of(
                                new Origin("sonnet", "rateLimited", "staff", 7),
                                new Origin("assistant->sonnet", "timeout", "visitors", 5),
                                new Origin("sonnet", "rateLimited", "visitors", 3))),
                pipeline);
        assertEquals(List.of("Support staff", "Visitors' chat"), table.clients());
        assertEquals(
                List.of(
                        new OriginTable.Row("sonnet", "Sonnet", "rate limited", List.of(7L, 3L)),
                        new OriginTable.Row("assistant->sonnet", "Assistant → Sonnet", "timeout", List.of(0L, 5L))),
                table.rows());
        assertEquals(7, table.most());
    }
}
