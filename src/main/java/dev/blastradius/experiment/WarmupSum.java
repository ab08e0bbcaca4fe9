package dev.blastradius.experiment;

import dev.blastradius.engine.ReplicationResult;
import dev.blastradius.engine.RunSpec;
import dev.blastradius.engine.StationMeasures;
import dev.blastradius.experiment.inference.Mser;
import dev.blastradius.experiment.inference.PairedDifference;
import dev.blastradius.model.component.Client;
import dev.blastradius.model.component.Component;
import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.component.Traffic.ProfilePoint;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Adds up the work in the system of the run without faults, and checks by it whether the warm-up is long enough.
 *
 * <p>MSER-5 alone would warn too often: of a series that is nothing but noise it cuts off a little somewhere. So there is a warning only
 * where, besides, what is measured before the point that it found weighs on the results: with it, the mean work in the system over the
 * measured time is another than without it, by a paired t-test over the replications at the level {@value #LEVEL}, and by at least
 * {@value #LEAST_SHIFT} of it. The test is over replications, which are independent, not over moments of a run, which are not; the level
 * is a strict one, for the point has been chosen by the same data.
 */
final class WarmupSum {

    private static final double LEVEL = 0.02;
    private static final double LEAST_SHIFT = 0.01;

    /** The measured time is cut into so many blocks at most; what is left out is whole blocks. */
    private static final int BLOCKS = 50;

    private double[] work = new double[0];
    /** Where each block begins, a step. */
    private int[] starts = new int[0];
    /** By the block from which on is counted: the mean over all blocks, less that over these. */
    private PairedDifference[] shifts = new PairedDifference[0];

    private double stepSeconds;
    private double warmup;
    private int replications;

    /** Adds a replication of the run without faults. */
    void add(ReplicationResult replication) {
        double[] values = new double[replication.steps()];
        for (int component = 0; component < replication.components(); component++) {
            StationMeasures station = replication.station(component);
            for (int step = 0; step < values.length; step++) {
                values[step] += station.busyServers().stepMean(step)
                        + station.queueLength().stepMean(step);
            }
        }
        add(values, replication.stepNanos() / 1e9, replication.warmupNanos() / 1e9);
    }

    /**
     * Adds a replication.
     *
     * @param values the mean work in the system, by step
     */
    void add(double[] values, double step, double warmupSeconds) {
        if (replications == 0) {
            prepare(values.length, step, warmupSeconds);
        }
        replications++;
        for (int i = 0; i < work.length; i++) {
            work[i] += values[i];
        }
        double all = mean(values, starts[0]);
        for (int block = 0; block < shifts.length; block++) {
            shifts[block].add(all, mean(values, starts[block]));
        }
    }

    private void prepare(int steps, double step, double warmupSeconds) {
        stepSeconds = step;
        warmup = warmupSeconds;
        work = new double[steps];
        int first = Math.min(steps - 1, (int) StrictMath.ceil(warmupSeconds / step));
        int blocks = Math.min(BLOCKS, steps - first);
        starts = new int[blocks];
        Arrays.setAll(starts, block -> first + (int) ((long) (steps - first) * block / blocks));
        shifts = new PairedDifference[blocks];
        Arrays.setAll(shifts, block -> new PairedDifference());
    }

    private static double mean(double[] values, int from) {
        double sum = 0;
        for (int i = from; i < values.length; i++) {
            sum += values[i];
        }
        return sum / (values.length - from);
    }

    /** What the replications so far say. */
    WarmupCheck check(RunSpec spec) {
        double[] means = new double[work.length];
        Arrays.setAll(means, step -> work[step] / replications);
        OptionalInt cut = replications == 0 ? OptionalInt.empty() : Mser.truncation(means);
        double settled = cut.isPresent() ? cut.getAsInt() * stepSeconds : Double.NaN;
        if (!Mser.isLongEnough(work.length) || changesByItself(spec) || settled <= warmup) {
            return new WarmupCheck(settled, null);
        }
        return new WarmupCheck(settled, warning(means, cut));
    }

    private @Nullable String warning(double[] means, OptionalInt cut) {
        int first = starts[0];
        int point = cut.isPresent() ? cut.getAsInt() : (first + means.length) / 2;
        int block = 1;
        while (block < starts.length && starts[block] < point) {
            block++;
        }
        if (block >= starts.length) {
            return null;
        }
        PairedDifference shift = shifts[block];
        double late = shift.secondMean();
        double difference = shift.firstMean() - late;
        if (!(shift.p() < LEVEL) || StrictMath.abs(difference) < LEAST_SHIFT * late) {
            return null;
        }
        double early = late + difference * (means.length - first) / (starts[block] - first);
        String much = early < late
                ? Amounts.percent(1 - early / late) + " less"
                : Amounts.percent(early / late - 1) + " more";
        String measured = Amounts.seconds(warmup);
        if (cut.isEmpty()) {
            return "The run does not settle: in the first half of the measured time there is " + much
                    + " work in the system than in the second. Make the run and its warm-up longer; where the load is more than the"
                    + " pipeline can carry, it never settles.";
        }
        return "The warm-up of " + measured + " is too short: by MSER-5 the run settles after "
                + Amounts.seconds(cut.getAsInt() * stepSeconds) + ", and what is measured before that has " + much
                + " work in the system than the rest. Make the warm-up at least that long.";
    }

    /** Whether the load is not the same all the time: then a run never settles, and need not. */
    private static boolean changesByItself(RunSpec spec) {
        for (Component component : spec.pipeline().components().values()) {
            if (component instanceof Client client && changes(client.traffic())) {
                return true;
            }
        }
        return false;
    }

    private static boolean changes(Traffic traffic) {
        if (traffic instanceof Traffic.Poisson poisson) {
            return changes(poisson.profile());
        }
        if (traffic instanceof Traffic.Constant constant) {
            return changes(constant.profile());
        }
        if (traffic instanceof Traffic.Renewal renewal) {
            return changes(renewal.profile());
        }
        if (traffic instanceof Traffic.Bursty bursty) {
            return changes(bursty.profile());
        }
        return traffic instanceof Traffic.Recorded;
    }

    private static boolean changes(@Nullable List<ProfilePoint> profile) {
        return profile != null
                && profile.stream().map(ProfilePoint::factor).distinct().count() > 1;
    }
}
