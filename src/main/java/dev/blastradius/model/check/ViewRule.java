package dev.blastradius.model.check;

import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Nearest;
import dev.blastradius.model.descriptor.Problem;
import dev.blastradius.model.descriptor.Problems;

/** The canvas has places for components that there are, in the drawing or in a strategy. */
final class ViewRule implements Rule {

    @Override
    public void check(Subject subject, Problems problems) {
        for (String id : subject.pipeline().positions().keySet()) {
            if (subject.mayHaveComponent(id) || StrategyRule.anyAdds(subject.pipeline(), id)) {
                continue;
            }
            JsonPath where = JsonPath.ROOT.key("view").key(id);
            Problem problem = Problem.warning(where, "there is no such component", "a component's id", id);
            String nearest = Nearest.of(id, subject.pipeline().components().keySet());
            problems.add(nearest == null ? problem : problem.mend("did you mean \"" + nearest + "\"?"));
        }
    }
}
