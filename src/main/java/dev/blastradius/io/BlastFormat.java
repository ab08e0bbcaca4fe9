package dev.blastradius.io;

import dev.blastradius.fault.Effects;
import dev.blastradius.model.PipelineType;
import dev.blastradius.policy.Policies;

/** The model file's format with all the policies and all the effects there are. */
public final class BlastFormat {

    /** How a model file is written. */
    public static final PipelineType TYPE = PipelineType.of(Policies.ALL, Effects.parameters());

    private BlastFormat() {}
}
