package dev.blastradius.fault;

import dev.blastradius.fault.Scaling.Scaled;
import dev.blastradius.model.component.Component;
import org.jspecify.annotations.Nullable;

/** A quota that is cut, shared with others, or used up: at 0 it does not come back while the fault lasts. */
final class QuotaFactor extends Scaling {

    QuotaFactor() {
        super("quotaFactor", Scaled.QUOTA, ANY_FACTOR, Reach.STATIONS, "Factor on the rate limits");
    }

    @Override
    @Nullable
    String lacking(Component component, double value) {
        return value == 0 || component.terms().rateLimit() != null
                ? null
                : "a component with a \"rateLimit\", or a factor of 0, which refuses everything";
    }
}
