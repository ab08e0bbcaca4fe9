package dev.blastradius.policy;

import dev.blastradius.model.Dependency;
import dev.blastradius.model.Policy;
import dev.blastradius.model.descriptor.JsonPath;
import dev.blastradius.model.descriptor.Problems;

/** A policy whose parameters can contradict each other, or what else stands on its dependency. */
interface CheckedPolicy extends Policy {

    /**
     * Names what cannot have been meant: what never comes to pass, and what has no effect. All of it can be run, so these are
     * warnings.
     *
     * @param dependency what the policy stands on
     * @param arrow the place of that dependency
     */
    void check(Dependency dependency, JsonPath arrow, Problems problems);
}
