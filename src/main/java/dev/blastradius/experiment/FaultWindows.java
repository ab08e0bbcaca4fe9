package dev.blastradius.experiment;

import dev.blastradius.experiment.RunResult.Window;
import dev.blastradius.fault.Effect;
import dev.blastradius.fault.Effects;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Flap;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Scenario;
import dev.blastradius.model.component.Component;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** When a scenario's faults are active, and what people call them. */
public final class FaultWindows {

    /** A fault that flaps more often than this is one window, for a picture of it would be. */
    private static final int MOST_FLAPS = 200;

    private FaultWindows() {}

    /**
     * The windows of a scenario's faults in the order of the model file, cut at a run's duration; faults that are active at the very
     * same times share their windows.
     *
     * @param duration in seconds
     */
    public static List<Window> of(Pipeline pipeline, @Nullable Scenario scenario, double duration) {
        Map<List<Window>, List<String>> labels = new LinkedHashMap<>();
        for (Fault fault : scenario == null ? List.<Fault>of() : scenario.faults()) {
            labels.computeIfAbsent(spans(fault, duration), spans -> new ArrayList<>())
                    .add(label(pipeline, fault));
        }
        List<Window> windows = new ArrayList<>();
        labels.forEach((spans, names) -> {
            String label = names.stream().distinct().collect(Collectors.joining("; "));
            spans.forEach(span -> windows.add(new Window(span.from(), span.to(), label)));
        });
        return List.copyOf(windows);
    }

    /** What a fault does to what: {@code "Opus: 40 % error rate, latency × 3"}. */
    public static String label(Pipeline pipeline, Fault fault) {
        return target(pipeline, fault.target()) + ": " + effects(fault);
    }

    /** What a fault does: {@code "40 % error rate, latency × 3"}. */
    public static String effects(Fault fault) {
        return Effects.ALL.stream()
                .filter(effect -> fault.effects().containsKey(effect.key()))
                .map(effect -> effect(effect, fault.effects().get(effect.key())))
                .collect(Collectors.joining(", "));
    }

    private static List<Window> spans(Fault fault, double duration) {
        double from = fault.at().seconds();
        double end = fault.lasting() == null ? duration : from + fault.lasting().seconds();
        double to = Math.min(duration, end);
        if (from >= to) {
            return List.of();
        }
        Flap flap = fault.flap();
        double on = flap == null ? to - from : flap.on().seconds();
        double cycle = flap == null ? to - from : on + flap.off().seconds();
        if ((to - from) / cycle > MOST_FLAPS) {
            return List.of(new Window(from, to, ""));
        }
        List<Window> spans = new ArrayList<>();
        for (int flaps = 0; from + flaps * cycle < to; flaps++) {
            double start = from + flaps * cycle;
            spans.add(new Window(start, Math.min(to, start + on), ""));
        }
        return List.copyOf(spans);
    }

    private static String target(Pipeline pipeline, Target target) {
        if (target.id() == null) {
            return target.tags() == null ? "" : String.join(" ", target.tags().values());
        }
        String id = target.id();
        return pipeline.arrows().containsKey(id)
                ? component(pipeline, Pipeline.from(id)) + " → " + component(pipeline, Pipeline.to(id))
                : component(pipeline, id);
    }

    private static String component(Pipeline pipeline, String id) {
        Component component = pipeline.components().get(id);
        return component == null ? id : component.title(id);
    }

    private static String effect(Effect<?> effect, @Nullable Object value) {
        String words = effect.key().replaceAll("([A-Z])", " $1").toLowerCase(Locale.ROOT);
        return switch (effect.composition()) {
            case INDEPENDENT -> number(100, value) + " % " + words;
            case FACTOR -> words.replace(" factor", "") + " × " + number(1, value);
            case SUM -> words + " " + value;
            case ANY -> words;
        };
    }

    private static String number(double times, @Nullable Object value) {
        double number = value instanceof Number it ? it.doubleValue() : Double.NaN;
        return Double.isFinite(number)
                ? new BigDecimal(times * number)
                        .round(new MathContext(4))
                        .stripTrailingZeros()
                        .toPlainString()
                : String.valueOf(value);
    }
}
