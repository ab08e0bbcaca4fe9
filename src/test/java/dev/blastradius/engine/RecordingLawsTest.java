package dev.blastradius.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.RequestOutcome;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is recorded of a replication, over all examples with each of their scenarios and each of their strategies. */
class RecordingLawsTest {

    private static final Duration LENGTH = Duration.of("14m");

    static Stream<Arguments> runs() {
        List<Arguments> runs = new ArrayList<>();
        for (String example : Examples.names()) {
            Model model = Examples.load(example);
            List<String> scenarios =
                    List.copyOf(model.pipeline().scenariosOrNone().keySet());
            scenarios.forEach(scenario -> runs.add(Arguments.of(example, scenario, Strategy.AS_DRAWN)));
            for (String strategy : model.pipeline().strategiesOrNone().keySet()) {
                runs.add(Arguments.of(example, scenarios.get(runs.size() % scenarios.size()), strategy));
            }
        }
        return runs.stream();
    }

    private static Simulation simulation(String example, String scenario, String strategy) {
        return Simulation.of(Strategies.runSpec(Examples.load(example), scenario, strategy), Duration.of("0s"), LENGTH);
    }

    private static long sum(Chronicle chronicle, IntToDoubleFunction value) {
        return Math.round(IntStream.range(0, chronicle.recorded())
                .mapToDouble(value)
                .filter(Double::isFinite)
                .sum());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void aRecordedReplicationIsTheSameAsOneThatIsNot(String example, String scenario, String strategy) {
        Simulation simulation = simulation(example, scenario, strategy);
        ReplicationResult bare = Objects.requireNonNull(simulation.replicate(7, 3, Simulation.Watch.NONE));
        RecordedReplication recorded = Objects.requireNonNull(simulation.record(7, 3, Simulation.Watch.NONE));
        assertEquals(Same.of(new Trial(bare)), Same.of(new Trial(recorded.result())));
        assertEquals(bare.events(), recorded.result().events());
        TraceLaws.check(example + ", " + scenario + ", " + strategy, recorded);
        Chronicle chronicle = recorded.chronicle();
        assertEquals(chronicle.steps(), chronicle.recorded());
        for (int client = 0; client < bare.clients(); client++) {
            int it = client;
            FlowMeasures flow = bare.flow(client);
            assertEquals(flow.arrivals(), sum(chronicle, step -> chronicle.get(ClientSeries.ARRIVED, it, step)));
            long failed = sum(chronicle, step -> chronicle.get(ClientSeries.FAILED, it, step));
            long ofCauses = chronicle.causes(client).stream()
                    .mapToLong(cause -> sum(chronicle, step -> chronicle.failures(it, cause, step)))
                    .sum();
            assertEquals(failed, ofCauses);
            assertEquals(
                    IntStream.range(0, chronicle.steps())
                            .mapToLong(step -> flow.steps(RequestOutcome.OK).get(step))
                            .sum(),
                    sum(chronicle, step -> chronicle.get(ClientSeries.OK, it, step)));
        }
        for (int component = 0; component < bare.components(); component++) {
            for (int step = 0; step < chronicle.recorded() && !bare.isClient(component); step++) {
                assertEquals(
                        bare.station(component).busyServers().stepMean(step),
                        chronicle.get(ComponentSeries.BUSY, component, step));
            }
        }
    }
}
