package dev.blastradius.experiment.cascade;

import dev.blastradius.experiment.FaultWindows;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.component.Component;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Which fault it is that begins to act, in words. */
final class FaultWords {

    private FaultWords() {}

    /** When within a step a fault begins, in seconds: where a window does, or else with the step. */
    static double begins(Playback playback, double from, double to) {
        return playback.windows().stream()
                .mapToDouble(Window::from)
                .filter(begin -> begin >= from && begin <= to)
                .findFirst()
                .orElse(from);
    }

    /** What it does: {@code "40 % error rate, latency × 3"}. */
    static String of(Playback playback, String where, double begins) {
        Pipeline pipeline = playback.spec().pipeline();
        Scenario scenario = playback.spec().scenario();
        List<Fault> acting = scenario == null
                ? List.of()
                : scenario.faults().stream()
                        .filter(fault -> befalls(fault.target(), where, pipeline))
                        .filter(fault -> fault.at().seconds() <= begins)
                        .toList();
        String words = acting.stream().map(FaultWindows::effects).distinct().collect(Collectors.joining(", "));
        return words.isEmpty() ? byWindow(playback, begins) : words;
    }

    /** What was broken by hand is in no scenario. */
    private static String byWindow(Playback playback, double begins) {
        String words = playback.windows().stream()
                .filter(window -> window.from() <= begins && begins < window.to())
                .map(Window::label)
                .distinct()
                .collect(Collectors.joining("; "));
        return words.isEmpty() ? "a fault begins" : words;
    }

    private static boolean befalls(Fault.Target target, String where, Pipeline pipeline) {
        Map<String, String> tags = target.tags();
        if (tags == null) {
            return where.equals(target.id());
        }
        Component component = pipeline.components().get(where);
        return component != null && component.about().hasTags(tags);
    }
}
