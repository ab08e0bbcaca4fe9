package dev.blastradius.engine;

import dev.blastradius.model.component.Traffic;
import dev.blastradius.model.descriptor.Amount;
import dev.blastradius.model.distribution.Distribution;
import dev.blastradius.sim.RandomStream;
import dev.blastradius.sim.Sampler;
import dev.blastradius.sim.Samplers;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** When the requests of one open client arrive: one moment after the other, in nanoseconds. */
abstract class ArrivalProcess {

    private static final double NANOS = 1e9;

    /** Longer than the longest run, and far from overflow when added to it. */
    private static final double LONGEST_NANOS = 4e18;

    /** The next arrival; {@code Long.MAX_VALUE} when there is none any more. Never before the last. */
    abstract long next();

    /** Mean arrivals a second at a moment in seconds, with the profile; 0 where further traffic is made of copies instead. */
    abstract double rate(double seconds);

    /** The largest value of {@link #rate}. */
    abstract double largestRate();

    /**
     * The arrivals of a client.
     *
     * @param traffic how its requests arrive
     * @param recording its recorded arrivals, where they are recorded
     * @param key the key of the client's arrivals in this replication
     * @param from where they begin, in seconds
     * @param horizon seconds after which no arrival matters any more
     */
    static ArrivalProcess of(Traffic traffic, @Nullable Recording recording, long key, double from, double horizon) {
        if (traffic instanceof Traffic.Poisson poisson) {
            return new Gaps(
                    poisson.requestsPerSecond(),
                    new Profile(poisson.profile()),
                    Samplers.of(new Distribution.Exponential(new Amount(1 / poisson.requestsPerSecond()))),
                    key,
                    from);
        }
        if (traffic instanceof Traffic.Constant constant) {
            return new Even(constant.requestsPerSecond(), new Profile(constant.profile()), from);
        }
        if (traffic instanceof Traffic.Renewal renewal) {
            Sampler gap = Samplers.of(renewal.interarrival());
            return new Gaps(1 / gap.mean(), new Profile(renewal.profile()), gap, key, from);
        }
        if (traffic instanceof Traffic.Bursty bursty) {
            return new Bursts(bursty, key, from, horizon);
        }
        return new Recorded(Objects.requireNonNull(recording), from);
    }

    /** Seconds as nanoseconds, bounded so that they can be added to any moment of a run. */
    static long nanos(double seconds) {
        return Math.round(Math.min(seconds * NANOS, LONGEST_NANOS));
    }

    /** The first arrival of a recording that is not before a moment, in nanoseconds: its index. */
    static int firstAt(Recording recording, long from) {
        int index = 0;
        while (index < recording.size() && recording.arrivalNanos(index) < from) {
            index++;
        }
        return index;
    }

    /** Independent gaps, in operational time. */
    private static final class Gaps extends ArrivalProcess {
        private final double rate;
        private final Profile profile;
        private final Sampler gap;
        private final RandomStream stream;
        private double now;

        Gaps(double rate, Profile profile, Sampler gap, long key, double from) {
            this.now = from;
            this.rate = rate;
            this.profile = profile;
            this.gap = gap;
            this.stream = new RandomStream().start(key);
        }

        @Override
        long next() {
            now = profile.advance(now, gap.sample(stream));
            return nanos(now);
        }

        @Override
        double rate(double seconds) {
            return rate * profile.at(seconds);
        }

        @Override
        double largestRate() {
            return rate * profile.largest();
        }
    }

    /** Even gaps, in operational time; the first arrival is one gap after the start. */
    private static final class Even extends ArrivalProcess {
        private final double rate;
        private final Profile profile;
        private final boolean level;
        private final double from;
        private long count;
        private double now;

        Even(double rate, Profile profile, double from) {
            this.from = from;
            this.now = from;
            this.rate = rate;
            this.profile = profile;
            this.level = profile.isLevel() && profile.largest() == 1;
        }

        @Override
        long next() {
            count++;
            now = level ? from + count / rate : profile.advance(now, 1 / rate);
            return nanos(now);
        }

        @Override
        double rate(double seconds) {
            return rate * profile.at(seconds);
        }

        @Override
        double largestRate() {
            return rate * profile.largest();
        }
    }

    /**
     * A Poisson process whose rate is multiplied, in each whole second, by a gamma variable of mean 1 and variance (V − 1)/λ: the
     * counts per second are then negative binomial, with the variance-to-mean ratio V (at a profile's factor of 1; in proportion
     * more or less burst at others).
     */
    private static final class Bursts extends ArrivalProcess {
        private final double rate;
        private final Profile profile;
        private final Sampler multiplier;
        private final RandomStream stream;
        private final RandomStream seconds = new RandomStream();
        private final long key;
        private final double horizon;
        private double now;
        private long second = -1;
        private double factor;

        Bursts(Traffic.Bursty bursty, long key, double from, double horizon) {
            this.now = from;
            this.horizon = horizon;
            this.rate = bursty.requestsPerSecond();
            this.profile = new Profile(bursty.profile());
            double variance = (bursty.varianceToMean() - 1) / rate;
            this.multiplier = Samplers.of(
                    variance == 0
                            ? new Distribution.Constant(new Amount(1))
                            : new Distribution.Gamma(new Amount(1), StrictMath.sqrt(variance)));
            this.stream = new RandomStream().start(key);
            this.key = key;
        }

        @Override
        long next() {
            double left = stream.exponential() / rate;
            while (now <= horizon) {
                enter((long) now);
                double end = second + 1;
                double reached = factor == 0 ? Double.POSITIVE_INFINITY : profile.advance(now, left / factor);
                if (reached <= end) {
                    now = reached;
                    return nanos(now);
                }
                left -= factor * profile.integral(now, end);
                now = end;
            }
            return Long.MAX_VALUE;
        }

        private void enter(long newSecond) {
            if (newSecond != second) {
                second = newSecond;
                factor = multiplier.sample(seconds.start(RandomStream.mix(key, second)));
            }
        }

        @Override
        double rate(double time) {
            return 0;
        }

        @Override
        double largestRate() {
            return 0;
        }
    }

    /** Arrivals from a file. */
    private static final class Recorded extends ArrivalProcess {
        private final Recording recording;
        private int index;

        Recorded(Recording recording, double from) {
            this.recording = recording;
            this.index = firstAt(recording, ArrivalProcess.nanos(from));
        }

        @Override
        long next() {
            return index < recording.size() ? recording.arrivalNanos(index++) : Long.MAX_VALUE;
        }

        @Override
        double rate(double seconds) {
            return 0;
        }

        @Override
        double largestRate() {
            return 0;
        }
    }
}
