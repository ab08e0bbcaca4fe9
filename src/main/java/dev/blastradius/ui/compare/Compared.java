package dev.blastradius.ui.compare;

import dev.blastradius.chart.Figures;
import dev.blastradius.chart.Ink;
import dev.blastradius.chart.Names;
import dev.blastradius.chart.StrategyCharts;
import dev.blastradius.chart.StrategyInks;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.Arm;
import dev.blastradius.experiment.Comparison;
import dev.blastradius.experiment.Evidence.Precision;
import dev.blastradius.experiment.Metric;
import dev.blastradius.experiment.RunResult;
import dev.blastradius.experiment.StudyResult;
import dev.blastradius.experiment.StudyResult.ArmResult;
import dev.blastradius.experiment.inference.Interval;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A comparison that was made: what was asked for, and what came of it. */
final class Compared {

    /**
     * A strategy in it.
     *
     * @param id the strategy's
     * @param name what people call it
     * @param ink its colour
     * @param spec the pipeline as it builds it; with no scenario
     * @param phases what people make of it during an outage
     * @param result what its runs gave
     */
    record Contender(String id, String name, Ink ink, RunSpec spec, List<RunSpec.Phase> phases, ArmResult result) {

        /** Its run under a scenario; null where it was not made. */
        @Nullable
        RunResult run(@Nullable String scenario) {
            if (scenario == null) {
                return result.twin();
            }
            return result.outages().stream()
                    .filter(run -> scenario.equals(run.scenario()))
                    .findFirst()
                    .orElse(null);
        }
    }

    /**
     * What strategies are held against, and is none.
     *
     * @param name what people call it
     * @param meaning what it is, in a sentence
     * @param goodput its share of goodput; {@link Interval#NONE} where it was not looked at
     * @param run its run; null where it is no run
     */
    record Bound(
            String name,
            String meaning,
            Interval goodput,
            @Nullable RunResult run) {}

    private final Request request;
    private final List<Arm> arms;
    private final StudyResult result;
    private final Names names;
    private final List<Contender> contenders = new ArrayList<>();

    /**
     * A comparison.
     *
     * @param arms what was run
     */
    Compared(Request request, List<Arm> arms, StudyResult result) {
        this.request = request;
        this.arms = List.copyOf(arms);
        this.result = result;
        Pipeline pipeline = request.model().pipeline();
        names = new Names(pipeline);
        List<String> known = new ArrayList<>(List.of(Strategy.AS_DRAWN));
        known.addAll(pipeline.strategiesOrNone().keySet());
        for (Arm arm : arms) {
            for (ArmResult each : result.arms()) {
                if (each.id().equals(arm.id()) && !arm.isReference() && !each.isReference()) {
                    List<RunSpec.Phase> phases = arm.outages().isEmpty()
                            ? List.of()
                            : arm.outages().get(0).phases();
                    contenders.add(new Contender(
                            arm.id(),
                            names.strategy(arm.id()),
                            StrategyInks.of(known.indexOf(arm.id())),
                            arm.twin(),
                            phases,
                            each));
                }
            }
        }
    }

    Request request() {
        return request;
    }

    Names names() {
        return names;
    }

    /** The strategies of which anything was run, in the model's order. */
    List<Contender> contenders() {
        return List.copyOf(contenders);
    }

    /** The strategy of an id; null where nothing was run of it. */
    @Nullable
    Contender contender(@Nullable String id) {
        return contenders.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElse(null);
    }

    /** What the strategies are held against under a scenario: the run without any protection, and the clairvoyant bound. */
    List<Bound> bounds(@Nullable String scenario) {
        RunResult bare;
        if (scenario == null) {
            bare = result.arms().stream()
                    .filter(ArmResult::isReference)
                    .findFirst()
                    .map(ArmResult::twin)
                    .orElse(null);
        } else {
            bare = result.noProtection(scenario);
        }
        Interval best = scenario == null ? Interval.NONE : result.clairvoyant(scenario);
        return List.of(
                new Bound(
                        "No protection",
                        "As drawn, without any time-out, retry, breaker, limit or fallback. It is no choice, but a bound below: how"
                                + " much the strategies protect at all.",
                        bare == null ? Interval.NONE : bare.totals().goodput(),
                        bare),
                new Bound(
                        "Clairvoyant",
                        "The requests that some path could have answered in time, had one always known which. It is no choice, but"
                                + " a bound above: what no policy on these paths can exceed.",
                        best,
                        null));
    }

