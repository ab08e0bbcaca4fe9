package dev.blastradius.experiment.cascade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.blastradius.experiment.RunProgress;
import dev.blastradius.experiment.RunSettings;
import dev.blastradius.experiment.cascade.Onset.Limit;
import dev.blastradius.io.Examples;
import dev.blastradius.io.Model;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Strategy;
import dev.blastradius.model.descriptor.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Recorded runs of the examples: what is told of them, and what is not. */
class CascadeExamplesTest {

    private static Cascade cascade(String example, @Nullable String scenario, int replication, String duration) {
        Model model = Examples.load(example);
        Playback playback = Recorder.record(
                Strategies.runSpec(model, scenario, Strategy.AS_DRAWN),
                RunSettings.of(model.pipeline().settings()).withSpan(Duration.of(duration), Duration.of("3m")),
                replication,
                RunProgress.NONE);
        return Cascades.of(Objects.requireNonNull(playback));
    }

    /** The agent with tools is not among them: it uses up its providers' quotas now and then without any fault. */
    static Stream<String> soundExamples() {
        return Examples.names().stream().filter(name -> !name.equals("agent-with-tools"));
    }

    @ParameterizedTest
    @MethodSource("soundExamples")
    void withoutAFaultNothingIsTold(String example) {
        for (int replication = 0; replication < 2; replication++) {
            assertEquals(List.of(), cascade(example, null, replication, "20m").onsets(), "replication " + replication);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "rag-support-two-providers, anthropic-stalls, sonnet, assistant, SATURATED, visitors",
        "rag-support-one-provider, index-pause, vector-index, website->assistant, STORM, visitors",
        "agent-with-tools, sandbox-hangs, sandbox, agent, QUEUEING, developers",
        "batch-enrichment, haiku-down, haiku, workers->haiku, STORM, shoppers",
        "llm-gateway, quota-used-up, sonnet-a, sonnet-a, QUOTA, editor"
    })
    void theChainLeadsFromTheFaultToWhoAsks(
            String example, String scenario, String broken, String between, Limit limit, String client) {
        List<Onset> onsets = cascade(example, scenario, 0, "20m").onsets();
        assertEquals(broken, onsets.get(0).where());
        assertEquals(Limit.FAULT, onsets.get(0).limit());
        assertTrue(
                onsets.stream().anyMatch(each -> each.where().equals(client) && each.limit() == Limit.OBJECTIVE),
                onsets.toString());
        assertTrue(
                onsets.stream().anyMatch(each -> each.where().equals(between) && each.limit() == limit),
                onsets.toString());
        for (int i = 0; i < onsets.size(); i++) {
            assertEquals(i + 1, onsets.get(i).rank());
            assertTrue(i == 0 || onsets.get(i).seconds() >= onsets.get(i - 1).seconds(), onsets.toString());
        }
        assertEquals(
                onsets.size(),
                onsets.stream()
                        .map(each -> each.where() + each.limit())
                        .distinct()
                        .count());
    }
}
