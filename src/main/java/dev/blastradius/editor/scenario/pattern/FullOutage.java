package dev.blastradius.editor.scenario.pattern;

import dev.blastradius.model.Fault;
import dev.blastradius.model.Fault.Target;
import java.util.List;
import java.util.Map;

/** It is gone. */
final class FullOutage extends Pattern {

    FullOutage() {
        super(
                "full-outage",
                "Full outage",
                "Every request is refused at once",
                "Half of the incidents of two model APIs were over after about 75 minutes, a quarter after about half an hour (FAILS and ICPE'25 data, 2021 to 2025); half an hour is taken",
                1_800);
    }

    @Override
    List<Fault> faults(Target target, double begin, double length) {
        return List.of(fault(target, begin, length, Map.of("unavailable", true)));
    }
}
