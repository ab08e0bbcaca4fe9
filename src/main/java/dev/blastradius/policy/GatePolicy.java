package dev.blastradius.policy;

import dev.blastradius.model.Policy;

/** A policy that lets attempts through or refuses them. */
public interface GatePolicy extends Policy {

    /** A new gate by this policy, as it is at the beginning of a run. */
    Gate gate();
}
