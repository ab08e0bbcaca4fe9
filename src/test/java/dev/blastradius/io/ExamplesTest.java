package dev.blastradius.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.engine.UnreadRecordings;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {

    static Stream<String> names() {
        return Examples.names().stream();
    }

    @ParameterizedTest
    @MethodSource("names")
    void anExampleIsValidAndHasThreeScenariosAndThreeStrategies(String name) {
        Pipeline pipeline = Examples.load(name).pipeline();
        assertTrue(pipeline.scenariosOrNone().size() >= 3);
        assertTrue(pipeline.strategiesOrNone().size() >= 3);
        assertFalse(pipeline.description() == null || pipeline.description().isBlank());
    }

    @ParameterizedTest
    @MethodSource("names")
    void anExampleCanBeSimulatedWhole(String name) {
        Model model = Examples.load(name);
        List<String> strategies = new ArrayList<>(List.of(Strategy.AS_DRAWN));
        strategies.addAll(model.pipeline().strategiesOrNone().keySet());
        for (String scenario : model.pipeline().scenariosOrNone().keySet()) {
            for (String strategy : strategies) {
                assertEquals(List.of(), UnreadRecordings.problems(Strategies.runSpec(model, scenario, strategy)));
            }
        }
    }

    @Test
    void anExampleThatIsNotPackagedIsAFault() {
        assertThrows(UncheckedIOException.class, () -> Examples.load("no-such-example"));
    }
}
