package dev.blastradius.editor.scenario.pattern;

import dev.blastradius.editor.scenario.Targets;
import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Everything in one region is gone, whoever provides it. */
final class RegionalLoss extends Pattern {

    private static final String REGION = "region";
    private static final String LACKING =
            "no component has a tag \"region\": give those that share a region one, such as region = eu-west";

    RegionalLoss() {
        super(
                "regional-loss",
                "Regional loss",
                "Whatever has the region's tag refuses every request, from all providers together",
                "Assumed: a region takes with it all that runs there; no published distribution of its length was found",
                1_800);
    }

    @Override
    List<Target> usual(Pipeline pipeline) {
        return pipeline.components().values().stream()
                .map(component -> component.about().tagsOrNone().get(REGION))
                .filter(Objects::nonNull)
                .limit(1)
                .map(region -> Target.tags(Map.of(REGION, region)))
                .toList();
    }

    @Override
    String lacking() {
        return LACKING;
    }

    @Override
    String obstacle(Pipeline pipeline, Target target) {
        if (usual(pipeline).isEmpty()) {
            return LACKING;
        }
        return region(pipeline, target) == null ? "the target has no tag \"region\"" : "";
    }

    /** The region of the first component that a target befalls; null where that has none. */
    private static @Nullable String region(Pipeline pipeline, Target target) {
        return Targets.befallen(pipeline, target).stream()
                .map(pipeline.components()::get)
                .filter(Objects::nonNull)
                .map(component -> component.about().tagsOrNone().get(REGION))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Override
    Target aimed(Pipeline pipeline, Target target) {
        String region = region(pipeline, target);
        return region == null ? target : Target.tags(Map.of(REGION, region));
    }

    @Override
    List<Fault> faults(Target target, double begin, double length) {
        return List.of(fault(target, begin, length, Map.of("unavailable", true)));
    }
}
