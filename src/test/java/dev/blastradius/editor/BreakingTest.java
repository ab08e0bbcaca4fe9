package dev.blastradius.editor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.editor.Breaking.Way;
import dev.blastradius.io.Examples;
import dev.blastradius.io.ModelReader;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Kind;
import dev.blastradius.model.descriptor.Problem;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BreakingTest {

    private static List<Problem> errors(Pipeline pipeline) {
        return ModelReader.check(pipeline).stream().filter(Problem::isError).toList();
    }

    @Test
    void whateverCanFailInAWayGivesAValidScenarioAndTheOthersSayWhyNot() {
        for (String name : Examples.names()) {
            Pipeline pipeline = Examples.load(name).pipeline();
            List<String> targets = new ArrayList<>(pipeline.components().keySet());
            targets.addAll(pipeline.arrows().keySet());
            for (String target : targets) {
                int possible = 0;
                for (Way way : Way.values()) {
                    String id = Breaking.freeId(pipeline, target, way);
                    Pipeline broken = Breaking.withScenario(pipeline, id, target, way);
                    boolean can = Breaking.obstacle(pipeline, target, way).isEmpty();
                    possible += can ? 1 : 0;
                    assertEquals(can, errors(broken).isEmpty(), name + ": " + target + " " + way);
                }
                var component = pipeline.components().get(target);
                boolean unbreakable = component != null && component.kind().role() == Kind.Role.ANSWER;
                assertEquals(!unbreakable, possible > 0, name + ": " + target + ": " + possible + " ways");
            }
        }
    }

    @Test
    void theFaultBeginsAfterTheWarmUpAndEndsBeforeTheRunDoes() {
        Pipeline pipeline = Examples.load("rag-support-two-providers").pipeline();
        String target = pipeline.components().keySet().iterator().next();
        Fault fault = Breaking.withScenario(pipeline, "new", target, Way.TRAFFIC)
                .scenariosOrNone()
                .get("new")
                .faults()
                .get(0);
        double end = pipeline.settings().duration().seconds();
        double warmup = pipeline.settings().warmup().seconds();
        assertTrue(fault.at().seconds() > warmup);
        assertTrue(fault.at().seconds() + fault.lasting().seconds() < end);
    }

    @Test
    void anIdIsNeverTakenTwice() {
        Pipeline pipeline = Examples.load("rag-support-two-providers").pipeline();
        String target = pipeline.components().keySet().iterator().next();
        String id = Breaking.freeId(pipeline, target, Way.DOWN);
        assertFalse(pipeline.scenariosOrNone().containsKey(id));
        Pipeline once = Breaking.withScenario(pipeline, id, target, Way.DOWN);
        assertFalse(once.scenariosOrNone().containsKey(Breaking.freeId(once, target, Way.DOWN)));
    }
}