    /** The bounds as charts take them; those that are not known are left out. */
    List<StrategyCharts.Reference> references(@Nullable String scenario) {
        List<StrategyCharts.Reference> references = new ArrayList<>();
        for (Bound each : bounds(scenario)) {
            if (Double.isFinite(each.goodput().mean())) {
                Interval cost =
                        each.run() == null ? Interval.NONE : each.run().cost().perThousandRequests();
                references.add(new StrategyCharts.Reference(each.name(), cost, each.goodput()));
            }
        }
        return references;
    }

    /** What the reader should know before the numbers are believed; empty where nothing is to say. */
    List<String> cautions() {
        List<String> cautions = new ArrayList<>();
        for (Contender each : contenders) {
            String warning = each.result().twin().evidence().warmup().warning();
            if (warning != null) {
                cautions.add(each.name() + ": " + warning);
            }
        }
        return cautions;
    }

    /** The run whose goodput is known least well; null where no precision was asked for. */
    private @Nullable RunResult widest() {
        RunResult widest = null;
        double most = Double.NEGATIVE_INFINITY;
        for (Contender each : contenders) {
            List<RunResult> runs = new ArrayList<>(each.result().outages());
            runs.add(each.result().twin());
            for (RunResult run : runs) {
                Precision precision = run.evidence().precision();
                if (precision != null && (widest == null || precision.reached() > most)) {
                    widest = run;
                    most = precision.reached();
                }
            }
        }
        return widest;
    }

    /** Those that have a run under a scenario. */
    List<Contender> under(@Nullable String scenario) {
        return contenders.stream().filter(each -> each.run(scenario) != null).toList();
    }

    /** What charts of several strategies are drawn of, in the order of {@link #under}. */
    List<StrategyCharts.Entry> entries(@Nullable String scenario) {
        List<StrategyCharts.Entry> entries = new ArrayList<>();
        for (Contender each : contenders) {
            RunResult run = each.run(scenario);
            if (run != null) {
                entries.add(new StrategyCharts.Entry(each.name(), each.ink(), run));
            }
        }
        return entries;
    }

    /** What was found by a metric under a scenario; null where there are fewer than two strategies. */
    @Nullable
    Comparison comparison(@Nullable String scenario, Metric metric) {
        return result.comparisons().stream()
                .filter(each -> each.metric() == metric && Objects.equals(each.scenario(), scenario))
                .findFirst()
                .orElse(null);
    }

    /** What the numbers rest on, in a line. */
    String basis() {
        int least = Integer.MAX_VALUE;
        int most = 0;
        for (Contender each : contenders) {
            List<RunResult> runs = new ArrayList<>(each.result().outages());
            runs.add(each.result().twin());
            for (RunResult run : runs) {
                least = Math.min(least, run.evidence().replications());
                most = Math.max(most, run.evidence().replications());
            }
        }
        int asked = result.settings().replications();
        String made = least == most ? String.valueOf(most) : least + " to " + most;
        String of = result.isComplete() ? "" : " of " + Figures.count(Math.max(asked, most));
        String each = most == 1 && of.isEmpty() ? " replication" : " replications";
        return (of.isEmpty() ? "" : "Cancelled after ") + made + of + each + " of "
                + Figures.time(result.settings().duration().seconds())
                + " each, the same requests for all strategies"
                + (most == 1 ? "; one replication has no intervals" : "")
                + precision();
    }

    /** How well goodput is known, where that was asked for, by the run in which it is known least well; else empty. */
    private String precision() {
        RunResult widest = widest();
        Precision precision = widest == null ? null : widest.evidence().precision();
        if (widest == null || precision == null) {
            return "";
        }
        return (precision.isReached()
                        ? ". Goodput is known as well as asked"
                        : ". Goodput is not known as well as asked")
                + "; least in “" + names.strategy(widest.strategy()) + "” under “" + names.scenario(widest.scenario())
                + "”: " + widest.evidence().sentence();
    }

    /** What was run. */
    List<Arm> arms() {
        return arms;
    }

    StudyResult result() {
        return result;
    }
}
