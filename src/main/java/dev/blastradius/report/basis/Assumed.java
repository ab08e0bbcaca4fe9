package dev.blastradius.report.basis;

import dev.blastradius.chart.Names;
import dev.blastradius.editor.Subject;
import dev.blastradius.editor.form.FormItem;
import dev.blastradius.editor.form.FormItem.Section;
import dev.blastradius.editor.form.FormItems;
import dev.blastradius.io.Strategies;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.Beginning;
import dev.blastradius.report.basis.FormReader.Default;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What went into the simulation, of all strategies that were run: each thing once, with the strategies in which it holds. */
final class Assumed {

    private static final String CALL = "call";

    private final Map<Drawn, List<String>> drawn = new LinkedHashMap<>();
    private final Map<Part, List<String>> parts = new LinkedHashMap<>();
    private final Map<Guard, List<String>> guards = new LinkedHashMap<>();
    private final Map<String, Default> defaults = new LinkedHashMap<>();
    private final Map<String, Component> components = new LinkedHashMap<>();

    /**
     * What the file says of a part besides what is drawn.
     *
     * @param where the part, as people call it
     * @param kind of what kind it is
     * @param given its values with their names; empty: none
     */
    record Part(String where, String kind, String given) {}

    /**
     * What a caller does about failure on an arrow.
     *
     * @param where the arrow, as people call it
     * @param what the policy; or the call itself, with its time-out
     * @param given what the model file says of it; empty: nothing
     * @param left what holds because the file says nothing; empty: nothing
     */
    record Guard(String where, String what, String given, String left) {}

    private Assumed() {}

    /**
     * Reads what strategies build.
     *
     * @param drawing the pipeline without any patch
     * @param strategies the ids of those that were run
     */
    static Assumed of(Pipeline drawing, List<String> strategies) {
        Assumed assumed = new Assumed();
        for (String strategy : strategies) {
            Pipeline built = Strategies.apply(drawing, strategy).pipeline();
            if (built != null) {
                assumed.read(built, strategy);
            }
        }
        return assumed;
    }

    /** The distributions, each with the strategies in which it holds. */
    Map<Drawn, List<String>> drawn() {
        return drawn;
    }

    /** The parts' other values, likewise. */
    Map<Part, List<String>> parts() {
        return parts;
    }

    /** What callers do about failure, likewise. */
    Map<Guard, List<String>> guards() {
        return guards;
    }

    /** The defaults in use that come from somewhere. */
    List<Default> defaults() {
        return List.copyOf(defaults.values());
    }

    /** All parts by their names, those that only a strategy brings in after the others. */
    Map<String, Component> components() {
        return components;
    }

    private void read(Pipeline pipeline, String strategy) {
        Names names = new Names(pipeline);
        pipeline.components().forEach((id, component) -> part(id, component, pipeline, names, strategy));
        pipeline.arrows().forEach((key, arrow) -> arrow(key, arrow, pipeline, names, strategy));
    }

    private void part(String id, Component component, Pipeline pipeline, Names names, String strategy) {
        String where = names.component(id);
        components.putIfAbsent(where, component);
        Subject subject = Subject.component(id);
        FormReader reader = FormReader.of(subject, pipeline, where);
        reader.read(
                subject.form(pipeline).stream().filter(item -> !isAbout(item)).toList(), "");
        String given = String.join("; ", reader.given());
        note(parts, new Part(where, component.kind().title(), given), strategy);
        note(reader, strategy);
    }

    /** Its name and description stand elsewhere. */
    private static boolean isAbout(FormItem item) {
        return item instanceof Section section
                && section.isGroup()
                && section.keys().contains("label");
    }

    private void arrow(String key, Dependency arrow, Pipeline pipeline, Names names, String strategy) {
        String where = names.dependency(key);
        Subject subject = Subject.dependency(key);
        FormReader reader = FormReader.of(subject, pipeline, where);
        List<FormItem> form = subject.form(pipeline);
        List<FormItem> policies = FormItems.flat(form)
                .filter(item -> item instanceof Section section
                        && section.path().size() == 1
                        && arrow.policies().containsKey(section.path().get(0)))
                .toList();
        List<FormItem> call = form.stream()
                .filter(item -> item instanceof Section section
                        && section.isGroup()
                        && section.keys().contains(Dependency.Call.TIMEOUT.key()))
                .toList();
        FormReader calls = reader.apart(call, "Call");
        List<String> waits = calls.left().stream()
                .filter(each -> each.startsWith("timeout:") || each.startsWith("deadline:"))
                .toList();
        note(guards, new Guard(where, CALL, String.join("; ", calls.given()), String.join("; ", waits)), strategy);
        for (FormItem item : policies) {
            Section section = (Section) item;
            FormReader policy = reader.apart(section.items(), section.label());
            String given = String.join("; ", policy.given()) + published(section);
            String left = String.join("; ", policy.left());
            note(guards, new Guard(where, FormReader.lower(section.label()), given, left), strategy);
        }
        note(reader, strategy);
    }

    /** Whose values a policy has, where it has somebody's. */
    private static String published(Section section) {
        Beginning present = section.offer().present();
        return present == null || !present.isPublished()
                ? ""
                : " (as " + present.name() + ": " + present.source() + ")";
    }

    private void note(FormReader reader, String strategy) {
        reader.drawn().forEach(each -> note(drawn, each, strategy));
        reader.defaults().forEach(defaults::putIfAbsent);
    }

    private static <T> void note(Map<T, List<String>> all, T each, String strategy) {
        List<String> holdsIn = all.computeIfAbsent(each, key -> new ArrayList<>());
        if (!holdsIn.contains(strategy)) {
            holdsIn.add(strategy);
        }
    }
}
