package dev.blastradius.chart.cascade;

import dev.blastradius.engine.Chronicle;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.experiment.cascade.Playback;
import dev.blastradius.model.Dependency;
import dev.blastradius.model.Pipeline;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** Dependencies by what the model says of them. */
final class Arrows {

    private Arrows() {}

    /** The numbers of the dependencies of which something is true in the model, at its beginning or after a step of the runbook. */
    static List<Integer> where(Playback playback, Predicate<Dependency> wanted) {
        Chronicle chronicle = playback.chronicle();
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < chronicle.dependencies().size(); i++) {
            String key = chronicle.dependencies().get(i);
            boolean is = is(playback.spec().pipeline(), key, wanted);
            for (RunSpec.Phase phase : playback.spec().phases()) {
                is |= is(phase.pipeline(), key, wanted);
            }
            if (is) {
                found.add(i);
            }
        }
        return found;
    }

    private static boolean is(Pipeline pipeline, String key, Predicate<Dependency> wanted) {
        Dependency dependency = pipeline.arrows().get(key);
        return dependency != null && wanted.test(dependency);
    }
}
