package dev.blastradius.model.check;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind.Role;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import dev.blastradius.model.distribution.Distribution;
import java.util.LinkedHashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Requests come from somewhere, go somewhere, and let time pass. */
final class ClientRules {

    private ClientRules() {}

    /** A time between requests that is always zero would send infinitely many at one moment. */
    static void timePasses(Subject subject, Problems problems) {
        subject.pipeline().components().forEach((id, component) -> {
            if (component instanceof Client client) {
                JsonPath where = Subject.COMPONENTS.key(id).key("traffic");
                if (client.traffic() instanceof Traffic.Renewal renewal) {
                    notZero(renewal.interarrival(), where.key("interarrival"), problems);
                } else if (client.traffic() instanceof Traffic.Closed closed) {
                    notZero(closed.thinkTime(), where.key("thinkTime"), problems);
                    notZero(closed.pace(), where.key("pace"), problems);
                }
            }
        });
    }

    private static void notZero(@Nullable Distribution time, JsonPath where, Problems problems) {
        if (time != null && Distributions.isAlwaysZero(time)) {
            problems.add(Problem.error(
                            where,
                            "no time would pass between two requests",
                            "a distribution with a mean above zero",
                            null)
                    .mend("write a short time, such as \"1ms\""));
        }
    }

    /** Every client calls something, every other component is called, and there is a client at all. */
    static void connected(Subject subject, Problems problems) {
        Pipeline pipeline = subject.pipeline();
        if (!subject.drawingIsWhole()) {
            return; // whatever seems to be alone may belong to an entry that could not be read
        }
        Set<String> callers = new LinkedHashSet<>();
        Set<String> called = new LinkedHashSet<>();
        for (String key : subject.dependenciesEverywhere()) {
            callers.add(Pipeline.from(key));
            called.add(Pipeline.to(key));
        }
        boolean sources = false;
        for (var entry : pipeline.components().entrySet()) {
            String id = entry.getKey();
            boolean source = isSource(entry.getValue());
            sources |= source;
            if (source && !callers.contains(id)) {
                problems.warning(
                        Subject.COMPONENTS.key(id),
                        "this client calls nobody",
                        "a dependency \"" + Pipeline.key(id, "…") + "\"",
                        null);
            } else if (!source && !called.contains(id)) {
                problems.warning(
                        Subject.COMPONENTS.key(id),
                        "nobody calls this component",
                        "a dependency \"" + Pipeline.key("…", id) + "\"",
                        null);
            }
        }
        if (!sources) {
            problems.warning(
                    Subject.COMPONENTS,
                    "there is no client, so nothing will happen",
                    "a component of kind client",
                    null);
        }
    }

    private static boolean isSource(Component component) {
        return component.kind().role() == Role.SOURCE;
    }
}
