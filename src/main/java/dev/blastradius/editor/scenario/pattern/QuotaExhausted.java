package dev.blastradius.editor.scenario.pattern;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
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
    List<Fault> faults(Target target, double begin, double length) {
        double less = rounded(length * LESS);
        return List.of(
                fault(target, begin, less, Map.of("quotaFactor", 0.25)),
                fault(target, begin + less, rounded(length - less), Map.of("quotaFactor", 0.0)));
    }
}
