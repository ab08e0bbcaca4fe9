package dev.blastradius.editor;

import dev.blastradius.editor.form.Words;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Policy;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Human;
import dev.blastradius.model.component.StaticAnswer;
import dev.blastradius.model.component.Station;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.component.WorkQueue;
import dev.blastradius.model.descriptor.Amount;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.Quantity;
import dev.blastradius.model.distribution.Distribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The few words that the drawing says about a box or an arrow. */
public final class Captions {

    private static final int LONGEST_LINE = 80;

    private Captions() {}

    /** The second line of a box: {@code "300 servers · 800 ms + 40 tok/s"}. */
    public static String of(Component component) {
        List<String> parts = new ArrayList<>();
        if (component instanceof Client client) {
            parts.add(traffic(client.traffic()));
        } else if (component instanceof WorkQueue queue) {
            parts.add(count(WorkQueue.CONSUMERS.in(queue), "consumer"));
        } else if (component instanceof StaticAnswer answer) {
            parts.add("quality " + Words.number(StaticAnswer.QUALITY.in(answer)));
        }
        if (component.hitRate() != null) {
            parts.add(percent(component.hitRate()) + " hits");
        }
        Station station = component.station();
        if (station != null) {
            station(station, component instanceof Human, parts);
        }
        return parts.isEmpty() ? component.kind().title() : String.join(" · ", parts);
    }

    private static void station(Station station, boolean people, List<String> parts) {
        Long concurrency = station.concurrency();
        long instances = Station.INSTANCES.in(station);
        if (concurrency != null) {
            String servers = people ? people(concurrency) : count(concurrency, "server");
            parts.add(instances > 1 ? instances + " × " + servers : servers);
        } else if (instances > 1) {
            parts.add(count(instances, "replica"));
        }
        Distribution latency = station.latency();
        if (latency != null) {
            parts.add(typical(latency));
        }
    }

    private static String traffic(Traffic traffic) {
        if (traffic instanceof Traffic.Poisson poisson) {
            return perSecond(poisson.requestsPerSecond());
        }
        if (traffic instanceof Traffic.Constant constant) {
            return perSecond(constant.requestsPerSecond()) + ", even";
        }
        if (traffic instanceof Traffic.Bursty bursty) {
            return perSecond(bursty.requestsPerSecond()) + ", bursty";
        }
        if (traffic instanceof Traffic.Closed closed) {
            return count(closed.users(), "user");
        }
        if (traffic instanceof Traffic.Renewal renewal) {
            return "every " + typical(renewal.interarrival());
        }
        return "recorded";
    }

    private static String perSecond(double rate) {
        return Words.number(rate) + (rate == 1 ? " request/s" : " requests/s");
    }

    /** A distribution's typical value: {@code "800 ms"}, or {@code "800 ms + 40 tok/s"} for a model. */
    public static String typical(Distribution distribution) {
        if (distribution instanceof Distribution.Llm llm) {
            return typical(llm.timeToFirstToken()) + " + " + typical(llm.tokensPerSecond()) + " tok/s";
        }
        Quantity quantity = center(distribution);
        return quantity == null ? "varies" : text(quantity);
    }

    private static @Nullable Quantity center(Distribution distribution) {
        if (distribution instanceof Distribution.Constant constant) {
            return constant.value();
        }
        if (distribution instanceof Distribution.Lognormal lognormal) {
            return lognormal.median() != null ? lognormal.median() : lognormal.mean();
        }
        if (distribution instanceof Distribution.Exponential exponential) {
            return exponential.mean();
        }
        if (distribution instanceof Distribution.Gamma gamma) {
            return gamma.mean();
        }
        if (distribution instanceof Distribution.Erlang erlang) {
            return erlang.mean();
        }
        if (distribution instanceof Distribution.Hyperexponential hyper) {
            return hyper.mean();
        }
        if (distribution instanceof Distribution.Weibull weibull) {
            return weibull.mean();
        }
        return distribution instanceof Distribution.Pareto pareto ? pareto.min() : middle(distribution);
    }

    private static @Nullable Quantity middle(Distribution distribution) {
        if (distribution instanceof Distribution.Uniform uniform) {
            double middle = (uniform.min().value() + uniform.max().value()) / 2;
            return uniform.min() instanceof Duration ? Duration.ofSeconds(middle) : new Amount(middle);
        }
        if (distribution instanceof Distribution.Empirical empirical) {
            return empirical.quantiles().get(empirical.quantiles().size() / 2).value();
        }
        return null;
    }

    private static String text(Quantity quantity) {
        return quantity instanceof Duration duration ? Words.duration(duration.text()) : Words.number(quantity.value());
    }

    /** A dependency in one line: both ends by their names. */
    public static String title(Pipeline pipeline, String key) {
        return name(pipeline, Pipeline.from(key)) + " → " + name(pipeline, Pipeline.to(key));
    }

    /** A name on one short line, whatever the file has: line breaks and control characters become spaces. */
    public static String line(String name) {
        String bounded = name.length() > 4 * LONGEST_LINE ? name.substring(0, 4 * LONGEST_LINE) : name;
        String line = bounded.replaceAll("[\\s\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
        return line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE - 1) + "…";
    }

    /** What a component is called; its id where the pipeline does not have it. */
    public static String name(Pipeline pipeline, String id) {
        Component component = pipeline.components().get(id);
        return component == null ? id : component.title(id);
    }

    /** What its caller does about failure, in a few words: {@code "30 s · 3 tries · breaker"}; empty where nothing. */
    public static String of(Dependency dependency) {
        List<String> parts = new ArrayList<>();
        if (Dependency.Call.MODE.in(dependency.call()) == Dependency.Mode.OPTIONAL) {
            parts.add("optional");
        }
        Duration timeout = dependency.call().timeout();
        if (timeout != null) {
            parts.add(Words.duration(timeout.text()));
        }
        for (Policy policy : dependency.policies().values()) {
            parts.add(policy.caption());
        }
        return String.join(" · ", parts);
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", share * 100);
    }

    private static String people(long number) {
        return Words.number(number) + (number == 1 ? " person" : " people");
    }

    private static String count(long number, String noun) {
        return Words.number(number) + " " + noun + (number == 1 ? "" : "s");
    }
}
