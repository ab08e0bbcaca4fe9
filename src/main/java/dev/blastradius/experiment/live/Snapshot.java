package dev.blastradius.experiment.live;

import dev.blastradius.experiment.cascade.Playback;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a live replication stands.
 *
 * @param now the moment up to which everything has happened, in seconds of simulated time
 * @param over whether it has come to its end
 * @param speed simulated seconds a second, as really reached of late; 0 while it stands
 * @param playback what it has gone through so far; its chronicle grows, the rest is as of now
 * @param strategy the id of the strategy that is followed now
 * @param deeds what was done, in the order of time
 * @param script what was done, as a scenario and a runbook that do the same
 * @param failure what ended it before its time: {@link dev.blastradius.engine.EngineLimits.Exceeded} or a fault of the program's own; null:
 *     nothing
 */
public record Snapshot(
        double now,
        boolean over,
        double speed,
        Playback playback,
        String strategy,
        List<Deed> deeds,
        LiveScript script,
        @Nullable Throwable failure) {

    public Snapshot {
        deeds = List.copyOf(deeds);
    }
}
