package dev.blastradius.model.check;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.Dependency.Call;
import dev.blastradius.model.Dependency.Fallback;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Kind.Role;
import dev.blastradius.model.descriptor.Duration;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Parameter;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who may call whom, and what stands in for what. */
final class CallRules {

    private CallRules() {}

    /** Both ends of an arrow are there, differ, and can call and be called. */
    static void ends(Subject subject, Problems problems) {
        for (String key : subject.pipeline().arrows().keySet()) {
            JsonPath where = Subject.place(key);
            String from = Pipeline.from(key);
            String to = Pipeline.to(key);
            componentExists(subject, from, where, problems);
            if (from.equals(to)) {
                problems.error(where, "a component cannot call itself", "two components", key);
                continue;
            }
            componentExists(subject, to, where, problems);
            if (hasRole(subject.component(from), Role.ANSWER)) {
                problems.error(where, "a static answer calls nobody", "a caller of another kind", from);
            }
            if (hasRole(subject.component(to), Role.SOURCE)) {
                problems.error(where, "a client is never called", "a component of another kind", to);
            }
        }
    }

    private static boolean hasRole(@Nullable Component component, Role role) {
        return component != null && component.kind().role() == role;
    }

    private static void componentExists(Subject subject, String id, JsonPath where, Problems problems) {
        if (!subject.mayHaveComponent(id)) {
            problems.add(Subject.missing(
                    where,
                    "there is no component \"" + id + "\"",
                    "the ids of two components",
                    id,
                    subject.pipeline().components().keySet()));
        }
    }

    /** A fallback stands in for another dependency of its caller, one that is no fallback itself. */
    static void fallbacks(Subject subject, Problems problems) {
        Map<String, String> turns = new LinkedHashMap<>();
        subject.pipeline().arrows().forEach((key, dependency) -> {
            String replaced = Subject.replaced(dependency);
            if (replaced == null) {
                onlyForFallbacks(key, dependency, problems);
                return;
            }
            replaces(subject, key, replaced, problems);
            notForFallbacks(key, dependency.call(), problems);
            String turn = replaced + " " + Fallback.ORDER.in(dependency.fallback());
            String before = turns.putIfAbsent(turn, key);
            if (before != null) {
                problems.warning(
                        Subject.place(key).key(Fallback.ORDER.key()),
                        "two fallbacks of one dependency have the same order; they take turns as the file lists them",
                        "an order other than that of \"" + before + "\"",
                        Fallback.ORDER.in(dependency.fallback()));
            }
        });
    }

    /** A fallback is called where and as often as what it stands in for: what else it says of that is not heeded. */
    private static void notForFallbacks(String key, Call call, Problems problems) {
        for (Parameter<Call, ?> parameter : List.of(Call.STEP, Call.PROBABILITY, Call.CALLS, Call.MODE)) {
            if (parameter.given(call) != null) {
                problems.warning(
                        Subject.place(key).key(parameter.key()),
                        "a fallback is called when and as what it stands in for is; this has no effect here",
                        "\"" + parameter.key() + "\" at the dependency that it stands in for",
                        null);
            }
        }
    }

    private static void onlyForFallbacks(String key, Dependency dependency, Problems problems) {
        String what = "this holds for fallbacks only, and has no effect here";
        String expected = "\"fallbackFor\" beside it";
        if (dependency.fallback().readiness() != null) {
            problems.warning(Subject.place(key).key(Fallback.READINESS.key()), what, expected, null);
        }
        if (dependency.fallback().coldStart() != null) {
            problems.warning(Subject.place(key).key(Fallback.COLD_START.key()), what, expected, null);
        }
    }

    private static void replaces(Subject subject, String key, String replaced, Problems problems) {
        JsonPath where = Subject.place(key).key(Fallback.FALLBACK_FOR.key());
        Dependency target = subject.pipeline().arrows().get(replaced);
        if (replaced.equals(key)) {
            problems.error(where, "a dependency cannot stand in for itself", "another dependency's key", replaced);
        } else if (!Pipeline.from(replaced).equals(Pipeline.from(key))) {
            problems.error(
                    where,
                    "a fallback stands in for a dependency of the same caller",
                    "a key that begins with \"" + Pipeline.key(Pipeline.from(key), "") + "\"",
                    replaced);
        } else if (target == null && !subject.mayHaveDependency(replaced)) {
            problems.add(Subject.missing(
                    where,
                    "a fallback for nothing: there is no such dependency",
                    "the key of a dependency of the same caller",
                    replaced,
                    subject.pipeline().arrows().keySet()));
        } else if (target != null && target.isFallback()) {
            problems.add(Problem.error(
                            where,
                            "a fallback cannot stand in for another fallback",
                            "the key of a dependency that is none",
                            replaced)
                    .mend("write \"fallbackFor\": \"" + Subject.replaced(target) + "\" with a later \"order\""));
        }
    }

    /** A time-out that outlasts the deadline never comes to pass. */
    static void times(Subject subject, Problems problems) {
        subject.pipeline().arrows().forEach((key, dependency) -> {
            Duration timeout = dependency.call().timeout();
            Duration deadline = dependency.call().deadline();
            if (timeout != null && deadline != null && timeout.nanos() > deadline.nanos()) {
                problems.warning(
                        Subject.place(key).key(Call.TIMEOUT.key()),
                        "the time-out of an attempt is longer than the deadline over all attempts",
                        "at most " + deadline,
                        timeout.text());
            }
        });
    }
}
