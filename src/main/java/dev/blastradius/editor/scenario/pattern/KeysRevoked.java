package dev.blastradius.editor.scenario.pattern;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import java.util.List;
import java.util.Map;

/** The key is no longer good. */
final class KeysRevoked extends Pattern {

    KeysRevoked() {
        super(
                "credentials-revoked",
                "Credentials revoked",
                "Every request is refused as unauthorised, and no retry helps",
                "The SDKs of two model APIs retry no 401, as it cannot succeed (their sources); how long people need is assumed to be 25 minutes",
                1_500);
    }

    @Override
    List<Fault> faults(Target target, double begin, double length) {
        return List.of(fault(target, begin, length, Map.of("unauthorized", true)));
    }
}
