package dev.blastradius.ui.compare;

import dev.blastradius.editor.Captions;
import dev.blastradius.editor.Deviation;
import dev.blastradius.editor.Deviations;
import dev.blastradius.editor.Subject;
import dev.blastradius.engine.RunSpec.Phase;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.Strategy;
import dev.blastradius.ui.compare.Compared.Contender;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** In what a strategy differs from the drawing, and what people do in the outage, as lines to read. */
record Differences(String title, List<Group> groups) {

    /**
     * What differs in one place.
     *
     * @param name the component or the arrow
     * @param lines what differs there
     */
    record Group(String name, List<Line> lines) {}

    /** A difference: what, and both values. */
    record Line(String name, String values) {}

    /**
     * The differences of a strategy that was compared.
     *
     * @param drawn the drawing that it is a patch on
     */
    static Differences of(Pipeline drawn, Contender contender) {
        List<Group> groups = new ArrayList<>(groups("", drawn, contender.spec().pipeline()));
        Pipeline before = contender.spec().pipeline();
        for (Phase phase : contender.phases()) {
            groups.addAll(groups("After " + phase.after().text() + " of the outage: ", before, phase.pipeline()));
            before = phase.pipeline();
        }
        String title;
        if (contender.id().equals(Strategy.AS_DRAWN)) {
            title = "The pipeline as it is drawn";
        } else {
            title = groups.isEmpty() ? "Does not differ from the drawing" : "Differs from the drawing in";
        }
        return new Differences(title, List.copyOf(groups));
    }

    private static String values(Deviation deviation) {
        return deviation.isWhole() && deviation.kind() != Deviation.Kind.CHANGED
                ? deviation.kind().word()
                : deviation.drawn() + " → " + deviation.here();
    }

    private static List<Group> groups(String when, Pipeline before, Pipeline after) {
        Map<Subject, List<Line>> bySubject = new LinkedHashMap<>();
        for (Deviation each : Deviations.all(before, after)) {
            bySubject
                    .computeIfAbsent(each.subject(), any -> new ArrayList<>())
                    .add(new Line(each.name(), values(each)));
        }
        List<Group> groups = new ArrayList<>();
        bySubject.forEach((subject, lines) -> {
            Pipeline where = subject.isIn(after) ? after : before;
            String name = subject.what() == Subject.What.DEPENDENCY
                    ? Captions.title(where, subject.id())
                    : Captions.name(where, subject.id());
            groups.add(new Group(when + name, List.copyOf(lines)));
        });
        return groups;
    }
}
