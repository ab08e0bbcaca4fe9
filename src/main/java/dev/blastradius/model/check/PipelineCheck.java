package dev.blastradius.model.check;

import dev.blastradius.model.Pipeline;
import dev.blastradius.model.PipelineType;
import dev.blastradius.model.descriptor.Problems;
import java.util.ArrayList;
import java.util.List;

/**
 * Everything that must be true of a pipeline beyond the form of its file. To add a rule, write it and add its line here: under
 * {@link #DRAWING} where it looks at components and dependencies only and must hold under every strategy too.
 */
public final class PipelineCheck {

    private static final List<Rule> DRAWING = List.of(
            CallRules::ends,
            CallRules::fallbacks,
            CallRules::times,
            new CycleRule(),
            ClientRules::timePasses,
            RouterRules::choices);

    private static final List<Rule> WHOLE = List.of(
            ClientRules::connected,
            BufferRules::feeds,
            RouterRules::leadSomewhere,
            new TokenRule(),
            ScenarioRules::targets,
            ScenarioRules::effects,
            ScenarioRules::times,
            new ViewRule());

    private final List<Rule> rules = new ArrayList<>();

    /**
     * All rules.
     *
     * @param type how the pipeline is written, so that patches can be applied to it
     * @param drawing rules of the families that live above the model, for components and dependencies only
     * @param whole further rules of those families
     */
    public PipelineCheck(PipelineType type, List<Rule> drawing, List<Rule> whole) {
        List<Rule> everywhere = new ArrayList<>(DRAWING);
        everywhere.addAll(drawing);
        rules.addAll(everywhere);
        rules.addAll(WHOLE);
        rules.addAll(whole);
        rules.add(new StrategyRule(new Patching(type), everywhere));
    }

    /**
     * Checks what could be read of a pipeline.
     *
     * @param reading the problems that were found when it was read
     * @return the further problems
     */
    public Problems check(Pipeline pipeline, Problems reading) {
        Subject subject = Subject.of(pipeline, reading);
        Problems problems = new Problems();
        rules.forEach(rule -> rule.check(subject, problems));
        return problems;
    }
}
