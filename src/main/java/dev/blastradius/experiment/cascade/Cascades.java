package dev.blastradius.experiment.cascade;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.ComponentSeries;
import dev.blastradius.engine.DependencySeries;
import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.experiment.cascade.Cascade.Origin;
import dev.blastradius.experiment.cascade.Onset.Limit;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * How damage spread: what crossed its limits, in the order of time, and where failures began against where they surfaced.
 *
 * <p>What is usual is taken from the time before the first fault, after the warm-up where that leaves half of it; without a fault, from
 * the first third of the measured time. A limit is crossed where a share is higher than usual beyond chance ({@link ChangePoint}) or a
 * measured value is over its limit for ten seconds and longer than it ever is without a fault ({@link Stretches}); each limit of a
 * component or a dependency is told once, when it is first crossed.
 */
public final class Cascades {

    /** Without a fault this share of the measured time tells what is usual, and the rest is looked at. */
    private static final double USUAL_SHARE = 1.0 / 3;

    /** A dependency whose callee fails already, or so many seconds later, fails of that: it is not told twice. */
    private static final double SAME = 10;

    /** Of what begins in the same step at the same place, what brings about the other comes first. */
    private static final List<Limit> CAUSES_FIRST = List.of(
            Limit.FAULT,
            Limit.QUOTA,
            Limit.SATURATED,
            Limit.QUEUEING,
            Limit.SLOW,
            Limit.FAILING,
            Limit.STORM,
            Limit.BUDGET,
            Limit.BREAKER,
            Limit.FALLBACK,
            Limit.OBJECTIVE);

    private Cascades() {}

    /** The cascade in what is recorded so far. */
    public static Cascade of(Playback playback) {
        Chronicle chronicle = playback.chronicle();
        double warmup = playback.settings().warmup().seconds();
        double fault = playback.windows().stream()
                .mapToDouble(Window::from)
                .min()
                .orElse(warmup + (playback.duration() - warmup) * USUAL_SHARE);
        Watch watch = new Watch(chronicle, warmup <= fault / 2 ? warmup : 0, fault);
        faults(playback, watch);
        BoxLimits boxes = new BoxLimits(watch);
        Pipeline pipeline = playback.spec().pipeline();
        for (int i = 0; i < chronicle.components().size(); i++) {
            if (!chronicle.clients().contains(chronicle.components().get(i))) {
                boxes.station(i);
            }
        }
        for (int i = 0; i < chronicle.clients().size(); i++) {
            boxes.client(i, pipeline.components().get(chronicle.clients().get(i)));
        }
        ArrowLimits arrows = new ArrowLimits(watch, pipeline);
        for (int i = 0; i < chronicle.dependencies().size(); i++) {
            arrows.look(i);
        }
        return new Cascade(ranked(chronicle, watch.onsets()), origins(chronicle));
    }

    private static void faults(Playback playback, Watch watch) {
        Chronicle chronicle = playback.chronicle();
        for (int i = 0; i < chronicle.components().size(); i++) {
            int component = i;
            fault(
                    playback,
                    watch,
                    chronicle.components().get(i),
                    step -> chronicle.get(ComponentSeries.FAULTED, component, step));
        }
        for (int i = 0; i < chronicle.dependencies().size(); i++) {
            int arrow = i;
            fault(
                    playback,
                    watch,
                    chronicle.dependencies().get(i),
                    step -> chronicle.get(DependencySeries.FAULTED, arrow, step));
        }
    }

    private static void fault(Playback playback, Watch watch, String where, Watch.Reading faulted) {
        double[] acts = watch.values(faulted);
        int from = -1;
        int to = -1;
        for (int step = 0; step < acts.length; step++) {
            if (acts[step] > 0) {
                from = from < 0 ? step : from;
                to = step + 1;
            }
        }
        if (from < 0) {
            return;
        }
        double width = playback.chronicle().stepSeconds();
        double begins = FaultWords.begins(playback, from * width, (from + 1) * width);
        watch.add(
                begins,
                where,
                Limit.FAULT,
                FaultWords.of(playback, where, begins),
                to == acts.length ? Double.NaN : to * width);
    }

    private static List<Onset> ranked(Chronicle chronicle, List<Onset> found) {
        Map<String, Integer> near = Nearness.of(
                chronicle,
                found.stream()
                        .filter(each -> each.limit() == Limit.FAULT)
                        .map(Onset::where)
                        .toList());
        List<Onset> sorted = found.stream()
                .filter(each -> !isOfItsCallee(each, found))
                .sorted(Comparator.comparingLong((Onset each) -> step(each, chronicle))
                        .thenComparing(each -> each.limit() == Limit.FAULT ? 0 : 1)
                        .thenComparing(each -> near.getOrDefault(each.where(), Integer.MAX_VALUE))
                        .thenComparing(each -> CAUSES_FIRST.indexOf(each.limit())))
                .toList();
        List<Onset> ranked = new ArrayList<>();
        double latest = 0;
        for (Onset each : sorted) {
            // What begins within the same step as a fault begins after it.
            latest = Math.max(latest, each.seconds());
            ranked.add(new Onset(ranked.size() + 1, latest, each.where(), each.limit(), each.why(), each.ends()));
        }
        return ranked;
    }

    private static long step(Onset onset, Chronicle chronicle) {
        return (long) Math.floor(onset.seconds() / chronicle.stepSeconds() + 1e-9);
    }

    private static boolean isOfItsCallee(Onset onset, List<Onset> all) {
        return onset.limit() == Limit.FAILING
                && onset.where().contains("->")
                && all.stream()
                        .anyMatch(other -> other.limit() == Limit.FAILING
                                && other.where().equals(Pipeline.to(onset.where()))
                                && other.seconds() <= onset.seconds() + SAME
                                && !(other.ends() < onset.seconds()));
    }

    /** Where the failures of requests began, by the client at which they surfaced, most first. */
    private static List<Origin> origins(Chronicle chronicle) {
        List<Origin> origins = new ArrayList<>();
        for (int client = 0; client < chronicle.clients().size(); client++) {
            for (String cause : chronicle.causes(client)) {
                long requests = 0;
                for (int step = 0; step < chronicle.recorded(); step++) {
                    requests += Math.round(chronicle.failures(client, cause, step));
                }
                int slash = cause.lastIndexOf('/');
                if (requests > 0) {
                    origins.add(new Origin(
                            cause.substring(0, Math.max(0, slash)),
                            cause.substring(slash + 1),
                            chronicle.clients().get(client),
                            requests));
                }
            }
        }
        Map<String, Long> byPlace = origins.stream()
                .collect(Collectors.groupingBy(Origin::origin, HashMap::new, Collectors.summingLong(Origin::requests)));
        origins.sort(Comparator.comparingLong((Origin each) -> byPlace.getOrDefault(each.origin(), 0L))
                .thenComparingLong(Origin::requests)
                .reversed());
        return origins;
    }
}
