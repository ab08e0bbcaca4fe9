package dev.blastradius.fault;

import dev.blastradius.fault.Scaling.Scaled;
import dev.blastradius.model.component.Cache;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.descriptor.NumberType;
import org.jspecify.annotations.Nullable;

/** A cache that was flushed, or whose keys have changed. */
final class HitRateFactor extends Scaling {

    HitRateFactor() {
        super("hitRateFactor", Scaled.HITS, NumberType.from(0, 1_000, ""), Reach.CACHES, "Factor on the hit rate");
    }

    @Override
    @Nullable
    String lacking(Component component, double value) {
        return component instanceof Cache cache && cache.hitRate() != null && cache.hitRate() > 0
                ? null
                : "a cache with a \"hitRate\" above 0";
    }
}
