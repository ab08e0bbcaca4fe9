package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who is turned away when there is not room for all. */
class SheddingLawsTest {

    private static final double EXACT = 1e-9;

    /** One server that takes 10 s, before it this queue; an essential, a normal and a nonessential client. */
    private static Lab desk(String queue) {
        return Lab.of(
                        Lab.client("vital", ",'priority':'essential'") + "," + Lab.client("usual") + ","
                                + Lab.client("bulk", ",'priority':'nonessential'")
                                + ",'desk':{'kind':'service','concurrency':1,'latency':'10s','queue':{" + queue + "}}",
                        "'vital->desk':{},'usual->desk':{},'bulk->desk':{}")
                .sends("vital")
                .sends("usual")
                .sends("bulk");
    }

    @ParameterizedTest
    @CsvSource({"fifo,27", "lifo,17", "priority,17"})
    void atAFullQueueTheLastOfTheLowestPriorityGivesItsPlaceToOneThatMattersMore(String discipline, double latency) {
        Trial trial = desk("'capacity':2,'discipline':'" + discipline + "'")
                .sends("bulk", 0, 1, 2)
                .sends("vital", 3)
                .run();
        assertEquals(Map.of("desk/rejected", 1L), trial.causes("bulk"));
        assertEquals(2, trial.ok("bulk"));
        assertEquals(latency, trial.latency("vital"), EXACT);
    }

    @Test
    void theLowestPriorityGoesBeforeTheLatestComer() {
        Trial trial = desk("'capacity':3")
                .sends("usual", 0, 1, 3)
                .sends("bulk", 2)
                .sends("vital", 4)
                .run();
        assertEquals(1, trial.failed("bulk"));
        assertEquals(3, trial.ok("usual"));
        assertEquals(1, trial.ok("vital"));
    }

    @Test
    void amongEqualsTheNewcomerIsTurnedAway() {
        Trial trial = desk("'capacity':1")
                .sends("vital", 0, 1)
                .sends("usual", 2)
                .sends("bulk", 3)
                .run();
        assertEquals(2, trial.ok("vital"));
        assertEquals(1, trial.failed("usual"));
        assertEquals(1, trial.failed("bulk"));
    }

    @Test
    void workInServiceIsNotDisplaced() {
        Trial trial = desk("'capacity':0").sends("bulk", 0).sends("vital", 1).run();
        assertEquals(1, trial.ok("bulk"));
        assertEquals(1, trial.failed("vital"));
    }

    @Test
    void aDisplacedRequestLeavesTheQueueAtOnce() {
        Trial trial = desk("'capacity':1,'maxWait':'20s'")
                .sends("bulk", 0, 1)
                .sends("vital", 4)
                .lasting("10s")
                .run();
        // One waits from 1 s to the end: first the one, then the other.
        assertEquals(0.9, trial.queueLength("desk"), EXACT);
        assertEquals(Map.of("ok", 2L, "rejected", 1L), trial.outcomes("desk"));
    }

    @Test
    void aFillingQueueTurnsAwayWhatMattersLessFromItsShareOn() {
        Trial trial = desk("'capacity':10,'shedding':{'nonessential':0.5,'normal':0.9}")
                .sends("vital", Lab.every(0, 1))
                .sends("bulk", 1, 1, 1, 1, 1, 1, 1, 1)
                .sends("usual", 2, 2, 2, 2, 2, 2)
                .lasting("3s")
                .run();
        assertEquals(Map.of("desk/rejected", 3L), trial.causes("bulk"));
        assertEquals(Map.of("desk/rejected", 2L), trial.causes("usual"));
    }

    @Test
    void aShareOfPlacesIsRoundedUp() {
        Trial trial = desk("'capacity':5,'shedding':{'nonessential':0.5}")
                .sends("bulk", 0, 1, 1, 1, 1)
                .run();
        assertEquals(1 + 3, trial.ok("bulk"));
    }

    @Test
    void whoIsShedFromAFillingQueueDisplacesNobody() {
        Trial trial = desk("'capacity':2,'shedding':{'normal':0.5}")
                .sends("bulk", 0, 1, 1)
                .sends("usual", 2)
                .run();
        assertEquals(3, trial.ok("bulk"));
        assertEquals(1, trial.failed("usual"));
    }

    @Test
    void aFreeServerServesEvenWhatIsShedFirst() {
        Trial trial = desk("'capacity':4,'shedding':{'nonessential':0}")
                .sends("bulk", 0, 1)
                .run();
        assertEquals(1, trial.ok("bulk"));
        assertEquals(1, trial.failed("bulk"));
    }

    @ParameterizedTest
    @CsvSource({"fifo", "lifo"})
    void withRoomForAllPrioritiesChangeNothingButUnderThePriorityDiscipline(String discipline) {
        String kind =
                ",'desk':{'kind':'service','concurrency':1,'latency':{'type':'exponential','mean':'90ms'},'queue':{"
                        + "'discipline':'" + discipline + "'}}";
        String calls = "'a->desk':{},'b->desk':{},'c->desk':{}";
        Lab equal = Lab.of(Lab.client("a") + "," + Lab.client("b") + "," + Lab.client("c") + kind, calls);
        Lab unequal = Lab.of(
                Lab.client("a", ",'priority':'nonessential'") + "," + Lab.client("b") + ","
                        + Lab.client("c", ",'priority':'essential'") + kind,
                calls);
        assertEquals(Same.of(busy(equal)), Same.of(busy(unequal)));
    }

    private static Trial busy(Lab lab) {
        return lab.sends("a", Lab.every(0.3, 300))
                .sends("b", Lab.every(0.31, 300))
                .sends("c", Lab.every(0.29, 300))
                .run();
    }
}
