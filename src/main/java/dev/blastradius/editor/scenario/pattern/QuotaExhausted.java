package dev.blastradius.editor.scenario.pattern;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import dev.blastradius.model.Pipeline;
import dev.blastradius.model.component.ModelApi;
import java.util.List;
import java.util.Map;

/** First there is less of the quota than usual, then nothing. */
final class QuotaExhausted extends Pattern {

    private static final double LESS = 0.4;

    QuotaExhausted() {
        super(
                "quota-exhaustion",
                "Quota exhaustion",
                "The rate limit falls to a quarter, as if others shared it, then the spend limit is reached: 429 to everything",
                "Model APIs count requests and tokens of a whole organisation, and have a refusal that no waiting cures once a"
                        + " spend limit is reached (their documentation); shares and times are assumed",
                1_800);
    }

    @Override
    List<Target> usual(Pipeline pipeline) {
        List<Target> limited = first(
                pipeline,
                component -> component instanceof ModelApi && component.terms().rateLimit() != null);
        return limited.isEmpty() ? super.usual(pipeline) : limited;
    }

    @Override
    List<Fault> faults(Target target, double begin, double length) {
        double less = rounded(length * LESS);
        return List.of(
                fault(target, begin, less, Map.of("quotaFactor", 0.25)),
                fault(target, begin + less, rounded(length - less), Map.of("quotaFactor", 0.0)));
    }
}
